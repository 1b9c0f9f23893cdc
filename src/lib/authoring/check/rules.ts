/** The editorial rules: everything a course must keep to that its shape alone does not say. */
import { problem, type Locate, type Problem } from '#course/problem.ts';
import type { Course } from '#course/schema.ts';
import type { Question } from '#questions/registry.ts';
import type { Frozen } from '../frozen.ts';
import * as balance from './balance.ts';
import * as cases from './cases.ts';
import * as casework from './casework.ts';
import * as columns from './columns.ts';
import * as lessons from './lessons.ts';
import * as pretest from './pretest.ts';
import * as questions from './questions.ts';
import * as reasons from './reasons.ts';
import { REVISION_RULES } from './revisions.ts';
import { Subject, type Rule } from './rule.ts';
import * as sources from './sources.ts';
import { stateTooLong } from './state.ts';

/** Every rule, by its name. */
export const RULES: readonly Rule[] = [
	...[sources, lessons, questions, reasons, balance, columns, cases, casework, pretest].flatMap((group) =>
		Object.values(group)
	),
	stateTooLong,
	...REVISION_RULES
];

/**
 * Applies every rule to a course.
 * @param source the source document's text
 * @param locate where things stand, from the parser
 * @param options.whole false when parts of the course could not be read: rules on the whole then keep silent
 * @param options.frozen what earlier revisions were, by their number
 */
export function checkCourse(
	course: Course<Question>,
	source: string,
	locate: Locate,
	{ whole, frozen }: { whole: boolean; frozen?: ReadonlyMap<number, Frozen> } = { whole: true }
): Problem[] {
	const subject = new Subject(course, source, locate, frozen);
	const found = (rules: readonly Rule[]) =>
		rules.flatMap((rule) =>
			[...rule.find(subject)].map(({ place, message }) => problem(rule.name, place, message))
		);
	const problems = found(RULES.filter((rule) => !rule.last && (whole || !rule.whole)));
	return problems.length > 0 || !whole ? problems : found(RULES.filter((rule) => rule.last));
}
