/** The record of a session as rows for a spreadsheet: one number or placement a row. */
import { csv } from '#record/csv.ts';
import { LETTERS } from '#ui/messages.ts';
import type { Prepared } from './prepared.ts';
import type { Results } from './results.ts';

/** Words of the rows; `head` has ten. */
export type RowWords = {
	head: readonly string[];
	vote: string;
	board: string;
	note: string;
	round(round: number): string;
	table(table: number): string;
};

/** The text of the file, without a mark; the day as it is kept (2027-04-05). */
export function trainingCsv(
	{ day, name, place }: Prepared,
	people: number,
	{ votes, boards, notes }: Results,
	words: RowWords
): string {
	const row = (no: number, kind: string, title: string, part: string, of: string, value: string) => [
		day,
		name,
		place,
		String(people),
		String(no),
		kind,
		title,
		part,
		of,
		value
	];
	return csv([
		words.head,
		...votes.flatMap(({ no, title, rows }) =>
			rows.flatMap(({ choice, first, second }) => {
				const letter = choice.letter === undefined ? '' : `${LETTERS[choice.letter]} `;
				return [first, second].flatMap((count, i) =>
					count === undefined
						? []
						: [row(no, words.vote, title, letter + choice.text, words.round(i + 1), String(count))]
				);
			})
		),
		...boards.flatMap(({ no, title, cards }) =>
			cards.flatMap(({ text, tables }) =>
				Object.entries(tables).map(([table, column]) =>
					row(no, words.board, title, text, words.table(Number(table)), column)
				)
			)
		),
		...notes.map(({ no, title, text }) => row(no, words.note, title, '', '', text))
	]);
}
