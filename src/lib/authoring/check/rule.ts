/** What an editorial rule is, and what all of them look at. */
import type { Locate, Place } from '#course/problem.ts';
import type { Block, Board, BoardCard, Course, Inline, Page, TextBlockKind, Unit } from '#course/schema.ts';
import { partsOf, type Question } from '#questions/registry.ts';
import { TEXT_BLOCKS } from '#course/schema.ts';
import type { Frozen } from '../frozen.ts';
import { caseReasons, otherSentences, type Sentence } from './case-parts.ts';

export type Finding = { place: Place; message: string };

export type Rule = {
	/** Stable; printed with every finding. */
	name: string;
	/** Speaks of the course as a whole, so it waits until all of it can be read. */
	whole?: boolean;
	/** Compares revisions, so it waits until nothing else is wrong. */
	last?: boolean;
	find(subject: Subject): Iterable<Finding>;
};

export type TextBlock = Extract<Block, { kind: TextBlockKind }>;

/** One sentence of feedback, wherever it stands. */
export type Reason = { text: string; place: Place };

/** A course with what the rules ask of it again and again. */
export class Subject {
	readonly course: Course<Question>;
	/** The source document's text. */
	readonly source: string;
	readonly locate: Locate;
	/** What earlier revisions were, by their number. */
	readonly frozen: ReadonlyMap<number, Frozen>;

	constructor(
		course: Course<Question>,
		source: string,
		locate: Locate,
		frozen: ReadonlyMap<number, Frozen> = new Map()
	) {
		this.frozen = frozen;
		this.course = course;
		this.source = source;
		this.locate = locate;
	}

	/** Units that teach: all but the final test. */
	get teaching(): Unit<Question>[] {
		return this.course.units.filter((unit) => unit.id !== this.course.test.unit);
	}

	get questions(): Question[] {
		return this.course.units.flatMap((unit) => unit.questions);
	}

	get blocks(): { unit: Unit<Question>; page: Page; block: Block }[] {
		return this.course.units.flatMap((unit) =>
			unit.pages.flatMap((page) => page.blocks.map((block) => ({ unit, page, block })))
		);
	}

	get textBlocks(): TextBlock[] {
		return this.blocks.flatMap(({ block }) => (isTextBlock(block) ? [block] : []));
	}

	/** Statements no question may ask: gaps of the source, and those the course names. */
	get unasked(): Set<string> {
		const gaps = this.course.passages.filter((passage) => passage.unasked).map((passage) => passage.id);
		return new Set([...gaps, ...this.course.fairness.unasked]);
	}

	/** Every card of every board once. A board made of others' cards comes after them and adds none. */
	get cards(): { board: Board; card: BoardCard; index: number }[] {
		const seen = new Set<BoardCard>();
		return this.course.units
			.flatMap((unit) => unit.boards)
			.sort((a, b) => a.cards.length - b.cards.length)
			.flatMap((board) => board.cards.map((card, index) => ({ board, card, index })))
			.filter(({ card }) => !seen.has(card) && seen.add(card));
	}

	/** Every reason of the course: of options, pairs, items, cards and cases, right and wrong. */
	get reasons(): Reason[] {
		const ofQuestions = this.questions.flatMap((q) =>
			partsOf(q).map((part) => ({ text: part.reason, place: this.placeOfPart(q, part) }))
		);
		const ofCards = this.cards.flatMap(({ board, card, index }) => [
			{ text: card.reason, place: this.locate(board.id, 'cards', index, 'reason') },
			...Object.entries(card.elsewhere).map(([column, { reason }]) => ({
				text: reason,
				place: this.locate(board.id, 'cards', index, 'elsewhere', column)
			}))
		]);
		return [...ofQuestions, ...ofCards, ...caseReasons(this.course, this.locate)];
	}

	/** Every sentence of the cases and of their rule that says where it comes from. */
	get caseSentences(): Sentence[] {
		return [...caseReasons(this.course, this.locate), ...otherSentences(this.course, this.locate)];
	}

	/** Where a part of a question stands; `card>column` is a card's reason for a wrong column. */
	placeOfPart(q: Question, part: { id: string; reason: string }): Place {
		const [id, column] = part.id.split('>');
		for (const [key, list] of Object.entries(q)) {
			if (!Array.isArray(list)) continue;
			const index = list.findIndex(
				(item: unknown) =>
					isRecord(item) && item.id === id && (column !== undefined || item.reason === part.reason)
			);
			if (index < 0) continue;
			return column === undefined
				? this.locate(q.id, key, index, 'reason')
				: this.locate(q.id, key, index, 'elsewhere', column);
		}
		return this.locate(q.id);
	}
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

export const isTextBlock = (block: Block): block is TextBlock =>
	TEXT_BLOCKS.some((kind) => kind === block.kind);

/** All letters of a text block, caption included, ruby readings left out. */
export function textOf(block: TextBlock): string {
	const body = block.body.flatMap((flow) => (flow.t === 'p' ? [flow.c] : flow.items)).map(letters);
	return [block.caption ?? '', ...body].join('\n');
}

function letters(content: readonly Inline[]): string {
	return content
		.map((i) => (i.t === 'text' || i.t === 'ruby' ? i.v : i.t === 'break' ? '' : letters(i.c)))
		.join('');
}

/** Without white space; full and half width alike. */
export const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '');

/** The number of characters a reader sees, white space aside. */
export const lengthOf = (text: string): number => [...text.replace(/\s+/gu, '')].length;
