/**
 * npm run bench [-- --only bytes,start,answer,lms,build,growth,record --runs 9 --out build]: figures on the built editions, as ratios measured
 * in one run and as absolute values. It judges nothing; docs/speed.md says how to read it.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright';
import { answerRepeatedly } from './bench/answer.ts';
import { barePage } from './bench/bare.ts';
import { gzipSize, startBytes } from './bench/bytes.ts';
import { buildGrown, growth } from './bench/growth.ts';
import { lmsAnswers, lmsMaterial } from './bench/lms.ts';
import { build, ensureBuilt, firstCourse, pageWithChoice, sizeOf } from './bench/material.ts';
import { kB, ms, ratio, spread, table } from './bench/numbers.ts';
import { recordCosts } from './bench/record.ts';
import { freshProfile, launch, served, slowDown } from './bench/site.ts';
import { appArm, bareArm, interleaved, startTime, startWork, type Arm } from './bench/start.ts';

const PARTS = ['bytes', 'start', 'answer', 'lms', 'build', 'growth', 'record'] as const;
type Part = (typeof PARTS)[number];
const SLOWER = [1, 4];
/** Events of a long record. */
const EARLIER = 5_000;
/** Lengths of a record whose cost is compared. */
const LENGTHS = [1_000, 10_000];

type Run = { browser: Browser; out: string; temp: string; runs: number };

/** @returns the exit code: 0 measured, 2 when called wrongly */
export default async function bench(args: string[]): Promise<number> {
	const asked = read(args);
	if (!asked) return 2;
	const { out, runs, parts } = asked;
	ensureBuilt(out);
	const temp = mkdtempSync(join(tmpdir(), 'manabiya-bench-'));
	const browser = await launch();
	try {
		const load = loadavg()[0]?.toFixed(1) ?? '';
		console.log(
			`${cpus()[0]?.model ?? ''}, ${availableParallelism()} cores, load ${load} at the start; Node ${process.versions.node}, Chromium ${browser.version()}. ${sizeOf(firstCourse('courses'))}. Medians of ${runs} (least–most).`
		);
		const measures: Record<Part, (run: Run) => Promise<void>> = {
			bytes,
			start,
			answer,
			lms,
			build: building,
			growth: growing,
			record: recording
		};
		for (const part of parts) await measures[part]({ browser, out, temp, runs });
	} finally {
		await browser.close();
		rmSync(temp, { recursive: true, force: true });
	}
	return 0;
}

function read(args: string[]): { out: string; runs: number; parts: Part[] } | undefined {
	const { values } = parseArgs({
		args,
		options: {
			only: { type: 'string', default: PARTS.join(',') },
			runs: { type: 'string', default: '9' },
			out: { type: 'string', default: process.env.OUT_DIR ?? 'build' }
		}
	});
	const names = values.only.split(',');
	const parts = PARTS.filter((part) => names.includes(part));
	const runs = Number(values.runs);
	if (parts.length === names.length && Number.isInteger(runs) && runs > 0)
		return { out: resolve(values.out), runs, parts };
	console.error(`npm run bench -- [--only ${PARTS.join(',')}] [--runs 9] [--out build]`);
	return undefined;
}

function print(title: string, text: string): void {
	console.log(`\n## ${title}\n\n${text}`);
}

async function bytes({ browser, out }: Run): Promise<void> {
	const site = await served(join(out, 'web'));
	const { sent, requests, raw, gzip } = await startBytes(browser, site.url);
	site.close();
	const bare = Buffer.from(barePage(firstCourse('courses')));
	const single = readFileSync(join(out, 'single/manabiya.html'));
	print(
		'Bytes to the first usable control',
		table(
			['', 'requests', 'compressed', 'raw'],
			[
				['web edition', String(requests), kB(gzip), kB(raw)],
				['bare page', '1', kB(gzipSize(bare)), kB(bare.length)],
				['single file, whole', '1', kB(gzipSize(single)), kB(single.length)]
			]
		)
	);
	const largest = [...sent].sort((a, b) => b.gzip - a.gzip).slice(0, 6);
	console.log(
		`\nLargest: ${largest.map(({ name, gzip: size }) => `${name.split('/').pop()} ${kB(size)}`).join(', ')}`
	);
}

async function start({ browser, out, temp, runs }: Run): Promise<void> {
	mkdirSync(join(temp, 'bare'), { recursive: true });
	writeFileSync(join(temp, 'bare/index.html'), barePage(firstCourse('courses')));
	const [site, plain] = await Promise.all([served(join(out, 'web')), served(join(temp, 'bare'))]);
	const arms = [appArm('app', site.url), bareArm('bare', plain.url)];
	const row = async (name: string, once: (arm: Arm) => Promise<number>) => {
		const times = await interleaved(
			arms.map((arm) => ({ name: arm.name, once: () => once(arm) })),
			runs
		);
		const [app, bare] = [spread(times.get('app') ?? []), spread(times.get('bare') ?? [])];
		return [name, ms(app), ms(bare), ratio(app, bare)];
	};
	const rows: string[][] = [];
	for (const slower of SLOWER)
		rows.push(await row(`${slower}× CPU`, (arm) => startTime(browser, arm, slower)));
	rows.push(await row("processor time of the page's thread", (arm) => startWork(browser, arm)));
	site.close();
	plain.close();
	print('Time to the first usable control', table(['', 'web edition', 'bare page', 'ratio'], rows));
}

