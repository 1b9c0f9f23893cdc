import * as v from 'valibot';
import { Id, questionBase, reasoned } from '#course/schema.ts';

const Text = v.pipe(v.string(), v.trim(), v.nonEmpty());

export const Matching = v.pipe(
	v.strictObject({
		type: v.literal('matching'),
		...questionBase,
		/** What is matched: each gets one answer and says why that answer is right. */
		pairs: v.pipe(
			v.array(v.strictObject({ id: Id, text: Text, answer: Id, ...reasoned })),
			v.minLength(3),
			v.maxLength(6)
		),
		/** What it is matched with. An answer no pair uses is a distractor and says why it fits none. */
		answers: v.pipe(
			v.array(
				v.strictObject({
					id: Id,
					text: Text,
					domain: v.optional(Id),
					reason: v.optional(Text),
					cite: v.optional(reasoned.cite)
				})
			),
			v.minLength(2),
			v.maxLength(7)
		)
	}),
	v.check(
		(q) => q.pairs.every((p) => q.answers.some((a) => a.id === p.answer)),
		'[unknown-answer] 存在しない答え（answer）を指しています。'
	),
	v.check(
		(q) =>
			q.answers.every(
				(a) => q.pairs.some((p) => p.answer === a.id) || (a.reason !== undefined && a.cite !== undefined)
			),
		'[distractor-reason] どの組にも使わない答えには、reason と cite が要ります。'
	)
);
export type Matching = v.InferOutput<typeof Matching>;
