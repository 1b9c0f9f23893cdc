/** What is shown one after the other in a session: one thing per slide. Pure. */
import type { StepShape } from './items.ts';

/**
 * - `text`: opening, talk, closing
 * - `vote1`, `talk`, `vote2`, `compare`, `answer`, `reason`: two rounds of hands; the answer is first seen on `answer`
 * - `place`, `hold`, `heat`, `answer`, `card`: tables place cards, hold each one up, and see how they lie
 * - `what`: the circumstances of a case are turned
 */
export type Phase =
	| 'text'
	| 'vote1'
	| 'talk'
	| 'vote2'
	| 'compare'
	| 'answer'
	| 'reason'
	| 'place'
	| 'hold'
	| 'heat'
	| 'card'
	| 'what';
/** `page`: which reason, card or page of the phase, from 0. `no`: number of the step, from 1. */
export type Slide = { id: string; step: string; no: number; phase: Phase; page: number };

/** The most cards a heat map can show to the back of a room. */
export const HEAT_CARDS = 8;

const pages = (count: number) => Array.from({ length: count }, (_, page) => page);

function phasesOf({ step, options, cards, switches }: StepShape): { phase: Phase; pages: number }[] {
	switch (step.kind) {
		case 'question':
		case 'case':
			return [
				...(['vote1', 'talk', 'vote2', 'compare', 'answer'] as const).map((phase) => ({ phase, pages: 1 })),
				{ phase: 'reason', pages: options.length },
				{ phase: 'what', pages: Object.keys(switches).length > 0 ? 1 : 0 }
			];
		case 'board':
			return [
				{ phase: 'place', pages: 1 },
				{ phase: 'hold', pages: cards.length },
				{ phase: 'heat', pages: Math.ceil(cards.length / HEAT_CARDS) },
				{ phase: 'card', pages: Math.min(cards.length, HEAT_CARDS) }
			];
		default:
			return [{ phase: 'text', pages: 1 }];
	}
}

/** All slides in order. A slide's id says what it shows, so that an address or an event stays true when steps are added. */
export function slidesOf(shapes: readonly StepShape[]): Slide[] {
	return shapes.flatMap((shape, i) =>
		phasesOf(shape).flatMap(({ phase, pages: count }) =>
			pages(count).map((page) => ({
				id: `${shape.step.id}-${phase}-${page}`,
				step: shape.step.id,
				no: i + 1,
				phase,
				page
			}))
		)
	);
}
