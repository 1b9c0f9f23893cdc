/** Does it stay as quick when the course and the record grow? The web edition, a large made-up course against the shipped one. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright';
import type { Course } from '#course/schema.ts';
import type { Question } from '#questions/registry.ts';
import { answerRepeatedly, heapInUse, type Answered } from './answer.ts';
import { grownCourse, LARGE } from './grown.ts';
import { buildWeb, firstCourse, pageWithChoice } from './material.ts';
import { freshProfile, served } from './site.ts';
import { appArm, startTime } from './start.ts';

/** Writes the large course below `dir`, checks it and builds it into `dir`/web. */
export function buildGrown(dir: string): Course<Question> {
	for (const [path, text] of grownCourse(LARGE)) {
		const file = join(dir, 'courses/grown', path);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
	}
	buildWeb(join(dir, 'courses'), join(dir, 'web'));
	return firstCourse(join(dir, 'courses'));
}

export type Grown = {
	name: string;
	/** To the first usable control, coming back with the record that is kept; ms. */
	start: number[];
	/** Without the first answer of each round, which may fetch what later ones have. */
	answers: Answered[];
	/** Bytes of JavaScript objects in use on a lesson page after answering. */
	heap: number[];
	/** Taking in the record file, ms; nothing without one. */
	loading?: number;
};

type Arm = { name: string; url: string; course: Course<Question>; earlier: number };

/** Every arm has a profile of its own; they take turns, `runs` times. */
export async function growth(
	browser: Browser,
	folders: readonly { name: string; folder: string; course: Course<Question> }[],
	earlier: number,
	runs: number
): Promise<Grown[]> {
	const servers = await Promise.all(folders.map(({ folder }) => served(folder)));
	const arms = folders.flatMap(({ name, course }, i): Arm[] => {
		const url = servers[i]?.url ?? '';
		return [
			{ name: `${name}, new learner`, url, course, earlier: 0 },
			{ name: `${name}, ${earlier.toLocaleString('en')} earlier events`, url, course, earlier }
		];
	});
	const open = await Promise.all(arms.map(async (arm) => ({ arm, profile: await freshProfile(browser) })));
	const results: Grown[] = [];
	for (const { arm, profile } of open) {
		const loading = arm.earlier > 0 ? await loadRecord(profile, arm) : undefined;
		results.push({
			name: arm.name,
			start: [],
			answers: [],
			heap: [],
			...(loading === undefined ? {} : { loading })
		});
	}
	for (let round = -1; round < runs; round += 1) {
		for (const [i, { arm, profile }] of open.entries()) {
			const result = results[i];
			if (!result) continue;
			const start = await startTime(browser, appArm(arm.name, arm.url), 1, profile);
			const { answers, heap } = await answering(profile, arm);
			// The first round fills the caches.
			if (round < 0) continue;
			result.start.push(start);
			result.answers.push(...answers);
			result.heap.push(heap);
		}
	}
	for (const { profile } of open) await profile.close();
	for (const server of servers) server.close();
	return results;
}

async function answering(profile: BrowserContext, arm: Arm): Promise<{ answers: Answered[]; heap: number }> {
	const page = await profile.newPage();
	await page.goto(`${arm.url}#/${arm.course.id}/learn/${pageWithChoice(arm.course)}`);
	await page.waitForSelector('article.sheet');
	const again = page.getByRole('button', { name: 'もう一度答える' });
	if (await again.isVisible()) await again.click();
	const [, ...answers] = await answerRepeatedly(page, 4);
	const heap = await heapInUse(await page.context().newCDPSession(page));
	await page.close();
	return { answers, heap };
}

/** Hands a record file to the learner's own screen, as a learner would. */
async function loadRecord(profile: BrowserContext, arm: Arm): Promise<number> {
	const page: Page = await profile.newPage();
	await page.goto(`${arm.url}#/${arm.course.id}/record`);
	const text = recordFile(arm.course, arm.earlier);
	const before = performance.now();
	await page
		.locator('input[type=file]')
		.setInputFiles({ name: 'earlier.kiroku.json', mimeType: 'application/json', buffer: Buffer.from(text) });
	await page.waitForSelector('[data-saving="saved"]', { timeout: 120_000 });
	await page.locator('[role=status] p').first().waitFor({ timeout: 120_000 });
	const took = performance.now() - before;
	await page.close();
	return took;
}

/** A record of so many events: questions answered by turns, over and over, a minute apart. */
function recordFile(course: Course<Question>, count: number): string {
	const questions = course.units.flatMap((unit) => unit.questions);
	const begun = Date.UTC(2026, 3, 1);
	const stamp = (n: number) => ({ id: `${n.toString(36).padStart(6, '0')}-bench`, at: begun + n * 60_000 });
	const events = Array.from({ length: count }, (_, n) => {
		const question = questions[n % questions.length];
		if (n === 0 || !question)
			return { ...stamp(n), type: 'started', revision: course.revision, seed: 'bench' };
		return {
			...stamp(n),
			type: 'answered',
			item: question.id,
			response: 'a',
			earned: n % 2,
			total: 1,
			page: question.page
		};
	});
	const { id, revision, title } = course;
	return JSON.stringify({
		format: 'manabiya.kiroku',
		version: 1,
		exportedAt: begun + count * 60_000,
		course: { id, revision, title },
		learner: { id: 'local' },
		events
	});
}
