/**
 * What a course is, once it has been read and checked: the one source of its types.
 * The shapes on disk are described in docs/course-format.md; the parser turns them into these.
 */
import * as v from 'valibot';
import { Id, PassageId, Provenance, Text, reasoned, sourced } from './schema/base.ts';
import type { Case, Casework, PretestItem } from './schema/cases.ts';
import type { Revision } from './schema/revisions.ts';
import type { DomainRule } from './schema/rule.ts';

export { Id, PassageId, Provenance, reasoned } from './schema/base.ts';
export * from './schema/cases.ts';
export * from './schema/revisions.ts';
export * from './schema/rule.ts';

export const Passage = v.strictObject({
	id: PassageId,
	section: Text,
	/** The exact words of the source, or the fragments of it when they stand apart. Absent when `seen` describes what is seen instead. */
	printed: v.optional(v.union([Text, v.pipe(v.array(Text), v.minLength(1))])),
	/** What is seen where no words can be quoted (bold type, an empty cell, the number of columns). */
	seen: v.optional(Text),
	statement: Text,
	/** Words a block that cites this statement must share with it. `a|b` means either. */
	keys: v.pipe(v.array(Text), v.minLength(1)),
	/** A gap or slip of the source: taught by a notice, never asked. */
	unasked: v.optional(v.boolean(), false),
	note: v.optional(Text)
});
export type Passage = v.InferOutput<typeof Passage>;

export const GlossaryEntry = v.strictObject({
	id: Id,
	term: Text,
	/** Absent when the reading is not confirmed. */
	reading: v.optional(Text),
	gloss: Text,
	...sourced
});
export type GlossaryEntry = v.InferOutput<typeof GlossaryEntry>;

/** One column of the map, in the order of the source's table. */
export const Domain = v.strictObject({
	id: Id,
	name: Text,
	/** The definition as printed. */
	definition: Text,
	/** A shorter wording for narrow columns. */
	short: Text,
	/** Share of the axis' start side in percent: 100 is all start side. Ignored when `aside`. */
	share: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
	/** Drawn dashed, beside the axis: the source puts it in brackets. */
	aside: v.optional(v.boolean(), false),
	cite: v.array(PassageId)
});
export type Domain = v.InferOutput<typeof Domain>;

/** One cell entry of the map's table. */
export const MapEntry = v.strictObject({
	id: Id,
	text: Text,
	/** `text` cut where a line may break; joined they equal `text`. */
	breaks: v.optional(v.array(Text)),
	domain: Id,
	cite: v.array(PassageId)
});
export type MapEntry = v.InferOutput<typeof MapEntry>;

export const DomainMap = v.strictObject({
	title: Text,
	/** What one column is called, such as 領域. */
	column: Text,
	/** Says that the drawing is the course's own. */
	caption: Text,
	/** How to read the marks, such as 「斜線は市民、ぬりは市」. */
	legend: Text,
	start: Text,
	end: Text,
	domains: v.pipe(v.array(Domain), v.minLength(2)),
	/** Brackets drawn below a span of neighbouring columns. */
	spans: v.optional(
		v.array(
			v.strictObject({ id: Id, name: Text, note: Text, first: Id, last: Id, cite: v.array(PassageId) })
		),
		[]
	),
	rows: v.array(
		v.strictObject({
			id: Id,
			name: Text,
			/** Another heading for this row in some columns (the source puts examples there). */
			instead: v.optional(v.record(Id, Text), {}),
			/** Shown in a column without an entry. */
			empty: v.optional(Text, '記載なし'),
			entries: v.array(MapEntry)
		})
	)
});
export type DomainMap = v.InferOutput<typeof DomainMap>;

/** Inline content: a safe tree, never HTML. */
export type Inline =
	| { t: 'text'; v: string }
	| { t: 'strong' | 'em'; c: Inline[] }
	| { t: 'term'; id: string; c: Inline[] }
	| { t: 'ruby'; v: string; yomi: string }
	| { t: 'break' };

export type Flow = { t: 'p'; c: Inline[] } | { t: 'ul' | 'ol'; items: Inline[][] };

/** Kinds of written block; `steps`, `parts` and `pair` are figures drawn from a list. */
export const TEXT_BLOCKS = ['lead', 'text', 'example', 'notice', 'steps', 'parts', 'pair'] as const;
export type TextBlockKind = (typeof TEXT_BLOCKS)[number];

export type Block =
	| {
			kind: TextBlockKind;
			id: string;
			from: Provenance;
			cite: string[];
			caption?: string;
			body: Flow[];
	  }
	| {
			/** `axis`: the columns with their definitions; `map`: the whole table. */
			kind: 'figure';
			id: string;
			figure: 'axis' | 'map';
			from: Provenance;
			cite: string[];
			caption?: string;
			/** Columns to mark as the subject of this page. */
			at: string[];
	  }
	| { kind: 'question'; id: string; question: string }
	| { kind: 'board'; id: string; board: string };

export type Page = { id: string; title: string; blocks: Block[] };

