import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '#authoring/check/rules.ts';
import { TEXT_BLOCKS } from '#course/schema.ts';
import { CODEBOOK_HEAD } from '#packages/codebook.ts';
import { optionFields } from '#packages/options.ts';
import { targets } from '#packages/targets.ts';
import { questionTypes } from '#questions/registry.ts';
import { TARGETS } from '#record/payload.ts';
import { fault, faults } from '../domain/course/courses.ts';
import { codes, links, section, table } from './markdown.ts';

const PAGES = [
	'README.md',
	'README.ja.md',
	'ARCHITECTURE.md',
	'CONTRIBUTING.md',
	'docs/course-format.md',
	'docs/ja/lms.md',
	'docs/ja/training.md'
];
const read = (page: string) => readFileSync(page, 'utf8');
const { scripts, engines, dependencies } = JSON.parse(read('package.json')) as {
	scripts: Record<string, string>;
	engines: { node: string };
	dependencies: Record<string, string>;
};

/** Every file and folder below a folder, by its path. */
function below(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = `${folder}/${entry.name}`;
		return entry.isDirectory() ? [path, ...below(path)] : [path];
	});
}
const TOP = ['src', 'static', 'courses', 'tests', 'docs', 'scripts'];
const paths = [...TOP.flatMap(below), ...readdirSync('.')].map((path) => `/${path}`);

/** Made by a build, or by who follows a recipe. */
const TO_BE_MADE = /^(?:build|dist|_app|src\/lib\/questions\/dates|src\/lib\/packages\/cmi5)\//;

/** A name in backticks that speaks of a file or folder here, from the top or from some folder, and is wrong. */
function missing(code: string): boolean {
	const speaks = /^\w[\w.-]*(?:\/[\w.-]+)*(?:\/|\.(?:md|m?js|ts|svelte|yaml|json|config|txt))$/.test(code);
	const fromTop = new RegExp(`^(?:${TOP.join('|')}|\\.ci)/[\\w./-]+$`).test(code);
	if (!(speaks || fromTop) || TO_BE_MADE.test(code)) return false;
	return !existsSync(code) && !paths.some((path) => path.endsWith(`/${code.replace(/\/$/, '')}`));
}

/** GitHub's anchor of a heading. */
const anchor = (title: string) =>
	title
		.toLowerCase()
		.replace(/[^\p{L}\p{N} _-]/gu, '')
		.replaceAll(' ', '-');

