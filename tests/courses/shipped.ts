/** The shipped course, read once as the build reads it. */
import { checkFiles } from '#authoring/check.ts';
import { describe } from '#course/problem.ts';
import type { Course } from '#course/schema.ts';
import type { Question } from '#questions/registry.ts';
import { readCourse } from '../../src/cli/read-course.ts';

export const files = readCourse('courses/kami-kyodo');
export const checked = checkFiles(files);

/** The course, as far as it can be read; that nothing is wrong with it is a test of its own. */
export function shipped(): Course<Question> {
	const course = checked.course ?? checked.draft;
	if (!course) throw new Error(checked.problems.map(describe).join('\n'));
	return course;
}
