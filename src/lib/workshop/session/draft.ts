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
export type DraftProblem = 'no-steps' | 'people' | 'day';

/** Undefined when nothing is wrong. */
export function problemOf(items: Items, { day, people, steps }: Draft): DraftProblem | undefined {
	const count = peopleOf(people);
	if (count === undefined || count < 1 || count > MAX_PEOPLE) return 'people';
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return 'day';
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

/** Parts of a session that are about no item; `talk` may come more than once. */
export const PLAIN = ['opening', 'lecture', 'talk', 'closing'] as const;

/** The minutes that are proposed for a step that somebody adds. */
const MINUTES: Record<Step['kind'], number> = {
	opening: 5,
	lecture: 10,
	question: 5,
	board: 15,
	talk: 10,
	case: 10,
	closing: 5
};

/** The steps with one more, where it belongs: the opening first, an explanation after it, everything else before the end. */
export function withStep(steps: readonly Step[], kind: Step['kind'], item?: string): Step[] {
	const step: Step = { id: newStepId(steps), kind, minutes: MINUTES[kind], ...(item ? { item } : {}) };
	const opening = steps.findLastIndex((one) => one.kind === 'opening') + 1;
	const closing = steps.findIndex((one) => one.kind === 'closing');
	const at =
		kind === 'opening'
			? 0
			: kind === 'lecture'
				? opening
				: kind === 'closing' || closing < 0
					? steps.length
					: closing;
	return [...steps.slice(0, at), step, ...steps.slice(at)];
}

/** The steps with the `i`th one place up (-1) or down (1); as they were where there is no such place. */
export function moved(steps: readonly Step[], i: number, by: -1 | 1): Step[] {
	const [one, other] = [steps[i], steps[i + by]];
	if (!one || !other) return [...steps];
	return steps.map((step, at) => (at === i ? other : at === i + by ? one : step));
}

/** The cards with one more or one less, in the board's order; the last one stays. */
export function toggled(all: readonly string[], chosen: readonly string[], card: string): string[] {
	const cards = all.filter((id) => (id === card ? !chosen.includes(id) : chosen.includes(id)));
	return cards.length > 0 ? cards : [...chosen];
}

/** An id for a step that none of the others has. */
function newStepId(steps: readonly Step[]): string {
	let n = steps.length + 1;
	while (steps.some(({ id }) => id === `s${n}`)) n += 1;
	return `s${n}`;
}
