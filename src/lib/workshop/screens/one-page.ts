/** Attachment for a paper: the largest letters with which it is one page of A4, within its margins. */

/** In points, largest first; smaller ones are not read on paper. */
const SIZES = [12, 11, 10.5, 10, 9.5, 9];
/** 277 mm between the margins of the sheet less a hair, in CSS px. */
const ROOM = (276.5 * 96) / 25.4;

/**
 * Sets `--size` and, where even the smallest letters need more than a page, the class `long`. The style sheet of the paper draws it as it
 * is printed while it has the class `measure`; nobody sees that, since all of it happens before the next frame.
 */
export function onePage(paper: HTMLElement): void {
	paper.classList.add('measure');
	let fits = false;
	for (const size of SIZES) {
		paper.style.setProperty('--size', String(size));
		fits = paper.offsetHeight <= ROOM;
		if (fits) break;
	}
	paper.classList.toggle('long', !fits);
	paper.classList.remove('measure');
}
