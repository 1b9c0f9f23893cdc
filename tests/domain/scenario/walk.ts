/** Walks through a board of any size that check, after every event, what must always hold; walk-run.ts has the runs. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect } from 'vitest';
import {
	boardMachine,
	boardMove,
	unplaced,
	wrongCards,
	type BoardEvent,
	type BoardInput,
	type BoardMove,
	type BoardSnapshot
} from '#scenario/board.ts';
import { can, next, replay, start } from '#scenario/replay.ts';

/** Numbers that a walk turns into events that exist at that point. */
export type Step = { kind: number; card: number; column: number };
export const steps = (least: number, most: number): fc.Arbitrary<Step[]> =>
	fc.array(fc.record({ kind: fc.nat(99), card: fc.nat(999), column: fc.nat(999) }), {
		minLength: least,
		maxLength: most,
		size: 'max'
	});

/** How often each event was taken; a walk that never retries proves little. */
export type Tally = Record<string, number>;
export const count = (tally: Tally, type: string) => (tally[type] = (tally[type] ?? 0) + 1);

/** `expect` is too slow for half a million comparisons; this one is asked only when they differ. */
export function same(actual: unknown, expected: unknown, what: string): void {
	if (!isDeepStrictEqual(actual, expected)) expect(actual, what).toEqual(expected);
}
export function holds(fact: boolean, what: string): void {
	if (!fact) expect.fail(what);
}
export const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
export const json = <T extends object>(value: T): T => {
	const copy = JSON.parse(JSON.stringify(value));
	holds(isDeepStrictEqual(copy, value), `is plain JSON: ${JSON.stringify(value)}`);
	return copy;
};

/** All of a board but the card in hand: selecting is not recorded, so a resumed board may hold another card. */
export function boardState({ value, context }: BoardSnapshot): unknown {
	const { selected: _hand, ...kept } = context;
	return { value: typeof value === 'string' ? value : 'placing', ...kept };
}

/** What must hold after an event, whichever board it is. */
export function checkBoardStep(before: BoardSnapshot, event: BoardEvent, after: BoardSnapshot): void {
	const was = before.context;
	const is = after.context;
	const what = `after ${JSON.stringify(event)}`;
	if (!can(before, event)) {
		same(after.value, before.value, `an event that does not fit changes nothing, ${what}`);
		return same(is, was, `an event that does not fit changes nothing, ${what}`);
	}
	const ids = is.cards.map((c) => c.id);
	same(
		Object.keys(is.placements).length + unplaced(is).length,
		ids.length,
		`each card is in one place, ${what}`
	);
	for (const [card, column] of Object.entries(is.placements))
		holds(
			ids.includes(card) && is.columns.includes(column),
			`placements name known cards and columns, ${what}`
		);
	holds(is.selected === null || !is.locked.includes(is.selected), `a locked card is never in hand, ${what}`);
	same(
		after.matches({ placing: 'holding' }),
		is.selected !== null,
		`a card is in hand just while placing and holding, ${what}`
	);
	if (event.type !== 'RESTART')
		for (const card of was.locked)
			same(is.placements[card], was.placements[card], `a right card stays, ${what}`);
	if (Object.keys(was.firstTry).length > 0) same(is.firstTry, was.firstTry, `the first try is kept, ${what}`);
	if (!after.matches('placing')) same(unplaced(is), [], `a checked board is full, ${what}`);

	switch (event.type) {
		case 'PLACE':
		case 'TAKE_BACK':
		case 'UNDO_ALL': {
			if (isDeepStrictEqual(was.placements, is.placements)) {
				same(is.history, was.history, `no change, nothing to undo, ${what}`);
				break;
			}
			const undone = next(boardMachine, after, { type: 'UNDO' }).context;
			same(undone.placements, was.placements, `undo is exact, ${what}`);
			same(undone.history, was.history, `undo leaves the earlier changes, ${what}`);
			if (event.type === 'PLACE')
				same(is.selected === null, unplaced(is).length === 0, `the next card is in hand, ${what}`);
			break;
		}
		case 'CHECK': {
			const right = is.cards.filter((c) => c.columns.includes(is.placements[c.id] ?? '')).map((c) => c.id);
			same(is.locked, right, `right cards are locked, ${what}`);
			same(
				wrongCards(is),
				ids.filter((id) => !right.includes(id)),
				`the others are wrong, ${what}`
			);
			same(
				after.value,
				right.length === ids.length ? 'done' : 'reviewed',
				`done when all are right, ${what}`
			);
			if (Object.keys(was.firstTry).length === 0) same(is.firstTry, is.placements, `the first try, ${what}`);
			break;
		}
		case 'RETRY':
			same(unplaced(is), wrongCards(was), `only the wrong cards come back, ${what}`);
			same([is.round, is.history], [was.round + 1, []], `a new round without a past, ${what}`);
			break;
		case 'RESTART':
			same(
				[is.placements, is.locked, is.results, is.history, is.round],
				[{}, [], {}, [], 1],
				`all afresh, ${what}`
			);
			break;
	}
}

