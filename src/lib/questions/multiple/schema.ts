import * as v from 'valibot';
import { questionBase } from '#course/schema.ts';
import { Option } from '../single/schema.ts';

export const Multiple = v.strictObject({
	type: v.literal('multiple'),
	...questionBase,
	options: v.pipe(
		v.array(Option),
		v.minLength(3),
		v.maxLength(8),
		v.check(
			(o) => o.filter((x) => x.right).length >= 2,
			'[right-count] 正答（right: true）を2つ以上付けてください。'
		),
		v.check((o) => o.some((x) => !x.right), '[wrong-count] 正答でない選択肢を1つ以上置いてください。')
	)
});
export type Multiple = v.InferOutput<typeof Multiple>;
