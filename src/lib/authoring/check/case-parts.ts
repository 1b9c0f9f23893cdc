/** The sentences of a course's cases, each with its place: what the rules on reasons and sources look at. */
import type { Locate, Place } from '#course/problem.ts';
import { ways, type Ways } from '#scenario/enumerate.ts';
import type { Case, Casework, Course, DomainCase, Provenance } from '#course/schema.ts';

/** A sentence that says where it comes from. */
export type Sentence = { text: string; from: Provenance; cite: string[]; place: Place };

type Whole = Pick<Course, 'units' | 'rule' | 'pretest'> & Partial<Pick<Course, 'revisions'>>;

export const casesOf = ({ units }: Whole): Case[] => units.flatMap((unit) => unit.cases);
export const domainCasesOf = (course: Whole): DomainCase[] =>
	casesOf(course).flatMap((item) => (item.type === 'domain' ? [item] : []));
export const caseworkOf = ({ units }: Whole): Casework[] => units.flatMap((unit) => unit.casework);

const known = new WeakMap<Casework, Ways>();

/** Every way through a case in steps, found once however many rules ask. */
export function waysThrough(work: Casework): Ways {
	const found = known.get(work) ?? ways(work);
	known.set(work, found);
	return found;
}

type Told = { reason: string; from: Provenance; cite: string[] };
const told = ({ reason, from, cite }: Told, place: Place): Sentence => ({ text: reason, from, cite, place });

/** Every reason given for a choice: of cells, options, and statements of the pre-test. */
export function caseReasons(course: Whole, locate: Locate): Sentence[] {
	const ofCases = casesOf(course).flatMap((item) =>
		item.type === 'conduct'
			? item.options.map((option, index) => told(option, locate(item.id, 'options', index, 'reason')))
			: [
					...Object.entries(item.cells).map(([domain, cell]) =>
						told(cell, locate(item.id, 'cells', domain, 'reason'))
					),
					...(item.undecided ? [told(item.undecided, locate(item.id, 'undecided', 'reason'))] : [])
				]
	);
	const ofWork = caseworkOf(course).flatMap(({ id, steps }) =>
		steps.flatMap((step, at) =>
			step.options.map((option, index) => told(option, locate(id, 'steps', at, 'options', index, 'reason')))
		)
	);
	return [...ofCases, ...ofWork, ...course.pretest.map((item) => told(item, locate(item.id, 'reason')))];
}

/** Every sentence of the rule of the columns, the endings of cases in steps, the reasons of revisions: they may be alike. */
export function otherSentences(course: Whole, locate: Locate): Sentence[] {
	const said = (
		{ because, from, cite }: { because: string; from: Provenance; cite: string[] },
		place: Place
	) => ({
		text: because,
		from,
		cite,
		place
	});
	const rule = course.rule;
	const ofSwitches = (rule?.switches ?? []).flatMap(({ id, unmoved }) =>
		unmoved ? [said(unmoved, locate(`rule:${id}`, 'unmoved'))] : []
	);
	const ofSteps = (rule?.steps ?? []).flatMap(({ id, to }) =>
		Object.entries(to).flatMap(([option, branch]) => [
			said(branch, locate(`rule:${id}`, 'to', option)),
			...Object.entries(branch.ignores).map(([name, ignored]) =>
				said(ignored, locate(`rule:${id}`, 'to', option, 'ignores', name))
			)
		])
	);
	const ofEnds = caseworkOf(course).flatMap(({ id, ends }) =>
		ends.map(({ text, from, cite }, index) => ({ text, from, cite, place: locate(id, 'ends', index) }))
	);
	const ofChanges = (course.revisions ?? []).flatMap(({ changes }) =>
		changes.map(({ id, why, from, cite }) => ({ text: why, from, cite, place: locate(id, 'why') }))
	);
	return [...ofSwitches, ...ofSteps, ...ofEnds, ...ofChanges];
}

/** Every question a case or a statement of the pre-test puts. */
export function caseAsks(course: Whole, locate: Locate): { text: string; place: Place }[] {
	return [
		...casesOf(course).map(({ id, question }) => ({ text: question, place: locate(id, 'question') })),
		...caseworkOf(course).flatMap(({ id, steps }) =>
			steps.map(({ ask }, at) => ({ text: ask, place: locate(id, 'steps', at, 'ask') }))
		),
		...course.pretest.flatMap(({ id, before, after }) => [
			{ text: before, place: locate(id, 'before') },
			{ text: after, place: locate(id, 'after') }
		])
	];
}
