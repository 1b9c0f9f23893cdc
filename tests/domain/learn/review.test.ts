import { expect, test } from 'vitest';
import type { CourseIndex } from '#course/parts.ts';
import { reviewItems } from '#learn/runs.ts';
import type { Happened } from '#record/events.ts';
import { fold } from '#record/record.ts';

const ids = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'];
const index = {
	id: 'c',
	units: [{ id: 'u', pages: [], boards: [], questions: ids.map((id) => ({ id, use: 'practice', asks: [] })) }]
} as unknown as CourseIndex;

const answered = (item: string, earned: 0 | 1, confidence?: 'sure' | 'rather' | 'unsure'): Happened => ({
	type: 'answered',
	item,
	response: 'a',
	earned,
	total: 1,
	...(confidence ? { confidence } : {})
});
const flagged = (item: string, on = true): Happened => ({ type: 'flagged', item, on });

const reviewAfter = (...happened: Happened[]) =>
	reviewItems({
		index,
		record: fold(
			'c',
			happened.map((one, at) => ({ ...one, at, id: `e${at}` }))
		)
	});

test('review begins with what one was sure of and got wrong, then what is marked, then what else was wrong', () => {
	expect(
		reviewAfter(
			answered('q1', 0, 'unsure'),
			answered('q2', 0),
			flagged('q3'),
			answered('q4', 0, 'rather'),
			answered('q5', 0, 'sure'),
			answered('q6', 0, 'sure')
		)
	).toEqual(['q5', 'q6', 'q3', 'q1', 'q2', 'q4']);
});

test('a question that is wrong and marked is reviewed once, at its earlier place', () => {
	expect(
		reviewAfter(answered('q1', 0), answered('q2', 0, 'sure'), flagged('q2'), flagged('q1'), answered('q3', 0))
	).toEqual(['q2', 'q1', 'q3']);
});

test('what is right in the end and not marked is not reviewed; the last answer’s confidence counts', () => {
	expect(
		reviewAfter(
			answered('q1', 0, 'sure'),
			answered('q1', 1, 'sure'),
			answered('q2', 0, 'sure'),
			answered('q2', 0, 'unsure'),
			answered('q3', 0, 'unsure'),
			answered('q3', 0, 'sure'),
			answered('q4', 1),
			flagged('q4'),
			flagged('q5'),
			flagged('q5', false)
		)
	).toEqual(['q3', 'q4', 'q2']);
});
