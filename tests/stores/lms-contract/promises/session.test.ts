/** When a store in an LMS writes, commits and ends. The word in brackets is the promise's name: see mutants.ts. */
import { describe, expect, it } from 'vitest';
import { lmsBench, quiet, TARGETS } from '../bench.ts';
import { answer, test, units } from '../learner.ts';
import { NAMES } from '../names.ts';

describe.each(TARGETS)('a session in an LMS: %s', (target) => {
	const names = NAMES[target === 'scorm12' ? '1.2' : '2004'];
	const count = (news: string[], what: string) => news.filter((line) => line.startsWith(what)).length;

	it('[commit] an answer is committed a second after the last, other things within three seconds', async () => {
		const launch = await lmsBench(target).launch();
		launch.news();
		void launch.happen(answer('q1'));
		launch.elapse(900);
		void launch.happen(answer('q2'));
		launch.elapse(900);
		expect(count(launch.news(), names.commit)).toBe(0);
		launch.elapse(100);
		expect(count(launch.news(), names.commit)).toBe(1);
		void launch.happen({ type: 'pageOpened', page: 'p1' });
		launch.elapse(2_900);
		expect(count(launch.news(), names.commit)).toBe(0);
		launch.elapse(100);
		expect(count(launch.news(), names.commit)).toBe(1);
		// One answer after the other does not put it off for ever.
		for (let n = 0; n < 5; n += 1) {
			void launch.happen(answer('q3'));
			launch.elapse(700);
		}
		expect(count(launch.news(), names.commit)).toBe(1);
	});

	it('[saved] nothing is called saved before the LMS has accepted the commit', async () => {
		const launch = await lmsBench(target).launch();
		const heard: string[] = [];
		launch.store.subscribe(({ status }) => heard.push(status));
		let result = '';
		void launch.happen(answer('q1')).then((how) => (result = how));
		await quiet();
		expect([result, launch.store.saving.status]).toEqual(['', 'saving']);
		launch.elapse(1_000);
		launch.hide();
		await quiet();
		expect([result, heard]).toEqual(['ok', ['saving', 'saved']]);
	});

	it('[hidden] what is open is committed when the page is hidden', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch();
		void launch.happen(answer('q1'));
		expect(bench.held(names.state) || '').toBe('');
		launch.hide();
		expect(bench.held(names.state)).toMatch(/^T/);
	});

	it('[hidden-stays] a page that was hidden goes on when it is seen again', async () => {
		const launch = await lmsBench(target).launch();
		launch.hide();
		expect(await launch.done(answer('q1'))).toBe('ok');
		expect(launch.news()).not.toContain(names.end);
	});

	it('[leave] the session ends when the page goes, with everything that was open', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch();
		void launch.happen(answer('q1'));
		launch.news();
		launch.leave();
		const news = launch.news();
		expect(count(news, names.state)).toBe(1);
		expect(news.at(-1)).toBe(names.end);
	});

	it('[once] the session ends once, and nothing is called afterwards', async () => {
		const launch = await lmsBench(target).launch();
		await launch.done(answer('q1'));
		await launch.store.close('finish');
		launch.news();
		await launch.store.close('suspend');
		launch.leave();
		launch.hide();
		expect(await launch.happen(answer('q2'))).toBe('closed');
		launch.elapse(100_000);
		expect(launch.news()).toEqual([]);
	});

	it('[reload] a page that comes back after the end is loaded anew', async () => {
		const launch = await lmsBench(target).launch();
		launch.comeBack();
		expect(launch.reloads()).toBe(0);
		launch.leave();
		launch.comeBack();
		expect(launch.reloads()).toBe(1);
	});

	it('[order] the score is written before the status', async () => {
		const launch = await lmsBench(target).launch();
		await units(launch);
		launch.news();
		await test(launch, 10);
		const news = launch.news();
		const [score, status] = [`${names.raw} = 100`, `${names.passed} = passed`].map((line) =>
			news.indexOf(line)
		);
		expect(score).toBeGreaterThan(0);
		expect(status).toBeGreaterThan(score ?? Infinity);
	});

	it('[end-order] at the end come state, score, status, exit, time, and then the end itself', async () => {
		const launch = await lmsBench(target).launch();
		await units(launch);
		launch.elapse(5_000);
		const items = ['q1'];
		void launch.happen({ type: 'runStarted', run: 'r1', kind: 'final', items, seed: 's' });
		const finished = { run: 'r1', right: items, wrong: [], total: 1, passed: true };
		void launch.happen({ type: 'runFinished', ...finished });
		launch.news();
		void launch.store.close('finish');
		const all = launch.news().map((line) => line.split(' = ')[0] ?? '');
		const [state = 0, raw = 0, passed = 0, exit = 0, time = 0] = [
			names.state,
			names.raw,
			names.passed,
			names.exit,
			names.time
		].map((element) => all.indexOf(element));
		expect(state).toBeGreaterThanOrEqual(0);
		expect(Math.min(raw, passed)).toBeGreaterThan(state);
		expect(exit).toBeGreaterThan(Math.max(raw, passed));
		expect(time).toBeGreaterThan(exit);
		expect(all.slice(all.indexOf(names.time) + 1)).toEqual(
			target === 'scorm12' ? ['LMSCommit', 'LMSFinish'] : ['adl.nav.request', 'Terminate']
		);
	});

	it('[suspend] the exit is suspend, unfinished and finished', async () => {
		const bench = lmsBench(target);
		const first = await bench.launch();
		await first.done(answer('q1'));
		await first.store.close('suspend');
		expect(bench.held(names.exit)).toBe('suspend');
		const second = await bench.launch();
		await units(second);
		await test(second, 10);
		await second.store.close('finish');
		expect(bench.held(names.exit)).toBe('suspend');
	});

	it('[changed] a value is written when it changed, and only then', async () => {
		const launch = await lmsBench(target).launch();
		await launch.done({ type: 'pageOpened', page: 'p1' });
		await launch.done(answer('q1', [1]));
		launch.news();
		await launch.done(answer('q1', [1]));
		const news = launch.news().filter((line) => / = /.test(line) && !line.startsWith('cmi.interactions.'));
		const always: string[] = [names.exit, names.time];
		expect(
			news.map((line) => line.split(' = ')[0] ?? '').filter((element) => !always.includes(element))
		).toEqual([names.state]);
	});

	it('[navigation] the LMS is asked to suspend all before the end, in 2004 alone', async () => {
		const launch = await lmsBench(target).launch();
		await launch.store.close('finish');
		const asked = launch.news().filter((line) => line.startsWith('adl'));
		expect(asked).toEqual(target === 'scorm12' ? [] : ['adl.nav.request = suspendAll']);
	});
});