/** What every question has, whatever its type. */
export const questionBase = {
	id: Id,
	unit: Id,
	use: v.picklist(['practice', 'final']),
	/** The statements this question asks. */
	asks: v.pipe(v.array(PassageId), v.minLength(1)),
	/** A short scene; always an invented one. */
	scene: v.optional(Text),
	stem: Text,
	/** What to take away, said after answering, right or wrong. */
	takeaway: Text,
	from: v.optional(Provenance, 'plan'),
	cite: v.pipe(v.array(PassageId), v.minLength(1)),
	/** The lesson page to read again. */
	page: Id,
	/** The pair of neighbours this question drills, such as `shutai_shudo`. */
	drills: v.optional(Id)
};
export const AnyQuestion = v.looseObject({ type: v.string(), ...questionBase });
export type AnyQuestion = v.InferOutput<typeof AnyQuestion>;

/** A card to place on the map's columns, with a reason for every column. */
export const BoardCard = v.strictObject({
	id: Id,
	/** A map entry that gives text, breaks, column and passage. */
	entry: Id,
	/** What kind of thing it is, read from its name alone; must not give the answer away. */
	kind: Text,
	/** Why it stands where the source puts it. */
	...reasoned,
	/** For every other column: why it is tempting, and why not. */
	elsewhere: v.record(
		Id,
		v.strictObject({
			reason: Text,
			from: v.optional(Provenance, 'plan'),
			cite: v.optional(v.array(PassageId), [])
		})
	)
});
export type BoardCard = v.InferOutput<typeof BoardCard>;

export const Board = v.strictObject({
	id: Id,
	unit: Id,
	title: Text,
	lead: Text,
	/** Shown with the result: what the source says and does not say. */
	notice: v.optional(Text),
	cards: v.pipe(v.array(BoardCard), v.minLength(1))
});
export type Board = v.InferOutput<typeof Board>;

/** A board as written in cases/boards.yaml: with its own cards, or (`cards_of`) with the cards of other boards of the file, in that order. */
export const BoardFile = v.pipe(
	v.strictObject({
		...Board.entries,
		cards: v.optional(Board.entries.cards),
		/** Boards with cards of their own; the parser copies those cards, so the sentences are written once. */
		cards_of: v.optional(v.pipe(v.array(Id), v.minLength(1)))
	}),
	v.check(
		(board) => (board.cards === undefined) !== (board.cards_of === undefined),
		'[board-cards] 仕分けには cards か cards_of のどちらか一方を書いてください。'
	)
);
export type BoardFile = v.InferOutput<typeof BoardFile>;

export const UnitMeta = v.strictObject({
	id: Id,
	/** Folder below lessons/ and file name in questions/; the final test has none. */
	folder: v.optional(v.string()),
	title: Text,
	summary: Text,
	/** What a learner can do after it. */
	goal: Text,
	minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** Units it is best to have done before: a suggested order, never a lock; may not form a ring. */
	needs: v.optional(v.array(Id))
});
export type UnitMeta = v.InferOutput<typeof UnitMeta>;

export const CourseMeta = v.strictObject({
	id: Id,
	revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
	title: Text,
	lead: Text,
	source: v.strictObject({
		title: Text,
		/** One word for the document, used in labels: 「計画」 gives 「計画の記載」. */
		kind: Text,
		issued: Text,
		owner: Text
	}),
	/** Which item of the plan the training serves. */
	serves: v.strictObject({ text: Text, cite: v.array(PassageId) }),
	/** Says that the course is not part of the plan. */
	disclaimer: Text,
	/** Names that must not be broken across lines. */
	nobreak: v.optional(v.array(Text), []),
	units: v.pipe(v.array(UnitMeta), v.minLength(1)),
	test: v.strictObject({
		/** Unit id of the final test. */
		unit: Id,
		draw: v.pipe(v.number(), v.integer(), v.minValue(1)),
		/** Share of right answers that passes, 0 to 1. */
		pass: v.pipe(v.number(), v.minValue(0), v.maxValue(1))
	}),
	/** Rules the checker applies to this course's questions; see docs/course-format.md. */
	fairness: v.optional(
		v.strictObject({
			/** Statements that may not be asked. */
			unasked: v.optional(v.array(PassageId), []),
			/** Entry texts that stand in several columns: never one key. */
			several: v.optional(v.array(Text), []),
			/** Regular expressions a stem may not match, each with the reason. */
			stems: v.optional(v.array(v.strictObject({ match: Text, why: Text })), [])
		}),
		{ unasked: [], several: [], stems: [] }
	)
});
export type CourseMeta = v.InferOutput<typeof CourseMeta>;

/** One teaching unit with all that is written in it. */
export type Unit<Q extends AnyQuestion = AnyQuestion> = UnitMeta & {
	pages: Page[];
	questions: Q[];
	boards: Board[];
	cases: Case[];
	casework: Casework[];
};

export type Course<Q extends AnyQuestion = AnyQuestion> = Omit<CourseMeta, 'units' | 'fairness'> & {
	fairness: NonNullable<CourseMeta['fairness']>;
	map: DomainMap;
	/** How a column follows from the circumstances; a course without cases has none. */
	rule?: DomainRule;
	passages: Passage[];
	glossary: GlossaryEntry[];
	pretest: PretestItem[];
	/** What every revision after the first changed, oldest first. */
	revisions: Revision[];
	/** Where a state in an LMS has what, in every earlier revision: differences that only the tracking room reads (tracking/earlier.ts). */
	earlier?: readonly unknown[];
	units: Unit<Q>[];
};
