/** What an LMS is told of results and answers, beyond the promises one by one. */
import { describe, expect, it } from 'vitest';
import { lmsBench, TARGETS, type LmsBench } from './bench.ts';
import { answer, test, units } from './learner.ts';
import { NAMES } from './names.ts';
import { fakeTracking } from './tracking.ts';

describe.each(TARGETS)('telling an LMS: %s', (target) => {
	const is12 = target === 'scorm12';
	const names = NAMES[is12 ? '1.2' : '2004'];
	const words = (bench: LmsBench) => [bench.held(names.status), bench.held(names.passed)];
	const at = (n: number, part: string) => `cmi.interactions.${n}.${part}`;

	it.each([
		['both', 'passed', ['incomplete', 'passed', 'passed'], ['incomplete', 'completed', 'passed']],
		['units', 'completed', ['incomplete', 'completed', 'completed'], ['incomplete', 'completed', 'unknown']]
	] as const)(
		'the rule decides the words: %s → %s',
		async (completes, onComplete, [early12, late12], [early, late, success]) => {
			const bench = lmsBench(target);
			const launch = await bench.launch({ tracking: fakeTracking({ completes, onComplete }) });
			if (completes === 'both') await test(launch, 10);
			expect(bench.held(names.status)).toBe(is12 ? early12 : early);
			await units(launch);
			expect(bench.held(names.status)).toBe(is12 ? late12 : late);
			if (!is12) expect(bench.held(names.passed)).toBe(success);
		}
	);

	it('a failed test is told if the rule says so, and taken back by passing', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch();
		await test(launch, 3);
		expect(words(bench)).toEqual(is12 ? ['failed', 'failed'] : ['incomplete', 'failed']);
		await test(launch, 9);
		expect(words(bench)).toEqual(is12 ? ['incomplete', 'incomplete'] : ['incomplete', 'passed']);
		expect(bench.held(names.raw)).toBe('90');
		await test(launch, 5);
		expect(bench.held(names.raw)).toBe('90');
		await units(launch);
		expect(words(bench)).toEqual(is12 ? ['passed', 'passed'] : ['completed', 'passed']);
	});

	it('a failed test stays incomplete under the other rule, and no score is sent when none is wanted', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch({ tracking: fakeTracking({ onFail: 'incomplete', score: 'none' }) });
		await test(launch, 3);
		await launch.store.close('suspend');
		expect(words(bench)).toEqual(is12 ? ['incomplete', 'incomplete'] : ['incomplete', 'unknown']);
		expect(launch.news().filter((line) => line.includes('score'))).not.toContainEqual(
			expect.stringContaining(' = ')
		);
	});

	it('a final result is committed at once', async () => {
		const launch = await lmsBench(target).launch();
		await units(launch);
		void launch.happen({ type: 'runStarted', run: 'r1', kind: 'final', items: ['q1'], seed: 's' });
		launch.elapse(3_000);
		launch.news();
		void launch.happen({ type: 'runFinished', run: 'r1', right: ['q1'], wrong: [], total: 1, passed: true });
		launch.elapse(0);
		expect(launch.news().at(-1)).toBe(names.commit);
	});

	it('answers are not sent when the rule does not want them', async () => {
		const launch = await lmsBench(target).launch({ tracking: fakeTracking({ interactions: false }) });
		await launch.done(answer('q1'));
		expect(launch.news().filter((line) => line.includes('interactions'))).toEqual([]);
	});

	it('a statement is told as neutral, and once', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch();
		for (const chosen of [[1], [0]]) await launch.done(answer('t1_before', chosen));
		expect(bench.held(at(0, 'result'))).toBe('neutral');
		expect(bench.held(at(1, 'id'))).toBeUndefined();
		expect(launch.recorder.breaches()).toEqual([]);
	});

	it('a board is told as pairs, and one with too many pairs as a performance', async () => {
		const launch = await lmsBench(target).launch();
		const check = (board: string, cards: number) => ({
			type: 'boardChecked' as const,
			board,
			right: Array.from({ length: cards }, (_, n) => `c${n}`),
			wrong: {},
			round: 1
		});
		launch.news();
		await launch.done(check('m1', 2));
		await launch.done(check('m2', 40));
		const news = launch.news();
		expect(news).toContain(`${at(0, 'type')} = matching`);
		expect(news).toContain(`${at(0, names.response)} = ${is12 ? '0.0,1.1' : '0[.]0[,]1[.]1'}`);
		expect(news).toContain(`${at(1, 'type')} = performance`);
		expect(launch.recorder.breaches()).toEqual([]);
	});

	it('an LMS that lost its interactions or has more than the state says is gone on with at its own count', async () => {
		const bench = lmsBench(target);
		const first = await bench.launch();
		for (const chosen of [[1], [3]]) await first.done(answer('q1', chosen));
		await first.done(answer('q2'));
		await first.store.close('suspend');
		bench.put('cmi.interactions', '');
		const second = await bench.launch();
		await second.done(answer('q1', [1]));
		expect(bench.held(at(0, 'id'))).toBe('q1_later');
		expect(second.recorder.breaches()).toEqual([]);
	});
});
