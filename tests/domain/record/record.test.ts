import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { inOrder, placeOf, ProgressEvent, readEvent, type Happened } from '#record/events.ts';
import { apply, emptyRecord, fold } from '#record/record.ts';
import { createStamp } from '#record/stamp.ts';
import { history, stamped } from './events.ts';

const after = (...list: Happened[]) =>
	fold(
		'c',
		stamped(list, (step) => 1_000 + step)
	);

const answer = (item: string, earned: number, more: object = {}): Happened => ({
	type: 'answered',
	item,
	response: ['a'],
	earned,
	total: 1,
	...more
});

function deepFreeze<T>(value: T): T {
	if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
		Object.freeze(value);
		Object.values(value).forEach(deepFreeze);
	}
	return value;
}

describe('folding', () => {
	it('gives the same record whatever order the events arrive in', () => {
		fc.assert(
			fc.property(history, fc.infiniteStream(fc.nat()), (events, keys) => {
				const shuffled = events
					.map((event) => ({ event, key: keys.next().value ?? 0 }))
					.sort((a, b) => a.key - b.key)
					.map(({ event }) => event);
				expect(fold('c', shuffled)).toEqual(events.reduce(apply, emptyRecord('c')));
			})
		);
	});

	it('never changes a record it was given', () => {
		fc.assert(
			fc.property(history, (events) => {
				let record = deepFreeze(emptyRecord('c'));
				for (const event of events) record = deepFreeze(apply(record, deepFreeze(event)));
			})
		);
	});

	it('gives plain JSON: writing and reading it changes nothing', () => {
		fc.assert(
			fc.property(history, (events) => {
				const record = fold('c', events);
				expect(isDeepStrictEqual(JSON.parse(JSON.stringify(record)), record)).toBe(true);
			})
		);
	});

	it('shares what an event does not touch', () => {
		const before = after(answer('q1', 1), answer('q2', 0), { type: 'pageOpened', page: 'p1' });
		const next = apply(before, {
			id: 'x',
			at: 5_000,
			type: 'answered',
			item: 'q2',
			response: 1,
			earned: 1,
			total: 1
		});
		expect(next.items.q1).toBe(before.items.q1);
		expect(next.pages).toBe(before.pages);
		expect(next.items.q2).not.toBe(before.items.q2);
	});
});

describe('events', () => {
	it('every event of a history is valid, and none with a missing or wrong field is', () => {
		fc.assert(
			fc.property(history, (events) => {
				for (const event of events) {
					expect(v.is(ProgressEvent, event)).toBe(true);
					expect(readEvent({ ...event, id: '' })).toBeUndefined();
					expect(readEvent({ ...event, at: Number.NaN })).toBeUndefined();
					expect(readEvent({ ...event, type: 'unheardOf' })).toBeUndefined();
				}
			})
		);
	});

	it('a response is JSON only, at most 32 levels deep, without a __proto__ key', () => {
		const read = (response: unknown) => readEvent({ ...answer('q1', 1), id: 'a', at: 1, response });
		const nested = (depth: number) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
		expect(read({ a: [1, 'x', null, true] })).toBeDefined();
		expect(read(nested(32))).toBeDefined();
		for (const bad of [
			undefined,
			Number.NaN,
			new Map(),
			() => 1,
			nested(33),
			JSON.parse('{"__proto__":1}')
		]) {
			expect(read(bad)).toBeUndefined();
		}
	});

	it('keep their order within one millisecond, and after the clock was set back', () => {
		const clock = [50, 50, 50, 10, 60];
		const stamp = createStamp(() => clock.shift() ?? 0, 'tab');
		const stamps = Array.from({ length: 5 }, stamp);
		const events = stamps.map((one) => ({ ...one, type: 'pageOpened' as const, page: 'p' }));
		expect(inOrder(events.toReversed())).toEqual(events);
		expect(stamps.map(({ at }) => at)).toEqual([50, 50, 50, 50, 60]);
		expect(createStamp(() => 10, 'next', 60)().at).toBe(61);
	});
});

describe('an item', () => {
	it('counts an answer that says which one it is as that one, and the next as one more', () => {
		const tries = (...list: Happened[]) => after(...list).items.q1?.tries;
		expect(tries(answer('q1', 1, { nth: 1 }), answer('q1', 1, { nth: 5 }))).toBe(5);
		expect(tries(answer('q1', 1, { nth: 5 }), answer('q1', 1, { nth: 3 }))).toBe(5);
		expect(tries(answer('q1', 1, { nth: 5 }), answer('q1', 0))).toBe(6);
		expect(tries(answer('q1', 1, { nth: 0 }))).toBe(1);
		const last = (...list: Happened[]) => after(...list).items.q1;
		expect(last(answer('q1', 1, { nth: 5 }), answer('q1', 0, { nth: 3 }))).toMatchObject({
			right: true,
			last: { earned: 1 }
		});
		expect(last(answer('q1', 1, { nth: 5 }), answer('q1', 0, { nth: 5 }))?.right).toBe(false);
	});

	it('keeps its first and last answer, counts tries, and is right when the last answer was', () => {
		const record = after(answer('q1', 0, { confidence: 'sure' }), answer('q1', 1), answer('q1', 0.5));
		expect(record.items.q1).toMatchObject({
			tries: 3,
			right: false,
			first: { earned: 0, at: 1_000, confidence: 'sure' },
			last: { earned: 0.5, at: 1_002 }
		});
		expect(after(answer('q1', 0), answer('q1', 1)).items.q1?.right).toBe(true);
	});

	it('keeps one half-made answer per place; null or an answer at that place clears it', () => {
		const draft = (where: string, response: string | null): Happened => ({
			type: 'drafted',
			item: 'q1',
			where,
			response
		});
		const both = [draft(placeOf({ page: 'p1' }), 'x'), draft(placeOf({ run: 'r1' }), 'y')];
		expect(after(...both).items.q1).toMatchObject({ tries: 0, drafts: { 'page:p1': 'x', 'run:r1': 'y' } });
		expect(after(...both, draft('page:p1', null)).items.q1?.drafts).toEqual({ 'run:r1': 'y' });
		expect(after(...both, answer('q1', 1, { run: 'r1', page: 'p1' })).items.q1?.drafts).toEqual({
			'page:p1': 'x'
		});
	});

	it('may have any id, the names of inherited properties included', () => {
		const record = after(answer('constructor', 1), { type: 'pageDone', page: 'toString' });
		expect(record.items.constructor).toMatchObject({ tries: 1 });
		expect(record.pages.toString).toEqual({ opened: 1_000 + 1, done: 1_000 + 1 });
	});
});

