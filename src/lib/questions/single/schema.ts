import * as v from 'valibot';
import { Id, questionBase, reasoned } from '#course/schema.ts';

export const Option = v.strictObject({
	id: Id,
	text: v.pipe(v.string(), v.trim(), v.nonEmpty()),
	right: v.optional(v.boolean(), false),
	/** The column this option names, so that the axis can be drawn in the feedback. */
	domain: v.optional(Id),
	...reasoned
});

export const Single = v.strictObject({
	type: v.literal('single'),
	...questionBase,
	options: v.pipe(
		v.array(Option),
		v.minLength(2),
		v.maxLength(6),
		v.check(
			(o) => o.filter((x) => x.right).length === 1,
			'[right-count] 正答（right: true）を1つだけ付けてください。'
		)
	)
});
export type Single = v.InferOutput<typeof Single>;
