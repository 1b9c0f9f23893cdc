import * as v from 'valibot';
import { shuffle } from '#course/random.ts';
import { placesOf } from '../told.ts';
import { partOf, type QuestionType } from '../types.ts';
import type { Multiple } from './schema.ts';
import { scoreMultiple } from './score.ts';

/** Two or more right options. */
export const multiple: QuestionType<Multiple, string[]> & { type: 'multiple' } = {
	type: 'multiple',
	/** The ids of the chosen options, in file order. */
	response: v.array(v.string()),
	score: scoreMultiple,
	right: (q) => q.options.filter((o) => o.right).map((o) => o.id),
	arrange: (q, seed) => ({ items: shuffle(q.options, `${seed}:${q.id}`).map((o) => o.id), targets: [] }),
	parts: (q) => q.options.map((o) => partOf(o, o.right)),
	keys: (q) => {
		const domains = q.options.flatMap((o) => (o.right && o.domain ? [o.domain] : []));
		return domains.length > 0 ? [{ text: [q.scene ?? '', q.stem].join('').trim(), domains }] : [];
	},
	describe: (q, response) =>
		q.options
			.filter((o) => response.includes(o.id))
			.map((o) => o.text)
			.join('、'),
	space: (q) => ({ kind: 'some', of: q.options.map((o) => o.id) }),
	told: (q, response) => {
		const ids = q.options.map((o) => o.id);
		const chosen = ids.filter((id) => response.includes(id));
		return { type: 'choice', response: placesOf(chosen, ids), correct: placesOf(multiple.right(q), ids) };
	}
};