describe('a page', () => {
	it('keeps when it was first opened and first done', () => {
		const opened: Happened = { type: 'pageOpened', page: 'p1' };
		const done: Happened = { type: 'pageDone', page: 'p1' };
		expect(after(opened, opened, done, opened, done).pages.p1).toEqual({ opened: 1_000, done: 1_002 });
	});
});

describe('a board', () => {
	const moved = (type: 'CHECK' | 'RETRY' | 'RESTART' | 'UNDO'): Happened => ({
		type: 'boardMoved',
		board: 'b',
		move: { type }
	});
	const placed: Happened = {
		type: 'boardMoved',
		board: 'b',
		move: { type: 'PLACE', card: 'c', column: 'd' }
	};
	const checked = (right: string[], round: number): Happened => ({
		type: 'boardChecked',
		board: 'b',
		right,
		wrong: {},
		round
	});

	it('keeps every move in order until it is restarted', () => {
		expect(after(placed, moved('UNDO'), placed).boards.b?.moves.map(({ type }) => type)).toEqual([
			'PLACE',
			'UNDO',
			'PLACE'
		]);
		expect(after(placed, moved('RESTART'), placed).boards.b?.moves).toHaveLength(1);
	});

	it('keeps the first check apart from later ones, also over a restart', () => {
		const record = after(placed, checked(['a'], 1), moved('RESTART'), placed, checked(['a', 'c'], 1));
		expect(record.boards.b?.firstTry?.right).toEqual(['a']);
		expect(record.boards.b?.last?.right).toEqual(['a', 'c']);
	});
});

describe('a run', () => {
	const started: Happened = {
		type: 'runStarted',
		run: 'r',
		kind: 'final',
		unit: 'u8',
		items: ['q1', 'q2'],
		seed: 's'
	};

	it('keeps moves and answers in the order the machine must replay them', () => {
		const record = after(
			started,
			answer('q1', 1, { run: 'r' }),
			{ type: 'runMoved', run: 'r', move: { type: 'NEXT' } },
			answer('q2', 0, { run: 'r' }),
			{ type: 'runFinished', run: 'r', right: ['q1'], wrong: ['q2'], total: 2, passed: false }
		);
		expect(record.runs.r?.moves).toEqual([
			{ type: 'ANSWERED', item: 'q1', correct: true, response: ['a'] },
			{ type: 'NEXT' },
			{ type: 'ANSWERED', item: 'q2', correct: false, response: ['a'] }
		]);
		expect(record.runs.r).toMatchObject({
			right: ['q1'],
			wrong: ['q2'],
			total: 2,
			passed: false,
			finishedAt: 1_004
		});
		expect(record.runOrder).toEqual(['r']);
		expect(record.items.q2?.tries).toBe(1);
	});

	it('without a start is not invented, but its answers count for the items', () => {
		const record = after(answer('q1', 1, { run: 'lost' }));
		expect(record.runs).toEqual({});
		expect(record.items.q1?.tries).toBe(1);
	});
});

describe('the rest', () => {
	it('the first seed stays, and the earliest revision: what later ones added is not asked', () => {
		const record = after(
			{ type: 'started', revision: 1, seed: 'a' },
			{ type: 'started', revision: 2, seed: 'b' }
		);
		expect(record).toMatchObject({ revision: 1, seed: 'a', startedAt: 1_000, lastAt: 1_001 });
	});

	it('review marks are a list without doubles', () => {
		const flag = (item: string, on: boolean): Happened => ({ type: 'flagged', item, on });
		expect(after(flag('a', true), flag('b', true), flag('a', true), flag('b', false)).flagged).toEqual(['a']);
	});

	it('the place to go on follows the last thing done', () => {
		const page: Happened = { type: 'pageOpened', page: 'p1' };
		const move: Happened = { type: 'boardMoved', board: 'b', move: { type: 'UNDO' } };
		expect(after(page).resume).toEqual({ kind: 'page', page: 'p1' });
		expect(after(page, move, move).resume).toEqual({ kind: 'board', board: 'b', page: 'p1' });
		expect(after(page, { type: 'pageDone', page: 'p1' }).resume).toEqual({
			kind: 'page',
			page: 'p1',
			left: true
		});
		expect(after(page, { type: 'runStarted', run: 'r', kind: 'wrong', items: [], seed: '' }).resume).toEqual({
			kind: 'run',
			run: 'r'
		});
	});
});
