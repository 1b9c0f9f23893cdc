/** What follows from answers for when something is asked again. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Confidence, ProgressEvent } from '#record/events.ts';
import { readEvent } from '#record/events.ts';
import { mergeEvents } from '#record/kiroku.ts';
import {
	AGAIN,
	GOOD,
	HARD,
	interval,
	isFirst,
	memoryAt,
	memoryCode,
	MEMORY_GRID,
	nextMemory,
	type Grade,
	type Memory
} from '#record/memory.ts';
import { fold } from '#record/record.ts';
import { cardState, gradeOf, isDue, isReviewed } from '#record/review.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Midnight of a day, as a learner's calendar has it. */
const MONDAY = Date.UTC(2026, 10, 22, 15);
const at = (day: number, hour: number) => MONDAY + day * DAY + hour * HOUR;
const today = (day: number, hour: number) => ({ now: at(day, hour), start: at(day, 0) });

type Given = {
	right?: boolean;
	earned?: number;
	total?: number;
	confidence?: Confidence;
	nth?: number;
	memory?: Memory;
};
function answer(
	when: number,
	{ right = true, earned = right ? 4 : 0, total = 4, ...rest }: Given = {}
): ProgressEvent {
	return { type: 'answered', id: `e${when}`, at: when, item: 'q', response: 'a', earned, total, ...rest };
}
const after = (...events: ProgressEvent[]) => cardState(fold('c', events), 'q', 'question');

/** Intervals in days when it is answered on the day it falls due. */
function intervals(grades: readonly Grade[]): number[] {
	let memory: Memory | undefined;
	let days = 0;
	return grades.map((grade) => {
		memory = nextMemory(memory, days, grade);
		return (days = interval(memory));
	});
}

describe('how an answer went', () => {
	it.each([
		['question', 4, 'sure', GOOD],
		['question', 4, 'rather', GOOD],
		['question', 4, undefined, GOOD],
		['question', 4, 'unsure', HARD],
		['question', 3, 'sure', AGAIN],
		['question', 0, 'unsure', AGAIN],
		['case', 4, undefined, GOOD],
		['case', 4, 'unsure', HARD],
		['case', 3, 'sure', HARD],
		['case', 3, 'unsure', HARD],
		['case', 2, 'sure', AGAIN],
		['case', 0, undefined, AGAIN]
	] as const)('of a %s with %s of 4 points and sureness %s is %s', (kind, earned, confidence, grade) => {
		expect(gradeOf(kind, { earned, total: 4, ...(confidence ? { confidence } : {}) })).toBe(grade);
	});
});

describe('the days until it is asked again', () => {
	it('are one, then about a week, a month and more for who knows it; at most a year', () => {
		const days = intervals([GOOD, GOOD, GOOD, GOOD, GOOD, GOOD]);
		expect(days.slice(0, 2)).toEqual([1, 7]);
		expect(days[2]).toBeGreaterThanOrEqual(30);
		expect(days[2]).toBeLessThanOrEqual(34);
		expect(days[3]).toBeGreaterThan(100);
		expect(days.slice(4)).toEqual([365, 365]);
	});

	it('are one after every first answer, and after one that was wrong soon again', () => {
		for (const first of [AGAIN, HARD, GOOD] as const) expect(intervals([first])).toEqual([1]);
		expect(intervals([GOOD, GOOD, AGAIN, AGAIN]).slice(2)).toEqual([1, 1]);
	});

	it('grow more slowly for who is unsure', () => {
		const unsure = intervals([HARD, HARD, HARD, HARD]);
		expect(unsure).toEqual([...unsure].sort((a, b) => a - b));
		expect(unsure[3]).toBeLessThan(20);
	});
});

describe('the grid', () => {
	const code = fc.record({
		stability: fc.nat(MEMORY_GRID.stability - 1),
		difficulty: fc.nat(MEMORY_GRID.difficulty - 1)
	});

	it('gives back what lies on it', () => {
		fc.assert(
			fc.property(code, (one) => {
				expect(memoryCode(memoryAt(one))).toEqual(one);
				expect(memoryAt(memoryCode(memoryAt(one)))).toEqual(memoryAt(one));
			})
		);
	});

	it('is fine enough: no stability is off by more than a part in eighty', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.03, max: 1_900, noNaN: true }), (stability) => {
				const near = memoryAt(memoryCode({ stability, difficulty: 5 })).stability;
				expect(Math.abs(near / stability - 1)).toBeLessThan(1 / 80);
			})
		);
	});

	it('takes whatever a file says, and goes on from there', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
				fc.double({ min: 1, max: 10, noNaN: true }),
				(stability, difficulty) => {
					const event = answer(at(0, 9), { nth: 3, memory: { stability, difficulty } });
					expect(readEvent(event)).toEqual(event);
					for (const right of [true, false]) {
						const state = after(event, answer(at(4, 9), { right }));
						expect(Number.isFinite(state?.dueAt)).toBe(true);
					}
				}
			)
		);
		expect(readEvent(answer(0, { memory: { stability: -1, difficulty: 5 } }))).toBeUndefined();
		expect(readEvent(answer(0, { memory: { stability: 1, difficulty: 11 } }))).toBeUndefined();
	});
});

