import { scored, type Score } from '../types.ts';
import type { Ordering } from './schema.ts';

/**
 * One point for every item in its own place. The order shown first is never an answer: a response exists
 * once the learner has confirmed one.
 */
export function scoreOrdering(q: Ordering, response: string[] | undefined): Score {
	const ids = q.items.map((i) => i.id);
	const order = [...new Set(response)].filter((id) => ids.includes(id));
	if (order.length === 0) return { status: 'incomplete', reason: 'nothing-chosen' };
	if (order.length < ids.length) return { status: 'incomplete', reason: 'some-unplaced' };
	return scored(ids.map((id, place) => [id, order[place] === id]));
}