async function answer({ browser, out, runs }: Run): Promise<void> {
	const site = await served(join(out, 'web'));
	const course = firstCourse('courses');
	const rows: string[][] = [];
	for (const slower of SLOWER) {
		const profile = await freshProfile(browser);
		const page = await profile.newPage();
		await slowDown(page, slower);
		await page.goto(`${site.url}#/${course.id}/learn/${pageWithChoice(course)}`);
		const [first, ...later] = await answerRepeatedly(page, runs + 1);
		await profile.close();
		const frames = spread(later.map((one) => one.frames));
		rows.push([
			`${slower}×`,
			ms(spread(later.map((one) => one.painted))),
			`${frames.median} (${frames.least}–${frames.most})`,
			ms(spread(later.map((one) => one.saved))),
			`${first?.painted.toFixed(0)} ms, ${first?.frames} frames, saved ${first?.saved.toFixed(0)} ms`
		]);
	}
	site.close();
	print(
		'One answer: from the press',
		table(['CPU', 'to painted feedback', 'frames', 'to 保存しました', 'the first answer'], rows)
	);
}

async function lms({ browser, runs }: Run): Promise<void> {
	const course = firstCourse('courses');
	const { arms, sizes, calls, close } = await lmsMaterial(browser, course);
	const rows: string[][] = [];
	for (const slower of SLOWER) {
		const times = await interleaved(
			arms.map((arm) => ({ name: arm.name, once: () => startTime(browser, arm, slower) })),
			runs
		);
		const [own, whole, first] = ['package', 'whole', 'first'].map((name) => spread(times.get(name) ?? []));
		if (own && whole && first)
			rows.push([`${slower}× CPU`, ms(own), ms(whole), ratio(own, whole), ms(first), ratio(own, first)]);
	}
	close();
	const size = (name: string) => {
		const of = sizes.find((one) => one.name === name);
		return of ? `${kB(of.gzip)} (${kB(of.raw)} raw)` : '';
	};
	print(
		'In an LMS: time to the first usable control, 50 ms a request and 10 Mbit/s, pages compressed',
		`Package ${size('package')}, everything laid out ${size('whole')}, first screen only ${size('first')}.\n\n` +
			table(['', 'package', 'everything', 'ratio', 'first screen', 'ratio'], rows)
	);
	const answers: string[][] = [];
	let made = 0;
	for (const slower of SLOWER) {
		const { answers: all, first } = await lmsAnswers(browser, course, pageWithChoice(course), slower, runs);
		made = first.filter(([method]) => method !== 'LMSGetLastError').length;
		answers.push([
			`${slower}×`,
			ms(spread(all.map((one) => one.painted))),
			ms(spread(all.map((one) => one.saved)))
		]);
	}
	const asked = calls.filter(([method]) => method !== 'LMSGetLastError').length;
	print(
		'In an LMS: calls, and one answer while a commit takes 50 ms',
		`${asked} calls at the first launch and ${made} with a first answer, one commit each (errors asked for are not counted).\n\n` +
			table(['CPU', 'to painted feedback', 'to 保存しました'], answers)
	);
}

async function building({ temp }: Run): Promise<void> {
	const before = performance.now();
	build(join(temp, 'built'));
	const seconds = (performance.now() - before) / 1000;
	print('Building', `Both editions: ${seconds.toFixed(1)} s`);
}

async function growing({ browser, out, temp, runs }: Run): Promise<void> {
	const shipped = firstCourse('courses');
	const grown = buildGrown(join(temp, 'grown'));
	const folders = [
		{ name: 'shipped', folder: join(out, 'web'), course: shipped },
		{ name: 'grown', folder: join(temp, 'grown/web'), course: grown }
	];
	const sites = await Promise.all(folders.map(({ folder }) => served(folder)));
	const sizes = await Promise.all(sites.map(({ url }) => startBytes(browser, url)));
	for (const site of sites) site.close();
	const results = await growth(browser, folders, EARLIER, runs);
	const [base] = results;
	const cell = (values: number[], of: number[]) =>
		`${ms(spread(values))}, ${ratio(spread(values), spread(of))}`;
	const rows = results.map(({ name, start: starts, answers, heap, loading }) => [
		name,
		cell(starts, base?.start ?? []),
		cell(
			answers.map((one) => one.painted),
			(base?.answers ?? []).map((one) => one.painted)
		),
		cell(
			answers.map((one) => one.saved),
			(base?.answers ?? []).map((one) => one.saved)
		),
		`${(spread(heap).median / 1024 / 1024).toFixed(1)} MB`,
		loading === undefined ? '' : `${loading.toFixed(0)} ms`
	]);
	print(
		'Growth',
		`${sizeOf(grown)} against ${sizeOf(shipped)}; bytes to the first usable control ${sizes
			.map(({ gzip }) => kB(gzip))
			.reverse()
			.join(' against ')}. Starts are second visits. Behind the comma: the ratio to the first row.\n\n` +
			table(['', 'start', 'answer painted', 'answer saved', 'heap', 'loading the record file'], rows)
	);
}

function recording({ runs }: Run): Promise<void> {
	const [base, ...rest] = recordCosts(firstCourse('courses'), LENGTHS, runs);
	if (!base) throw new Error('no length');
	const rows = [base, ...rest].map((cost) => [
		cost.events.toLocaleString('en'),
		...(['reading', 'folding', 'merging', 'due'] as const).map(
			(what) => `${ms(spread(cost[what]))}, ${ratio(spread(cost[what]), spread(base[what]))}`
		)
	]);
	print(
		'A long record',
		table(['events', 'reading its file', 'replaying it', 'merging two', 'what is due'], rows)
	);
	return Promise.resolve();
}
