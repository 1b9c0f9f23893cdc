/** What a session leaves: its file, its rows, and its results. */
import { describe, expect, test } from 'vitest';
import { moved, problemOf, toggled, withStep } from '#workshop/session/draft.ts';
import { KENSHU_MAX_LENGTH, readKenshu, writeKenshu } from '#workshop/session/file.ts';
import { resultsOf, shareAgreed, shareRight } from '#workshop/session/results.ts';
import { trainingCsv } from '#workshop/session/rows.ts';
import { disputed, disputeOf, heatOf } from '#workshop/session/tally.ts';
import type { Move } from '#workshop/session/prepared.ts';
import { draft, happened, items, prepared, room, stepOf, wholeSession } from './room.ts';

const session = room();
const events = happened(wholeSession(session));
const course = prepared.course.id;

describe('the file', () => {
	const text = writeKenshu({ prepared, events });

	test('gives back what was prepared and what happened', () => {
		expect(readKenshu(text, course)).toEqual({ ok: true, value: { prepared, events } });
		expect(readKenshu(`\uFEFF${text}`, course).ok).toBe(true);
		expect(readKenshu(writeKenshu({ prepared, events: [] }), course)).toEqual({
			ok: true,
			value: { prepared, events: [] }
		});
	});

	test.each([
		['nonsense', 'no file', 'not-json'],
		['another kind of file', '{"format":"manabiya.kiroku","version":1}', 'not-kenshu'],
		['a file cut off', text.slice(0, -40), 'damaged'],
		['a newer one', text.replace('"version": 1', '"version": 2'), 'newer'],
		['one of another course', text.replace(`"id": "${course}"`, '"id": "other"'), 'other-course'],
		['one with a wrong event', text.replace('"NEXT"', '"JUMP"'), 'damaged'],
		['more people than fit in a hall', text.replace('"people": 24', '"people": 24000'), 'damaged'],
		['one too long', 'x'.repeat(KENSHU_MAX_LENGTH + 1), 'damaged']
	])('%s is refused with a code', (_, wrong, code) => {
		expect(wrong).not.toBe(text);
		expect(readKenshu(wrong, course)).toMatchObject({ ok: false, error: { code } });
	});
});

describe('the record', () => {
	const results = resultsOf(items, session, session.stand(events));

	test('has both votes of every item and the placement of every table, as they were entered', () => {
		const question = stepOf(session, 'question');
		const vote = results.votes.find(({ no }) => no === session.shapes.indexOf(question) + 1);
		expect(vote?.rows.map(({ option, first, second, shift }) => [option, first, second, shift])).toEqual(
			question.options.map((option, i) => [option, i + 1, i * 2 + 1, i])
		);
		expect(results.votes).toHaveLength(session.shapes.filter(({ options }) => options.length > 0).length);
		expect(results.boards.flatMap(({ cards }) => cards)).toHaveLength(stepOf(session, 'board').cards.length);
		for (const { cards } of results.boards)
			for (const card of cards) {
				expect(Object.keys(card.tables)).toEqual(['1', '2', '3']);
				expect(card.agreed).toBe(Object.values(card.tables).filter((name) => name === card.right).length);
			}
		expect(results.notes.map(({ text }) => text)).toEqual(results.votes.map(({ no }) => `問い ${no}`));
	});

	test('is empty when nothing was entered', () => {
		expect(resultsOf(items, session, session.stand([]))).toEqual({ votes: [], boards: [], notes: [] });
	});

	test('tells the share of the right answer in both rounds', () => {
		const [vote] = results.votes;
		if (!vote) throw new Error('No vote');
		const at = vote.rows.findIndex(({ choice }) => choice.right);
		const n = vote.rows.length;
		expect(shareRight(vote)).toEqual({
			first: Math.round(((at + 1) / ((n * (n + 1)) / 2)) * 100),
			second: Math.round(((at * 2 + 1) / (n * n)) * 100)
		});
	});

	test('a round that nobody counted is no row of zeros', () => {
		const { step, options } = stepOf(session, 'question');
		const count = (option = '', round: 1 | 2, count: number): Move => ({
			type: 'COUNT',
			step: step.id,
			round,
			option,
			count
		});
		const one = resultsOf(items, session, session.stand(happened([count(options[1], 1, 9)])));
		expect(one.votes[0]?.rows.map(({ first, second, shift }) => [first, second, shift])).toEqual(
			options.map((_, i) => [i === 1 ? 9 : 0, undefined, undefined])
		);
		expect(one.votes[0] && shareRight(one.votes[0]).second).toBeUndefined();
		const words = { head: ['a'], vote: 'v', board: 'b', note: 'n', round: String, table: String };
		expect(trainingCsv(prepared, 24, one, words).split('\r\n').slice(1, -1)).toHaveLength(options.length);
		// Nobody raised a hand: that was counted.
		const none = resultsOf(items, session, session.stand(happened([count(options[0], 2, 0)])));
		expect(none.votes[0]?.rows.map(({ second }) => second)).toEqual(options.map(() => 0));
	});

	test('tells how many cards the tables put where the source has them', () => {
		const [board] = results.boards;
		if (!board) throw new Error('No board');
		const agreed = board.cards.reduce((sum, card) => sum + card.agreed, 0);
		expect(agreed).toBeGreaterThan(0);
		expect(shareAgreed(board)).toBe(Math.round((agreed / (board.cards.length * 3)) * 100));
		expect(shareAgreed({ ...board, cards: [] })).toBeUndefined();
	});

	test('as rows has one for every number, and no formula', () => {
		const words = {
			head: ['a'],
			vote: 'v',
			board: 'b',
			note: 'n',
			round: String,
			table: String
		};
		const rows = trainingCsv({ ...prepared, name: '=1+1' }, 24, results, words)
			.split('\r\n')
			.slice(1, -1);
		const votes = results.votes.reduce((sum, { rows }) => sum + rows.length * 2, 0);
		const placed = stepOf(session, 'board').cards.length * 3;
		expect(rows).toHaveLength(votes + placed + results.notes.length);
		expect(rows.every((row) => row.startsWith(`"2027-04-05","'=1+1"`))).toBe(true);
	});
});

