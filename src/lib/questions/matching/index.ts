import * as v from 'valibot';
import { shuffle } from '#course/random.ts';
import { toldPairs } from '../told.ts';
import { own, partOf, type Part, type QuestionType } from '../types.ts';
import type { Matching } from './schema.ts';
import { scoreMatching } from './score.ts';

/** Three to six texts, each with one answer; an answer may serve several texts or none. */
export const matching: QuestionType<Matching, Record<string, string>> & { type: 'matching' } = {
	type: 'matching',
	/** Pair id → answer id. */
	response: v.record(v.string(), v.string()),
	score: scoreMatching,
	right: (q) => Object.fromEntries(q.pairs.map((p) => [p.id, p.answer])),
	arrange: (q, seed) => ({
		items: shuffle(q.pairs, `${seed}:${q.id}:pairs`).map((p) => p.id),
		targets: shuffle(q.answers, `${seed}:${q.id}:answers`).map((a) => a.id)
	}),
	parts: (q) => [...q.pairs.map((p) => partOf(p, true)), ...distractors(q)],
	keys: (q) =>
		q.pairs.flatMap((p) => {
			const domain = q.answers.find((a) => a.id === p.answer)?.domain;
			return domain ? [{ text: p.text, domains: [domain] }] : [];
		}),
	describe: (q, response) =>
		q.pairs
			.map((p) => {
				const given = own(response, p.id);
				return `${p.text}：${q.answers.find((a) => a.id === given)?.text ?? '（なし）'}`;
			})
			.join('／'),
	space: (q) => ({ kind: 'each', of: q.pairs.map((p) => p.id), to: q.answers.map((a) => a.id) }),
	told: (q, response) =>
		toldPairs(
			q.pairs.map((p) => ({ id: p.id, right: [p.answer] })),
			q.answers.map((a) => a.id),
			(id) => own(response, id)
		)
};

/** Answers that belong to no pair; the schema asks them for a reason. */
function distractors(q: Matching): Part[] {
	return q.answers.flatMap((a) =>
		a.reason !== undefined && a.cite !== undefined && !q.pairs.some((p) => p.answer === a.id)
			? [{ id: a.id, text: a.text, reason: a.reason, from: q.from, cite: a.cite, right: false }]
			: []
	);
}
