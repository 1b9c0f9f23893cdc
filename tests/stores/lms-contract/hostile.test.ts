/**
 * LMSs at their worst: whatever they do, no answer is lost, none counts twice, nothing throws, and no status goes down.
 * SEED=… repeats one run; HOSTILE_RUNS=… makes more random ones.
 */
import { describe, expect, it } from 'vitest';
import { createChance, hostile } from '#lmscheck/hostile.ts';
import { lmsBench, quiet, TARGETS, type Launch, type LmsBench } from './bench.ts';
import { answer, test, units } from './learner.ts';
import { NAMES } from './names.ts';
import { contained } from '#stores/lms/queue.ts';

const FIXED = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const random = Array.from({ length: Number(process.env.HOSTILE_RUNS ?? 3) }, () =>
	Math.floor(Math.random() * 2 ** 31)
);
const seeds = process.env.SEED ? [Number(process.env.SEED)] : [...FIXED, ...random];

const HEIGHTS: Record<string, number> = {
	'': 0,
	unknown: 0,
	incomplete: 1,
	failed: 1,
	completed: 2,
	passed: 3
};

describe.each(TARGETS)('a hostile LMS: %s', (target) => {
	const version = target === 'scorm12' ? '1.2' : '2004';
	const names = NAMES[version];

	it.each(seeds)('loses no answer and no status, seed %i', async (seed) => {
		const chance = createChance(seed);
		const bench = lmsBench(target);
		const given = new Map<string, number>();
		const give = async (launch: Launch) => {
			const item = `q${Math.floor(chance() * 6)}`;
			given.set(item, (given.get(item) ?? 0) + 1);
			void launch.happen(answer(item, chance() < 0.5 ? [1] : [0, 2]));
			launch.elapse(chance() * 4_000);
			await quiet();
		};
		for (let n = 0; n < 6; n += 1) {
			const share = chance() < 0.3 ? 0 : chance() * 0.4;
			const vanishesAfter = chance() < 0.2 ? Math.floor(chance() * 60) : Infinity;
			const expiresAfter = chance() < 0.2 ? Math.floor(chance() * 60) : Infinity;
			const launch = await bench.launch({
				around: (api) => hostile(api, version, { seed: seed + n, share, vanishesAfter, expiresAfter })
			});
			for (let answers = chance() * 8; answers > 0; answers -= 1) await give(launch);
			if (chance() < 0.3) launch.hide();
			if (chance() < 0.3) await units(launch);
			if (chance() < 0.3) await test(launch, Math.floor(chance() * 11));
			// Left, finished, or killed.
			const how = chance();
			if (how < 0.4) launch.leave();
			else if (how < 0.6) await launch.store.close('finish');
			await quiet();
		}
		await expectAll(bench, given);
		for (const element of [names.status, names.passed]) {
			const heights = bench.history(element).map((word) => HEIGHTS[word] ?? 0);
			expect(heights).toEqual([...heights].map((_, i) => Math.max(...heights.slice(0, i + 1))));
		}
		const scores = bench.history(names.raw).map((text) => Number(text || -1));
		expect(scores).toEqual([...scores].sort((a, b) => a - b));
	});
});

/** At the next launch with a sound LMS everything is there; what was answered without any LMS is kept on this computer. */
async function expectAll(bench: LmsBench, given: Map<string, number>): Promise<void> {
	const alone = new Map<string, number>();
	const lines = bench.lines();
	for (const row of await bench.journal()) {
		const { who, event } = row;
		if (event.type !== 'answered' || who.endsWith(' u1') || contained(lines, row)) continue;
		alone.set(event.item, (alone.get(event.item) ?? 0) + 1);
	}
	const sound = await bench.launch();
	await quiet();
	expect(sound.lms.aside).toBeUndefined();
	const { items } = sound.record();
	for (const [item, count] of given) {
		expect([item, (items[item]?.tries ?? 0) + (alone.get(item) ?? 0)]).toEqual([item, count]);
	}
	await sound.store.close('suspend');
	const last = await bench.launch();
	expect(
		Object.entries(last.record().items)
			.map(([item, it]) => [item, it.tries])
			.sort()
	).toEqual(
		Object.entries(items)
			.map(([item, it]) => [item, it.tries])
			.sort()
	);
}
