/**
 * How well something is remembered, by FSRS-6 with its default weights: from the days since it was last thought of and how that went
 * follows when it is asked again, so that nine times in ten it is still known then.
 *
 * Values lie on a grid that a packed record keeps (MEMORY_GRID), everywhere: a browser and an LMS then give the same dates.
 */
import { FSRSAlgorithm, type FSRSState } from 'ts-fsrs';

/** FSRS's own numbers. `Easy` is not given: nobody rates themselves. */
export const AGAIN = 1;
export const HARD = 2;
export const GOOD = 3;
export type Grade = typeof AGAIN | typeof HARD | typeof GOOD;

/** `stability`: days after which nine in ten are still known. `difficulty`: from 1 to 10. */
export type Memory = { stability: number; difficulty: number };
/** The place of a memory on the grid. */
export type MemoryCode = Memory;

/** How many values of each there are. To change one, or a bound below, is to change the format of packed records. */
export const MEMORY_GRID = { stability: 2 ** 9, difficulty: 2 ** 6 };
/** Days. Below it is asked every day anyway, above it once a year. */
const WEAKEST = 0.02;
const STRONGEST = 2_000;
const EASIEST = 1;
const HARDEST = 10;
/** Days; what holds no longer than two is asked the next day, so that the first time is always after a day. */
const TWO_DAYS = 2.5;
const YEAR = 365;

const fsrs = new FSRSAlgorithm({
	request_retention: 0.9,
	maximum_interval: YEAR,
	enable_fuzz: false,
	enable_short_term: false
});

/** The nearest place on the grid; values outside count as the first or the last. */
export function memoryCode({ stability, difficulty }: Memory): MemoryCode {
	return {
		stability: place(Math.log(stability / WEAKEST) / Math.log(STRONGEST / WEAKEST), MEMORY_GRID.stability),
		difficulty: place((difficulty - EASIEST) / (HARDEST - EASIEST), MEMORY_GRID.difficulty)
	};
}

/** The memory at a place on the grid. */
export function memoryAt({ stability, difficulty }: MemoryCode): Memory {
	const share = stability / (MEMORY_GRID.stability - 1);
	return {
		stability: short(WEAKEST * (STRONGEST / WEAKEST) ** share),
		difficulty: short(EASIEST + ((HARDEST - EASIEST) * difficulty) / (MEMORY_GRID.difficulty - 1))
	};
}

function place(share: number, values: number): number {
	// NaN from a stability of 0 or less counts as the first, too.
	return Math.max(0, Math.min(values - 1, Math.round(share * (values - 1)))) || 0;
}

/** Five digits tell neighbours on the grid apart and are short in a file. */
const short = (value: number): number => Number(value.toPrecision(5));

/** A memory told from outside, where it may be anything. */
export const onGrid = (memory: Memory): Memory => memoryAt(memoryCode(memory));

/** The memory after an answer. @param before undefined for the first one @param days since the last one, at least 1 */
export function nextMemory(before: FSRSState | undefined, days: number, grade: Grade): Memory {
	return onGrid(fsrs.next_state(before ?? null, days, grade));
}

/** Days until it is asked again: 1 to 365. */
export function interval({ stability }: Memory): number {
	return stability < TWO_DAYS ? 1 : fsrs.next_interval(stability, 0);
}

const firsts = [AGAIN, HARD, GOOD].map((grade) => JSON.stringify(onGrid(fsrs.next_state(null, 0, grade))));

/** Whether it was thought of once so far. */
export function isFirst(memory: Memory): boolean {
	return firsts.includes(JSON.stringify(memory));
}
