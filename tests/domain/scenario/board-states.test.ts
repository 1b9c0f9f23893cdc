/**
 * The whole board, enumerated: three cards, three columns, and every order of events that leads forward.
 *
 * To make the space finite, states are told apart by what decides the future: where the cards lie, which are
 * locked, which is in hand. Left out are the round's number, the history, the last results and the first try:
 * no guard but UNDO's reads them, and that they change as they should is checked on every edge.
 * UNDO and RESTART lead back, not forward; they are tried at every state instead.
 */
import { adjacencyMapToArray, getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import { describe, expect, it } from 'vitest';
import { boardMachine, boardMove, type BoardEvent, type BoardSnapshot } from '#scenario/board.ts';
import { can, next, replay, start } from '#scenario/replay.ts';
import { boardState, checkBoardStep } from './walk.ts';

const input = {
	columns: ['k1', 'k2', 'k3'],
	cards: [
		{ id: 'a', columns: ['k1'] },
		{ id: 'b', columns: ['k2'] },
		{ id: 'c', columns: ['k2', 'k3'] }
	]
};
const ids = input.cards.map((c) => c.id);
const forward: BoardEvent[] = [
	...ids.flatMap((card): BoardEvent[] => [
		{ type: 'SELECT', card },
		{ type: 'TAKE_BACK', card },
		...input.columns.map((column) => ({ type: 'PLACE' as const, card, column }))
	]),
	...input.columns.map((column) => ({ type: 'PLACE' as const, column })),
	{ type: 'DESELECT' },
	{ type: 'UNDO_ALL' },
	{ type: 'CHECK' },
	{ type: 'RETRY' }
];
const key = ({ value, context }: BoardSnapshot) =>
	JSON.stringify([value, ids.map((id) => context.placements[id] ?? ''), context.locked, context.selected]);
const options = { input, events: forward, serializeState: key };

const map = getAdjacencyMap(boardMachine, options);
const states = Object.values(map);
const edges = adjacencyMapToArray(map).map(({ state, event, nextState }) => ({
	from: state,
	event,
	to: nextState
}));
console.info(`board of 3 cards and 3 columns: ${states.length} states, ${edges.length} events tried`);

describe('a board of three cards and three columns, in every state', () => {
	it('has as many full boards as there are ways to place the cards, and one end for every right way', () => {
		const count = (value: string) => states.filter(({ state }) => state.value === value).length;
		const full = 3 ** 3;
		const right = 1 * 1 * 2;
		expect(count('done')).toBe(right);
		// The same full board can be reviewed once for every set of cards that were right: that set is decided by it.
		expect(count('reviewed')).toBe(full - right);
	});

	it('keeps every promise on every event, fitting or not', () => {
		for (const { from, event, to } of edges) checkBoardStep(from, event, to);
		expect(edges.filter(({ from, event }) => can(from, event)).length).toBeGreaterThan(1000);
	});

	it('can reach the end from everywhere', () => {
		const reaching = new Set(
			states.filter(({ state }) => state.matches('done')).map(({ state }) => key(state))
		);
		for (let grown = true; grown;) {
			const before = reaching.size;
			for (const { from, to } of edges) if (reaching.has(key(to))) reaching.add(key(from));
			grown = reaching.size > before;
		}
		expect(states.map(({ state }) => key(state)).filter((k) => !reaching.has(k))).toEqual([]);
	});

	it('is the same again when its recorded moves are replayed', () => {
		const paths = getShortestPaths(boardMachine, options);
		expect(paths).toHaveLength(states.length);
		for (const { state, steps } of paths) {
			let snapshot = start(boardMachine, input);
			// The first step is the start itself.
			const moves = steps.slice(1).flatMap(({ event }) => {
				const move = can(snapshot, event) ? boardMove(snapshot, event) : undefined;
				snapshot = next(boardMachine, snapshot, event);
				return move ? [move] : [];
			});
			expect(key(snapshot)).toBe(key(state));
			const resumed = replay(boardMachine, input, JSON.parse(JSON.stringify(moves)));
			expect(boardState(resumed)).toEqual(boardState(snapshot));
		}
	});

	it('starts afresh from everywhere, but keeps the first try', () => {
		const first = boardState(start(boardMachine, input));
		for (const { state } of states) {
			const again = next(boardMachine, state, { type: 'RESTART' });
			expect(again.context.firstTry).toEqual(state.context.firstTry);
			expect(boardState(again)).toEqual({ ...Object(first), firstTry: state.context.firstTry });
		}
	});

	it('has nothing to undo right after a check, a retry or a fresh start', () => {
		for (const { from, event, to } of edges)
			if (can(from, event) && (event.type === 'CHECK' || event.type === 'RETRY'))
				expect(can(to, { type: 'UNDO' })).toBe(false);
		expect(can(start(boardMachine, input), { type: 'UNDO' })).toBe(false);
	});
});
