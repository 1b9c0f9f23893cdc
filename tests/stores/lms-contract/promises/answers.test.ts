/** Single answers and units, as an LMS gets them. The word in brackets is the promise's name: see mutants.ts. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lmsBench, TARGETS } from '../bench.ts';
import { answer } from '../learner.ts';
import { NAMES } from '../names.ts';
import { fakeTracking } from '../tracking.ts';

// What is written are local times.
beforeEach(() => void vi.stubEnv('TZ', 'Asia/Tokyo'));
afterEach(() => void vi.unstubAllEnvs());

describe.each(TARGETS)('answers in an LMS: %s', (target) => {
	const is12 = target === 'scorm12';
	const names = NAMES[is12 ? '1.2' : '2004'];
	const at = (n: number, part: string) => `cmi.interactions.${n}.${part}`;

	it('[tokens] an answer is written whole, in the version’s own formats', async () => {
		const launch = await lmsBench(target).launch();
		launch.news();
		await launch.done(answer('q1', [2, 0]));
		const written = launch.news().filter((line) => line.startsWith('cmi.interactions.'));
		const list = is12 ? '0,2' : '0[,]2';
		expect(written).toEqual([
			`${at(0, 'id')} = q1`,
			`${at(0, 'type')} = choice`,
			is12 ? `${at(0, 'time')} = 09:30:00` : `${at(0, 'timestamp')} = 2026-11-22T09:30:00`,
			`${at(0, 'correct_responses.0.pattern')} = ${list}`,
			`${at(0, 'weighting')} = 1`,
			`${at(0, names.response)} = ${list}`,
			`${at(0, 'result')} = ${names.wrong}`,
			`${at(0, 'latency')} = ${is12 ? '00:00:04' : 'PT4S'}`
		]);
	});

	it('[first-try] the first answer stays as it was given', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch();
		await launch.done(answer('q1', [1]));
		await launch.done(answer('q1', [0, 2]));
		await launch.done(answer('q1', [0, 2]));
		expect(bench.held(at(0, 'result'))).toMatch(/wrong$|incorrect/);
		expect(bench.held(at(0, names.response))).toContain('1');
	});

	it('[later] later answers of a question share one more interaction, also over launches', async () => {
		const bench = lmsBench(target);
		const first = await bench.launch();
		for (const chosen of [[1], [3], [4]]) await first.done(answer('q1', chosen));
		await first.store.close('suspend');
		const launch = await bench.launch();
		launch.news();
		await launch.done(answer('q1', [5]));
		const written = launch.news().filter((line) => /^cmi\.interactions\.[^0]/.test(line));
		expect(written.map((line) => line.split(' = ')[0])).toEqual(
			[is12 ? 'time' : 'timestamp', names.response, 'result', 'latency'].map((part) => at(1, part))
		);
		expect([0, 1, 2].map((n) => bench.held(at(n, 'id')))).toEqual(['q1', 'q1_later', undefined]);
	});

	it('[most] no more than 250 interactions are written', async () => {
		const launch = await lmsBench(target).launch();
		for (let n = 0; n < 252; n += 1) void launch.happen(answer(`q${n}`));
		launch.elapse(3_000);
		launch.hide();
		const ids = launch.news().filter((line) => /^cmi\.interactions\.\d+\.id/.test(line));
		expect([ids.length, ids.at(-1)]).toEqual([250, `${at(249, 'id')} = q249`]);
	});

	it('[room] later answers leave room for every first one', async () => {
		const launch = await lmsBench(target).launch({ tracking: fakeTracking({}, { answers: 200 }) });
		for (let n = 0; n < 100; n += 1)
			for (const chosen of [[1], [2]]) void launch.happen(answer(`q${n}`, chosen));
		for (let n = 100; n < 200; n += 1) void launch.happen(answer(`q${n}`));
		launch.elapse(3_000);
		launch.hide();
		const ids = launch.news().flatMap((line) => / = (q\d+(_later)?)$/.exec(line)?.[1] ?? []);
		expect(ids.filter((id) => !id.endsWith('_later'))).toHaveLength(200);
	});

	it('[share] what can be defended is told by its share of the points', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch();
		for (const [item, earned] of [
			['k1', 3],
			['k2', 4],
			['k3', 0]
		] as const)
			await launch.done({ ...answer(item, [1]), earned, total: 4 });
		expect([0, 1, 2].map((n) => bench.held(at(n, 'result')))).toEqual(['0.75', '1', '0']);
	});

	it('[objectives] a unit has an objective of its own beside those of the LMS, written when it changes', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch({ objectives: ['PRIMARYOBJ'] });
		launch.news();
		await launch.done({ type: 'pageOpened', page: 'p3' });
		await launch.done({ type: 'pageOpened', page: 'p1' });
		await launch.done({ type: 'pageDone', page: 'p3' });
		const status = is12 ? 'status' : 'completion_status';
		expect(launch.news().filter((line) => line.includes('objectives'))).toEqual([
			`${names.get} cmi.objectives._count`,
			`${names.get} cmi.objectives.0.id`,
			'cmi.objectives.1.id = u2',
			`cmi.objectives.1.${status} = incomplete`,
			'cmi.objectives.2.id = u1',
			`cmi.objectives.2.${status} = incomplete`,
			`cmi.objectives.1.${status} = completed`
		]);
		await launch.store.close('suspend');
		const again = await bench.launch();
		await again.done({ type: 'pageDone', page: 'p1' });
		await again.done({ type: 'pageDone', page: 'p2' });
		expect(again.news().filter((line) => /objectives.* = /.test(line))).toEqual([
			`cmi.objectives.2.${status} = completed`
		]);
	});

	it('[optional] groups that the LMS does not have are tried once and left out quietly', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch({
			around(api) {
				let code = '';
				return new Proxy(api, {
					get:
						(of, key) =>
						(...args: string[]) => {
							if (String(key).endsWith('LastError')) return code;
							const absent = /^cmi\.(interactions|objectives)/.test(args[0] ?? '');
							code = absent ? '401' : '0';
							if (absent) return key === names.get ? '' : 'false';
							return Reflect.apply(Reflect.get(of, key), of, args) as unknown;
						}
				});
			}
		});
		launch.news();
		for (const item of ['q1', 'q2', 'q3']) expect(await launch.done(answer(item))).toBe('ok');
		await launch.done({ type: 'pageOpened', page: 'p1' });
		await launch.done({ type: 'pageOpened', page: 'p3' });
		const tried = launch.news().filter((line) => /interactions|objectives/.test(line));
		expect(tried).toEqual([`${at(0, 'id')} = q1`, `${names.get} cmi.objectives._count`]);
		expect(launch.lms.facts().accepts).toEqual({ interactions: false, objectives: false });
		expect(launch.store.saving.status).toBe('saved');
	});

	it.each([['true'], [true], [1], ['1']])('[answers] %j from the LMS means yes', async (yes) => {
		const launch = await lmsBench(target).launch({
			around: (api) =>
				new Proxy(api, {
					get:
						(of, key) =>
						(...args: string[]) => {
							const said: unknown = Reflect.apply(Reflect.get(of, key), of, args);
							return said === 'true' ? yes : said;
						}
				})
		});
		expect(launch.lms.connected).toBe(true);
		expect(await launch.done(answer('q1'))).toBe('ok');
		expect(launch.lms.facts().errors.filter((line) => /Initialize|Commit/.test(line))).toEqual([]);
	});
});
