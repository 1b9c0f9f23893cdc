/** What is asked again today, and when the next ones come. Derived from the record: whoever stops in the middle goes on with what is left. */
import type { CourseIndex } from '#course/parts.ts';
import { AGAIN } from '#record/memory.ts';
import {
	cardState,
	DAY,
	isDue,
	isReviewed,
	type CardKind,
	type CardState,
	type Today
} from '#record/review.ts';
import { drawPractice, type Topical } from '#scenario/draw.ts';
import { topicsOf } from './mixing.ts';
import type { Session } from './session.svelte.ts';

/** Most that is asked again in a day, however much has piled up. */
export const MOST = 10;
/** What was got wrong takes at most this share while others wait, so that these come back as well. */
const WRONG_SHARE = 0.7;

export type Card = Topical & { kind: CardKind };
/** `next`: from when on more is asked, epoch milliseconds; undefined before anything was answered. */
export type Remembering = { cards: Card[]; next?: number };
type Learning = Pick<Session, 'index' | 'record'>;

/** Everything of a course that can be asked again, in its order. No final test's questions: they stay unknown. */
export function cardsOf(index: CourseIndex): Card[] {
	const topicOf = topicsOf(index);
	return index.units.flatMap((unit) => [
		...unit.questions.flatMap((question): Card[] =>
			question.use === 'practice'
				? [{ id: question.id, kind: 'question', topic: topicOf(question, unit) }]
				: []
		),
		...unit.cases.map(({ id }): Card => ({ id, kind: 'case', topic: unit.id }))
	]);
}

/** The day of a time on this computer's calendar. */
export function todayAt(now: number): Today {
	return { now, start: new Date(now).setHours(0, 0, 0, 0) };
}

/** At most ten a day: what was got wrong first, surest first; neighbours are about different things. The day decides the order. */
export function remembering({ index, record }: Learning, today: Today): Remembering {
	const known = cardsOf(index).flatMap((card) => {
		const state = cardState(record, card.id, card.kind);
		return state ? [{ card, state }] : [];
	});
	const size = Math.max(0, MOST - known.filter(({ state }) => isReviewed(state, today)).length);
	const due = known.filter(({ state }) => isDue(state, today)).sort((a, b) => a.state.dueAt - b.state.dueAt);
	const failed = ({ state }: { state: CardState }) => state.grade === AGAIN;
	const right = due.filter((one) => !failed(one));
	const wrong = due.filter(failed).slice(0, Math.max(size - right.length, Math.ceil(size * WRONG_SHARE)));
	const groups = [
		wrong.filter(({ state }) => state.sure),
		wrong.filter(({ state }) => !state.sure),
		right.slice(0, size - Math.min(size, wrong.length))
	].map((group) => group.map(({ card }) => card));
	const drawn = drawPractice({ groups, seed: `${record.seed ?? ''}:${today.start}`, size });
	const byId = new Map(due.map(({ card }) => [card.id, card]));
	const cards = drawn.flatMap((id) => byId.get(id) ?? []);
	const dates = known.map(({ state }) => Math.max(state.dueAt, today.start + DAY));
	return { cards, ...(dates.length ? { next: Math.min(...dates) } : {}) };
}

/** When a card is asked next, epoch milliseconds; undefined before its first answer. */
export function nextTime({ record }: Learning, { id, kind }: Card): number | undefined {
	return cardState(record, id, kind)?.dueAt;
}

/** Whether anything is kept of what is answered here: an LMS that shows a finished course takes no more. */
export function takesReviews({ store }: Pick<Session, 'store'>): boolean {
	return store.lms === undefined || store.lms.mode === 'normal';
}
