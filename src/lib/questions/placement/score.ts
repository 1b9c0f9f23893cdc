import { listed, own, scored, type Score } from '../types.ts';
import { columnIds } from './columns.ts';
import type { Placement } from './schema.ts';

/** One point for every card in its column, or in one of its columns where it has several. */
export function scorePlacement(q: Placement, response: Record<string, string> | undefined): Score {
	const columns = columnIds(q);
	const placed = q.cards.map((card) => {
		const column = own(response ?? {}, card.id);
		return { card, column: column !== undefined && columns.includes(column) ? column : undefined };
	});
	if (placed.some(({ column }) => column === undefined))
		return { status: 'incomplete', reason: 'some-unplaced' };
	return scored(
		placed.map(({ card, column }) => [card.id, column !== undefined && listed(card.column).includes(column)])
	);
}
