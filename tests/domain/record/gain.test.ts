import { describe, expect, it } from 'vitest';
import type { CourseIndex, UnitIndex } from '#course/parts.ts';
import type { Happened } from '#record/events.ts';
import { gainOf, gains, pretestNow } from '#record/gain.ts';
import { pretestPage } from '#record/progress.ts';
import { fold } from '#record/record.ts';
import { stamped } from './events.ts';

const unit = (id: string): UnitIndex => ({
	id,
	title: id,
	summary: '',
	goal: '',
	minutes: 1,
	pages: id === 'last' ? [] : [{ id: `${id}_p`, title: id, questions: [], boards: [] }],
	questions: [],
	boards: [],
	cases: [],
	casework: []
});
const index: CourseIndex = {
	id: 'c',
	revision: 1,
	title: 'c',
	lead: '',
	source: { title: '', kind: '', issued: '', owner: '' },
	serves: { text: '', cite: [] },
	disclaimer: '',
	nobreak: [],
	units: [unit('u1'), unit('u2'), unit('u3'), unit('last')],
	pretest: [
		{ id: 'a', unit: 'u1', right: true },
		{ id: 'b', unit: 'u3', right: false },
		{ id: 'c', unit: 'u1', right: true }
	],
	test: { unit: 'last', draw: 1, pass: 1 },
	map: {
		title: '',
		column: '',
		caption: '',
		legend: '',
		start: '',
		end: '',
		domains: [],
		spans: [],
		rows: []
	}
};
const record = (happened: Happened[]) => fold('c', stamped(happened));
const answer = (item: string, response: string): Happened => ({
	type: 'answered',
	item,
	response,
	// Points are not asked: what is right is the course's to say.
	earned: 0,
	total: 1
});
const before = [answer('a_before', 'no'), answer('b_before', 'no'), answer('c_before', 'yes')];
const after = [answer('a_after', 'yes'), answer('b_after', 'yes'), answer('c_after', 'yes')];

describe('the gain', () => {
	it('counts, for every chapter that has statements, what was judged rightly before and after', () => {
		expect(gains(index, record([...before, ...after]))).toEqual([
			{ unit: 'u1', before: 1, after: 2, of: 2 },
			{ unit: 'u3', before: 1, after: 0, of: 1 }
		]);
	});

	it('counts the first answer to each statement alone', () => {
		const again = [answer('a_before', 'yes'), answer('b_after', 'no')];
		const first = record([...before, ...after]);
		expect(gains(index, record([...before, ...after, ...again]))).toEqual(gains(index, first));
	});

	it('tells a time without an answer from one at which nothing was right', () => {
		expect(gains(index, record([answer('a_before', 'no')]))).toEqual([
			{ unit: 'u1', before: 0, after: undefined, of: 2 },
			{ unit: 'u3', before: undefined, after: undefined, of: 1 }
		]);
		expect(gainOf(gains(index, record([answer('a_before', 'no')])))).toEqual({
			before: 0,
			after: undefined,
			of: 3
		});
	});

	it('adds the chapters up', () => {
		expect(gainOf(gains(index, record([...before, ...after])))).toEqual({ before: 2, after: 2, of: 3 });
	});
});

describe('the statements a learner is invited to', () => {
	const finished = (passed: boolean): Happened[] => [
		{ type: 'runStarted', run: 'r1', kind: 'final', items: ['x'], seed: 's' },
		{ type: 'runFinished', run: 'r1', right: [], wrong: ['x'], total: 1, passed }
	];
	const opened: Happened = { type: 'pageOpened', page: 'u1_p' };
	const done = (time: 'before' | 'after'): Happened => ({ type: 'pageDone', page: pretestPage(time) });

	it('are those before the course, until anything was begun', () => {
		expect(pretestNow(index, record([]))).toBe('before');
		expect(pretestNow(index, record([opened]))).toBeUndefined();
	});

	it('are those after it, from a test that was taken, passed or not, until they are answered', () => {
		expect(pretestNow(index, record([opened, ...finished(false)]))).toBe('after');
		expect(pretestNow(index, record([opened, ...finished(true), done('after')]))).toBeUndefined();
		expect(pretestNow(index, record([opened, ...finished(true), done('before')]))).toBe('after');
	});

	it('are none in a course without statements', () => {
		const without = { ...index, pretest: [] };
		expect(pretestNow(without, record([]))).toBeUndefined();
		expect(pretestNow(without, record(finished(true)))).toBeUndefined();
	});
});
