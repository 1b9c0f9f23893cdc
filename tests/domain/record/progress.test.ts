import { describe, expect, it } from 'vitest';
import type { CourseIndex, UnitIndex } from '#course/parts.ts';
import type { Happened } from '#record/events.ts';
import {
	courseDone,
	flaggedItems,
	openFinal,
	resumeTarget,
	seenFinal,
	testResult,
	unitStatus,
	wrongItems
} from '#record/progress.ts';
import { fold } from '#record/record.ts';
import { stamped } from './events.ts';

function unit(id: string, pages: string[], board?: string): UnitIndex {
	const question = (use: 'practice' | 'final') => ({ id: `${id}_${use}`, type: 'choice', use, asks: [] });
	return {
		id,
		title: id,
		summary: '',
		goal: '',
		minutes: 1,
		pages: pages.map((page, at) => ({
			id: page,
			title: page,
			questions: [],
			boards: at === 0 && board ? [board] : []
		})),
		questions: pages.length === 0 ? [] : [question('practice'), question('final')],
		boards: board ? [{ id: board, title: board, cards: 3 }] : [],
		cases: [],
		casework: []
	};
}
const u1 = unit('u1', ['a1', 'a2']);
const u2 = unit('u2', ['b1'], 'board2');
const u3 = unit('u3', []);
const index: CourseIndex = {
	id: 'c',
	revision: 1,
	title: 'c',
	lead: '',
	source: { title: '', kind: '', issued: '', owner: '' },
	serves: { text: '', cite: [] },
	disclaimer: '',
	nobreak: [],
	units: [u1, u2, u3],
	pretest: [],
	test: { unit: 'u3', draw: 2, pass: 0.8 },
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

const after = (...list: Happened[]) =>
	fold(
		'c',
		stamped(list, (step) => 1_000 + step)
	);
const opened = (page: string): Happened => ({ type: 'pageOpened', page });
const done = (page: string): Happened => ({ type: 'pageDone', page });
const answer = (item: string, earned: number): Happened => ({
	type: 'answered',
	item,
	response: 1,
	earned,
	total: 1
});
const final = (run: string, items: string[] = []): Happened => ({
	type: 'runStarted',
	run,
	kind: 'final',
	items,
	seed: ''
});
const finished = (run: string, right: number, total: number, passed?: boolean): Happened => ({
	type: 'runFinished',
	run,
	right: Array.from({ length: right }, (_, n) => `q${n}`),
	wrong: [],
	total,
	passed
});
const all = [done('a1'), done('a2'), done('b1')];

describe('a unit', () => {
	it('is untouched, underway from the first page opened or item answered, and done with all its pages', () => {
		expect(unitStatus(index, u1, after())).toBe('untouched');
		expect(unitStatus(index, u1, after(opened('a1')))).toBe('underway');
		expect(unitStatus(index, u1, after(answer('u1_practice', 0)))).toBe('underway');
		expect(unitStatus(index, u1, after(answer('u1_final', 0)))).toBe('untouched');
		expect(
			unitStatus(index, u2, after({ type: 'boardMoved', board: 'board2', move: { type: 'UNDO' } }))
		).toBe('underway');
		expect(unitStatus(index, u1, after(done('a1')))).toBe('underway');
		expect(unitStatus(index, u1, after(done('a1'), done('a2')))).toBe('done');
	});

	it('of the final test is done when the test is passed', () => {
		expect(unitStatus(index, u3, after())).toBe('untouched');
		expect(unitStatus(index, u3, after(final('r')))).toBe('underway');
		expect(unitStatus(index, u3, after(final('r'), finished('r', 16, 20, true)))).toBe('done');
	});
});

describe('the final test', () => {
	it('is passed by one passing run, and a later failure does not take it away', () => {
		const record = after(
			final('r1'),
			finished('r1', 17, 20, true),
			final('r2'),
			finished('r2', 3, 20, false)
		);
		expect(testResult(index, record)).toMatchObject({
			finished: 2,
			passed: true,
			best: { run: 'r1', right: 17, total: 20 },
			latest: { run: 'r2', passed: false }
		});
	});

	it('compares shares, not counts, and keeps the earliest of equals', () => {
		const record = after(
			final('a'),
			finished('a', 5, 10),
			final('b'),
			finished('b', 10, 20),
			final('c'),
			finished('c', 4, 5)
		);
		expect(testResult(index, record).best?.run).toBe('c');
		expect(
			testResult(index, after(final('a'), finished('a', 5, 10), final('b'), finished('b', 10, 20))).best?.run
		).toBe('a');
	});

	it('without a stored verdict is judged by the pass share of the course', () => {
		expect(testResult(index, after(final('r'), finished('r', 16, 20))).passed).toBe(true);
		expect(testResult(index, after(final('r'), finished('r', 15, 20))).passed).toBe(false);
	});

	it('tells which items were drawn before, and which run is still open', () => {
		const record = after(final('r1', ['x', 'y']), finished('r1', 0, 2, false), final('r2', ['y', 'z']));
		expect(seenFinal(record)).toEqual(['x', 'y', 'z']);
		expect(openFinal(record)).toBe('r2');
		expect(openFinal(after(final('r1'), finished('r1', 0, 2, false)))).toBeUndefined();
	});
});

describe('review', () => {
	it('lists what the last answer got wrong, in the course order, the final items apart', () => {
		const record = after(
			answer('u2_practice', 0),
			answer('u1_practice', 0),
			answer('u1_final', 0),
			answer('gone', 0)
		);
		expect(wrongItems(index, record)).toEqual(['u1_practice', 'u2_practice']);
		expect(wrongItems(index, record, 'final')).toEqual(['u1_final']);
		expect(wrongItems(index, after(answer('u1_practice', 0), answer('u1_practice', 1)))).toEqual([]);
		const draft: Happened = { type: 'drafted', item: 'u1_practice', where: 'page:a1', response: 'x' };
		expect(wrongItems(index, after(draft))).toEqual([]);
	});

	it('lists review marks of items the course still has', () => {
		const flag = (item: string): Happened => ({ type: 'flagged', item, on: true });
		expect(flaggedItems(index, after(flag('gone'), flag('u2_practice'), flag('u1_practice')))).toEqual([
			'u2_practice',
			'u1_practice'
		]);
	});
});

describe('the course', () => {
	it('is done with all teaching units done and the test passed, not with one of them alone', () => {
		const passed = [final('r'), finished('r', 20, 20, true)];
		expect(courseDone(index, after(...all))).toBe(false);
		expect(courseDone(index, after(...passed))).toBe(false);
		expect(courseDone(index, after(...all, ...passed))).toBe(true);
	});
});

describe('going on', () => {
	it('begins at the first page', () => {
		expect(resumeTarget(index, after())).toEqual({ kind: 'page', unit: 'u1', page: 'a1' });
	});

	it('returns to the page, board or open run of the last event', () => {
		expect(resumeTarget(index, after(opened('a2')))).toEqual({ kind: 'page', unit: 'u1', page: 'a2' });
		const move: Happened = { type: 'boardMoved', board: 'board2', move: { type: 'UNDO' } };
		expect(resumeTarget(index, after(move))).toEqual({
			kind: 'board',
			unit: 'u2',
			board: 'board2',
			page: 'b1'
		});
		expect(resumeTarget(index, after(opened('a1'), final('r')))).toEqual({ kind: 'run', run: 'r' });
	});

	it('stays at a page just done, but leaves a unit that is done', () => {
		expect(resumeTarget(index, after(opened('a1'), done('a1')))).toEqual({
			kind: 'page',
			unit: 'u1',
			page: 'a1'
		});
		expect(resumeTarget(index, after(done('a1'), done('a2')))).toEqual({
			kind: 'page',
			unit: 'u2',
			page: 'b1'
		});
		expect(resumeTarget(index, after(done('a1'), done('a2'), opened('a2')))).toMatchObject({ page: 'a2' });
	});

	it('leaves a finished run and a page this revision no longer has for the first page not done', () => {
		expect(resumeTarget(index, after(done('a1'), final('r'), finished('r', 0, 2, false)))).toMatchObject({
			page: 'a2'
		});
		expect(resumeTarget(index, after(done('a1'), opened('gone')))).toMatchObject({ page: 'a2' });
	});

	it('leads to the test after the last page, and nowhere when all is done', () => {
		expect(resumeTarget(index, after(...all))).toEqual({ kind: 'test', unit: 'u3' });
		expect(resumeTarget(index, after(...all, final('r'), finished('r', 20, 20, true)))).toEqual({
			kind: 'done'
		});
	});
});
