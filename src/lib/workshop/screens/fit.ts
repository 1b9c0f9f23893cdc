/**
 * Attachment for a slide: its text is as large as there is room for, and never below the smallest that the back row reads.
 * It is set before the slide is first seen, and anew when the window's size or the slide's content changes.
 */

/** Scale of the text, in hundredths: for what shrinks with the gaps alone, and for the emptiest slide. */
const LEAST = 70;
export const MOST = 160;
const STEP = 2;

/** Sets `--k` on the element, at most `most` hundredths. What carries `data-whole` stays in one line while any size allows it. */
export function fit(most = MOST): (element: HTMLElement) => () => void {
	return (element) => {
		const tries = (k: number) => {
			element.style.setProperty('--k', String(k / 100));
			const over = element.scrollHeight > element.clientHeight + 1;
			return !over && element.scrollWidth <= element.clientWidth + 1 && whole(element);
		};
		/** The largest size that fits; undefined when even the smallest does not. */
		const largest = () => {
			if (tries(most)) return true;
			if (!tries(LEAST)) return false;
			let [fits, no] = [LEAST, most];
			while (no - fits > STEP) {
				const half = fits + Math.round((no - fits) / 2 / STEP) * STEP;
				if (tries(half)) fits = half;
				else no = half;
			}
			return tries(fits);
		};
		const set = () => {
			delete element.dataset.tight;
			// Enlarged by the browser, the slide is as long as it needs to be: see SlideView.
			if (getComputedStyle(element).overflowY === 'visible') {
				element.style.setProperty('--k', String(LEAST / 100));
				return;
			}
			// No scroll bar comes and goes while sizes are tried.
			element.style.overflow = 'hidden';
			if (!largest()) {
				element.dataset.tight = '';
				largest();
			}
			element.style.overflow = '';
		};
		let waiting = 0;
		const soon = () => {
			cancelAnimationFrame(waiting);
			waiting = requestAnimationFrame(set);
		};
		const size = new ResizeObserver(soon);
		const content = new MutationObserver(soon);
		size.observe(element);
		content.observe(element, { subtree: true, childList: true, characterData: true });
		set();
		void document.fonts.ready.then(soon);
		return () => {
			cancelAnimationFrame(waiting);
			size.disconnect();
			content.disconnect();
		};
	};
}

/** Nothing that has to stay in one line runs out of its box. */
function whole(element: HTMLElement): boolean {
	if (element.dataset.tight !== undefined) return true;
	return [...element.querySelectorAll('[data-whole]')].every(
		({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth + 1
	);
}