function boardEvent({ context, value }: BoardSnapshot, { kind, card, column }: Step): BoardEvent {
	const some = at(context.cards, card)?.id ?? 'none';
	const somewhere = at(context.columns, column) ?? 'none';
	const left = unplaced(context);
	if (value === 'reviewed' && kind < 60) return { type: 'RETRY' };
	if (value === 'done' && kind < 30) return { type: 'RESTART' };
	if (left.length === 0 && kind < 50) return { type: 'CHECK' };
	if (kind < 40) return { type: 'PLACE', card: at(left, card) ?? some, column: somewhere };
	if (kind < 50) {
		const right = context.cards.find((c) => c.id === at(left, card));
		return { type: 'PLACE', card: right?.id ?? some, column: right?.columns[0] ?? somewhere };
	}
	if (kind < 62) return { type: 'PLACE', column: somewhere };
	if (kind < 70) return { type: 'PLACE', card: some, column: somewhere };
	if (kind < 77) return { type: 'SELECT', card: some };
	if (kind < 80) return { type: 'DESELECT' };
	if (kind < 84) return { type: 'TAKE_BACK', card: some };
	if (kind < 90) return { type: 'UNDO' };
	if (kind < 91) return { type: 'UNDO_ALL' };
	if (kind < 93) return { type: 'CHECK' };
	if (kind < 95) return { type: 'RETRY' };
	if (kind < 96) return { type: 'RESTART' };
	if (kind < 98) return { type: 'PLACE', card: 'gone', column: somewhere };
	return { type: 'PLACE', card: some, column: 'gone' };
}

/**
 * Walks a board, checks every step, resumes it after every step, and then finishes it.
 * `tally` counts the events that were taken. Throws when something does not hold.
 */
export function walkBoard(input: BoardInput, walk: Step[], tally: Tally = {}): void {
	const frozen = JSON.stringify(input);
	const moves: BoardMove[] = [];
	let live = start(boardMachine, input);
	// Resuming is a fold of the recorded moves: folding one more a step is resuming after every step.
	let resumed = start(boardMachine, input);
	const take = (event: BoardEvent): void => {
		const before = live;
		live = next(boardMachine, before, event);
		checkBoardStep(before, event, live);
		if (!can(before, event)) return;
		count(tally, event.type);
		const move = boardMove(before, event);
		if (move) {
			moves.push(json(move));
			resumed = next(boardMachine, resumed, move);
		}
		same(
			boardState(resumed),
			boardState(live),
			`resuming gives the same board, after ${JSON.stringify(event)}`
		);
	};
	for (const step of walk) take(boardEvent(live, step));

	for (let round = 0; round < 2 && live.value !== 'done'; round++) {
		if (live.value === 'reviewed') take({ type: 'RETRY' });
		for (const card of input.cards)
			if (!live.context.locked.includes(card.id))
				take({ type: 'PLACE', card: card.id, column: card.columns[0] ?? 'none' });
		take({ type: 'CHECK' });
	}
	same(live.value, 'done', 'every walk can end');
	same(boardState(replay(boardMachine, input, moves)), boardState(live), 'a replay gives the same end');
	same(JSON.stringify(input), frozen, 'the input is left alone');
}
