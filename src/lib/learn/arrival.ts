/** Whether the learner came to this screen from another one: only then does the heading take the focus. */
let hasMoved = false;

/** Called by the pages' layout whenever one screen replaces another. */
export function moveOn(): void {
	hasMoved = true;
}

/** Whether a screen was left for another since the window was opened. */
export function moved(): boolean {
	return hasMoved;
}

/** Attachment for a screen's heading. */
export function focusOnArrival(heading: HTMLElement): void {
	if (hasMoved) heading.focus({ preventScroll: true });
}
