/** The material of a run: the editions, the shipped course, and pages that ask one question. */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkFiles } from '#authoring/check.ts';
import type { Course } from '#course/schema.ts';
import type { Question } from '#questions/registry.ts';
import { attempt, bin, root } from '../../../scripts/steps.mjs';
import { courseFolders, readCourse } from '../read-course.ts';

/** Builds the editions that a folder lacks; absolute paths. */
export function ensureBuilt(out: string): void {
	const missing = [
		...(existsSync(join(out, 'web/index.html')) ? [] : ['web']),
		...(existsSync(join(out, 'single/manabiya.html')) ? [] : ['single'])
	];
	if (missing.length > 0) build(out, missing);
}

/** Builds editions of the shipped courses into a folder, as `npm run build` does. */
export function build(out: string, editions: string[] = []): void {
	const code = attempt(process.execPath, [join(root, 'scripts/build.mjs'), ...editions], {
		OUT_DIR: relative(root, out)
	});
	if (code !== 0) throw new Error('the build failed');
}

/** Builds the web edition of other courses, beside the builds others may be making. */
export function buildWeb(courses: string, out: string): void {
	const code = attempt(bin('vite'), ['build', '--configLoader', 'runner', '--logLevel', 'error'], {
		EDITION: 'web',
		COURSES_DIR: courses,
		OUT_DIR: out,
		KIT_DIR: '.svelte-kit/bench'
	});
	if (code !== 0) throw new Error('the grown course did not build');
}

/** The first course of a folder of courses; one with faults is an error. */
export function firstCourse(dir: string): Course<Question> {
	const [folder] = courseFolders(dir);
	if (folder === undefined) throw new Error(`no course in ${dir}`);
	const { course, problems } = checkFiles(readCourse(join(dir, folder)));
	if (!course) throw new Error(`${folder}: ${problems.length} problems`);
	return course;
}

/** The page with a single-choice question that stands nearest to the middle of the course. */
export function pageWithChoice(course: Course<Question>): string {
	const pages = course.units.flatMap((unit) => {
		const choices = new Set(unit.questions.filter((q) => q.type === 'single').map((q) => q.id));
		return unit.pages
			.filter((page) => {
				const asked = page.blocks.filter((block) => block.kind === 'question' || block.kind === 'board');
				const [only] = asked;
				return asked.length === 1 && only?.kind === 'question' && choices.has(only.question);
			})
			.map((page) => page.id);
	});
	const page = pages[pages.length >> 1];
	if (page === undefined) throw new Error('no page asks a single choice');
	return page;
}

/** How large a course is, in the words of the tables. */
export function sizeOf({ units }: Course<Question>): string {
	const pages = units.flatMap((unit) => unit.pages).length;
	const questions = units.flatMap((unit) => unit.questions).length;
	return `${units.length} units, ${pages} pages, ${questions} questions`;
}