describe('the tables', () => {
	test('disagree least when all lie together, and most when they lie apart evenly', () => {
		expect(disputeOf([])).toBe(0);
		expect(disputeOf([0, 5, 0])).toBe(0);
		expect(disputeOf([1, 1, 1, 1])).toBeGreaterThan(disputeOf([2, 2, 0, 0]));
		expect(disputeOf([2, 2, 0, 0])).toBeGreaterThan(disputeOf([3, 1, 0, 0]));
	});

	test('bring the most disputed card first', () => {
		const placed = { a: { 1: 'x', 2: 'x' }, b: { 1: 'x', 2: 'y' }, c: { 1: 'y', 2: 'y' } };
		const cards = ['a', 'b', 'c'].map((id) => ({ id }));
		expect(disputed(cards, ['x', 'y'], placed).map(({ id }) => id)).toEqual(['b', 'a', 'c']);
		expect(heatOf(['x', 'y'], placed, 'b')).toEqual([1, 1]);
		expect(heatOf(['x', 'y'], placed, 'nobody')).toEqual([0, 0]);
	});
});

describe('what is typed before a session', () => {
	test.each([
		['24', undefined],
		['２４', undefined],
		['0', 'people'],
		['', 'people'],
		['many', 'people'],
		['1000', 'people']
	])('a number of people of %s', (people, problem) => {
		expect(problemOf(items, { ...draft, people })).toBe(problem);
	});

	test('a day has to be one', () => {
		expect(problemOf(items, { ...draft, day: '' })).toBe('day');
	});

	test('a step that is added comes where it belongs, and has an id of its own', () => {
		const added = withStep(draft.steps, 'case', 'k_x');
		expect(added.map(({ kind }) => kind)).toEqual([
			...draft.steps.slice(0, -1).map(({ kind }) => kind),
			'case',
			'closing'
		]);
		expect(new Set(added.map(({ id }) => id)).size).toBe(added.length);
		expect(withStep(draft.steps, 'lecture').map(({ kind }) => kind)[1]).toBe('lecture');
		expect(withStep([], 'closing').map(({ kind }) => kind)).toEqual(['closing']);
		expect(withStep(withStep([], 'closing'), 'opening').map(({ kind }) => kind)).toEqual([
			'opening',
			'closing'
		]);
	});

	test('a step moves by one place, and not beyond the ends', () => {
		const ids = (steps: { id: string }[]) => steps.map(({ id }) => id);
		const [a = '', b = '', ...rest] = ids(draft.steps);
		expect(ids(moved(draft.steps, 1, -1))).toEqual([b, a, ...rest]);
		expect(ids(moved(draft.steps, 0, 1))).toEqual([b, a, ...rest]);
		expect(ids(moved(draft.steps, 0, -1))).toEqual(ids(draft.steps));
		expect(ids(moved(draft.steps, draft.steps.length - 1, 1))).toEqual(ids(draft.steps));
	});

	test('cards are chosen in the board’s order, and one is left', () => {
		expect(toggled(['a', 'b', 'c'], ['c'], 'a')).toEqual(['a', 'c']);
		expect(toggled(['a', 'b', 'c'], ['a', 'c'], 'a')).toEqual(['c']);
		expect(toggled(['a', 'b', 'c'], ['c'], 'c')).toEqual(['c']);
	});

	test('a session has to ask something', () => {
		const steps = draft.steps.filter(({ kind }) => kind === 'opening' || kind === 'talk');
		expect(problemOf(items, { ...draft, steps })).toBe('no-steps');
	});
});
