/**
 * Left at random moments in every way a window can go, and opened again: nothing that the LMS had accepted is lost, an answer whose
 * verdict was shown comes back from the local copy, and nobody gets another one's answers.
 *
 * When the whole browser is killed, less can be promised: what the header called saved, and every answer whose row in the local copy
 * was on the disk. LMS_RUNS: how many (40 a target); LMS_SEED draws others than the fixed ones.
 */
import type { Browser, BrowserContext, Frame, Page } from '@playwright/test';
import { texts } from '#learn/texts.ts';
import { TARGETS, type Target } from '#record/payload.ts';
import { createChance } from '#lmscheck/hostile.ts';
import { launch as startBrowser, newProfile } from '../crash/victim.ts';
import { Claims } from './leaving/claims.ts';
import { leaveByExit, takeRecord, tellRows, work, type Row, type Said } from './leaving/hand.ts';
import { RECORD, WORK } from './leaving/pages.ts';
import { expect, HANAKO, TARO, test, type Lms } from './lms.ts';

const RUNS = Number(process.env.LMS_RUNS ?? 40);
const SEED = Number(process.env.LMS_SEED ?? 711288103);
/** As many windows as work side by side; each comes back to what it left. */
const CHAINS = 3;
/** Browsers that are killed take longest: one in so many runs. */
const KILLED = 13;
const WAYS = ['tab', 'away', 'frame', 'other', 'exit'] as const;
type Plan = {
	who: 0 | 1;
	double: 'again' | 'sync';
	way: (typeof WAYS)[number] | 'kill';
	/** Leave so soon after the press of the nth answer; absent: after the beginning. */
	atPress?: number;
	/** Milliseconds. */
	delay: number;
	seed: number;
};

function planFrom(random: () => number, kill: boolean): Plan {
	const around = random() < 0.5;
	const [nth, delay, seed] = [1 + Math.floor(random() * 4), random(), Math.floor(random() * 2 ** 31)];
	return {
		who: random() < 0.6 ? 0 : 1,
		double: random() < 0.5 ? 'again' : 'sync',
		way: kill ? 'kill' : (WAYS[Math.floor(random() * WAYS.length)] ?? 'tab'),
		seed,
		...(around ? { atPress: nth, delay: delay * 30 } : { delay: delay * 1_500 })
	};
}

/** One learner's browser, or two learners' after each other, with what each has claimed. */
class Chain {
	readonly claims = [new Claims(HANAKO.name), new Claims(TARO.name)] as const;
	readonly #lms: Lms;
	readonly #target: Target;
	readonly #number: number;
	#told: (said: Said | Row) => void = () => undefined;
	/** How each learner left the last time: to be told with a failure. */
	readonly #left: [string, string] = ['', ''];

