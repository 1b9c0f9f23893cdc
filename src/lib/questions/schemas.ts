/**
 * What a question of every type is made of. Apart from the registry, since only who reads a course asks: a built course has been checked,
 * and the player of an LMS package carries none of this.
 */
import type * as v from 'valibot';
import { Matching } from './matching/schema.ts';
import { Multiple } from './multiple/schema.ts';
import { Ordering } from './ordering/schema.ts';
import { Placement } from './placement/schema.ts';
import { Single } from './single/schema.ts';

export const questionSchemas = {
	single: Single,
	multiple: Multiple,
	matching: Matching,
	ordering: Ordering,
	placement: Placement
} satisfies Record<string, v.GenericSchema<unknown, { type: string }>>;

type Schemas = typeof questionSchemas;
export type QuestionOf = { [T in keyof Schemas]: v.InferOutput<Schemas[T]> & { type: T } };
/** Any question of a known type; narrow it by `type`. */
export type Question = QuestionOf[keyof QuestionOf];

/** The schema of a type by its name in a file; undefined for an unknown name. */
export function schemaOf(type: string): v.GenericSchema<unknown, Question> | undefined {
	return Object.hasOwn(questionSchemas, type) ? questionSchemas[type as keyof Schemas] : undefined;
}
