/** What is typed and chosen before a session, on its way to what is kept. Pure. */
import { plan, type Length } from '../plan.ts';
import type { Items } from './items.ts';
import { MAX_PEOPLE, type Prepared, type Step } from './prepared.ts';
import { shapesOf } from './items.ts';

/** The steps that are proposed for a length: those of the plan that a room can be asked. */
export function proposed(items: Items, minutes: Length): Step[] {
	const { steps } = plan(items.material, minutes);
	return shapesOf(items, steps).map(({ step }) => step);
}

export type Draft = Omit<Prepared, 'course' | 'people'> & { people: string };
export type DraftProblem = 'no-steps' | 'people';

/** Undefined when nothing is wrong. */
export function problemOf(items: Items, { people, steps }: Draft): DraftProblem | undefined {
	const count = peopleOf(people);
	if (count === undefined || count < 1 || count > MAX_PEOPLE) return 'people';
	const about = shapesOf(items, steps).some(({ step }) => step.item !== undefined && step.kind !== 'talk');
	return about ? undefined : 'no-steps';
}

const peopleOf = (text: string): number | undefined => {
	const plain = text.normalize('NFKC').trim();
	return /^\d{1,3}$/.test(plain) ? Number(plain) : undefined;
};

/** What is kept of a draft without a problem. `name` falls back to `standard`. */
export function preparedOf(items: Items, draft: Draft, standard: string): Prepared {
	const { id, revision, title } = items.index;
	return {
		course: { id, revision, title },
		name: draft.name.trim() || standard,
		day: draft.day,
		place: draft.place.trim(),
		minutes: draft.minutes,
		people: peopleOf(draft.people) ?? 0,
		tables: draft.tables,
		steps: draft.steps.map((step) => ({ ...step }))
	};
}

/** An id for a step that none of the others has. */
export function newStepId(steps: readonly Step[]): string {
	let n = steps.length + 1;
	while (steps.some(({ id }) => id === `s${n}`)) n += 1;
	return `s${n}`;
}
