/** A whole course under the strict recorder: no breach, few calls, and the same calls as ever. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Call } from '#lmscheck/call.ts';
import { TARGETS as ALL } from '#record/payload.ts';
import { lmsBench } from './bench.ts';
import { answer, test, units } from './learner.ts';
import { NAMES } from './names.ts';
import { wholeRun } from './whole.ts';

beforeEach(() => void vi.stubEnv('TZ', 'Asia/Tokyo'));
afterEach(() => void vi.unstubAllEnvs());

describe.each(ALL)('a whole course in %s', (target) => {
	const names = NAMES[target === 'scorm12' ? '1.2' : '2004'];

	it('breaks no rule, and comes back whole at every launch', async () => {
		const bench = lmsBench(target, true);
		const launches = await wholeRun(bench);
		expect(launches.flatMap(({ recorder }) => recorder.breaches())).toEqual([]);
		expect(launches.map(({ lms }) => lms.facts().errors)).toEqual([[], [], [], []]);
		const [, , , review] = launches;
		expect(review?.record().items.q1?.tries).toBe(3);
		expect(bench.held(names.status)).toBe(target === 'scorm12' ? 'passed' : 'completed');
		expect(bench.held(names.raw)).toBe('90');
	});

	it('makes the calls that are written down in tests/stores/golden', async () => {
		const launches = await wholeRun(lmsBench(target, true));
		const trace = launches.map(({ recorder }) => recorder.calls.map(line).join('\n')).join('\n\n') + '\n';
		const file = new URL(`../golden/${target}.txt`, import.meta.url);
		// GOLDEN=write npx vitest run --project stores tests/stores/lms-contract/strict.test.ts
		if (process.env.GOLDEN === 'write') writeFileSync(file, trace);
		expect(trace).toBe(readFileSync(file, 'utf8'));
	});

	it('needs at most 15 calls at the start, one of them a commit at most', async () => {
		const bench = lmsBench(target, true);
		const first = await bench.launch({ objectives: ['PRIMARYOBJ'] });
		await first.done(answer('q1'));
		await units(first);
		await test(first, 9);
		await first.store.close('suspend');
		const second = await bench.launch();
		const fresh = opening(first.recorder.calls, names.state);
		expect(fresh.length).toBeLessThanOrEqual(15);
		expect(fresh.filter(({ method }) => method === names.commit)).toHaveLength(1);
		expect(second.recorder.calls.length).toBeLessThanOrEqual(15);
	});

	it('needs at most 12 calls for an answer, with everything known of it and the commit', async () => {
		const bench = lmsBench(target, true);
		const launch = await bench.launch();
		await launch.done({ type: 'started', revision: 1, seed: 's' });
		await launch.done({ type: 'pageOpened', page: 'p1' });
		for (const item of ['q1', 'q2', 'q1', 'q1', 'q3']) {
			launch.news();
			await launch.done(answer(item, [1]));
			const news = launch.news();
			expect(news.length).toBeLessThanOrEqual(12);
			expect(news.filter((one) => one === names.commit)).toHaveLength(1);
		}
		// Wherever the learner is, and after a long time too.
		launch.elapse(3_600_000);
		launch.news();
		await launch.done({ ...answer('q4', [1]), page: 'p2' } as Parameters<typeof launch.done>[0]);
		expect(launch.news().length).toBeLessThanOrEqual(12);
	});

	it('breaks no rule without credit, while browsing, in a hidden page and without a learner’s answer', async () => {
		for (const options of [{ credit: false }, { mode: 'browse' as const }, {}]) {
			const bench = lmsBench(target, true);
			const launch = await bench.launch(options);
			launch.hide();
			launch.hide();
			await launch.done(answer('q1'));
			await units(launch);
			await test(launch, 10);
			launch.hide();
			launch.leave();
			const idle = await bench.launch(options);
			idle.leave();
			expect([launch, idle].flatMap(({ recorder }) => recorder.breaches())).toEqual([]);
		}
	});

	it('breaks no rule with an LMS that decides about passing itself', async () => {
		const bench = lmsBench(target, true);
		for (const right of [4, 9, 2]) {
			const launch = await bench.launch({ mastery: 80 });
			await units(launch);
			await test(launch, right);
			await launch.store.close('suspend');
			expect(launch.recorder.breaches()).toEqual([]);
		}
		expect(bench.held(names.raw)).toBe('90');
		expect(bench.held(names.passed)).toBe('passed');
	});
});

/** Calls before anything of the learner is written. */
function opening(calls: readonly Call[], state: string): readonly Call[] {
	const work = [state, 'cmi.interactions.0.id'];
	return calls.slice(
		0,
		calls.findIndex(({ method, args }) => method.endsWith('SetValue') && work.includes(args[0] ?? ''))
	);
}

/** A call as a line: what a state looks like inside is not the store's business. */
function line({ method, args, answer: said, code }: Call): string {
	const [element = '', value] = args;
	const shown = value !== undefined && element === 'cmi.suspend_data' ? '(state)' : value;
	const told =
		element === 'cmi.suspend_data' && method.endsWith('GetValue') && said !== '' ? '(state)' : said;
	return `${method}(${[element, shown].filter((one) => one !== undefined).join(', ')}) = ${told}${code === '0' ? '' : ` [${code}]`}`;
}
