/** Learners' own thoughts about cases: told once, or kept here. The word in brackets is the promise's name: see mutants.ts. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lmsBench, quiet, TARGETS } from '../bench.ts';
import { NO_COMMIT } from '../faults.ts';
import { answer } from '../learner.ts';
import { kept, part, refusing, thought, told } from '../thinking.ts';

// What is written are local times.
beforeEach(() => void vi.stubEnv('TZ', 'Asia/Tokyo'));
afterEach(() => void vi.unstubAllEnvs());

describe.each(TARGETS)('thoughts in an LMS: %s', (target) => {
	const is12 = target === 'scorm12';
	const version = is12 ? '1.2' : '2004';

	it('[comment-once] a thought is told once, with its case, also when the commit has to be tried again', async () => {
		const bench = lmsBench(target);
		const it = NO_COMMIT(version);
		const launch = await bench.launch({ around: (api) => it.around(api) });
		expect(launch.lms.comments).toBeUndefined();
		launch.news();
		it.on = true;
		await launch.done(thought('{市が}\n支えているから '));
		launch.elapse(10_000);
		it.on = false;
		launch.elapse(60_000);
		await quiet();
		launch.hide();
		expect(told(launch)).toEqual(
			is12
				? ['cmi.comments = k1: ｛市が} 支えているから ']
				: [
						`${part(0, 'comment')} = ｛市が} 支えているから`,
						`${part(0, 'location')} = k1`,
						`${part(0, 'timestamp')} = 2026-11-22T09:30:00`
					]
		);
		expect(launch.lms.comments).toBe('sent');
		const next = await bench.launch();
		await next.done(answer('q1'));
		expect(told(next)).toEqual([]);
	});

	it('[comment-local] a thought that the LMS does not take stays on this computer, and is there at every later launch', async () => {
		const bench = lmsBench(target);
		const launch = await refusing(bench, target);
		launch.news();
		expect(await launch.done(thought('ここに残る'))).toBe('ok');
		await launch.done(thought('これも', 'k2'));
		expect(told(launch).length).toBeLessThan(2);
		expect(launch.lms.comments).toBe('local');
		expect(launch.store.saving.status).toBe('saved');
		expect(await kept(bench)).toEqual(['ここに残る', 'これも']);
		await launch.store.close('suspend');
		// More launches than the state remembers.
		for (let n = 0; n < 6; n += 1) {
			const next = await refusing(bench, target);
			expect(next.record().comments).toMatchObject({ k1: { text: 'ここに残る' }, k2: { text: 'これも' } });
			expect(next.lms.facts().waiting).toBe(0);
			await next.done(answer(`q${n}`));
			await next.store.close('suspend');
			expect(told(next)).toEqual([]);
		}
		expect(await kept(bench)).toEqual(['ここに残る', 'これも']);
	});

	it.each([{ mode: 'browse' as const }, { credit: false }])(
		'[no-credit] nothing of it is told with %j',
		async (options) => {
			const bench = lmsBench(target);
			const launch = await bench.launch(options);
			await launch.done(thought('ここに残る'));
			expect(told(launch)).toEqual([]);
			expect(launch.lms.comments).toBe('local');
		}
	);
});
