/** What was counted and placed, put in order for the eye. Pure. */
import type { BoardCard } from '#course/schema.ts';
import type { Counts, StepState } from './machine.ts';

export const sum = (counts: Counts): number => Object.values(counts).reduce((all, count) => all + count, 0);

/** A round that nobody counted is undefined, and so is the shift from or to it. */
export type Row = {
	option: string;
	first: number | undefined;
	second: number | undefined;
	shift: number | undefined;
};
/** Both rounds, option by option, in the given order. In a round that was counted, an option without a number had no hand. */
export function rowsOf(options: readonly string[], { counts }: Pick<StepState, 'counts'>): Row[] {
	const [first, second] = counts.map(
		(round) => (option: string) => (Object.keys(round).length === 0 ? undefined : (round[option] ?? 0))
	);
	return options.map((option) => {
		const [a, b] = [first?.(option), second?.(option)];
		return { option, first: a, second: b, shift: a === undefined || b === undefined ? undefined : b - a };
	});
}

/** The options with the most hands in a round; none when nobody raised one. */
export function most(counts: Counts): string[] {
	const top = Math.max(0, ...Object.values(counts));
	return top === 0 ? [] : Object.keys(counts).filter((option) => counts[option] === top);
}

/** Tables of a card in each column. */
export function heatOf(columns: readonly string[], placed: StepState['placed'], card: string): number[] {
	const at = Object.values(placed[card] ?? {});
	return columns.map((column) => at.filter((one) => one === column).length);
}

/**
 * How much the tables disagree on a card: the chance that two of them, drawn at random with putting back, lie apart (0: all agree).
 * More columns and more even ones give more.
 */
export function disputeOf(heat: readonly number[]): number {
	const all = heat.reduce((total, count) => total + count, 0);
	return all === 0 ? 0 : 1 - heat.reduce((total, count) => total + (count / all) ** 2, 0);
}

/** The cards with the most disputed first; those that are equally disputed stay in their order. */
export function disputed<C extends Pick<BoardCard, 'id'>>(
	cards: readonly C[],
	columns: readonly string[],
	placed: StepState['placed']
): C[] {
	return [...cards].sort(
		(a, b) => disputeOf(heatOf(columns, placed, b.id)) - disputeOf(heatOf(columns, placed, a.id))
	);
}

/** ＋2, −7, ±0; nothing where there is no shift. */
export const signed = (shift: number | undefined): string =>
	shift === undefined ? '' : shift > 0 ? `＋${shift}` : shift < 0 ? `−${-shift}` : '±0';
