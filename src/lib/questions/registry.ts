/**
 * All question types. A new type is a folder beside these, one line here and in schemas.ts, and one line in the registry of views.
 */
import * as v from 'valibot';
import type { AnyQuestion } from '#course/schema.ts';
import { matching } from './matching/index.ts';
import { multiple } from './multiple/index.ts';
import { ordering } from './ordering/index.ts';
import { placement } from './placement/index.ts';
import { single } from './single/index.ts';
import type { Question, QuestionOf } from './schemas.ts';
import type { Space } from './space.ts';
import type { Arrangement, Claim, Part, QuestionType, Score, Told } from './types.ts';

export type { Question, QuestionOf } from './schemas.ts';

export const questionTypes = named({ single, multiple, matching, ordering, placement });

type Registered = typeof questionTypes;
export type QuestionTypeName = keyof Registered;
export type ResponseOf = { [T in QuestionTypeName]: v.InferOutput<Registered[T]['response']> };
export type QuestionResponse = ResponseOf[QuestionTypeName];

/** The same object, read so that the compiler can follow one type through it. */
const byType: { [T in QuestionTypeName]: QuestionType<QuestionOf[T], ResponseOf[T]> } = questionTypes;

/** Tells a question of a known type from one of a newer product; its content has been checked with the course. */
export function isQuestion(q: AnyQuestion): q is Question {
	return Object.hasOwn(questionTypes, q.type);
}

/** Scores whatever has been kept as an answer; what does not fit the type counts as no answer. Never throws. */
export function scoreQuestion<T extends QuestionTypeName>(q: QuestionOf[T], response: unknown): Score {
	return byType[q.type].score(q, readResponse(q, response));
}

/** The response, if it has the shape of an answer to this type. */
export function readResponse<T extends QuestionTypeName>(
	q: QuestionOf[T],
	response: unknown
): ResponseOf[T] | undefined {
	const read = v.safeParse(byType[q.type].response, response);
	return read.success ? read.output : undefined;
}

/** One fully right response. */
export function rightResponse<T extends QuestionTypeName>(q: QuestionOf[T]): ResponseOf[T] {
	return byType[q.type].right(q);
}

/** The order to show things in; same seed, same order. */
export function arrange<T extends QuestionTypeName>(q: QuestionOf[T], seed: string): Arrangement {
	return byType[q.type].arrange(q, seed);
}

/** Every sentence of feedback the question has. */
export function partsOf<T extends QuestionTypeName>(q: QuestionOf[T]): Part[] {
	return byType[q.type].parts(q);
}

/** Its claims that a text belongs to columns. */
export function keysOf<T extends QuestionTypeName>(q: QuestionOf[T]): Claim[] {
	return byType[q.type].keys(q);
}

/** An answer in words; empty when there is none. */
export function describeResponse<T extends QuestionTypeName>(
	q: QuestionOf[T],
	response: unknown,
	column?: (id: string) => string
): string {
	const read = readResponse(q, response);
	return read === undefined ? '' : byType[q.type].describe(q, read, column);
}

/** Everything that can be answered to it, numbered. */
export function spaceOf<T extends QuestionTypeName>(q: QuestionOf[T]): Space {
	return byType[q.type].space(q);
}

/** A complete answer by places in the file; undefined for anything else. */
export function toldOf<T extends QuestionTypeName>(q: QuestionOf[T], response: unknown): Told | undefined {
	const read = readResponse(q, response);
	if (read === undefined || byType[q.type].score(q, read).status === 'incomplete') return undefined;
	return byType[q.type].told(q, read);
}

/** Makes sure, when compiled, that every type stands under its own name. */
function named<R extends { [T in keyof R]: { type: T } }>(types: R): R {
	return types;
}
