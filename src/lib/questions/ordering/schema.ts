import * as v from 'valibot';
import { Id, questionBase, reasoned } from '#course/schema.ts';

export const Ordering = v.strictObject({
	type: v.literal('ordering'),
	...questionBase,
	/** What the two ends of the order mean, such as 「先」 and 「後」. */
	first: v.pipe(v.string(), v.trim(), v.nonEmpty()),
	last: v.pipe(v.string(), v.trim(), v.nonEmpty()),
	/** In the right order. Each says why it stands there. */
	items: v.pipe(
		v.array(v.strictObject({ id: Id, text: v.pipe(v.string(), v.trim(), v.nonEmpty()), ...reasoned })),
		v.minLength(3),
		v.maxLength(6)
	)
});
export type Ordering = v.InferOutput<typeof Ordering>;
