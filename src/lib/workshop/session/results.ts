/** What a session leaves for its record: both votes of each item, what the tables placed, and the questions noted. Pure. */
import { bare } from '#ui/messages.ts';
import { cardViews } from './cards.ts';
import { askedOf, subjectOf, type Choice } from './choices.ts';
import type { Session, Standing } from './fold.ts';
import type { Items } from './items.ts';
import { rowsOf, type Row } from './tally.ts';

/** `item`: id of the question or case. */
export type VoteResult = { no: number; item: string; title: string; rows: (Row & { choice: Choice })[] };
export type PlacedCard = {
	no: number;
	text: string;
	/** Where the source puts it. */
	right: string;
	/** Table → name of the column; absent where nothing was entered. */
	tables: Record<number, string>;
	/** Tables that put it there, and tables that put it anywhere. */
	agreed: number;
	of: number;
};
export type BoardResult = { no: number; item: string; title: string; cards: PlacedCard[] };
export type Results = {
	votes: VoteResult[];
	boards: BoardResult[];
	notes: { no: number; title: string; text: string }[];
};

/** Items without a count and cards without a table are left out. */
export function resultsOf(items: Items, session: Session, standing: Standing): Results {
	const results: Results = { votes: [], boards: [], notes: [] };
	const nameOf = (id: string) => bare(items.index.map.domains.find((one) => one.id === id)?.name ?? id);
	for (const [i, { step }] of session.shapes.entries()) {
		const state = standing.steps[step.id];
		if (!state) continue;
		const no = i + 1;
		const { item = '' } = step;
		const title = subjectOf(items, step) ?? '';
		const asked = askedOf(items, step);
		if (asked && state.counts.some((counts) => Object.keys(counts).length > 0)) {
			const ids = asked.choices.map(({ id }) => id);
			const rows = rowsOf(ids, state).flatMap((row, at) => {
				const choice = asked.choices[at];
				return choice ? [{ ...row, choice }] : [];
			});
			results.votes.push({ no, item, title, rows });
		}
		const cards = cardViews(items, step).flatMap((card): PlacedCard[] => {
			const tables = Object.entries(state.placed[card.id] ?? {});
			if (tables.length === 0) return [];
			return [
				{
					no: card.no,
					text: card.text,
					right: bare(card.domain.name),
					tables: Object.fromEntries(tables.map(([table, column]) => [table, nameOf(column)])),
					agreed: tables.filter(([, column]) => column === card.domain.id).length,
					of: tables.length
				}
			];
		});
		if (cards.length > 0) results.boards.push({ no, item, title, cards });
		if (state.note) results.notes.push({ no, title, text: state.note });
	}
	return results;
}

/** Whole percent; undefined where there is nothing to take a share of. */
export type Share = { first: number | undefined; second: number | undefined };

/** Share of the hands for what is right, in both rounds. */
export function shareRight({ rows }: VoteResult): Share {
	const of = (round: 'first' | 'second') => {
		const all = rows.reduce((total, row) => total + (row[round] ?? 0), 0);
		const right = rows.reduce((total, row) => total + (row.choice.right ? (row[round] ?? 0) : 0), 0);
		return percent(right, all);
	};
	return { first: of('first'), second: of('second') };
}

/** Share of the tables' cards that lie where the source puts them. */
export function shareAgreed({ cards }: BoardResult): number | undefined {
	const total = (count: (card: PlacedCard) => number) => cards.reduce((sum, card) => sum + count(card), 0);
	return percent(
		total(({ agreed }) => agreed),
		total(({ of }) => of)
	);
}

const percent = (part: number, all: number) => (all === 0 ? undefined : Math.round((part / all) * 100));
