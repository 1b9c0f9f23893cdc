/** One question of every type: the example that stands in the type's own folder. */
import * as v from 'valibot';
import { parse } from 'yaml';
import { rightResponse, type Question } from '#questions/registry.ts';
import { schemaOf } from '#questions/schemas.ts';

const files = import.meta.glob<string>('../../../src/lib/questions/*/example.yaml', {
	query: '?raw',
	import: 'default',
	eager: true
});

export const examples: Question[] = Object.entries(files).map(([path, text]) => {
	const raw: unknown = parse(text);
	const type = path.split('/').at(-2) ?? '';
	const schema = schemaOf(type);
	if (!schema) throw new Error(`No question type ${type}`);
	return v.parse(schema, { unit: 'u_example', ...(typeof raw === 'object' ? raw : {}) });
});

export function example<T extends Question['type']>(type: T): Extract<Question, { type: T }> {
	const found = examples.find((q): q is Extract<Question, { type: T }> => q.type === type);
	if (!found) throw new Error(`No example of ${type}`);
	return found;
}

/** A complete answer that is not right. */
export function wrongResponse(q: Question): unknown {
	switch (q.type) {
		case 'single':
			return q.options.find((option) => !option.right)?.id;
		case 'multiple':
			return q.options.slice(-2).map((option) => option.id);
		case 'matching':
			return Object.fromEntries(q.pairs.map((pair) => [pair.id, q.answers.at(-1)?.id ?? '']));
		case 'ordering':
			return q.items.map((item) => item.id).reverse();
		case 'placement': {
			const columns = q.columns.map((column) => (typeof column === 'string' ? column : column.id));
			return Object.fromEntries(
				q.cards.map((card) => [card.id, columns.find((c) => ![card.column].flat().includes(c)) ?? columns[0]])
			);
		}
	}
}

export { rightResponse };
