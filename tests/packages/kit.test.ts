/** What packages are made with, on its way into the editions; and whether the built player is of the present source. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Rolldown } from 'vite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Kit } from '#packages/kit.ts';
import { fingerprint } from '../../scripts/player.mjs';
import { kit as plugin } from '../../src/cli/kit-plugin.ts';
import { kit, STAND_IN } from './orders.ts';

let dir = '';
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'kit-'))));
afterEach(() => rmSync(dir, { recursive: true }));

async function bundle(edition: string, player = STAND_IN) {
	const entry = join(dir, 'entry.js');
	writeFileSync(entry, `export { default } from 'virtual:kit';`);
	const made = await build({
		configFile: false,
		logLevel: 'silent',
		root: dir,
		// The stand-in for the page's own modules.
		resolve: { alias: { fflate: join(process.cwd(), 'node_modules/fflate/esm/browser.js') } },
		plugins: [plugin({ edition, player })],
		build: { outDir: 'out', minify: false, lib: { entry, formats: ['es'], fileName: () => 'entry.mjs' } }
	});
	const [first] = [made].flat();
	if (!first || !('output' in first)) throw new Error('nothing was built');
	return first.output as Rolldown.RolldownOutput['output'];
}
async function load(): Promise<Kit | undefined> {
	// A new address for every import: modules are kept by it.
	const url = `${pathToFileURL(join(dir, 'out/entry.mjs')).href}?${Date.now()}`;
	const module: { default: () => Promise<Kit | undefined> } = await import(/* @vite-ignore */ url);
	return module.default();
}

describe('the kit', () => {
	test('is a file of its own on a web server', async () => {
		const output = await bundle('web');
		const holding = output.filter((chunk) => 'code' in chunk && chunk.code.includes('imscp_rootv1p1p2'));
		expect(holding).toHaveLength(1);
		expect(holding[0]?.fileName).not.toBe('entry.mjs');
		expect(await load()).toEqual(kit);
	});

	test('is a packed text beside the one file’s code, and the same when it is unpacked from the page', async () => {
		const output = await bundle('single');
		expect(output.some((chunk) => 'code' in chunk && chunk.code.includes('imscp_rootv1p1p2'))).toBe(false);
		const text = readFileSync(join(dir, 'out/kit.txt'), 'utf8');
		expect(text).toMatch(/^[A-Za-z0-9+/]+=*$/u);
		const element = (id: string) => (id === 'kit' ? { textContent: `\n${text}\n` } : null);
		Object.assign(globalThis, { document: { getElementById: element } });
		expect(await load()).toEqual(kit);
		Object.assign(globalThis, { document: { getElementById: () => null } });
		expect(await load()).toBeUndefined();
		Reflect.deleteProperty(globalThis, 'document');
	});

	test.each(['web', 'single'])(
		'keeps the %s edition from being built without the player, and says what to do',
		async (edition) => {
			await expect(bundle(edition, join(dir, 'none.html'))).rejects.toThrow('node scripts/build.mjs lms');
		}
	);
});

describe('the fingerprint of the player’s source', () => {
	const put = (file: string, text: string) => {
		mkdirSync(join(dir, file, '..'), { recursive: true });
		writeFileSync(join(dir, file), text);
	};
	const edit = (file: string, text: string) => {
		put(file, text);
		return fingerprint(dir);
	};

	test('changes with the text and the name of a source, and with nothing else', () => {
		for (const file of ['svelte.config.js', 'vite.config.ts', 'package-lock.json', 'static/licenses.txt'])
			put(file, 'x');
		const first = edit('src/lib/a.ts', 'a');
		expect(edit('src/lib/a.ts', 'a')).toBe(first);
		expect(edit('courses/x/course.yaml', 'id: x')).toBe(first);
		expect(edit('README.md', 'x')).toBe(first);
		expect(edit('src/lib/a.ts', 'b')).not.toBe(first);
		expect(edit('src/lib/a.ts', 'a')).toBe(first);
		cpSync(join(dir, 'src/lib/a.ts'), join(dir, 'src/lib/b.ts'));
		rmSync(join(dir, 'src/lib/a.ts'));
		expect(fingerprint(dir)).not.toBe(first);
		expect(edit('vite.config.ts', 'y')).not.toBe(first);
	});
});
