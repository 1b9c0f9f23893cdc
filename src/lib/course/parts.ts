/**
 * A course cut into the parts a learner needs at a time: the index at once, one unit when it is opened,
 * the reference (passages and glossary) when something is cited. One file carries all parts; a web server sends them one by one.
 */
import type { AnyQuestion, Course, GlossaryEntry, Passage, Unit, UnitMeta } from './schema.ts';

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
};
export type CourseIndex = Omit<
	Course,
	'units' | 'passages' | 'glossary' | 'fairness' | 'rule' | 'pretest'
> & {
	units: UnitIndex[];
};
export type UnitContent<Q extends AnyQuestion = AnyQuestion> = Pick<
	Unit<Q>,
	'id' | 'pages' | 'questions' | 'boards'
>;
export type Reference = { passages: Passage[]; glossary: GlossaryEntry[] };

/** Where a course's parts come from: split files, one inlined file, or JSON injected by a packager. */
export interface CourseSource {
	index: CourseIndex;
	unit(id: string): Promise<UnitContent>;
	reference(): Promise<Reference>;
}

/** Cuts a whole, checked course into its parts. */
export function splitCourse<Q extends AnyQuestion>(
	course: Course<Q>
): {
	index: CourseIndex;
	units: UnitContent<Q>[];
	reference: Reference;
} {
	const {
		units,
		passages,
		glossary,
		rule: _rule,
		pretest: _pretest,
		fairness: _authorsOnly,
		...meta
	} = course;
	return {
		index: { ...meta, units: units.map(unitIndex) },
		// Cases, casework, their rule and the pre-test are written and checked, and not sent before a screen shows them.
		units: units.map(({ id, pages, questions, boards }) => ({
			id,
			pages,
			questions,
			boards
		})),
		reference: { passages, glossary }
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
		boards: unit.boards.map((b) => ({ id: b.id, title: b.title, cards: b.cards.length }))
	};
}
