/** Attachment for a paper: the largest letters with which it is one page of A4, within its margins. */

/** Letters in points with the height of their lines, most comfortable first; smaller ones are not read on paper. */
const STEPS = [
	[12, 1.35],
	[11, 1.35],
	[10.5, 1.3],
	[10, 1.25],
	[9.5, 1.2],
	[9, 1.2],
	[9, 1.14]
] as const;
/** Of a record over several pages. */
const LONG = [10, 1.25] as const;
/** 277 mm between the margins of the sheet less a hair, in CSS px. */
const ROOM = (276.5 * 96) / 25.4;

/**
 * Sets `--size` and `--leading` and, where even the smallest letters need more than a page, the class `long`. The paper's style sheet
 * draws it as it is printed while it has the class `measure`; nobody sees that, since all of it happens before the next frame.
 */
export function onePage(paper: HTMLElement): void {
	const set = ([size, leading]: readonly [number, number]) => {
		paper.style.setProperty('--size', String(size));
		paper.style.setProperty('--leading', String(leading));
	};
	paper.classList.add('measure');
	const fitting = STEPS.find((step) => {
		set(step);
		return paper.offsetHeight <= ROOM;
	});
	// Where a second page is needed anyhow, there is room for letters that are easily read.
	if (!fitting) set(LONG);
	paper.classList.toggle('long', !fitting);
	paper.classList.remove('measure');
}
