/** What is printed for: a standard session, or one that was prepared. Pure. */
import type { Board } from '#course/schema.ts';
import { boardOf, caseOf, roomCards, type RoomCard } from '../material.ts';
import { plan, type Length, type Plan, type Step } from '../plan.ts';
import { askedOf, subjectOf } from '../session/choices.ts';
import { shapesOf, type Items } from '../session/items.ts';
import type { Prepared } from '../session/prepared.ts';

/** `prepared`: the session, with its name, day and place; absent for a standard one. */
export type Programme = Plan & { prepared?: Prepared };

/** The steps that the wall shows as well. */
const known = (items: Items, steps: readonly Step[]): Step[] =>
	shapesOf(items, steps).map(({ step }) => step);

export const standardOf = (items: Items, minutes: Length): Programme => ({
	minutes,
	steps: known(items, plan(items.material, minutes).steps)
});

/** Steps whose item the course does not have any more are left out. */
export const programmeOf = (items: Items, prepared: Prepared): Programme => ({
	minutes: prepared.minutes,
	steps: known(items, prepared.steps),
	prepared
});

/** A board as this session places it. `title` says so when some of its cards stay in the box. */
export type Placed = { step: string; board: Board; title: string; cards: RoomCard[] };

export function placedIn(items: Items, step: Step): Placed | undefined {
	const { id, kind, item, cards: ids } = step;
	const { material } = items;
	const board = kind === 'board' ? boardOf(material, item) : undefined;
	if (!board) return undefined;
	const cards = roomCards(material, board, ids);
	return { step: id, board, title: subjectOf(items, step) ?? '', cards };
}

/** All boards of a session, in its order. */
export const boardsIn = (items: Items, steps: readonly Step[]): Placed[] =>
	steps.flatMap((step) => placedIn(items, step) ?? []);

/** What the room is asked, in the order of the paper: questions by their number, then cases by their title. */
export type Asked = {
	step: string;
	/** Of a question, from 1. */
	no?: number;
	/** Of a case. */
	title: string;
	scene: string | undefined;
	stem: string;
	options: string[];
};

export function askedIn(items: Items, steps: readonly Step[]): Asked[] {
	const of = (kind: 'question' | 'case') =>
		steps.flatMap((step) => {
			const asked = step.kind === kind ? askedOf(items, step) : undefined;
			if (!asked) return [];
			const { scene, stem, choices } = asked;
			const title = caseOf(items.material, step.item)?.title ?? '';
			return [{ step: step.id, title, scene, stem, options: choices.map(({ text }) => text) }];
		});
	return [...of('question').map((asked, i) => ({ ...asked, no: i + 1 })), ...of('case')];
}
