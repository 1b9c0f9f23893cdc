/**
 * A time plan for a session in one room: what is done when, and with which of the course's items.
 * Pure: the same course and the same minutes give the same plan.
 */
import type { Board, BoardCard, Case } from '#course/schema.ts';
import {
	boardsOf,
	casesOf,
	isVotable,
	practiceQuestions,
	roomCards,
	type Material,
	type Votable
} from './material.ts';

export const LENGTHS = [30, 60, 90] as const;
export type Length = (typeof LENGTHS)[number];

/**
 * - `lecture`: the trainer explains the columns
 * - `question`: everyone answers, talks, answers again, and hears the reasons
 * - `board`: the tables place cards
 * - `talk`: the room talks about the board `item`; without one, about open questions
 */
export type StepKind = 'opening' | 'lecture' | 'question' | 'board' | 'talk' | 'case' | 'closing';
export type Step = {
	/** Unique within the plan, and the same whenever the plan is made anew. */
	id: string;
	kind: StepKind;
	minutes: number;
	/** Id of a question, a board or a case, after the kind. */
	item?: string;
	/** Ids of the board's cards that are placed, in the board's order. */
	cards?: string[];
};
export type Plan = { minutes: Length; steps: Step[] };

/** Time for the parts of a session, in minutes and in order. `questions`: how many share the time. */
type Part = { kind: StepKind; minutes: number; questions?: number };
const PARTS: Record<Length, Part[]> = {
	30: [
		{ kind: 'opening', minutes: 3 },
		{ kind: 'question', minutes: 23, questions: 3 },
		{ kind: 'closing', minutes: 4 }
	],
	60: [
		{ kind: 'opening', minutes: 5 },
		{ kind: 'question', minutes: 10, questions: 2 },
		{ kind: 'board', minutes: 15 },
		{ kind: 'talk', minutes: 12 },
		{ kind: 'case', minutes: 13 },
		{ kind: 'closing', minutes: 5 }
	],
	90: [
		{ kind: 'opening', minutes: 10 },
		{ kind: 'lecture', minutes: 15 },
		{ kind: 'question', minutes: 10, questions: 2 },
		{ kind: 'board', minutes: 25 },
		{ kind: 'talk', minutes: 15 },
		{ kind: 'case', minutes: 10 },
		{ kind: 'closing', minutes: 5 }
	]
};
/** Cards on a sheet, and cards that a table places and a room compares in a quarter of an hour. */
export const CARDS_PER_SHEET = 8;
const QUARTER = 15;

/**
 * The plan for a session of this length. Its steps last `minutes` together. What the course does not have is replaced: time for
 * a missing board, case or question becomes time to talk.
 */
export function plan(material: Material, minutes: Length): Plan {
	const board = boardsOf(material)[0];
	const discussed = caseFor(material, board);
	const placing = PARTS[minutes].find(({ kind }) => kind === 'board');
	const cards = board && placing ? cardsFor(material, board, placing.minutes) : [];
	const steps = PARTS[minutes].flatMap((part): Omit<Step, 'id'>[] => {
		const talk = { kind: 'talk' as const, minutes: part.minutes };
		switch (part.kind) {
			case 'question': {
				const told = board ? roomCards(material, board, cards).map(({ text }) => text) : [];
				const chosen = questionsFor(material, part.questions ?? 1, told);
				if (chosen.length === 0) return [talk];
				return chosen.map(({ id }, i) => ({
					kind: 'question',
					minutes: share(part.minutes, chosen.length, i),
					item: id
				}));
			}
			case 'board':
				if (!board) return [talk];
				return [{ ...part, item: board.id, cards }];
			case 'talk':
				return [board ? { ...talk, item: board.id } : talk];
			case 'case':
				return [discussed ? { ...part, item: discussed.id } : talk];
			default:
				return [part];
		}
	});
	return { minutes, steps: steps.map((step, i) => ({ id: `s${i + 1}`, ...step })) };
}

/** Whole minutes for the `i`th of `count` parts; earlier ones get what is left over. */
const share = (minutes: number, count: number, i: number) =>
	Math.floor(minutes / count) + (i < minutes % count ? 1 : 0);

/**
 * Questions worth talking about, in the course's order: one answer before several, of units not yet asked, with a scene, and of
 * pairs that are easily confused.
 * @param cards the words of the cards that are placed afterwards: a question that speaks of one gives it away
 */
function questionsFor(material: Material, count: number, cards: readonly string[]): Votable[] {
	const all = practiceQuestions(material).filter(isVotable);
	const chosen: Votable[] = [];
	const cost = (question: Votable) =>
		(cards.some((card) => JSON.stringify(question).includes(card)) ? 16 : 0) +
		(question.type === 'single' ? 0 : 8) +
		(chosen.some(({ unit }) => unit === question.unit) ? 4 : 0) +
		(question.scene === undefined ? 2 : 0) +
		(question.drills === undefined ? 2 : 0) +
		(chosen.some(({ drills }) => drills !== undefined && drills === question.drills) ? 1 : 0);
	while (chosen.length < Math.min(count, all.length)) {
		const [best] = all
			.filter((question) => !chosen.includes(question))
			.map((question) => ({ question, cost: cost(question) }))
			// A stable sort: of equals the first of the course.
			.sort((a, b) => a.cost - b.cost);
		if (!best) break;
		chosen.push(best.question);
	}
	return all.filter((question) => chosen.includes(question));
}

/** As many cards as there is time for, taken in turn from every column, in the board's order. */
function cardsFor({ index }: Material, board: Board, minutes: number): string[] {
	const room = CARDS_PER_SHEET * Math.max(1, Math.round(minutes / QUARTER));
	const columnOf = new Map(
		index.map.rows.flatMap(({ entries }) => entries.map(({ id, domain }) => [id, domain]))
	);
	const columns = index.map.domains.map(({ id }) =>
		board.cards.filter(({ entry }) => columnOf.get(entry) === id)
	);
	const taken: BoardCard[] = [];
	for (let turn = 0; taken.length < Math.min(room, board.cards.length); turn++) {
		taken.push(...columns.flatMap((cards) => cards[turn] ?? []).slice(0, room - taken.length));
		if (columns.every((cards) => cards.length <= turn)) break;
	}
	return board.cards.filter((card) => taken.includes(card)).map(({ id }) => id);
}

/**
 * A case to talk about and to turn: about the column, worked by the room itself, with more than one answer that can be defended,
 * best of a unit other than the board's. Failing that, whatever case comes nearest.
 */
function caseFor(material: Material, board: Board | undefined): Case | undefined {
	const cost = (one: Case) =>
		(one.type === 'domain' ? 0 : 8) +
		(one.type === 'domain' && one.teach !== 'own' ? 4 : 0) +
		(bandsOf(one).includes('defensible') ? 0 : 2) +
		(one.unit === board?.unit ? 1 : 0);
	return casesOf(material)
		.map((one) => ({ one, cost: cost(one) }))
		.sort((a, b) => a.cost - b.cost)[0]?.one;
}

const bandsOf = (one: Case) =>
	(one.type === 'domain' ? Object.values(one.cells) : one.options).map(({ band }) => band);
