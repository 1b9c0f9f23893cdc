import { describe, expect, it } from 'vitest';
import { boardMachine, boardMove, unplaced, wrongCards, type BoardMove } from '#scenario/board.ts';
import { can, next, replay, start } from '#scenario/replay.ts';
import { currentItem, runMachine, wrongItems, type RunMove } from '#scenario/run.ts';

const columns = ['left', 'right'];
const board = {
	columns,
	cards: [
		{ id: 'a', columns: ['left'] },
		{ id: 'b', columns: ['right'] },
		{ id: 'c', columns },
		{ id: 'constructor', columns: ['left'] }
	]
};
const place = (card: string, column: string): BoardMove => ({ type: 'PLACE', card, column });
const full = [place('a', 'right'), place('b', 'right'), place('c', 'left'), place('constructor', 'left')];
const check: BoardMove = { type: 'CHECK' };

describe('a board', () => {
	it('takes the next card into the hand after a placement, from the start again after the last', () => {
		const hand = (moves: BoardMove[]) => replay(boardMachine, board, moves).context.selected;
		expect(hand([])).toBeNull();
		expect(hand([place('a', 'left')])).toBe('b');
		expect(hand([place('constructor', 'left')])).toBe('a');
		expect(hand([place('constructor', 'left'), place('a', 'left')])).toBe('b');
		expect(hand(full)).toBeNull();
	});

	it('locks right cards and takes only the wrong ones back, and keeps the first try', () => {
		const reviewed = replay(boardMachine, board, [...full, check]);
		expect(reviewed.value).toBe('reviewed');
		expect(wrongCards(reviewed.context)).toEqual(['a']);
		const again = next(boardMachine, reviewed, { type: 'RETRY' });
		expect(unplaced(again.context)).toEqual(['a']);
		for (const event of [place('b', 'left'), { type: 'TAKE_BACK' as const, card: 'b' }, check])
			expect(can(again, event)).toBe(false);
		const done = replay(boardMachine, board, [...full, check, { type: 'RETRY' }, place('a', 'left'), check]);
		expect(done.value).toBe('done');
		expect(done.context.firstTry).toMatchObject({ a: 'right', b: 'right' });
		expect(next(boardMachine, done, { type: 'RESTART' }).context.firstTry).toEqual(done.context.firstTry);
	});

	it('puts the card of an undone placement back into the hand', () => {
		const undone = replay(boardMachine, board, [...full, { type: 'UNDO' }]);
		expect(unplaced(undone.context)).toEqual(['constructor']);
		expect(undone.context.selected).toBe('constructor');
	});

	it('can undo taking everything back', () => {
		const back = replay(boardMachine, board, [...full, { type: 'UNDO_ALL' }]);
		expect(back.context.placements).toEqual({});
		expect(next(boardMachine, back, { type: 'UNDO' }).context.placements).toEqual(
			replay(boardMachine, board, full).context.placements
		);
	});

	it('names the card in hand in the move to record, and records no selecting', () => {
		const empty = start(boardMachine, board);
		expect(boardMove(empty, { type: 'PLACE', column: 'left' })).toBeUndefined();
		const holding = next(boardMachine, empty, { type: 'SELECT', card: 'b' });
		expect(boardMove(holding, { type: 'PLACE', column: 'left' })).toEqual(place('b', 'left'));
		expect(boardMove(holding, { type: 'DESELECT' })).toBeUndefined();
	});

	it('passes over moves of cards and columns that the course no longer has', () => {
		const smaller = { columns, cards: board.cards.slice(0, 2) };
		const kept = replay(boardMachine, smaller, [place('a', 'middle'), ...full, check, { type: 'RETRY' }]);
		expect(kept.context.placements).toEqual({ b: 'right' });
		expect(kept.context.locked).toEqual(['b']);
	});
});

const answered = (item: string, correct: boolean): RunMove => ({ type: 'ANSWERED', item, correct });
const nextMove: RunMove = { type: 'NEXT' };

describe('a practice run', () => {
	const input = { items: ['q1', 'q2', 'q3'], mode: 'practice' as const };
	const round = [
		answered('q1', false),
		nextMove,
		answered('q2', true),
		nextMove,
		answered('q3', false),
		nextMove
	];

	it('asks only the wrong ones again, and keeps the first try apart from the latest result', () => {
		const retry = replay(runMachine, input, [...round, { type: 'RETRY_WRONG' }]);
		expect(retry.context.items).toEqual(['q1', 'q3']);
		expect(retry.context.round).toBe(2);
		const end = [answered('q1', true), nextMove, answered('q3', false), nextMove];
		const finished = replay(runMachine, input, [...round, { type: 'RETRY_WRONG' }, ...end]);
		expect(finished.context.firstTry).toEqual({ q1: false, q2: true, q3: false });
		expect(finished.context.results).toEqual({ q1: true, q2: true, q3: false });
		expect(wrongItems(finished.context)).toEqual(['q3']);
	});

	it('takes one answer a question and does not go on without', () => {
		const first = start(runMachine, input);
		for (const event of [
			nextMove,
			answered('q2', true),
			{ type: 'GO' as const, index: 1 },
			{ type: 'REVIEW' as const }
		])
			expect(can(first, event)).toBe(false);
		expect(can(next(runMachine, first, answered('q1', true)), answered('q1', false))).toBe(false);
	});

	it('passes over an answer to a question that the course no longer has', () => {
		const fewer = { items: ['q1', 'q3'], mode: 'practice' as const };
		const kept = replay(runMachine, fewer, round);
		expect(kept.value).toBe('finished');
		expect(kept.context.results).toEqual({ q1: false, q3: false });
	});
});

describe('a final test', () => {
	const input = { items: ['q1', 'q2', 'q3'], mode: 'final' as const };
	const all = [
		answered('q1', false),
		nextMove,
		answered('q2', true),
		nextMove,
		answered('q3', true),
		nextMove
	];

	it('goes from the last question to the list, back from there, and lets an answer be changed', () => {
		const listed = replay(runMachine, input, all);
		expect(listed.value).toBe('review');
		const moves: RunMove[] = [...all, { type: 'GO', index: 0 }, answered('q1', true)];
		const changed = replay(runMachine, input, moves);
		expect([changed.value, currentItem(changed.context)]).toEqual(['asking', 'q1']);
		const end = replay(runMachine, input, [...moves, { type: 'REVIEW' }, { type: 'FINISH' }]);
		expect(end.context.results).toEqual({ q1: true, q2: true, q3: true });
		expect(end.context.firstTry).toEqual(end.context.results);
		expect(can(end, { type: 'RETRY_WRONG' })).toBe(false);
	});

	it('keeps marks through review and end', () => {
		const marked = replay(runMachine, input, [{ type: 'FLAG', item: 'q2' }, ...all, { type: 'FINISH' }]);
		expect([marked.value, marked.context.flagged]).toEqual(['finished', ['q2']]);
		expect(next(runMachine, marked, { type: 'UNFLAG', item: 'q2' }).context.flagged).toEqual([]);
	});
});
