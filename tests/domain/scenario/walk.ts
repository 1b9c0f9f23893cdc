/** Walks through boards and runs of any size that check, after every event, what must always hold. */
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
import {
	currentItem,
	runMachine,
	unanswered,
	wrongItems,
	type RunEvent,
	type RunInput,
	type RunSnapshot
} from '#scenario/run.ts';

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
const count = (tally: Tally, type: string) => (tally[type] = (tally[type] ?? 0) + 1);

/** `expect` is too slow for half a million comparisons; this one is asked only when they differ. */
function same(actual: unknown, expected: unknown, what: string): void {
	if (!isDeepStrictEqual(actual, expected)) expect(actual, what).toEqual(expected);
}
function holds(fact: boolean, what: string): void {
	if (!fact) expect.fail(what);
}
const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
const json = <T extends object>(value: T): T => {
	const copy = JSON.parse(JSON.stringify(value));
	holds(isDeepStrictEqual(copy, value), `is plain JSON: ${JSON.stringify(value)}`);
	return copy;
};

// ---------------------------------------------------------------------------------------------------- boards

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

// ------------------------------------------------------------------------------------------------------ runs

/** What must hold after an event, whichever run it is. */
export function checkRunStep(before: RunSnapshot, event: RunEvent, after: RunSnapshot, all: string[]): void {
	const was = before.context;
	const is = after.context;
	const what = `after ${JSON.stringify(event)}`;
	if (!can(before, event)) {
		same(after.value, before.value, `an event that does not fit changes nothing, ${what}`);
		return same(is, was, `an event that does not fit changes nothing, ${what}`);
	}
	holds(currentItem(is) !== undefined, `a question is in view, ${what}`);
	holds(
		is.items.every((id) => all.includes(id)),
		`only questions of the run, ${what}`
	);
	holds(is.flagged.length === new Set(is.flagged).size, `marked once, ${what}`);
	for (const id of Object.keys(is.answers))
		holds(is.items.includes(id), `answers belong to the round, ${what}`);
	for (const [id, right] of Object.entries(was.firstTry))
		same(is.firstTry[id], right, `first try is kept, ${what}`);
	if (is.mode === 'final') {
		holds(
			after.value !== 'feedback' && is.round === 1,
			`a final test has no feedback and one round, ${what}`
		);
		if (after.value !== 'finished')
			same([is.firstTry, is.results], [{}, {}], `nothing is judged before the end, ${what}`);
	}
	if (after.value === 'feedback')
		holds(is.answers[currentItem(is) ?? ''] !== undefined, `feedback on an answer, ${what}`);
	if (after.value === 'finished') {
		same(unanswered(is), [], `finished means all answered, ${what}`);
		same(Object.keys(is.results).sort(), [...all].sort(), `a result for every question, ${what}`);
		for (const id of is.items) same(is.results[id], is.answers[id], `results are the latest, ${what}`);
	}
	if (event.type === 'RETRY_WRONG')
		same([is.items, is.answers, is.index], [wrongItems(was), {}, 0], `only the wrong ones again, ${what}`);
}

function runEvent({ context, value }: RunSnapshot, all: string[], { kind, card, column }: Step): RunEvent {
	const shown = currentItem(context) ?? 'none';
	const some = at(all, card) ?? 'none';
	const left = unanswered(context);
	if (value === 'finished' && kind < 60) return { type: 'RETRY_WRONG' };
	if (value === 'feedback' && kind < 80) return { type: 'NEXT' };
	if (value === 'asking' && context.mode === 'practice' && kind < 60)
		return { type: 'ANSWERED', item: shown, correct: column % 3 > 0 };
	if (value === 'review' && kind < 30 && left[0])
		return { type: 'GO', index: context.items.indexOf(left[0]) };
	if (value === 'review' && kind < 40) return { type: 'FINISH' };
	if (kind < 40) return { type: 'ANSWERED', item: shown, correct: column % 3 > 0 };
	if (kind < 75) return { type: 'NEXT' };
	if (kind < 79) return { type: 'PREV' };
	if (kind < 82) return { type: 'GO', index: (card % (all.length + 2)) - 1 };
	if (kind < 86) return { type: 'FLAG', item: some };
	if (kind < 89) return { type: 'UNFLAG', item: at(context.flagged, card) ?? some };
	if (kind < 91) return { type: 'REVIEW' };
	if (kind < 93) return { type: 'FINISH' };
	if (kind < 95) return { type: 'RETRY_WRONG' };
	if (kind < 98) return { type: 'ANSWERED', item: some, correct: column % 2 === 0 };
	return { type: 'ANSWERED', item: 'gone', correct: true };
}

/** Walks a run, checks every step, resumes it, and then finishes it. Throws when something does not hold. */
export function walkRun(input: RunInput, walk: Step[], tally: Tally = {}): void {
	const frozen = JSON.stringify(input);
	const moves: RunEvent[] = [];
	let live = start(runMachine, input);
	let resumed = start(runMachine, input);
	const take = (event: RunEvent): void => {
		const before = live;
		live = next(runMachine, before, event);
		checkRunStep(before, event, live, input.items);
		if (!can(before, event)) return;
		count(tally, event.type);
		moves.push(json(event));
		resumed = next(runMachine, resumed, json(event));
		same([resumed.value, resumed.context], [live.value, live.context], 'resuming gives the same run');
	};
	for (const step of walk) take(runEvent(live, input.items, step));

	if (live.value === 'feedback') take({ type: 'NEXT' });
	for (let n = 0; n < input.items.length && live.value !== 'finished'; n++) {
		const open = unanswered(live.context)[0];
		if (open === undefined) break;
		take({ type: 'GO', index: live.context.items.indexOf(open) });
		take({ type: 'ANSWERED', item: open, correct: true });
		if (input.mode === 'practice') take({ type: 'NEXT' });
	}
	take({ type: 'REVIEW' });
	take({ type: 'FINISH' });
	same(live.value, 'finished', 'every walk can end');
	const again = replay(runMachine, input, moves);
	same([again.value, again.context], [live.value, live.context], 'a replay gives the same end');
	same(JSON.stringify(input), frozen, 'the input is left alone');
}
