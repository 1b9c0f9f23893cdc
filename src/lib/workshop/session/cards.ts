/** The cards of a board as a room sees them. Pure. */
import type { Domain } from '#course/schema.ts';
import { cardsOf, type Items } from './items.ts';
import type { Step } from './prepared.ts';

export type CardView = {
	id: string;
	/** Number on the printed card: the place on the whole board, from 1. */
	no: number;
	text: string;
	breaks?: string[] | undefined;
	/** Where the source puts it. */
	domain: Domain;
	reason: string;
	cite: string[];
	elsewhere: Record<string, { reason: string }>;
};

export function cardViews(items: Items, step: Step): CardView[] {
	const { domains, rows } = items.index.map;
	const entries = rows.flatMap((row) => row.entries);
	const whole = items.boards.get(step.item ?? '')?.cards ?? [];
	return cardsOf(items, step).flatMap((card) => {
		const entry = entries.find(({ id }) => id === card.entry);
		const domain = domains.find(({ id }) => id === entry?.domain);
		if (!entry || !domain) return [];
		const { id, reason, cite, elsewhere } = card;
		const no = whole.indexOf(card) + 1;
		return [{ id, no, text: entry.text, breaks: entry.breaks, domain, reason, cite, elsewhere }];
	});
}
