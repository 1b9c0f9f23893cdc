import { expect, test } from 'vitest';
import type { CourseIndex } from '#course/parts.ts';
import { confirmedEntries } from '#learn/confirmed.ts';
import { fold } from '#record/record.ts';
import type { ProgressEvent } from '#record/events.ts';

const entry = (id: string, domain: string, cite: string) => ({ id, text: id, domain, cite: [cite] });
const index = {
	id: 'c',
	map: {
		domains: [{ id: 'left' }, { id: 'right' }],
		rows: [
			{
				id: 'r',
				entries: [entry('a', 'left', 'D-01'), entry('b', 'left', 'D-02'), entry('c', 'right', 'D-03')]
			}
		]
	},
	units: [
		{
			id: 'u',
			pages: [],
			boards: [],
			questions: [
				{ id: 'q1', type: 'single', use: 'practice', asks: ['D-01', 'D-03'] },
				{ id: 'q2', type: 'single', use: 'practice', asks: ['D-02'] }
			]
		}
	]
} as unknown as CourseIndex;

const answered = (n: number, item: string, earned: number): ProgressEvent => ({
	type: 'answered',
	id: `e${n}`,
	at: n,
	item,
	response: 'a',
	earned,
	total: 1
});

test('an entry is confirmed by a right answer to a question that asks it, column by column', () => {
	const record = fold('c', [answered(1, 'q1', 1), answered(2, 'q2', 0)]);
	expect(confirmedEntries(index, record)).toEqual([
		{ domain: 'left', confirmed: 1, total: 2 },
		{ domain: 'right', confirmed: 1, total: 1 }
	]);
});

test('the last answer decides: a later wrong one takes the confirmation back', () => {
	const record = fold('c', [answered(1, 'q1', 1), answered(2, 'q1', 0)]);
	expect(confirmedEntries(index, record).map((c) => c.confirmed)).toEqual([0, 0]);
});