describe('of the answers of one sitting', () => {
	it('the first one counts: right after one has read what is right proves nothing', () => {
		const wrong = answer(at(0, 9), { right: false });
		expect(after(wrong, answer(at(0, 10)), answer(at(0, 20)))?.memory).toEqual(after(wrong)?.memory);
	});

	it('the last one says when it was seen: the day is counted from there', () => {
		expect(after(answer(at(0, 9)), answer(at(0, 20)))?.dueAt).toBe(at(1, 20));
	});

	it.each([
		[11, 59, false],
		[12, 0, true]
	])('after %i hours and %i minutes it is another sitting: %s', (hours, minutes, another) => {
		const again = answer(at(0, 9) + hours * HOUR + minutes * 60_000);
		const one = after(answer(at(0, 9)));
		expect(JSON.stringify(after(answer(at(0, 9)), again)?.memory) !== JSON.stringify(one?.memory)).toBe(
			another
		);
	});
});

describe('what is due', () => {
	it('is asked the next day at any hour, but not in the same sitting', () => {
		const evening = after(answer(at(0, 23)));
		if (!evening) throw new Error('no state');
		expect(isDue(evening, today(0, 23.5))).toBe(false);
		expect(isDue(evening, today(1, 8))).toBe(false);
		expect(isDue(evening, today(1, 11))).toBe(true);
		const morning = after(answer(at(0, 17)));
		expect(morning && isDue(morning, today(1, 8))).toBe(true);
		expect(morning && isDue(morning, today(40, 8))).toBe(true);
	});

	it('was reviewed today when it had been learned on another day', () => {
		const [first, again] = [after(answer(at(0, 9))), after(answer(at(0, 9)), answer(at(1, 9)))];
		expect(first && isReviewed(first, today(0, 10))).toBe(false);
		expect(again && isReviewed(again, today(1, 10))).toBe(true);
		expect(again && isReviewed(again, today(2, 10))).toBe(false);
		expect(first && isFirst(first.memory)).toBe(true);
	});
});

describe('answers from elsewhere', () => {
	const grades = fc.array(fc.record({ hours: fc.nat(900), right: fc.boolean() }), {
		minLength: 1,
		maxLength: 12
	});
	const events = grades.map((list) => {
		let when = at(0, 9);
		return list.map(({ hours, right }) => answer((when += (hours + 1) * HOUR), { right }));
	});

	it('of two computers give, merged in whatever order, what they give on one', () => {
		fc.assert(
			fc.property(events, fc.infiniteStream(fc.boolean()), (all, coin) => {
				const [one, other]: [ProgressEvent[], ProgressEvent[]] = [[], []];
				for (const event of all) (coin.next().value ? one : other).push(event);
				expect(after(...mergeEvents(one, other).events)).toEqual(after(...all));
				expect(after(...mergeEvents(other, one).events)).toEqual(after(...all));
			})
		);
	});

	it('of a packed record are gone on from: what it says of memory counts, not what its answers would give', () => {
		const memory = nextMemory(nextMemory(undefined, 0, GOOD), 1, GOOD);
		const packed = answer(at(3, 9), { nth: 2, memory });
		expect(after(answer(at(0, 9), { nth: 1 }), packed)?.memory).toEqual(memory);
		expect(after(packed, answer(at(10, 9)))?.memory).toEqual(nextMemory(memory, 7, GOOD));
	});

	it('of a packed record of the first format begin anew with the last one', () => {
		const old = after(answer(at(0, 9), { nth: 1 }), answer(at(30, 9), { nth: 5, right: false }));
		expect(old?.memory).toEqual(nextMemory(undefined, 0, AGAIN));
		expect(old?.dueAt).toBe(at(31, 9));
	});
});
