/**
 * LMSs at their worst: calls that fail, throw, answer in wrong types, or say no after having done it, all by a seed. LMS_SEED
 * gives one more.
 */
import type { Browser, Frame } from '@playwright/test';
import { texts } from '#learn/texts.ts';
import type { Target } from '#record/payload.ts';
import { writeKiroku } from '#record/kiroku.ts';
import type { CmiTree } from '#lmscheck/again.ts';
import { createChance } from '#lmscheck/hostile.ts';
import { NAMES } from '../../stores/lms-contract/names.ts';
import { giveFile } from '../support/file.ts';
import { Claims } from './leaving/claims.ts';
import { takeRecord, work, type Said } from './leaving/hand.ts';
import { RECORD, WORK } from './leaving/pages.ts';
import { expect, HANAKO, test, type Lms } from './lms.ts';
import { finished } from './records.ts';

test.use({ actionTimeout: 20_000, expectStrict: false });
const MORE = process.env.LMS_SEED ? [Number(process.env.LMS_SEED)] : [];
/** Answers that are given to each. */
const ANSWERS = 5;

const lots: { target: Target; seeds: number[] }[] = [
	{ target: 'scorm12', seeds: [1, 3, 14, ...MORE] },
	{ target: 'scorm2004-4', seeds: [6, 23, 27, 660877917, ...MORE] }
];

for (const { target, seeds } of lots) {
	test(`${target}: whatever an LMS does, the course goes on with one plain message at most, no answer is lost, and no result taken back`, async ({
		lms,
		browser
	}) => {
		// Somebody who has passed: there is something to be taken back.
		const first = await lms.open({ target });
		await first.learner.go('record');
		await giveFile(
			first.learner,
			'all.kiroku.json',
			writeKiroku({ ...finished(), learner: { id: 'elsewhere', name: HANAKO.name } })
		);
		await first.learner.saved();
		const names = NAMES[first.kept.visit.version];
		expect(lms.held(first, names.passed)).toBe('passed');
		expect(lms.held(first, names.raw)).toBe('100');
		const begun = await (first.learner.view as Frame).evaluate(takeRecord, RECORD);
		await lms.exit(first);
		const passed = lms.server.held.get(first.kept.key);
		if (!passed) throw new Error('nothing held');
		await Promise.all(seeds.map((seed) => suffer(lms, browser, target, seed, { passed, begun })));
	});
}

async function suffer(
	lms: Lms,
	browser: Browser,
	target: Target,
	seed: number,
	{ passed, begun }: { passed: CmiTree; begun: string | undefined }
) {
	const learner = { id: `seed${seed}`, name: '山田 花子' };
	const context = await browser.newContext({ locale: 'ja-JP' });
	context.setDefaultTimeout(20_000);
	const claims = new Claims(`seed ${seed}`);
	let enough = () => {};
	const done = new Promise<void>((resolve) => (enough = resolve));
	await context.exposeBinding('tell', (_source, said: Said) => {
		claims.hear(said);
		if (said.what === 'shown' && said.n === ANSWERS) enough();
	});

	const known = lms.announce({ target, learner }).kept;
	lms.server.held.set(known.key, passed);
	claims.begin(begun, WORK.course);
	const bad = await lms.open({ target, learner, fault: { kind: 'hostile', seed } }, await context.newPage());
	const ear = `/lms/${bad.kept.visit.id}/told`;
	bad.kept.heard = (text) => claims.hear(JSON.parse(text) as Said);
	const view = bad.learner.view as Frame;
	const working = view.evaluate(work, { ...WORK, seed, ear, heard: false });
	working.catch(() => undefined);
	await done;
	expect(await view.locator('[data-banner]').count(), `seed ${seed}: messages`).toBeLessThanOrEqual(1);
	if (createChance(seed)() < 0.5) await bad.host.close();
	else await bad.host.locator('#sco').evaluate((frame) => frame.remove());

	const { version } = bad.kept.visit;
	const names = NAMES[version];
	for (const state of bad.kept.states) {
		const at = (element: string) =>
			element
				.split('.')
				.slice(1)
				.reduce<unknown>((tree, part) => Object(tree)[part], state);
		expect(at(names.passed), `seed ${seed}: the status stays`).toBe('passed');
		expect(String(at(names.raw)), `seed ${seed}: the score stays`).toBe('100');
	}
	// What was on its way when the window went has arrived.
	await lms.gone(bad);
	const back = await lms.open({ target, learner }, await context.newPage());
	// An LMS that did not begin could not say whose the answers were.
	const take = back.learner.button(texts.lms.unclaimed.take);
	if (await take.isVisible()) {
		await take.click();
		await back.learner.saved();
	}
	claims.check(
		await (back.learner.view as Frame).evaluate(takeRecord, RECORD),
		WORK.course,
		`seed ${seed}`,
		false
	);
	await context.close();
}
