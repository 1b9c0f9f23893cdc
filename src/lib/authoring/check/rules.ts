/** The editorial rules: everything a course must keep to that its shape alone does not say. */
import { problem, type Locate, type Problem } from '#course/problem.ts';
import type { Course } from '#course/schema.ts';
import type { Question } from '#questions/registry.ts';
import * as balance from './balance.ts';
import * as cases from './cases.ts';
import * as casework from './casework.ts';
import * as columns from './columns.ts';
import * as lessons from './lessons.ts';
import * as pretest from './pretest.ts';
import * as questions from './questions.ts';
import * as reasons from './reasons.ts';
import { Subject, type Rule } from './rule.ts';
import * as sources from './sources.ts';
import { stateTooLong } from './state.ts';

/** Every rule, by its name. */
export const RULES: readonly Rule[] = [
	...[sources, lessons, questions, reasons, balance, columns, cases, casework, pretest].flatMap((group) =>
		Object.values(group)
	),
	stateTooLong
];

/**
 * Applies every rule to a course.
 * @param source the source document's text
 * @param locate where things stand, from the parser
 * @param options.whole false when parts of the course could not be read: rules on the whole then keep silent
 */
export function checkCourse(
	course: Course<Question>,
	source: string,
	locate: Locate,
	options: { whole: boolean } = { whole: true }
): Problem[] {
	const subject = new Subject(course, source, locate);
	return RULES.filter((rule) => options.whole || !rule.whole).flatMap((rule) =>
		[...rule.find(subject)].map(({ place, message }) => problem(rule.name, place, message))
	);
}
