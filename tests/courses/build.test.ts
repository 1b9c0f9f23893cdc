/** Courses on their way into a build: the plugin's modules, and the command that checks them. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Rolldown } from 'vite';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CourseSource } from '#course/parts.ts';
import { courses } from '../../src/cli/course-plugin.ts';
import course from '../../src/cli/course.ts';

const FIXTURES = 'tests/fixtures/courses';
let dir = '';

beforeEach(() => {
	dir = mkdtempSync(join(tmpdir(), 'courses-'));
	cpSync(join(FIXTURES, 'mini'), join(dir, 'mini'), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

/** Puts a fault into the copied course. */
function spoil(file: string, find: string, put: string): void {
	const path = join(dir, 'mini', file);
	writeFileSync(path, readFileSync(path, 'utf8').replace(find, put));
}

async function bundle(out: string): Promise<Rolldown.RolldownOutput> {
	const entry = join(dir, 'entry.js');
	writeFileSync(entry, `export { default, list } from 'virtual:courses';`);
	const made = await build({
		configFile: false,
		logLevel: 'silent',
		root: dir,
		plugins: [courses({ dir })],
		build: { outDir: out, minify: false, lib: { entry, formats: ['es'], fileName: () => 'entry.mjs' } }
	});
	const [first] = [made].flat();
	if (!first || !('output' in first)) throw new Error('nothing was built');
	return first;
}

describe('the build', () => {
	test('carries index, units and reference apart, so that each can be sent when it is wanted', async () => {
		const { output } = await bundle(join(dir, 'out'));
		const holding = (words: string) => output.filter((chunk) => 'code' in chunk && chunk.code.includes(words)).map((c) => c.fileName);
		expect(holding('JSON.parse')).toHaveLength(5);
		const apart = ['ごみの分け方を学ぶ', 'm1_p1_lead', 'm2_p1_parts', '次に使える形ごとに取り分けることをいう'].map((words) => holding(words));
		expect(apart[1]).toHaveLength(1);
		expect(apart[2]).toHaveLength(1);
		expect(new Set(apart.slice(1).flat()).size).toBe(3);

		const entry: { default: Record<string, () => Promise<CourseSource>>; list: unknown } = await import(
			/* @vite-ignore */ pathToFileURL(join(dir, 'out', 'entry.mjs')).href
		);
		expect(entry.list).toEqual([{ folder: 'mini', id: 'mini_gomi', title: 'ごみの分け方を学ぶ' }]);
		const source = await entry.default.mini?.();
		expect(source?.index.units.map((unit) => unit.id)).toEqual(['m1', 'm2', 'm_test']);
		expect((await source?.unit('m2'))?.boards[0]?.cards).toHaveLength(4);
		expect((await source?.reference())?.glossary).toHaveLength(3);
		await expect(source?.unit('constructor')).rejects.toThrow('unknown unit');
	});

	test('fails on a broken course and lists everything that is wrong', async () => {
		spoil('glossary.yaml', 'G-05', 'G-99');
		spoil('lessons/01-kotoba/lesson.md', '#g_shigen', '#g_nothing');
		await expect(bundle(join(dir, 'out'))).rejects.toThrow(/unknown-passage[\s\S]*unknown-term/u);
	});
});

describe('npm run course -- check', () => {
	const run = async (...args: string[]) => {
		const lines: string[] = [];
		const keep = (text: string) => void lines.push(text);
		const spies = [vi.spyOn(console, 'log').mockImplementation(keep), vi.spyOn(console, 'error').mockImplementation(keep)];
		const code = await course(args);
		for (const spy of spies) spy.mockRestore();
		return { code, text: lines.join('\n') };
	};

	test('ends with 0 for a course without problems, by its name or by a path', async () => {
		expect(await run('check', 'mini', '--dir', FIXTURES)).toEqual({ code: 0, text: expect.stringMatching(/問題はありません.*LMSに残す学習の状態は最大[\d,]+字です/u) });
		expect((await run('check', `${FIXTURES}/mini`)).code).toBe(0);
	});

	test('ends with 1 and prints every problem with file, line and rule, and their number', async () => {
		spoil('glossary.yaml', 'G-05', 'G-99');
		spoil('map.yaml', 'breaks: [野菜, くず]', 'breaks: [野菜]');
		const { code, text } = await run('check', '--dir', dir);
		expect(code).toBe(1);
		expect(text).toContain('glossary.yaml:1 [unknown-passage]');
		expect(text).toContain('map.yaml:27 [breaks-differ]');
		expect(text).toContain('2件');
	});

	test('ends with 2 when called wrongly, and says how to call it', async () => {
		expect(await run('chekc')).toEqual({ code: 2, text: expect.stringContaining('npm run course -- check') });
		expect(await run('check', 'nothing', '--dir', FIXTURES)).toEqual({ code: 2, text: expect.stringContaining('mini') });
		expect((await run('check', '--dri', FIXTURES)).code).toBe(2);
	});
});
