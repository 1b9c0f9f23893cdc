/** A course grows while people learn: what they have done counts as it did, and what changed can be learnt by itself. */
import { describe, expect, it } from 'vitest';
import type { ChangeMeta, CourseIndex, UnitIndex } from '#course/parts.ts';
import type { Happened } from '#record/events.ts';
import { courseDone, resumeTarget, unitPages, unitStatus } from '#record/progress.ts';
import { fold } from '#record/record.ts';
import { revisedFor } from '#record/revisions.ts';
import type { Rule } from '#record/rule.ts';
import { standing } from '#record/standing.ts';
import { stamped } from './events.ts';

/** `a2+` is a page that the second revision added. */
function unit(id: string, pages: string[]): UnitIndex {
	return {
		id,
		title: id,
		summary: '',
		goal: '',
		minutes: 1,
		pages: pages.map((name) => {
			const page = name.replace('+', '');
			return {
				id: page,
				title: page,
				questions: [],
				boards: [],
				...(name.endsWith('+') ? { since: 2 } : {})
			};
		}),
		questions: [],
		boards: [],
		cases: [],
		casework: []
	};
}
const change = (id: string): ChangeMeta => ({ id, kind: 'changed', why: '', from: 'general', cite: [] });
const index: CourseIndex = {
	id: 'c',
	revision: 3,
	title: 'c',
	lead: '',
	source: { title: '', kind: '', issued: '', owner: '' },
	serves: { text: '', cite: [] },
	disclaimer: '',
	nobreak: [],
	units: [unit('u1', ['a1', 'a2+']), unit('u2', ['b1']), unit('new', ['n1+', 'n2+']), unit('test', [])],
	revisions: [
		{ revision: 2, date: '2027-04-01', what: '', changes: [change('r2_a'), change('r2_b')] },
		{ revision: 3, date: '2028-04-01', what: '', changes: [change('r3_a')] }
	],
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
const after = (revision: number, ...list: Happened[]) =>
	fold(
		'c',
		stamped([{ type: 'started', revision, seed: 's' }, ...list], (step) => 1_000 + step)
	);
const done = (...pages: string[]) => pages.map((page): Happened => ({ type: 'pageDone', page }));
const passed: Happened[] = [
	{ type: 'runStarted', run: 'r1', kind: 'final', items: [], seed: '' },
	{ type: 'runFinished', run: 'r1', right: ['q1', 'q2'], wrong: [], total: 2, passed: true }
];
const learnt = (id: string): Happened => ({ type: 'revised', change: id });

describe('what a later revision added', () => {
	const old = after(1, ...done('a1', 'b1'), ...passed);
	const now = after(2, ...done('a1', 'b1'), ...passed);

	it('is not asked of who had begun: finished stays finished', () => {
		expect(courseDone(index, old)).toBe(true);
		expect(unitStatus(index, unit('u1', ['a1', 'a2+']), old)).toBe('done');
		expect(unitPages(unit('u1', ['a1', 'a2+']), old)).toEqual({ done: 1, total: 1 });
		expect(standing(index, rule, old)).toMatchObject({ completed: true, progress: 1, score: 100 });
		expect(standing(index, rule, old).missing).toEqual({ units: 0, test: false });
	});

	it('is asked of who begins with it', () => {
		expect(courseDone(index, now)).toBe(false);
		expect(unitPages(unit('u1', ['a1', 'a2+']), now)).toEqual({ done: 1, total: 2 });
		expect(standing(index, rule, now).missing).toEqual({ units: 2, test: false });
	});

	it('does not lower the share of anyone who is half-way', () => {
		const before: CourseIndex = {
			...index,
			units: [unit('u1', ['a1']), unit('u2', ['b1']), unit('test', [])]
		};
		const half = after(1, ...done('a1'));
		expect(standing(index, rule, half).progress).toBe(standing(before, rule, half).progress);
		expect(resumeTarget(index, half)).toMatchObject({ page: 'b1' });
	});

	it.each([
		[1, 3],
		[3, 1]
	])(
		'counts as begun under the earlier revision when two records of one learner meet (%i, %i)',
		(one, two) => {
			const both = fold(
				'c',
				stamped(
					[
						{ type: 'started', revision: one, seed: 's' },
						...done('a1', 'b1'),
						...passed,
						{ type: 'started', revision: two, seed: 't' }
					],
					(step) => 1_000 + step
				)
			);
			expect(courseDone(index, both)).toBe(true);
		}
	);

	it('a unit that came as a whole says what was done in it', () => {
		const fresh = unit('new', ['n1+', 'n2+']);
		expect(unitStatus(index, fresh, old)).toBe('untouched');
		expect(unitStatus(index, fresh, after(1, ...done('n1')))).toBe('underway');
		expect(unitStatus(index, fresh, after(1, ...done('n1', 'n2')))).toBe('done');
	});

	it('leads nowhere when it is finished after the course was', () => {
		const more = after(1, ...done('a1', 'b1'), ...passed, ...done('n1'));
		expect(resumeTarget(index, more)).toEqual({ kind: 'done' });
	});
});

describe('changes to learn', () => {
	const left = (...args: Parameters<typeof after>) =>
		revisedFor(index, after(...args)).map((one) => [one.revision, one.left.map(({ id }) => id)]);

	it('are those of the revisions after the one that was begun', () => {
		expect(left(1, ...done('a1'))).toEqual([
			[2, ['r2_a', 'r2_b']],
			[3, ['r3_a']]
		]);
		expect(left(2, ...done('a1'))).toEqual([[3, ['r3_a']]]);
		expect(left(3, ...done('a1'))).toEqual([]);
	});

	it('are none for who has done nothing yet: they are met in the lessons', () => {
		expect(left(1)).toEqual([]);
		expect(left(1, { type: 'pageOpened', page: 'a1' })).toEqual([]);
	});

	it('are gone one by one, and the last one says when', () => {
		expect(left(1, ...done('a1'), learnt('r2_a'))).toEqual([
			[2, ['r2_b']],
			[3, ['r3_a']]
		]);
		const [first] = revisedFor(
			index,
			after(1, ...done('a1'), learnt('r2_b'), learnt('r2_a'), learnt('r2_b'))
		);
		// Learnt a second time it is as old as it was.
		expect(first).toMatchObject({ left: [], learntAt: 1_003 });
	});

	it('change nothing of what was finished', () => {
		const finished = after(1, ...done('a1', 'b1'), ...passed);
		const more = after(1, ...done('a1', 'b1'), ...passed, learnt('r2_a'));
		expect(standing(index, rule, more)).toEqual(standing(index, rule, finished));
		expect(more.resume).toEqual(finished.resume);
	});
});
