import { own, scored, type Score } from '../types.ts';
import type { Matching } from './schema.ts';

/** One point for every pair with its own answer. An answer may be given to several pairs. */
export function scoreMatching(q: Matching, response: Record<string, string> | undefined): Score {
	const given = q.pairs.map((pair) => {
		const answer = own(response ?? {}, pair.id);
		return { pair, answer: q.answers.some((a) => a.id === answer) ? answer : undefined };
	});
	if (given.some(({ answer }) => answer === undefined))
		return { status: 'incomplete', reason: 'some-unmatched' };
	return scored(given.map(({ pair, answer }) => [pair.id, answer === pair.answer]));
}
