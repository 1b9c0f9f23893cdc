/**
 * Kills the browser at random moments of a run and looks whether every answer that the screen had called saved is there.
 * CRASH_MOMENTS: how many (20); CRASH_SEED: draws others than the fixed ones; CRASH_FILE: another built page.
 */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { answerOn, storedAnswers, type Told } from './learner.ts';
import { launch, newProfile } from './victim.ts';

const MOMENTS = Number(process.env.CRASH_MOMENTS ?? 20);
const SEED = Number(process.env.CRASH_SEED ?? 1101);
const FILE = process.env.CRASH_FILE ?? 'build/single/manabiya.html';
const COURSE = 'kami_kyodo';
const DATABASE = `manabiya:${COURSE}`;
const LABELS = { check: '答え合わせをする', next: ['次の問題へ', '結果を見る'] };
/** A profile is used this often, so that records grow and the long run stays fast. */
const PER_PROFILE = 20;

/** The moments are drawn from the seed alone. */
function generator(seed: number): () => number {
	let state = BigInt(seed);
	return () => {
		state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
		return Number(state >> 33n) / 2 ** 31;
	};
}

type Plan = {
	/** Kill around the press of the nth answer; absent: at any time. */
	atPress?: number;
	/** Milliseconds from that press, or from the beginning. */
	delay: number;
	learnerSeed: number;
};
/** What was on the disk before, what was answered since, and how many of those answers the screen called saved. */
type Claim = { before: string[]; answers: string[][]; saved: number };

/** Half of the moments lie around a press, where saving is under way; the others anywhere in the first seconds. */
function planFrom(random: () => number): Plan {
	const around = random() < 0.5;
	const nth = 1 + Math.floor(random() * 6);
	const delay = random();
	const learnerSeed = Math.floor(random() * 2 ** 31);
	return around ? { atPress: nth, delay: delay * 25, learnerSeed } : { delay: delay * 2_000, learnerSeed };
}

test(`no answer that the screen called saved is lost when the browser is killed (${MOMENTS} moments)`, async () => {
	test.setTimeout(60_000 + MOMENTS * 15_000);
	expect(existsSync(FILE), `${FILE} is built`).toBe(true);
	console.log(`CRASH_SEED=${SEED}`);
	const random = generator(SEED);
	const totals = { pressed: 0, saved: 0, kept: 0 };

	for (let moment = 0; moment < MOMENTS;) {
		const profile = newProfile();
		try {
			let claim: Claim = { before: [], answers: [], saved: 0 };
			for (let use = 0; use < PER_PROFILE && moment < MOMENTS; use += 1, moment += 1) {
				claim = await visit(profile.folder, claim, `moment ${moment}`, planFrom(random));
				totals.pressed += claim.answers.length;
				totals.saved += claim.saved;
			}
			totals.kept += (await visit(profile.folder, claim, `after moment ${moment - 1}`)).before.length;
		} finally {
			profile.remove();
		}
	}
	console.log(`${totals.pressed} answers pressed, ${totals.saved} called saved, ${totals.kept} kept`);
	// A run in which nothing was ever called saved would prove nothing.
	expect(totals.saved).toBeGreaterThan(MOMENTS / 2);
	expect(totals.kept).toBeGreaterThanOrEqual(totals.saved);
});

/** Opens the course, looks whether the last claim holds, answers on by the plan, and is killed. */
async function visit(profile: string, claim: Claim, name: string, plan?: Plan): Promise<Claim> {
	const victim = await launch(profile);
	const answers: string[][] = [];
	let saved = 0;
	let due = () => {};
	const killTime = new Promise<'killed'>((resolve) => {
		due = () => void setTimeout(() => resolve('killed'), plan?.delay ?? 0);
	});
	try {
		await victim.context.exposeBinding('tell', (_page, told: Told) => {
			if (told.what === 'saved') saved = Math.max(saved, told.n);
			else {
				answers.push(told.values);
				if (told.n === plan?.atPress) due();
			}
		});
		const page = victim.context.pages()[0] ?? (await victim.context.newPage());
		await page.goto(`${pathToFileURL(FILE).href}#/${COURSE}/practice`);
		const start = page.locator('main .btn--main').first();
		await start.waitFor();
		const before = verify(await page.evaluate(storedAnswers, DATABASE), claim, name);
		await expect(page.locator('[data-saving=failed]')).toHaveCount(0);
		if (!plan) return { before, answers, saved };

		await start.click();
		const learner = page
			.evaluate(answerOn, { seed: plan.learnerSeed, labels: LABELS })
			.catch((thrown: unknown) => String(thrown));
		if (plan.atPress === undefined) due();
		expect(await Promise.race([killTime, learner]), name).toMatch(/^(killed|done)$/);
		return { before, answers, saved };
	} finally {
		await victim.kill();
	}
}

/** Every earlier answer, and every one that was called saved, in order; returns the ids now stored. */
function verify(stored: { id: string; response: string }[], claim: Claim, name: string): string[] {
	const ids = stored.map(({ id }) => id);
	expect(ids.slice(0, claim.before.length), `${name}: answers of earlier moments`).toEqual(claim.before);
	const since = stored.slice(claim.before.length);
	expect(since.length, `${name}: answers called saved`).toBeGreaterThanOrEqual(claim.saved);
	expect(since.length, `${name}: answers that nobody gave`).toBeLessThanOrEqual(claim.answers.length);
	for (const [at, { response }] of since.entries()) {
		for (const value of claim.answers[at] ?? [])
			expect(response, `${name}: answer ${at + 1}`).toContain(`"${value}"`);
	}
	return ids;
}
