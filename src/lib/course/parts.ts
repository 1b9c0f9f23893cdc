/**
 * A course cut into the parts a learner needs at a time: the index at once, one unit when it is opened,
 * the reference (passages and glossary) when something is cited. One file carries all parts; a web server sends them one by one.
 */
import type {
	AnyQuestion,
	Case,
	Course,
	DomainRule,
	GlossaryEntry,
	Passage,
	PretestItem,
	Provenance,
	Revision,
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
/** `since`: the revision that added the page, when that was not the first. */
export type PageMeta = { id: string; title: string; questions: string[]; boards: string[]; since?: number };
/** `teach`: of a case about the column alone. */
export type CaseMeta = Pick<Case, 'id' | 'type' | 'title' | 'after'> & { teach?: Teach };
export type WorkMeta = { id: string; title: string; longest: number };
/** A change as learners are told of it. `replaced`: something else stands in its place. */
export type ChangeMeta = {
	id: string;
	kind: 'added' | 'changed' | 'retired' | 'replaced';
	why: string;
	from: Provenance;
	cite: string[];
	page?: string;
	question?: string;
};
export type RevisionMeta = Pick<Revision, 'revision' | 'date' | 'what'> & { changes: ChangeMeta[] };
export type UnitIndex = UnitMeta & {
	pages: PageMeta[];
	questions: QuestionMeta[];
	boards: { id: string; title: string; cards: number }[];
	cases: CaseMeta[];
	casework: WorkMeta[];
};
export type CourseIndex = Omit<
	Course,
	'units' | 'passages' | 'glossary' | 'fairness' | 'rule' | 'pretest' | 'revisions'
> & {
	units: UnitIndex[];
	/** Revisions after the first that have something to learn; absent when there are none. */
	revisions?: RevisionMeta[];
	pretest: Pick<PretestItem, 'id' | 'unit' | 'right'>[];
};
export type UnitContent<Q extends AnyQuestion = AnyQuestion> = Pick<
	Unit<Q>,
	'id' | 'pages' | 'questions' | 'boards' | 'cases' | 'casework'
>;
/** What belongs to no unit and is needed on some screens alone. */
export type Reference = {
	passages: Passage[];
	glossary: GlossaryEntry[];
	rule?: DomainRule;
	pretest: PretestItem[];
};

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
	const { units, passages, glossary, rule, pretest, revisions, fairness: _authorsOnly, ...meta } = course;
	const told = revisions.map(revisionMeta).filter(({ changes }) => changes.length > 0);
	const since = new Map(
		revisions.flatMap(({ revision, changes }) =>
			changes.flatMap(({ added }) => added.map((id) => [id, revision] as const))
		)
	);
	return {
		index: {
			...meta,
			units: units.map((unit) => unitIndex(unit, since)),
			...(told.length > 0 ? { revisions: told } : {}),
			pretest: pretest.map(({ id, unit, right }) => ({ id, unit, right }))
		},
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

function revisionMeta({ revision, date, what, changes }: Revision): RevisionMeta {
	const told = changes.filter(({ minor }) => !minor);
	return {
		revision,
		date,
		what,
		changes: told.map(({ id, added, changed, retired, why, from, cite, page, question }) => ({
			id,
			kind:
				changed.length > 0 && added.length + retired.length === 0
					? 'changed'
					: retired.length > 0
						? added.length > 0
							? 'replaced'
							: 'retired'
						: 'added',
			why,
			from,
			cite,
			...(page === undefined ? {} : { page }),
			...(question === undefined ? {} : { question })
		}))
	};
}

function unitIndex(unit: Unit, since: ReadonlyMap<string, number>): UnitIndex {
	return {
		...unit,
		pages: unit.pages.map((page) => ({
			id: page.id,
			title: page.title,
			questions: page.blocks.flatMap((b) => (b.kind === 'question' ? [b.question] : [])),
			boards: page.blocks.flatMap((b) => (b.kind === 'board' ? [b.board] : [])),
			...(since.has(page.id) ? { since: since.get(page.id) } : {})
		})),
		questions: unit.questions.map(({ id, type, use, asks, drills }) => ({ id, type, use, asks, drills })),
		boards: unit.boards.map((b) => ({ id: b.id, title: b.title, cards: b.cards.length })),
		cases: unit.cases.map(({ id, type, title, after, ...rest }) => ({
			id,
			type,
			title,
			...(after === undefined ? {} : { after }),
			...('teach' in rest ? { teach: rest.teach } : {})
		})),
		casework: unit.casework.map(({ id, title, longest }) => ({ id, title, longest }))
	};
}
