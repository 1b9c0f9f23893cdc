/** What a learner's index says of revisions, and how a revision is frozen. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseCourse } from '#course/parse.ts';
import { splitCourse } from '#course/parts.ts';
import { checkFiles } from '#authoring/check.ts';
import { digest, freeze, readFrozen, writeFrozen } from '#authoring/frozen.ts';
import { questionSchemas, type Question } from '#questions/schemas.ts';
import courseCommand from '../../../src/cli/course.ts';
import { readCourse } from '../../../src/cli/read-course.ts';
import { edited, MINI, unreleased } from './courses.ts';

const files = readCourse(MINI);

/** As the parser reads it: whether the list is true is another question. */
function indexWith(changes: string) {
	const put = `date: '2026-10-01'\nwhat: 直しました。\nchanges:\n${changes}`;
	const { course, problems } = parseCourse<Question>(
		edited(files, [{ file: 'revisions/3.yaml', put }]),
		questionSchemas
	);
	if (!course) throw new Error(problems.map(({ message }) => message).join('\n'));
	return splitCourse(course).index;
}
const line = (id: string, rest: string) => `  - { id: ${id}, why: 直しました。, from: general, ${rest} }\n`;

describe('the index', () => {
	test('says of every change what kind it is, and nothing of slips of the pen', () => {
		const index = indexWith(
			line('c1', 'added: [m2_p1]') +
				line('c2', 'changed: [q1_1, q1_2]') +
				line('c3', 'retired: [q9]') +
				line('c4', 'added: [q1_1], changed: [m1_p1], retired: [q9]') +
				line('c5', 'added: [q1_1], changed: [m1_p1]') +
				line('c6', 'changed: [g_shigen], minor: true')
		);
		const [, third] = index.revisions ?? [];
		expect(third?.changes.map(({ id, kind }) => [id, kind])).toEqual([
			['c1', 'added'],
			['c2', 'changed'],
			['c3', 'retired'],
			['c4', 'replaced'],
			['c5', 'added']
		]);
		expect(third).toMatchObject({ revision: 3, date: '2026-10-01', what: '直しました。' });
	});

	test('says since which revision a page is there, and leaves out a revision of slips alone', () => {
		const index = indexWith(line('c1', 'added: [m2_p1], minor: true'));
		const pages = index.units.flatMap((unit) => unit.pages);
		expect(pages.filter(({ since }) => since !== undefined).map(({ id, since }) => [id, since])).toEqual([
			['m2_p1', 3]
		]);
		expect(index.revisions?.map(({ revision }) => revision)).toEqual([2]);
	});

	test('of a first revision knows no revisions', () => {
		const { course } = checkFiles(unreleased(files));
		expect(course && splitCourse(course).index).not.toHaveProperty('revisions');
		expect(course).not.toHaveProperty('earlier');
	});
});

describe('a frozen revision', () => {
	test('is read as it was written, and a damaged one is as good as none', () => {
		const { course } = checkFiles(files);
		if (!course) throw new Error('the course has faults');
		const frozen = freeze(course);
		const text = writeFrozen(frozen);
		expect(readFrozen(new Map([['revisions/3.json', text]])).get(3)).toEqual(
			JSON.parse(JSON.stringify(frozen))
		);
		for (const bad of [text.slice(0, -9), text.replace('"version": 1', '"version": 2'), '{}'])
			expect(readFrozen(new Map([['revisions/3.json', bad]])).size).toBe(0);
		expect(readFrozen(new Map([['revisions/4.json', text]])).size).toBe(0);
	});

	test('does not change with the order of fields, nor with fields that say nothing', () => {
		expect(digest({ a: 1, b: ['x'] })).toBe(digest({ b: ['x'], c: [], d: false, e: undefined, a: 1 }));
		expect(digest({ a: 1, b: ['x', 'y'] })).not.toBe(digest({ a: 1, b: ['y', 'x'] }));
	});
});

describe('npm run course -- freeze', () => {
	const folders: string[] = [];
	afterEach(() => {
		for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
		vi.restoreAllMocks();
	});

	test('writes the revision once, says so, and never writes another over it', async () => {
		vi.spyOn(console, 'log').mockImplementation(() => {});
		const error = vi.spyOn(console, 'error').mockImplementation(() => {});
		const dir = mkdtempSync(join(tmpdir(), 'manabiya-freeze-'));
		folders.push(dir);
		cpSync(MINI, join(dir, 'mini'), { recursive: true });
		const run = () => courseCommand(['freeze', 'mini', '--dir', dir]);
		const file = join(dir, 'mini/revisions/3.json');

		expect(await run()).toBe(0);
		const text = readFileSync(file, 'utf8');
		expect(await run(), 'the same again').toBe(0);
		writeFileSync(file, text.replace('"q1_1"', '"q1_9"'));
		expect(await run(), 'the course is not what was frozen').toBe(1);
		writeFileSync(file, 'damaged');
		expect(await run(), 'a file of somebody else’s').toBe(1);
		expect(error).toHaveBeenCalledWith(expect.stringContaining('revision を上げて'));
		expect(readFileSync(file, 'utf8')).toBe('damaged');
		expect(await courseCommand(['freeze', '--dir', dir]), 'which one?').toBe(2);
	});
});
