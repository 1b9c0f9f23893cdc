/** Orders for tests: the second course with a stand-in for the player, and the standards' real schema files. */
import { checkFiles } from '#authoring/check.ts';
import { splitCourse } from '#course/parts.ts';
import type { CourseParts, Kit, Order } from '#packages/kit.ts';
import type { PackError, Problem } from '#packages/problem.ts';
import type { Files } from '#packages/target.ts';
import { targets } from '#packages/targets.ts';
import type { Target } from '#record/payload.ts';
import type { Result } from '#record/result.ts';
import type { Rule } from '#record/rule.ts';
import { readKit } from '../../src/cli/kit.ts';
import { readCourse } from '../../src/cli/read-course.ts';
import { MINI, SHIPPED } from '../domain/course/courses.ts';

export const STAND_IN = 'tests/fixtures/player/index.html';
export const kit: Kit = readKit(STAND_IN);

function read(folder: string): CourseParts {
	const { course } = checkFiles(readCourse(folder));
	if (!course) throw new Error(`${folder} does not check`);
	return splitCourse(course);
}
export const mini = read(MINI);
export const shipped = read(SHIPPED);

/** What the options give when nothing is chosen. */
export const rule: Rule = {
	pass: 0.8,
	completes: 'both',
	onComplete: 'passed',
	onFail: 'incomplete',
	score: 'best',
	interactions: true
};
/** The one rule under which an LMS may judge by the score. */
export const judged: Rule = { ...rule, completes: 'test', onFail: 'failed' };

export function order(change: Partial<Order> = {}): Order {
	return { course: mini, kit, rule, ...change };
}

export function packed(target: Target, change: Partial<Order> = {}): Files {
	return value(targets[target].pack(order(change)));
}

export function refused(target: Target, change: Partial<Order> = {}): Problem[] {
	const made = targets[target].pack(order(change));
	if (made.ok) throw new Error('it was packed');
	return made.error;
}

export function value<T>(result: Result<T, PackError>): T {
	if (result.ok) return result.value;
	throw new Error(result.error.map((problem) => problem.message).join('\n'));
}

export function text(files: Files, name: string): string {
	const bytes = files.get(name);
	if (!bytes) throw new Error(`${name} is not in the package`);
	// A mark at the beginning is kept: some files must have it, some must not.
	return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
export const manifest = (files: Files): string => text(files, 'imsmanifest.xml');

/** The course with another index. */
export function withIndex(change: Partial<CourseParts['index']>): CourseParts {
	return { ...mini, index: { ...mini.index, ...change } };
}
