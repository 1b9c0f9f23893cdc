/** The cards of a board as the trainer needs them beside the wall. Pure. */
import { cardViews, type CardView } from '../session/cards.ts';
import type { Standing } from '../session/fold.ts';
import type { Items } from '../session/items.ts';
import type { Step } from '../session/prepared.ts';
import { HEAT_CARDS } from '../session/slides.ts';
import { disputed } from '../session/tally.ts';

/** The cards of a step in the order they come on the wall while its answers are seen. */
export function byDispute(items: Items, step: Step, { steps }: Pick<Standing, 'steps'>): CardView[] {
	const columns = items.index.map.domains.map(({ id }) => id);
	return disputed(cardViews(items, step), columns, steps[step.id]?.placed ?? {});
}

/** The one card that is on the wall; undefined where none or several are. */
export function cardOnWall(items: Items, step: Step, standing: Standing): CardView | undefined {
	const { phase, page } = standing.slide;
	if (phase === 'hold') return cardViews(items, step)[page];
	return phase === 'card' ? byDispute(items, step, standing)[page] : undefined;
}

/** The others: those on the wall first, then in the wall's order. */
export function otherCards(items: Items, step: Step, standing: Standing): CardView[] {
	const { phase, page } = standing.slide;
	const here = cardOnWall(items, step, standing)?.id;
	const early = phase === 'place' || phase === 'hold';
	const cards = early ? cardViews(items, step) : byDispute(items, step, standing);
	const from = phase === 'heat' ? page * HEAT_CARDS : 0;
	return [...cards.slice(from), ...cards.slice(0, from)].filter(({ id }) => id !== here);
}