	/** @param number tells its two learners from those of other chains */
	constructor(lms: Lms, target: Target, number = 0) {
		this.#lms = lms;
		this.#target = target;
		this.#number = number;
	}
	#learner(who: 0 | 1) {
		const { id, name } = who === 0 ? HANAKO : TARO;
		return { id: `${id}${this.#number}`, name };
	}

	async listenIn(context: BrowserContext): Promise<void> {
		context.setDefaultTimeout(20_000);
		await context.exposeBinding('tell', (_source, said: Said | Row) => this.#told(said));
		await context.addInitScript(tellRows);
	}

	/** Comes back, looks, works on by the plan, and leaves; without a plan it only looks. */
	async visit(page: Page, name: string, plan: Plan, kill?: () => Promise<void>): Promise<void> {
		const claims = this.claims[plan.who];
		const opening = { target: this.#target, learner: this.#learner(plan.who), double: plan.double };
		const launched = await this.#lms.open(opening, page);
		const view = launched.learner.view as Frame;
		this.#told = () => undefined;
		const text = await view.evaluate(takeRecord, RECORD);
		claims.check(text, WORK.course, `${name}, left before by ${this.#left[plan.who]}`, kill !== undefined);
		this.#left[plan.who] = `${plan.way}, ${plan.double}`;

		let due = () => {};
		const time = new Promise<void>((resolve) => {
			due = () => void setTimeout(resolve, plan.delay);
		});
		this.#told = (said) => {
			claims.hear(said);
			if (said.what === 'pressed' && said.n === plan.atPress) due();
		};
		launched.kept.heard = (text) => claims.hear(JSON.parse(text) as Said);
		const ear = `/lms/${launched.kept.visit.id}/told`;
		const working = view.evaluate(work, { ...WORK, seed: plan.seed, ear, heard: kill !== undefined });
		// It ends with its page.
		working.catch(() => undefined);
		if (plan.atPress === undefined) due();
		await time;
		if (kill) return kill();
		await leave(plan.way, page, view, this.#lms.server.origin);
		if (plan.way === 'tab') await this.#lms.gone(launched);
		else if (plan.double === 'again') await this.#lms.ended(launched);
	}

	/** Both learners come back once more, and everything is there. */
	async last(page: () => Promise<Page>): Promise<void> {
		for (const who of [0, 1] as const) {
			const window = await page();
			const opening = { target: this.#target, learner: this.#learner(who) };
			const { learner } = await this.#lms.open(opening, window);
			this.claims[who].check(
				await (learner.view as Frame).evaluate(takeRecord, RECORD),
				WORK.course,
				`at the end, left before by ${this.#left[who]}`,
				this.#left[who].startsWith('kill')
			);
			await window.close();
		}
	}
}

async function leave(way: Plan['way'], page: Page, view: Frame, origin: string): Promise<void> {
	const elsewhere = `${origin}/elsewhere.html`;
	switch (way) {
		case 'tab':
			return page.close();
		case 'away':
			return void (await page.goto(elsewhere));
		case 'frame':
			return page.locator('#sco').evaluate((frame) => frame.remove());
		case 'other':
			await page.locator('#sco').evaluate((frame, href) => frame.setAttribute('src', href), elsewhere);
			return view.waitForURL(elsewhere);
		case 'exit':
			await view.evaluate(leaveByExit, texts.lms.exit);
			return view.getByText(texts.lms.ended.title, { exact: true }).waitFor();
		case 'kill':
			throw new Error('not by a page');
	}
}

function report(target: string, chains: Chain[]): number {
	const all = chains.flatMap(({ claims }) => claims.map(({ totals }) => totals));
	const sum = (of: (one: { given: number; certain: number }) => number) =>
		all.reduce((n, one) => n + of(one), 0);
	const certain = sum((one) => one.certain);
	console.log(`${target}: ${sum((one) => one.given)} answers given, ${certain} had to come back and did`);
	return certain;
}

for (const [nth, target] of TARGETS.entries()) {
	const killed = Math.ceil(RUNS / KILLED);

	test(`${target}: nothing is lost and nobody gets another's answers, however the window goes (${RUNS - killed} moments)`, async ({
		lms,
		browser
	}) => {
		test.setTimeout(90_000 + RUNS * 5_000);
		console.log(`LMS_SEED=${SEED}`);
		const chains = await Promise.all(
			Array.from({ length: CHAINS }, (_, n) =>
				windows(
					new Chain(lms, target, n),
					browser,
					createChance(SEED + nth * 100 + n),
					Math.ceil((RUNS - killed) / CHAINS)
				)
			)
		);
		// A run in which nobody answered would prove nothing.
		expect(report(target, chains)).toBeGreaterThan((RUNS - killed) / 2);
	});

	test(`${target}: what was called saved, or was on the disk, is not lost when the browser is killed (${killed} moments)`, async ({
		lms
	}) => {
		test.setTimeout(90_000 + killed * 20_000);
		console.log(`LMS_SEED=${SEED}`);
		const random = createChance(SEED + nth * 100 + 99);
		const chain = new Chain(lms, target);
		const profile = newProfile();
		try {
			for (let run = 0; run < killed; run += 1) {
				const victim = await startBrowser(profile.folder);
				try {
					await chain.listenIn(victim.context);
					const page = victim.context.pages()[0] ?? (await victim.context.newPage());
					await chain.visit(page, `run ${run}`, planFrom(random, true), victim.kill);
				} finally {
					await victim.kill();
				}
			}
			const survivor = await startBrowser(profile.folder);
			try {
				await chain.last(() => survivor.context.newPage());
			} finally {
				await survivor.kill();
			}
		} finally {
			profile.remove();
		}
		report(target, [chain]);
	});
}

async function windows(chain: Chain, browser: Browser, random: () => number, runs: number): Promise<Chain> {
	const context = await browser.newContext({ locale: 'ja-JP' });
	await chain.listenIn(context);
	let page = await context.newPage();
	for (let run = 0; run < runs; run += 1) {
		const plan = planFrom(random, false);
		await test.step(`run ${run}: ${JSON.stringify(plan)}`, () => chain.visit(page, `run ${run}`, plan));
		if (page.isClosed()) page = await context.newPage();
	}
	await chain.last(() => context.newPage());
	await context.close();
	return chain;
}
