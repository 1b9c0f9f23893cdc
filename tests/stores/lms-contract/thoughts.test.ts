/** Learners' own thoughts about cases: what is told of them and what stays here, beyond the promises. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lmsBench, quiet, TARGETS } from './bench.ts';
import { GONE } from './faults.ts';
import { answer } from './learner.ts';
import { kept, part, refusing, thought, told } from './thinking.ts';

// What is written are local times.
beforeEach(() => void vi.stubEnv('TZ', 'Asia/Tokyo'));
afterEach(() => void vi.unstubAllEnvs());

describe.each(TARGETS)('more on thoughts in an LMS: %s', (target) => {
	const is12 = target === 'scorm12';
	const version = is12 ? '1.2' : '2004';

	it('what was changed is told as a thought of its own, and an LMS that keeps one text alone keeps them all', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch();
		for (const text of ['はじめ', '考え直した']) await launch.done(thought(text));
		const next = await bench.launch();
		await next.done(thought('別の事例', 'k2'));
		if (is12) expect(bench.held('cmi.comments')).toBe('k1: はじめ k1: 考え直した k2: 別の事例 ');
		else {
			const texts = [0, 1, 2].map((n) => bench.held(part(n, 'comment')));
			expect(texts).toEqual(['はじめ', '考え直した', '別の事例']);
		}
		expect([launch, next].flatMap(({ recorder }) => recorder.breaches())).toEqual([]);
	});

	it('older words on this computer go with newer ones about the same case', async () => {
		const bench = lmsBench(target);
		const launch = await refusing(bench, target);
		await launch.done(thought('はじめ'));
		await launch.done(thought('別の事例', 'k2'));
		await launch.done(thought('考え直した'));
		await quiet();
		expect((await kept(bench)).sort()).toEqual(['別の事例', '考え直した'].sort());
		const next = await bench.launch();
		await next.done(thought('LMSが受け取る'));
		await quiet();
		expect(await kept(bench)).toEqual(['別の事例']);
	});

	it('words stay with their learner, and are not put into a record that does not know of them', async () => {
		const bench = lmsBench(target);
		await (await refusing(bench, target)).done(thought('ここに残る'));
		const other = await bench.launch({ learner: { id: 'u2', name: '別の人' } });
		expect(other.record().comments).toMatchObject({ k1: {} });
		expect(other.record().comments.k1?.text).toBeUndefined();
		bench.put('cmi.suspend_data', '');
		expect((await bench.launch()).record().comments).toEqual({});
	});

	it('a thought that an LMS missed is told at the next launch, and only then called sent', async () => {
		const bench = lmsBench(target);
		const it = GONE(version);
		const launch = await bench.launch({ around: (api) => it.around(api) });
		it.on = true;
		await launch.done(thought('届かなかった'));
		expect(launch.lms.comments).toBeUndefined();
		const next = await bench.launch();
		expect(told(next)[0]).toContain('届かなかった');
		await quiet();
		expect([next.lms.comments, await kept(bench)]).toEqual(['sent', []]);
	});

	it('in 1.2 no more is told than the one field holds', async () => {
		if (!is12) return;
		const bench = lmsBench(target);
		bench.put('cmi.core.exit', 'suspend');
		bench.put('cmi.comments', 'x'.repeat(4_090));
		const launch = await bench.launch();
		await launch.done(thought('もう入らない'));
		expect(told(launch)).toEqual([]);
		expect(launch.lms.comments).toBe('local');
	});

	it.each([{ mode: 'browse' as const }, { credit: false }])(
		'with %j it stays on this computer',
		async (options) => {
			const bench = lmsBench(target);
			await (await bench.launch(options)).done(thought('ここに残る'));
			expect((await bench.launch(options)).record().comments.k1?.text).toBe('ここに残る');
		}
	);

	it('words that the browser was killed over before they were known to stay are there too', async () => {
		const bench = lmsBench(target);
		const launch = await refusing(bench, target);
		await launch.done(thought('ここに残る'));
		await bench.keep((await bench.journal()).map(({ who, tag, at, event }) => ({ who, tag, at, event })));
		for (let n = 0; n < 6; n += 1) {
			const next = await bench.launch();
			expect(next.record().comments.k1?.text).toBe('ここに残る');
			await next.done(answer(`q${n}`));
			expect(told(next)).toEqual([]);
		}
	});

	it('the words of what was sent leave this computer, and that there is a thought stays known', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch();
		await launch.done(thought('届いた'));
		await quiet();
		expect(await kept(bench)).toEqual([]);
		const next = await bench.launch();
		expect(next.record().comments).toMatchObject({ k1: {} });
		expect(next.record().comments.k1?.text).toBeUndefined();
	});
});
