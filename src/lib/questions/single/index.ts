import * as v from 'valibot';
import { shuffle } from '#course/random.ts';
import { placesOf } from '../told.ts';
import { partOf, type QuestionType } from '../types.ts';
import type { Single } from './schema.ts';
import { scoreSingle } from './score.ts';

/** One right option among two to six. */
export const single: QuestionType<Single, string> & { type: 'single' } = {
	type: 'single',
	/** The id of the chosen option. */
	response: v.string(),
	score: scoreSingle,
	right: (q) => q.options.find((o) => o.right)?.id ?? '',
	arrange: (q, seed) => ({ items: shuffle(q.options, `${seed}:${q.id}`).map((o) => o.id), targets: [] }),
	parts: (q) => q.options.map((o) => partOf(o, o.right)),
	keys: (q) =>
		q.options.flatMap((o) =>
			o.right && o.domain ? [{ text: [q.scene ?? '', q.stem].join('').trim(), domains: [o.domain] }] : []
		),
	describe: (q, response) => q.options.find((o) => o.id === response)?.text ?? '',
	space: (q) => ({ kind: 'one', of: q.options.map((o) => o.id) }),
	told: (q, response) => {
		const ids = q.options.map((o) => o.id);
		return { type: 'choice', response: placesOf([response], ids), correct: placesOf([single.right(q)], ids) };
	}
};
