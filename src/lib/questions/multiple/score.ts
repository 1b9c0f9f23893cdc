import { scored, type Score } from '../types.ts';
import type { Multiple } from './schema.ts';

/**
 * One point for every option judged rightly: right and chosen, or wrong and left. Every such question has two
 * right options or more, so a single choice is taken as unfinished and gives nothing away.
 */
export function scoreMultiple(q: Multiple, response: string[] | undefined): Score {
	const chosen = new Set(q.options.map((o) => o.id).filter((id) => response?.includes(id)));
	if (chosen.size === 0) return { status: 'incomplete', reason: 'nothing-chosen' };
	if (chosen.size === 1) return { status: 'incomplete', reason: 'choose-more' };
	return scored(q.options.map((o) => [o.id, o.right === chosen.has(o.id)]));
}
