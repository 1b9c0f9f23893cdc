import { describe, expect, test } from 'vitest';
import { checkFiles } from '#authoring/check.ts';
import { RULES } from '#authoring/check/rules.ts';
import { describe as line } from '#course/problem.ts';
import { readCourse } from '../../../src/cli/read-course.ts';
import { fault, faults, lineOf, MINI } from './courses.ts';

describe('a broken course is refused', () => {
	test('the course the faults are planted in has none itself', () => {
		expect(checkFiles(readCourse(MINI)).problems.map(line)).toEqual([]);
	});

	test('at least 28 kinds are kept, and every editorial rule has one', () => {
		const kinds = new Set(faults().map((name) => fault(name).rule));
		expect(kinds.size).toBeGreaterThanOrEqual(28);
		expect(RULES.map((rule) => rule.name).filter((name) => !kinds.has(name))).toEqual([]);
	});

	test.each(faults())('%s: by that rule alone, with file, line and what to do', (name) => {
		const { rule, fault: planted, files } = fault(name);
		const { course, problems } = checkFiles(files);
		expect(course).toBeUndefined();
		expect(
			problems.map((p) => `${p.rule} ${p.file}:${p.line}`),
			problems.map(line).join('\n')
		).toEqual([`${rule} ${planted.at.file}:${lineOf(files, planted.at)}`]);
		const [told] = problems.map(line);
		expect(told).toContain(`[${rule}]`);
		expect(told).toMatch(/[ぁ-ん]+。/u);
	});
});

test('all faults of a course are told at once', () => {
	const files = readCourse(MINI);
	const planted = ['reason-missing', 'unknown-term', 'breaks-differ', 'html', 'wrong-value'];
	for (const name of planted) {
		const { fault: one } = fault(name);
		for (const { file, find, put } of one.edits)
			files.set(
				file,
				(files.get(file) ?? '').replace(find ?? '', () => put ?? '')
			);
	}
	const rules = checkFiles(files).problems.map((p) => p.rule);
	expect(rules.sort()).toEqual(planted.sort());
});
