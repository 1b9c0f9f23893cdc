/** The cards of a step as a room sees them. Pure. */
import type { Domain } from '#course/schema.ts';
import { roomCards, type RoomCard } from '../material.ts';
import type { Items } from './items.ts';
import type { Step } from './prepared.ts';

/** `domain`: where the source puts it. */
export type CardView = Omit<RoomCard, 'domain'> & { domain: Domain };

/** Numbered as on the printed cards. */
export function cardViews({ material, index, boards }: Items, step: Step): CardView[] {
	const board = step.kind === 'board' ? boards.get(step.item ?? '') : undefined;
	if (!board) return [];
	return roomCards(material, board, step.cards).flatMap((card) => {
		const domain = index.map.domains.find(({ id }) => id === card.domain);
		return domain ? [{ ...card, domain }] : [];
	});
}
