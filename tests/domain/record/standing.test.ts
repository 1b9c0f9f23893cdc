import { describe, expect, it } from 'vitest';
import type { CourseIndex, UnitIndex } from '#course/parts.ts';
import type { Happened } from '#record/events.ts';
import { apply, emptyRecord, fold, type LearnerRecord } from '#record/record.ts';
import type { Rule } from '#record/rule.ts';
import { standing } from '#record/standing.ts';
import { stamped } from './events.ts';

function unit(id: string, pages: string[]): UnitIndex {
	return {
		id,
		title: id,
		summary: '',
		goal: '',
		minutes: 1,
		pages: pages.map((page) => ({ id: page, title: page, questions: [], boards: [] })),
		questions: [],
		boards: [],
		cases: [],
		casework: []
	};
}
const index: CourseIndex = {
	id: 'c',
	revision: 1,
	title: 'c',
	lead: '',
	source: { title: '', kind: '', issued: '', owner: '' },
	serves: { text: '', cite: [] },
	disclaimer: '',
	nobreak: [],
	units: [unit('u1', ['a1', 'a2']), unit('u2', ['b1']), unit('u3', ['c1', 'c2', 'c3']), unit('test', [])],
	pretest: [],
	test: { unit: 'test', draw: 2, pass: 0.8 },
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
const rule: Rule = {
	pass: 0.8,
	completes: 'both',
	onComplete: 'passed',
	onFail: 'incomplete',
	score: 'best',
	interactions: true
};

const after = (...list: Happened[]) =>
	fold(
		'c',
		stamped(list, (step) => 1_000 + step)
	);
const done = (page: string): Happened => ({ type: 'pageDone', page });
const test = (run: string, right: number, total: number, passed?: boolean): Happened[] => [
	{ type: 'runStarted', run, kind: 'final', items: [], seed: '' },
	{
		type: 'runFinished',
		run,
		right: Array.from({ length: right }, (_, n) => `q${n}`),
		wrong: [],
		total,
		...(passed === undefined ? {} : { passed })
	}
];
const pages = ['a1', 'a2', 'b1', 'c1', 'c2', 'c3'].map(done);
const stand = (record: LearnerRecord, changes: Partial<Rule> = {}) =>
	standing(index, { ...rule, ...changes }, record);

describe('completion', () => {
	const cases: [Rule['completes'], Happened[], boolean, { units: number; test: boolean }][] = [
		['units', [], false, { units: 3, test: false }],
		['units', pages.slice(0, 3), false, { units: 1, test: false }],
		['units', pages, true, { units: 0, test: false }],
		['test', pages, false, { units: 0, test: true }],
		['test', test('r', 16, 20), true, { units: 0, test: false }],
		['both', pages, false, { units: 0, test: true }],
		['both', test('r', 16, 20), false, { units: 3, test: false }],
		['both', [...pages, ...test('r', 16, 20)], true, { units: 0, test: false }]
	];
	it.each(cases)(
		'by %s after %# tells whether, and what is missing',
		(completes, list, completed, missing) => {
			expect(stand(after(...list), { completes })).toMatchObject({ completed, missing });
		}
	);
});

describe('the pass', () => {
	it('is unknown until a test has been finished', () => {
		expect(stand(after(...pages)).passed).toBeUndefined();
		expect(
			stand(after({ type: 'runStarted', run: 'r', kind: 'final', items: ['q'], seed: '' })).passed
		).toBeUndefined();
		expect(stand(after(...test('r', 3, 20))).passed).toBe(false);
	});

	it('follows the share of the rule, not of the course', () => {
		const record = after(...test('r', 14, 20));
		expect(stand(record, { pass: 0.7 }).passed).toBe(true);
		expect(stand(record, { pass: 0.75 }).passed).toBe(false);
		expect(stand(after(...test('r', 14, 20, false)), { pass: 0.7 }).passed).toBe(true);
	});

	it('is never lost: not by a later failure, and not by a rule that asks for more', () => {
		const record = after(...test('a', 17, 20, true), ...test('b', 0, 20, false));
		expect(stand(record).passed).toBe(true);
		expect(stand(record, { pass: 0.9 }).passed).toBe(true);
	});

	it('makes the unit of the test done', () => {
		const status = (list: Happened[], pass: number) =>
			stand(after(...list), { pass }).units.find((one) => one.id === 'test')?.status;
		expect(status([], 0.8)).toBe('untouched');
		expect(status(test('r', 14, 20), 0.8)).toBe('underway');
		expect(status(test('r', 14, 20), 0.7)).toBe('done');
	});
});

describe('the score', () => {
	it('is the best test of all, 0 to 100 with at most two decimals', () => {
		expect(stand(after(...test('a', 2, 3), ...test('b', 1, 3))).score).toBe(66.67);
		expect(stand(after(...test('a', 20, 20))).score).toBe(100);
		expect(stand(after(...test('a', 0, 20))).score).toBe(0);
	});

	it('is absent without a finished test, and when none is wanted', () => {
		expect(stand(after(...pages)).score).toBeUndefined();
		expect(stand(after(...test('a', 2, 3)), { score: 'none' }).score).toBeUndefined();
	});
});

describe('progress', () => {
	it.each(['units', 'test', 'both'] as const)(
		'by %s grows with every page and the pass, has at most four decimals, and is 1 only when completed',
		(completes) => {
			let record = emptyRecord('c');
			let before = -1;
			for (const event of stamped([...pages, ...test('a', 3, 20), ...test('b', 20, 20)], (n) => n)) {
				record = apply(record, event);
				const { progress, completed } = stand(record, { completes });
				expect(progress).toBeGreaterThanOrEqual(before);
				expect(progress).toBe(Number(progress.toFixed(4)));
				expect(progress === 1).toBe(completed);
				before = progress;
			}
			expect(before).toBe(1);
		}
	);

	it('counts the test as much as a unit of average length', () => {
		expect(stand(after(...pages)).progress).toBe(0.75);
		expect(stand(after(...test('a', 20, 20))).progress).toBe(0.25);
		expect(stand(after(...pages.slice(0, 1)), { completes: 'units' }).progress).toBe(0.1666);
	});
});
