/** What a session is made of: the course's index and all its units, read at once. */
import type { CourseIndex, CourseSource, UnitContent } from '#course/parts.ts';
import type { Board, Case } from '#course/schema.ts';
import { isQuestion, type Question, type QuestionOf } from '#questions/registry.ts';

export type Material = { index: CourseIndex; units: readonly UnitContent[] };

/** A question that a room can vote on: its options are few and can be named by a letter. */
export type Votable = QuestionOf['single'] | QuestionOf['multiple'];

/** Reads all units, in the course's order. Rejects when one cannot be loaded. */
export async function loadMaterial(source: CourseSource): Promise<Material> {
	const taught = source.index.units.filter(({ id }) => id !== source.index.test.unit);
	return { index: source.index, units: await Promise.all(taught.map(({ id }) => source.unit(id))) };
}

/** Practice questions, in the course's order. Those of the final test are never shown to a room. */
export function practiceQuestions({ units }: Material): Question[] {
	return units
		.flatMap(({ questions }) => questions.filter(isQuestion))
		.filter(({ use }) => use === 'practice');
}

export const isVotable = (question: Question): question is Votable =>
	question.type === 'single' || question.type === 'multiple';

export const boardsOf = ({ units }: Material): Board[] => units.flatMap(({ boards }) => boards);

export const casesOf = ({ units }: Material): Case[] => units.flatMap(({ cases }) => cases);
