import { describe, expect, it } from 'vitest';
import type { CourseIndex } from '#course/parts.ts';
import type { Happened, ProgressEvent } from '#record/events.ts';
import { fold } from '#record/record.ts';
import { studied } from '#record/studied.ts';

const page = (id: string) => ({ id, title: id, questions: [], boards: [] });
const unit = (id: string, pages: string[]) => ({
	id,
	title: id,
	pages: pages.map(page),
	questions: [],
	boards: [],
	cases: [],
	casework: []
});
const index = {
	id: 'c',
	units: [unit('u1', ['p1', 'p2']), unit('last', [])],
	test: { unit: 'last', draw: 1, pass: 1 }
} as unknown as CourseIndex;

const MINUTE = 60_000;
const events = (...list: [minute: number, what: Happened][]): ProgressEvent[] =>
	list.map(([minute, what], i) => ({ ...what, at: minute * MINUTE, id: `e${i}` }));
const done = (page: string): Happened => ({ type: 'pageDone', page });
const test = (minute: number): [number, Happened][] => [
	[minute - 1, { type: 'runStarted', run: 'r', kind: 'final', items: ['q'], seed: '' }],
	[minute, { type: 'runFinished', run: 'r', right: ['q'], wrong: [], total: 1, passed: true }]
];
const of = (list: ProgressEvent[]) => studied(index, fold('c', list), list);

describe('when a course was learned', () => {
	it('is from the first event to the pass, or to the last page when that came later', () => {
		const both: [number, Happened][] = [
			[1, done('p1')],
			[5, done('p2')]
		];
		expect(of(events(...both, ...test(9), [30, done('p1')]))).toMatchObject({
			begun: MINUTE,
			finished: 9 * MINUTE,
			until: 9 * MINUTE
		});
		expect(of(events(...test(3), ...both))).toMatchObject({ finished: 5 * MINUTE, until: 5 * MINUTE });
	});

	it('has no end before everything is done', () => {
		expect(of(events([1, done('p1')], ...test(9), [12, { type: 'pageOpened', page: 'p2' }]))).toMatchObject({
			finished: undefined,
			until: 12 * MINUTE
		});
		expect(of([])).toBeUndefined();
	});

	it('took the time from event to event, without pauses of over ten minutes and without what came after', () => {
		const list = events(
			[0, done('p1')],
			[10, { type: 'pageOpened', page: 'p2' }],
			[20.5, { type: 'pageOpened', page: 'p2' }],
			[24, done('p2')],
			...test(29),
			[33, done('p1')]
		);
		expect(of(list)?.active).toBe((10 + 3.5 + 5) * MINUTE);
	});
});
