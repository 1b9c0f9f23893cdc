/** The FSRS of the player of an LMS package beside ts-fsrs: not nearly, but exactly the same. */
import fc from 'fast-check';
import { FSRSAlgorithm } from 'ts-fsrs';
import { expect, it } from 'vitest';
import { FSRSAlgorithm as Small } from '#record/small-fsrs.ts';
import { memoryAt, MEMORY_GRID, type Memory } from '#record/memory.ts';

const seed = Number(process.env['SEED'] ?? 20260801);
/** As in src/lib/record/memory.ts. */
const settings = {
	request_retention: 0.9,
	maximum_interval: 365,
	enable_fuzz: false,
	enable_short_term: false
};
const theirs = new FSRSAlgorithm(settings);
const ours = new Small(settings);
const GRADES = [1, 2, 3, 4] as const;

it('begins as ts-fsrs does', () => {
	for (const grade of GRADES)
		expect(ours.next_state(null, 0, grade)).toEqual(theirs.next_state(null, 0, grade));
});

it('goes on as ts-fsrs does from every place a packed record can hold', () => {
	const differ: unknown[] = [];
	const compare = (before: Memory, days: number) => {
		for (const grade of GRADES) {
			const [left, right] = [theirs.next_state(before, days, grade), ours.next_state(before, days, grade)];
			if (left.stability !== right.stability || left.difficulty !== right.difficulty)
				differ.push({ before, days, grade, left, right });
		}
		if (theirs.next_interval(before.stability, 0) !== ours.next_interval(before.stability))
			differ.push(before);
	};
	for (let stability = 0; stability < MEMORY_GRID.stability; stability++)
		for (let difficulty = 0; difficulty < MEMORY_GRID.difficulty; difficulty++)
			for (const days of [1, 7, 400]) compare(memoryAt({ stability, difficulty }), days);
	expect(differ.slice(0, 3)).toEqual([]);
});

it('goes on as ts-fsrs does after any number of days, off the grid as well', () => {
	const stability = fc.double({ min: 0.001, max: 36_500, noNaN: true });
	const difficulty = fc.double({ min: 1, max: 10, noNaN: true });
	fc.assert(
		fc.property(stability, difficulty, fc.nat(5_000), fc.constantFrom(...GRADES), (s, d, days, grade) => {
			const before = { stability: s, difficulty: d };
			expect(ours.next_state(before, days, grade)).toEqual(theirs.next_state(before, days, grade));
			expect(ours.next_interval(s)).toBe(theirs.next_interval(s, 0));
		}),
		{ seed, numRuns: 5_000 }
	);
});
