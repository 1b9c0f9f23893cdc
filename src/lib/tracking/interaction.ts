/** What an event tells an LMS of one answer. */
import { toldPairs } from '#questions/told.ts';
import { own } from '#record/json.ts';
import type { ProgressEvent } from '#record/events.ts';
import type { Interaction } from '#record/lms.ts';
import type { Known } from './course.ts';

/** Undefined for what is no answer: other events, later rounds of a board, items the course does not have, answers that do not fit. */
export function interactionOf(known: Known, event: ProgressEvent): Interaction | undefined {
	if (event.type === 'answered') return answered(known, event);
	if (event.type === 'boardChecked' && event.round === 1) return checked(known, event);
	return undefined;
}

function answered(
	known: Known,
	event: Extract<ProgressEvent, { type: 'answered' }>
): Interaction | undefined {
	const task = known.tasks.get(event.item);
	// The event's own points may come from a file: the answer says what it is worth.
	const points = task?.score(event.response);
	const told = points && task?.told(event.response, points);
	if (!task || !told) return undefined;
	return {
		item: event.item,
		unit: task.unit,
		at: event.at,
		...(event.ms === undefined ? {} : { ms: event.ms }),
		right: points.earned === points.total,
		...told
	};
}

function checked(
	known: Known,
	event: Extract<ProgressEvent, { type: 'boardChecked' }>
): Interaction | undefined {
	const found = known.boards.get(event.board);
	if (!found) return undefined;
	const { cards, columns } = found.input;
	const columnOf = (id: string) => cards.find((card) => card.id === id)?.columns[0];
	const given = (id: string) => (event.right.includes(id) ? columnOf(id) : own(event.wrong, id));
	const answer = toldPairs(
		cards.map(({ id, columns: right }) => ({ id, right })),
		columns,
		given
	);
	if (answer.response.length === 0) return undefined;
	return {
		item: event.board,
		unit: found.unit,
		at: event.at,
		right: cards.every(({ id }) => given(id) === columnOf(id)),
		answer
	};
}
