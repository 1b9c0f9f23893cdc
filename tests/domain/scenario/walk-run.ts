/** Walks through a run of any size that check, after every event, what must always hold. */
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
import { at, count, holds, json, same, type Step, type Tally } from './walk.ts';

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
