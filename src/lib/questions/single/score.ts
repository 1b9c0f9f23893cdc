import { scored, type Score } from '../types.ts';
import type { Single } from './schema.ts';

/** One point for the right option. The only part is the chosen option. */
export function scoreSingle(q: Single, response: string | undefined): Score {
	const chosen = q.options.find((o) => o.id === response);
	return chosen ? scored([[chosen.id, chosen.right]]) : { status: 'incomplete', reason: 'nothing-chosen' };
}
