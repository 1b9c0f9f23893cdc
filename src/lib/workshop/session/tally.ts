/** What was counted and placed, put in order for the eye. Pure. */
import type { BoardCard } from '#course/schema.ts';
import type { Counts, StepState } from './machine.ts';

export const sum = (counts: Counts): number => Object.values(counts).reduce((all, count) => all + count, 0);

export type Row = { option: string; first: number; second: number; shift: number };
/** Both rounds, option by option, in the given order; what was not counted is 0. */
export function rowsOf(
	options: readonly string[],
	{ counts: [first, second] }: Pick<StepState, 'counts'>
): Row[] {
	return options.map((option) => {
		const [a, b] = [first[option] ?? 0, second[option] ?? 0];
		return { option, first: a, second: b, shift: b - a };
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
