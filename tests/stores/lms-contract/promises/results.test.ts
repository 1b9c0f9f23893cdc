/** What an LMS is told of results, and when it is told nothing. The word in brackets is the promise's name: see mutants.ts. */
import { describe, expect, it } from 'vitest';
import { lmsBench, TARGETS, type LmsBench } from '../bench.ts';
import { answer, test, units } from '../learner.ts';
import { NAMES } from '../names.ts';
import { fakeTracking } from '../tracking.ts';

describe.each(TARGETS)('results in an LMS: %s', (target) => {
	const is12 = target === 'scorm12';
	const names = NAMES[is12 ? '1.2' : '2004'];
	const words = (bench: LmsBench) => [bench.held(names.status), bench.held(names.passed)];

	it('[no-lower] status and score never go down, also against what the LMS alone remembers', async () => {
		const bench = lmsBench(target);
		bench.put(names.exit, 'suspend');
		bench.put(names.status, is12 ? 'passed' : 'completed');
		bench.put(names.passed, 'passed');
		bench.put(names.raw, '90');
		// Some LMSs throw the state away when a course is completed: it begins anew, and fails this time.
		const launch = await bench.launch();
		await launch.done(answer('q1'));
		await test(launch, 3);
		await launch.store.close('suspend');
		expect(words(bench)).toEqual(is12 ? ['passed', 'passed'] : ['completed', 'passed']);
		expect(bench.held(names.raw)).toBe('90');
		expect(launch.news().filter((line) => line.startsWith(names.raw))).toEqual([]);
	});

	it('[reported] what was reported once is not taken back when the LMS has forgotten it', async () => {
		const bench = lmsBench(target);
		const first = await bench.launch();
		await units(first);
		await test(first, 10);
		await first.store.close('finish');
		bench.put(names.status, is12 ? 'not attempted' : 'unknown');
		bench.put(names.raw, '');
		// A later revision asks for more, and its test counts less.
		const tracking = fakeTracking();
		const second = await bench.launch({
			tracking: {
				...tracking,
				standing: (record) => ({
					...tracking.standing(record),
					completed: false,
					passed: false,
					score: 40,
					progress: 0.5
				})
			}
		});
		await second.done(answer('q1'));
		await second.store.close('suspend');
		const said = second.news().filter((line) => line.startsWith(names.status) || line.startsWith(names.raw));
		expect(said).toEqual([]);
	});

	it('[opening] opening says incomplete at the first launch and nothing at later ones', async () => {
		const bench = lmsBench(target);
		const first = await bench.launch();
		expect(first.news().filter((line) => line.startsWith(names.status))).toEqual([
			`${names.status} = incomplete`
		]);
		await first.store.close('suspend');
		expect(bench.held(names.status)).toBe('incomplete');
		const second = await bench.launch();
		await second.store.close('suspend');
		expect(second.news().filter((line) => line.startsWith(names.status))).toEqual([]);
	});

	it('[version] only elements of its own version are used', async () => {
		const launch = await lmsBench(target).launch();
		await launch.done({ type: 'pageOpened', page: 'p1' });
		await launch.done(answer('q1'));
		await launch.store.close('finish');
		const others = ['other-version', 'unknown-element'];
		expect(launch.recorder.breaches().filter(({ rule }) => others.includes(rule))).toEqual([]);
		expect(launch.recorder.calls.length).toBeGreaterThan(20);
	});

	it('[review] in review nothing is written, neither to the LMS nor to this computer', async () => {
		const bench = lmsBench(target);
		const first = await bench.launch();
		await first.done(answer('q1'));
		await first.store.close('suspend');
		const kept = await bench.journal();
		const launch = await bench.launch({ mode: 'review' });
		expect(launch.lms).toMatchObject({ mode: 'review', fresh: false, connected: true });
		expect(launch.record().items.q1?.tries).toBe(1);
		expect(launch.store).toMatchObject({ durable: false, saving: { status: 'idle' } });
		expect(await launch.done(answer('q2'))).toBe('ok');
		launch.hide();
		await launch.store.close('finish');
		const written = launch.recorder.calls.filter(({ method }) => /SetValue|Commit/.test(method));
		expect(written).toEqual([]);
		expect(launch.recorder.calls.at(-1)?.method).toBe(names.end);
		expect(await bench.journal()).toEqual(kept);
		expect(launch.store.saving.status).toBe('idle');
	});

	it.each([
		['browsing', { mode: 'browse' as const }],
		['without credit', { credit: false }]
	])('[no-credit] %s writes state, place and time and no result', async (_how, options) => {
		const bench = lmsBench(target);
		const launch = await bench.launch(options);
		await launch.done(answer('q1'));
		await units(launch);
		await test(launch, 10);
		await launch.store.close('finish');
		const written = launch.recorder.calls.flatMap(({ method, args }) =>
			method === names.set ? [args[0] ?? ''] : []
		);
		expect(written).toContain(names.state);
		expect(written).toContain(names.time);
		const results = /score|status|interactions|objectives|progress/;
		expect(written.filter((element) => results.test(element))).toEqual([]);
		const again = await bench.launch(options);
		expect(again.record().items.q1?.tries).toBe(1);
	});

	it('[no-mode] an LMS that knows no modes and no credit is told everything', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch({
			around: (api) =>
				new Proxy(api, {
					get: (of, key) =>
						key !== names.get
							? (Reflect.get(of, key) as unknown)
							: (element: string) =>
									element === names.mode || element.endsWith('credit')
										? ''
										: (Reflect.apply(Reflect.get(of, key), of, [element]) as unknown)
				})
		});
		expect(launch.lms).toMatchObject({ mode: 'normal', credit: true });
		await launch.done(answer('q1'));
		expect(bench.held('cmi.interactions.0.id')).toBe('q1');
	});
});
