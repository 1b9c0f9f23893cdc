/** npm run package, called as scripts/run.mjs calls it, with a stand-in for the player. */
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { TARGETS } from '#record/payload.ts';
import { writeKiroku } from '#record/kiroku.ts';
import pack from '../../src/cli/package.ts';
import { STAND_IN } from './orders.ts';

let out = '';
beforeEach(() => void (out = mkdtempSync(join(tmpdir(), 'package-'))));
afterEach(() => rmSync(out, { recursive: true }));

async function run(...args: string[]) {
	const lines: string[] = [];
	const keep = (text: string) => void lines.push(text);
	const spies = [
		vi.spyOn(console, 'log').mockImplementation(keep),
		vi.spyOn(console, 'error').mockImplementation(keep)
	];
	const code = await pack([...args, '--dir', 'tests/fixtures/courses', '--player', STAND_IN, '--out', out]);
	for (const spy of spies) spy.mockRestore();
	return { code, text: lines.join('\n'), made: readdirSync(out).filter((name) => name.endsWith('.zip')) };
}
const inZip = (zip: string, name: string) =>
	strFromU8(unzipSync(readFileSync(join(out, zip)))[name] ?? new Uint8Array());

describe('npm run package', () => {
	test.each(TARGETS)(
		'makes a package for %s and says where it is, how large, and what the check found',
		async (target) => {
			const { code, text, made } = await run('mini', '--target', target);
			expect({ code, made }).toEqual({ code: 0, made: [`mini_gomi-${target}-r3.zip`] });
			expect(text).toMatch(/mini_gomi-\S+\.zip　\d+ kB[^]*問題はありません/u);
		}
	);

	test('takes every option', async () => {
		const { code, made } = await run(
			...['mini', '--target', 'scorm12', '--pass', '70', '--completes', 'test', '--on-complete', 'passed'],
			...['--on-fail', 'failed', '--score', 'best', '--no-interactions', '--title', 'LMSの題']
		);
		expect(code).toBe(0);
		const manifest = inZip(made[0] ?? '', 'imsmanifest.xml');
		expect(manifest).toContain('<adlcp:masteryscore>70</adlcp:masteryscore>');
		expect(manifest).toContain('<title>LMSの題</title>');
		expect(inZip(made[0] ?? '', 'codebook.csv')).toBe('');
	});

	test('puts one person’s record into it, and refuses one of another course', async () => {
		const record = (id: string) => {
			const file = join(out, `${id}.kiroku.json`);
			const course = { id, revision: 2, title: '題' };
			writeFileSync(
				file,
				writeKiroku({
					course,
					learner: { id: 'l1', name: '山田 花子' },
					exportedAt: 5,
					events: [{ id: 'e1', at: 1, type: 'pageDone', page: 'm1_p1' }]
				})
			);
			return file;
		};
		const { text, made } = await run('mini', '--target', 'scorm12', '--record', record('mini_gomi'));
		expect(made).toEqual(['mini_gomi-scorm12-r3-personal.zip']);
		expect(text).toContain('山田 花子の記録（1件）');
		const page = inZip(made[0] ?? '', 'index.html');
		expect(page).toContain(
			'"carried":{"learner":{"name":"山田 花子"},"exportedAt":5,"revision":2,"events":['
		);
		const other = await run('mini', '--target', 'scorm12', '--record', record('other'));
		expect(other).toEqual(
			expect.objectContaining({ code: 2, text: expect.stringContaining('other-course') })
		);
		expect((await run('mini', '--target', 'scorm12', '--record', join(out, 'none.json'))).code).toBe(2);
	});

	test.each([
		['no standard', ['mini'], '--target scorm2004-3'],
		['an unknown standard', ['mini', '--target', 'scorm13'], '--target scorm12'],
		['no course', ['--target', 'scorm12'], '課程を1つ'],
		['an unknown course', ['maxi', '--target', 'scorm12'], '「tests/fixtures/courses」にあるのは mini です'],
		[
			'an unknown option',
			['mini', '--target', 'scorm12', '--complete', 'test'],
			'--completes both|test|units'
		]
	])('ends with 2 for %s and lists what is possible', async (_, args, says) => {
		expect(await run(...args)).toEqual({ code: 2, made: [], text: expect.stringContaining(says) });
	});

	test.each([
		[
			'a word that is no choice',
			['--completes', 'all'],
			'both、test、units のどれかにしてください。　--completes'
		],
		['options that contradict each other', ['--completes', 'units'], '--completes --on-complete']
	])('ends with 1 for %s and says which option', async (_, args, says) => {
		const { code, text, made } = await run('mini', '--target', 'scorm12', ...args);
		expect({ code, made }).toEqual({ code: 1, made: [] });
		expect(text).toContain(says);
	});

	test('refuses a course that does not check, and says where', async () => {
		const dir = join(out, 'courses');
		cpSync('tests/fixtures/courses', dir, { recursive: true });
		const file = join(dir, 'mini/glossary.yaml');
		writeFileSync(file, readFileSync(file, 'utf8').replace('G-05', 'G-99'));
		const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
		const code = await pack([
			'mini',
			'--dir',
			dir,
			'--target',
			'scorm12',
			'--player',
			STAND_IN,
			'--out',
			out
		]);
		const said = errors.mock.calls.flat().join('\n');
		errors.mockRestore();
		expect(code).toBe(1);
		expect(said).toContain('glossary.yaml:1 [unknown-passage]');
		expect(existsSync(join(out, 'mini_gomi-scorm12-r3.zip'))).toBe(false);
	});
});
