import { describe, expect, it } from 'vitest';
import type { Happened } from '#record/events.ts';
import { emptyRecord, fold } from '#record/record.ts';
import { createTracking } from '#tracking/tracking.ts';
import { stamped } from '../record/events.ts';
import { mini, wholeCourse } from './courses.ts';
import { rule } from './shown.ts';

const tracking = createTracking(mini, rule);

describe('how many things can be answered', () => {
	it('questions, boards, cases, cases in steps, and each statement twice', () => {
		expect(tracking.answers).toBe(10 + 1 + 4 + 1 + 4);
	});

	it('are few enough in the shipped course for an LMS to take every first answer', () => {
		const all = createTracking(wholeCourse('courses/kami-kyodo'), rule);
		console.info(`First answers in the shipped course: ${all.answers}`);
		expect(all.answers).toBeLessThan(200);
	});
});

describe('the place', () => {
	const placeAfter = (...list: Happened[]) => tracking.place(fold('mini_gomi', stamped(list)));

	it('is empty before the course was begun, and names where the learner goes on', () => {
		expect(tracking.place(emptyRecord('mini_gomi'))).toBe('');
		expect(placeAfter({ type: 'pageOpened', page: 'm2_p1' })).toBe('page:m2_p1');
		expect(placeAfter({ type: 'boardMoved', board: 'b_mono', move: { type: 'UNDO_ALL' } })).toBe(
			'board:b_mono'
		);
		expect(
			placeAfter({ type: 'runStarted', run: 'r1_abcdef', kind: 'practice', items: ['q1_1'], seed: 'abcdef' })
		).toBe('run:r1_abcdef');
	});

	it('tells the test and the end apart', () => {
		const pages = ['m1_p1', 'm1_p2', 'm2_p1', 'm2_p2', 'm2_p3'].map((page): Happened => ({
			type: 'pageDone',
			page
		}));
		expect(placeAfter(...pages)).toBe('test');
		expect(
			placeAfter(
				...pages,
				{ type: 'runStarted', run: 'r1_abcdef', kind: 'final', items: ['f1_1'], seed: 'abcdef' },
				{ type: 'runFinished', run: 'r1_abcdef', right: ['f1_1'], wrong: [], total: 1, passed: true }
			)
		).toBe('done');
	});
});
