import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { parse } from 'yaml';
import { schemaOf, type Question } from '#questions/schemas.ts';

const room = new URL('../../../src/lib/questions/', import.meta.url);

/** The folders of the room: one a question type. */
export const folders = readdirSync(room, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map((entry) => entry.name)
	.sort();

/** A type's example as an author writes it; the unit comes from the file's name, as in a course. */
export function exampleSource(type: string): Record<string, unknown> {
	const raw: unknown = parse(readFileSync(new URL(`${type}/example.yaml`, room), 'utf8'));
	return { unit: 'u_example', ...v.parse(v.record(v.string(), v.unknown()), raw) };
}

/** The example, checked. Changes are laid over its fields before the check. */
export function example(type: string, changes: Record<string, unknown> = {}): Question {
	const schema = schemaOf(type);
	if (!schema) throw new Error(`No question type named ${type}`);
	return v.parse(schema, { ...exampleSource(type), ...changes });
}
