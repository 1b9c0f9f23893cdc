import * as v from 'valibot';
import { Id, questionBase, reasoned } from '#course/schema.ts';
import { columnIds } from './columns.ts';

const Text = v.pipe(v.string(), v.trim(), v.nonEmpty());

export const Placement = v.pipe(
	v.strictObject({
		type: v.literal('placement'),
		...questionBase,
		/** Either columns of the course's map by id, or columns of this question's own. */
		columns: v.pipe(
			v.array(v.union([Id, v.strictObject({ id: Id, name: Text, note: v.optional(Text) })])),
			v.minLength(2),
			v.maxLength(6)
		),
		cards: v.pipe(
			v.array(
				v.strictObject({
					id: Id,
					text: Text,
					/** `text` cut where a line may break. */
					breaks: v.optional(v.array(Text)),
					/** The column, or columns, where it is right. */
					column: v.union([Id, v.pipe(v.array(Id), v.minLength(1))]),
					...reasoned,
					/** For every wrong column: why it is tempting, and why not. */
					elsewhere: v.record(Id, Text)
				})
			),
			v.minLength(3),
			v.maxLength(8)
		)
	}),
	v.check((q) => {
		const columns = columnIds(q);
		return q.cards.every((card) => [card.column].flat().every((c) => columns.includes(c)));
	}, '[unknown-column] カードの column が、この問題の columns にありません。'),
	v.check((q) => {
		const columns = columnIds(q);
		return q.cards.every((card) =>
			columns.every((c) => [card.column].flat().includes(c) || Object.hasOwn(card.elsewhere, c))
		);
	}, '[elsewhere-missing] カードの elsewhere に、正答でない列すべての理由を書いてください。')
);
export type Placement = v.InferOutput<typeof Placement>;
