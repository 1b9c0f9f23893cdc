/** Answers by places in the file, for the types that share a shape. */
import type { Told } from './types.ts';

/** Most right patterns an LMS takes. */
const PATTERNS = 10;

/** Places of these ids, in the file's order or in the given one; ids the file does not have are left out. */
export function placesOf(ids: readonly string[], file: readonly string[]): number[] {
	return ids.map((id) => file.indexOf(id)).filter((place) => place >= 0);
}

/**
 * What stands with what.
 * @param items what is matched, in file order, each with all that is right for it
 * @param targets ids of what it is matched with, in file order
 * @param given item id → target id; items without a known target are left out
 */
export function toldPairs(
	items: readonly { id: string; right: readonly string[] }[],
	targets: readonly string[],
	given: (id: string) => string | undefined
): Extract<Told, { type: 'matching' }> {
	const response = items.flatMap(({ id }, i): [number, number][] => {
		const target = targets.indexOf(given(id) ?? '');
		return target < 0 ? [] : [[i, target]];
	});
	const rights = items.map(({ right }) => placesOf(right, targets).sort((a, b) => a - b));
	const count = rights.reduce((product, right) => product * right.length, 1);
	const correct = rights.reduce<[number, number][][]>(
		(patterns, right, i) =>
			patterns.flatMap((pattern) => right.map((target): [number, number][] => [...pattern, [i, target]])),
		count > PATTERNS ? [] : [[]]
	);
	return { type: 'matching', response, correct };
}
