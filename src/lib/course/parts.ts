/**
 * A course cut into the parts a learner needs at a time: the index at once, one unit when it is opened,
 * the reference (passages, glossary, the rule of the columns, the pre-test) when something is cited. One file carries all parts; a web server sends them one by one.
 */
import type {
	AnyQuestion,
	Case,
	Course,
	DomainRule,
	GlossaryEntry,
	Passage,
	PretestItem,
	Teach,
	Unit,
	UnitMeta
} from './schema.ts';

export type QuestionMeta = {
	id: string;
	type: string;
	use: 'practice' | 'final';
	asks: string[];
	drills?: string;
};
export type PageMeta = { id: string; title: string; questions: string[]; boards: string[] };
export type UnitIndex = UnitMeta & {
	pages: PageMeta[];
	questions: QuestionMeta[];
	boards: { id: string; title: string; cards: number }[];
	/** Absent when the unit has none. */
	cases?: CaseMeta[];
	casework?: { id: string; title: string; longest: number }[];
};
export type CaseMeta = {
	id: string;
	title: string;
	type: Case['type'];
	after?: string;
	/** Domain cases only: how much is shown beforehand, and the columns that are best. */
	teach?: Teach;
	best: string[];
};
export type CourseIndex = Omit<
	Course,
	'units' | 'passages' | 'glossary' | 'fairness' | 'rule' | 'pretest'
> & {
	units: UnitIndex[];
};
export type UnitContent<Q extends AnyQuestion = AnyQuestion> = Pick<
	Unit<Q>,
	'id' | 'pages' | 'questions' | 'boards' | 'cases' | 'casework'
>;
export type Reference = {
	passages: Passage[];
	glossary: GlossaryEntry[];
	rule?: DomainRule;
	pretest?: PretestItem[];
};

/** Where a course's parts come from: split files, one inlined file, or JSON injected by a packager. */
export interface CourseSource {
	index: CourseIndex;
	unit(id: string): Promise<UnitContent>;
	reference(): Promise<Reference>;
}

/** Cuts a whole, checked course into its parts. */
export function splitCourse(course: Course): {
	index: CourseIndex;
	units: UnitContent[];
	reference: Reference;
} {
	const { units, passages, glossary, rule, pretest, fairness: _authorsOnly, ...meta } = course;
	return {
		index: { ...meta, units: units.map(unitIndex) },
		units: units.map(({ id, pages, questions, boards, cases, casework }) => ({
			id,
			pages,
			questions,
			boards,
			cases,
			casework
		})),
		reference: { passages, glossary, ...(rule ? { rule } : {}), pretest }
	};
}

function unitIndex(unit: Unit): UnitIndex {
	const { cases: _cases, casework: _casework, ...meta } = unit;
	return {
		...meta,
		pages: unit.pages.map((page) => ({
			id: page.id,
			title: page.title,
			questions: page.blocks.flatMap((b) => (b.kind === 'question' ? [b.question] : [])),
			boards: page.blocks.flatMap((b) => (b.kind === 'board' ? [b.board] : []))
		})),
		questions: unit.questions.map(({ id, type, use, asks, drills }) => ({ id, type, use, asks, drills })),
		boards: unit.boards.map((b) => ({ id: b.id, title: b.title, cards: b.cards.length })),
		...(unit.cases.length > 0 ? { cases: unit.cases.map(caseMeta) } : {}),
		...(unit.casework.length > 0
			? { casework: unit.casework.map(({ id, title, longest }) => ({ id, title, longest })) }
			: {})
	};
}

function caseMeta(item: Case): CaseMeta {
	const { id, title, type, after } = item;
	const head = { id, title, type, ...(after ? { after } : {}) };
	if (item.type === 'conduct') return { ...head, best: [] };
	const best = Object.entries(item.cells).flatMap(([domain, { band }]) => (band === 'best' ? [domain] : []));
	return { ...head, teach: item.teach, best };
}
