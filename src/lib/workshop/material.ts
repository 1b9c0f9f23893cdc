/** What a session is made of: the course's index and all its units, read at once. */
import type { CourseIndex, CourseSource, UnitContent } from '#course/parts.ts';
import type { Board, BoardCard, Case } from '#course/schema.ts';
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

export const questionOf = (material: Material, id: string | undefined): Votable | undefined =>
	practiceQuestions(material)
		.filter(isVotable)
		.find((question) => question.id === id);

export const boardOf = (material: Material, id: string | undefined): Board | undefined =>
	boardsOf(material).find((board) => board.id === id);

export const caseOf = (material: Material, id: string | undefined): Case | undefined =>
	casesOf(material).find((one) => one.id === id);

/** A card as a room sees it: with the number it is called by, and the column where the source puts it. */
export type RoomCard = BoardCard & {
	no: number;
	text: string;
	breaks?: string[] | undefined;
	domain: string;
};

/** These cards of a board, numbered from 1 in the board's order; all of them without `ids`. */
export function roomCards({ index }: Material, board: Board, ids?: readonly string[]): RoomCard[] {
	const entries = new Map(index.map.rows.flatMap((row) => row.entries).map((entry) => [entry.id, entry]));
	return board.cards
		.filter(({ id }) => ids === undefined || ids.includes(id))
		.flatMap((card) => {
			const entry = entries.get(card.entry);
			return entry ? [{ ...card, text: entry.text, breaks: entry.breaks, domain: entry.domain }] : [];
		})
		.map((card, i) => ({ ...card, no: i + 1 }));
}

/** What an option is called: ア for the first one. */
export const letterOf = (place: number): string => 'アイウエオカキクケコ'[place] ?? String(place + 1);
