/** Attachment for a slide: its text is made smaller in steps until it fits, and never below the smallest that the back row reads. */
const STEPS = [1, 0.92, 0.84, 0.76, 0.7];

/** Sets `--k` on the element, anew whenever its size or content changes. */
export function fit(element: HTMLElement): () => void {
	let waiting = 0;
	const set = () => {
		for (const k of STEPS) {
			element.style.setProperty('--k', String(k));
			if (element.scrollHeight <= element.clientHeight + 1) return;
		}
	};
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
}
