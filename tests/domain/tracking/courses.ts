/** The second course, whole, as tracking takes it. */
import { checkFiles } from '#authoring/check.ts';
import { splitCourse } from '#course/parts.ts';
import type { Course } from '#course/schema.ts';
import type { Question } from '#questions/registry.ts';
import type { WholeCourse } from '#tracking/course.ts';
import { readCourse } from '../../../src/cli/read-course.ts';

export function whole(course: Course<Question>): WholeCourse {
	return { index: splitCourse(course).index, units: course.units };
}

export function wholeCourse(folder: string): WholeCourse {
	const { course, problems } = checkFiles(readCourse(folder));
	if (!course) throw new Error(problems.map((problem) => problem.message).join('\n'));
	return whole(course);
}

export const mini = wholeCourse('tests/fixtures/courses/mini');
