import * as v from 'valibot';
import { shuffle } from '#course/random.ts';
import { toldPairs } from '../told.ts';
import { listed, own, partOf, type Part, type QuestionType } from '../types.ts';
import { columnIds } from './columns.ts';
import type { Placement } from './schema.ts';
import { scorePlacement } from './score.ts';

/** Three to eight cards onto the map's columns, or onto columns of the question's own. */
export const placement: QuestionType<Placement, Record<string, string>> & { type: 'placement' } = {
	type: 'placement',
	/** Card id → column id. */
	response: v.record(v.string(), v.string()),
	score: scorePlacement,
	right: (q) => Object.fromEntries(q.cards.map((c) => [c.id, listed(c.column)[0] ?? ''])),
	arrange: (q, seed) => ({
		items: shuffle(q.cards, `${seed}:${q.id}`).map((c) => c.id),
		targets: columnIds(q)
	}),
	parts: (q) => q.cards.flatMap((card) => [partOf(card, true), ...elsewhere(q, card)]),
	keys: (q) => {
		const ofMap = q.columns.filter((c) => typeof c === 'string');
		return q.cards.flatMap((card) => {
			const domains = listed(card.column).filter((id) => ofMap.includes(id));
			return domains.length > 0 ? [{ text: card.text, domains }] : [];
		});
	},
	describe: (q, response, column = (id) => id) =>
		q.cards
			.map((card) => {
				const given = own(response, card.id);
				const known = q.columns.find((c) => (typeof c === 'string' ? c : c.id) === given);
				const name =
					known === undefined ? '（なし）' : typeof known === 'string' ? column(known) : known.name;
				return `${card.text}：${name}`;
			})
			.join('／'),
	space: (q) => ({ kind: 'each', of: q.cards.map((c) => c.id), to: columnIds(q) }),
	told: (q, response) =>
		toldPairs(
			q.cards.map((c) => ({ id: c.id, right: listed(c.column) })),
			columnIds(q),
			(id) => own(response, id)
		)
};

/** What is said when the card lies in a wrong column. The passage is the card's own. */
function elsewhere(q: Placement, card: Placement['cards'][number]): Part[] {
	return columnIds(q).flatMap((column) => {
		const reason = own(card.elsewhere, column);
		if (reason === undefined || listed(card.column).includes(column)) return [];
		return [
			{ id: `${card.id}>${column}`, text: card.text, reason, from: card.from, cite: card.cite, right: false }
		];
	});
}
