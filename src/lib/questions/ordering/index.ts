import * as v from 'valibot';
import { shuffle } from '#course/random.ts';
import { placesOf } from '../told.ts';
import { partOf, type QuestionType } from '../types.ts';
import type { Ordering } from './schema.ts';
import { scoreOrdering } from './score.ts';

/** Three to six items to bring into order. */
export const ordering: QuestionType<Ordering, string[]> & { type: 'ordering' } = {
	type: 'ordering',
	/** All item ids, in the learner's order. */
	response: v.array(v.string()),
	score: scoreOrdering,
	right: (q) => q.items.map((i) => i.id),
	arrange: (q, seed) => ({ items: disordered(q, seed), targets: [] }),
	parts: (q) => q.items.map((i) => partOf(i, true)),
	keys: () => [],
	describe: (q, response) =>
		response.flatMap((id) => q.items.filter((i) => i.id === id).map((i) => i.text)).join(' → '),
	space: (q) => ({ kind: 'order', of: q.items.map((i) => i.id) }),
	told: (q, response) => {
		const ids = q.items.map((i) => i.id);
		return {
			type: 'sequencing',
			response: placesOf([...new Set(response)], ids),
			correct: ids.map((_, i) => i)
		};
	}
};

/** Never the right order: pressing the button at once must not be right. */
function disordered(q: Ordering, seed: string): string[] {
	const right = q.items.map((i) => i.id);
	const order = shuffle(right, `${seed}:${q.id}`);
	return order.every((id, place) => id === right[place]) ? [...order.slice(1), ...order.slice(0, 1)] : order;
}