describe.each(PAGES)('%s', (page) => {
	const text = read(page);

	test('speaks of no file or folder that is not there', () => {
		expect(codes(text).filter(missing)).toEqual([]);
	});

	test('has no link that leads nowhere', () => {
		const dead = links(text).filter((link) => {
			const [path = '', hash] = link.split('#');
			const target = path ? join(dirname(page), path) : page;
			if (!existsSync(target)) return true;
			return (
				hash !== undefined &&
				![...read(target).matchAll(/^#+ (.+)$/gm)].some((m) => anchor(m[1] ?? '') === hash)
			);
		});
		expect(dead).toEqual([]);
	});

	test('tells no command that package.json does not have, or whose file is missing', () => {
		const told = [...text.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map((m) => m[1] ?? m[2] ?? '');
		const broken = told.filter((name) => {
			const ran = scripts[name]?.split(' ').filter((word) => word.includes('/')) ?? [];
			return ran.length === 0 || !ran.every((file) => existsSync(file));
		});
		expect(broken).toEqual([]);
	});
});

describe('README.md', () => {
	test('asks for the Node that package.json asks for, as the Japanese one does', () => {
		const version = engines.node.replace('>=', '');
		expect(read('README.md')).toContain(`Node.js ${version}`);
		expect(read('README.ja.md')).toContain(`Node.js（${version}以上）`);
	});

	test.each(['docs/screenshot.png', 'docs/board.png'])('shows %s at its real size, under 200 kB', (file) => {
		const png = readFileSync(file);
		expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1280, 800]);
		expect(statSync(file).size).toBeLessThan(200 * 1024);
	});
});

describe('README.ja.md', () => {
	const text = read('README.ja.md');

	test('quotes the screen in the words the screen has', () => {
		const words = readdirSync('src/lib/learn').filter((file) => /^texts.*\.ts$/u.test(file));
		const screen = ['src/lib/ui/messages.ts', ...words.map((file) => `src/lib/learn/${file}`)]
			.map(read)
			.join('\n');
		const quoted = [...text.matchAll(/\*\*「(.+?)」\*\*/g)].map((m) => m[1] ?? '');
		expect(quoted.length).toBeGreaterThan(4);
		expect(quoted.filter((words) => !screen.includes(words))).toEqual([]);
	});

	test('speaks calmly: no exclamation mark', () => {
		expect(text.replaceAll('![', '[')).not.toMatch(/[!！]/);
	});
});

describe('docs/course-format.md', () => {
	const text = read('docs/course-format.md');
	const rules = table(section(text, 'Rules'));

	test('lists every rule once, the parser’s and the editorial ones, and no other', () => {
		const told = rules.flatMap(([cell = '']) => codes(cell));
		const real = new Set([...RULES.map((rule) => rule.name), ...faults().map((name) => fault(name).rule)]);
		expect(told.sort()).toEqual([...real].sort());
	});

	test('marks the rules that wait for the whole course', () => {
		const marked = rules.flatMap(([cell = '']) => [...cell.matchAll(/`([a-z-]+)`\*/g)].map((m) => m[1]));
		expect(marked.sort()).toEqual(RULES.flatMap((rule) => (rule.whole ? [rule.name] : [])).sort());
	});

	test('describes every kind of block and every type of question', () => {
		const blocks = table(section(text, 'lessons/…/lesson.md')).flatMap(([cell = '']) => codes(cell));
		expect(blocks).toEqual([...TEXT_BLOCKS, '::figure', '::question', '::board']);
		const questions = section(text, 'questions/….yaml');
		const types = [...questions.matchAll(/^(?:- | {2})type: (\w+)/gm)].map((m) => m[1] ?? '');
		expect([...new Set(types)].sort()).toEqual(Object.keys(questionTypes).sort());
	});
});

describe('docs/ja/lms.md', () => {
	const text = read('docs/ja/lms.md');
	const rows = table(section(text, '書き出す'));

	test('lists every target, and every option with its label, its words and what it is when nothing is written', () => {
		for (const target of TARGETS) expect(rows[0]?.join()).toContain(`\`${target}\``);
		for (const { name, label, choices, standard } of optionFields(targets.scorm12.options)) {
			const [, flag = '', unwritten, meaning] = rows.find(([first]) => first === label) ?? [];
			expect(flag.toLowerCase().replaceAll('-', ''), label).toContain(name.toLowerCase());
			if (name === 'interactions') continue;
			if (standard !== undefined) expect(unwritten).toBe(`\`${standard}\``);
			for (const { value } of choices) expect(meaning).toContain(`\`${value}\``);
		}
	});

	test('explains every column of the codebook', () => {
		const told = table(section(text, '一問ごとの答えを読む')).flatMap(([cell = '']) => cell.split('、'));
		expect(told).toEqual(expect.arrayContaining(CODEBOOK_HEAD));
	});

	test('says that no real LMS has been tried', () => {
		expect(text).toContain('**実際のLMSでは、まだ一つも試していません。**');
	});
});

describe('static/web.config', () => {
	const config = read('static/web.config').replace(/<!--[^]*?-->/g, '');

	test('takes every file type away before adding it, since IIS refuses to have one twice', () => {
		const steps = [...config.matchAll(/<(remove|mimeMap) fileExtension="([^"]+)"/g)].map(
			([, step, type]) => `${step} ${type}`
		);
		const types = ['.json', '.svg', '.mjs', '.woff2', '.webmanifest'];
		expect(steps).toEqual(types.flatMap((type) => [`remove ${type}`, `mimeMap ${type}`]));
	});

	test('is well formed, as far as tags go', () => {
		const open: string[] = [];
		for (const [, close, name = '', , empty] of config.matchAll(
			/<(\/?)([a-zA-Z.]+)((?:\s+\w+="[^"<]*")*)\s*(\/?)>/g
		)) {
			if (close) expect(open.pop()).toBe(name);
			else if (!empty) open.push(name);
		}
		expect(open).toEqual([]);
		expect(config.match(/</g)).toHaveLength(
			[...config.matchAll(/<\?xml|<\/?[a-zA-Z.]+(?:\s+\w+="[^"<]*")*\s*\/?>/g)].length
		);
	});

	test('lets the start page be asked for anew, and files named by their content be kept', () => {
		expect(config).toMatch(/<location path="index\.html">[^]*?DisableCache[^]*?<\/location>/);
		expect(config).toMatch(/<location path="_app\/immutable">[^]*?immutable"[^]*?<\/location>/);
	});
});

describe('static/licenses.txt', () => {
	const squeezed = (text: string) => text.replace(/\s+/g, ' ');
	const text = squeezed(read('static/licenses.txt'));
	const listed = [...read('static/licenses.txt').matchAll(/^=+\n(\S+) \(.+\)\n=+$/gm)].map((m) => m[1] ?? '');

	test('lists every package the app depends on, and the framework it is built with', () => {
		expect(listed).toEqual(expect.arrayContaining([...Object.keys(dependencies), 'svelte', '@sveltejs/kit']));
	});

	test.each(listed)('gives the licence of %s word for word', (name) => {
		const folder = join('node_modules', name);
		const own = readdirSync(folder).filter((file) => /^(?:licen[sc]e|notice)/i.test(basename(file)));
		expect(own.length).toBeGreaterThan(0);
		for (const file of own) expect(text).toContain(squeezed(read(join(folder, file))).trim());
	});
});
