/**
 * A package in an LMS: how soon its first control works and what it asks of the LMS, against two bare SCOs of one file that carry
 * the same text and make the same calls. `whole` lays everything out, `first` only what a first screen shows.
 */
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { strFromU8 } from 'fflate';
import type { Browser, Page } from 'playwright';
import { splitCourse } from '#course/parts.ts';
import type { Course } from '#course/schema.ts';
import { deliver } from '#packages/deliver.ts';
import type { Question } from '#questions/registry.ts';
import { readKit } from '../kit.ts';
import { answerRepeatedly, type Answered } from './answer.ts';
import { barePage } from './bare.ts';
import { freshProfile, slowDown, type Served } from './site.ts';
import { appArm, bareArm, type Arm } from './start.ts';

/** One call to the LMS, as the stand-in wrote it down. */
export type LmsCall = [method: string, ...args: string[]];

/** 50 ms for every request, 10 Mbit/s: an office line to an LMS elsewhere. */
const LINE = { latency: 50, downloadThroughput: 10_000_000 / 8, uploadThroughput: 10_000_000 / 8 };

/** The player with the course in it, as the 1.2 package has it. */
export function packedPage(course: Course<Question>): string {
	const { index, units, reference } = splitCourse(course);
	const made = deliver({
		target: 'scorm12',
		course: { index, units, reference },
		kit: readKit(),
		written: {}
	});
	if (!made.ok) throw new Error(made.error.map(({ message }) => message).join(' '));
	return strFromU8(made.value.files.get('index.html') ?? new Uint8Array());
}

/** A bare page as an SCO: it makes these calls before its first control works. */
function asSco(page: string, calls: readonly LmsCall[]): string {
	const script = `for (const [method, ...args] of ${JSON.stringify(calls)}) API[method](...args);`;
	return page.replace('<script>', () => `<script>\n${script}`);
}

/** The text as data that is not laid out, with a first screen of a heading, a sentence and the first question. */
function firstOnly(course: Course<Question>, whole: string): string {
	const field = /<fieldset>.*?<\/fieldset>/su.exec(whole)?.[0] ?? '';
	const data = JSON.stringify(whole).replaceAll('<', '\\u003c');
	return whole
		.replace(/<h1>.*?(?=\n<script>)/su, () => `<h1>${course.title}</h1><p>${course.lead}</p>${field}`)
		.replace('<script>', () => `<script>\nconst text = JSON.parse(${JSON.stringify(data)});`);
}

/** Serves one page, compressed as a web server would. */
function servedPage(html: string): Promise<Served> {
	const body = gzipSync(html, { level: 9 });
	const server = createServer((request, response) => {
		if (request.url !== '/') return void response.writeHead(404).end();
		response
			.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' })
			.end(body);
	});
	return new Promise((resolve) => {
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			resolve({ url: `http://127.0.0.1:${port}/`, close: () => server.close() });
		});
	});
}

/** Puts an LMS into the page's own window that takes everything, writes calls down, and is busy for some time at a commit. */
async function withLms(page: Page, commitMs = 0): Promise<void> {
	await page.addInitScript((busy) => {
		const held: Record<string, string> = {
			'cmi.core.student_id': 'bench',
			'cmi.core.student_name': 'bench',
			'cmi.core.lesson_status': 'not attempted',
			'cmi.core.lesson_mode': 'normal',
			'cmi.core.credit': 'credit'
		};
		const calls: string[][] = [];
		const api: Record<string, (...args: string[]) => string> = {
			LMSInitialize: () => 'true',
			LMSFinish: () => 'true',
			LMSGetValue: (element) => held[element ?? ''] ?? '',
			LMSSetValue: (element, value) => {
				held[element ?? ''] = value ?? '';
				return 'true';
			},
			LMSCommit: () => {
				const end = performance.now() + busy;
				while (performance.now() < end);
				return 'true';
			},
			LMSGetLastError: () => '0',
			LMSGetErrorString: () => '',
			LMSGetDiagnostic: () => ''
		};
		const noted = Object.entries(api).map(([method, answer]) => [
			method,
			(...args: string[]) => {
				calls.push([method, ...args]);
				return answer(...args);
			}
		]);
		Object.assign(window, { API: Object.fromEntries(noted) as typeof api, lmsCalls: calls });
	}, commitMs);
}

async function callsOf(page: Page): Promise<LmsCall[]> {
	return page.evaluate(() => Reflect.get(window, 'lmsCalls') as LmsCall[]);
}

/** A page on an office line, with the LMS around it. */
async function prepare(page: Page): Promise<void> {
	await withLms(page);
	const session = await page.context().newCDPSession(page);
	await session.send('Network.emulateNetworkConditions', { offline: false, ...LINE });
}

export type LmsMaterial = {
	arms: Arm[];
	sizes: { name: string; raw: number; gzip: number }[];
	calls: LmsCall[];
	close(): void;
};

/** The three pages to start, served; and the calls a first launch made, which the bare ones repeat. */
export async function lmsMaterial(browser: Browser, course: Course<Question>): Promise<LmsMaterial> {
	const player = packedPage(course);
	const calls = await firstLaunch(browser, player);
	const whole = barePage(course);
	const pages = [
		{ name: 'package', html: player },
		{ name: 'whole', html: asSco(whole, calls) },
		{ name: 'first', html: asSco(firstOnly(course, whole), calls) }
	];
	const sites = await Promise.all(pages.map(({ html }) => servedPage(html)));
	return {
		arms: pages.map(({ name }, at) => ({
			...(name === 'package' ? appArm : bareArm)(name, sites[at]?.url ?? ''),
			prepare
		})),
		sizes: pages.map(({ name, html }) => ({
			name,
			raw: Buffer.byteLength(html),
			gzip: gzipSync(html, { level: 9 }).length
		})),
		calls,
		close: () => sites.forEach((site) => site.close())
	};
}

/** Every call of a first launch until its commit. */
async function firstLaunch(browser: Browser, html: string): Promise<LmsCall[]> {
	const site = await servedPage(html);
	const profile = await freshProfile(browser);
	try {
		const page = await profile.newPage();
		await withLms(page);
		await page.goto(site.url);
		await page.waitForSelector('html[data-ready]', { state: 'attached' });
		await page.waitForFunction(() =>
			(Reflect.get(window, 'lmsCalls') as string[][]).some(([method]) => method === 'LMSCommit')
		);
		return await callsOf(page);
	} finally {
		await profile.close();
		site.close();
	}
}

/** Answers a question again and again in an LMS whose commit takes 50 ms. The first answer is the first value. */
export async function lmsAnswers(
	browser: Browser,
	course: Course<Question>,
	at: string,
	slower: number,
	runs: number
): Promise<{ answers: Answered[]; first: LmsCall[] }> {
	const site = await servedPage(packedPage(course));
	const profile = await freshProfile(browser);
	try {
		const page = await profile.newPage();
		await withLms(page, 50);
		await slowDown(page, slower);
		await page.goto(`${site.url}#/${course.id}/learn/${at}`);
		await page.waitForSelector('[data-saving="saved"]');
		const before = (await callsOf(page)).length;
		const [first] = await answerRepeatedly(page, 1);
		const made = (await callsOf(page)).slice(before);
		const later = await answerRepeatedly(page, runs);
		return { answers: [...(first ? [first] : []), ...later], first: made };
	} finally {
		await profile.close();
		site.close();
	}
}
