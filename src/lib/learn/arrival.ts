import { tick } from 'svelte';

/** Whether the learner came to this screen from another one: only then does the heading take the focus. */
let hasMoved = false;

/** Called by the pages' layout whenever one screen replaces another. */
export function moveOn(): void {
	hasMoved = true;
}

/** Attachment for a screen's heading. */
export function focusOnArrival(heading: HTMLElement): void {
	if (hasMoved) heading.focus({ preventScroll: true });
}

/** Attachment for what holds a question whose stem is the screen's heading: it takes the focus and is no stop for Tab. */
export function focusStemOnArrival(root: HTMLElement): void {
	if (!hasMoved) return;
	void tick().then(() => {
		const stem = root.querySelector<HTMLElement>('h1');
		stem?.setAttribute('tabindex', '-1');
		stem?.focus();
	});
}
