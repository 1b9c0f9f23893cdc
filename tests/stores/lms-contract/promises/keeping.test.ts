/** That no answer is lost, and none told twice. The word in brackets is the promise's name: see mutants.ts. */
import { describe, expect, it } from 'vitest';
import { lmsBench, quiet, TARGETS, type LmsBench } from '../bench.ts';
import { EXPIRED, GONE, NO_COMMIT, NO_EXIT, NO_ROOM, type Fault } from '../faults.ts';
import { answer } from '../learner.ts';
import { NAMES } from '../names.ts';

describe.each(TARGETS)('keeping in an LMS: %s', (target) => {
	const version = target === 'scorm12' ? '1.2' : '2004';
	const names = NAMES[version];
	const failing = async (bench: LmsBench, it: Fault) => {
		const launch = await bench.launch({ around: (api) => it.around(api) });
		it.on = true;
		return launch;
	};
	const journal = async (bench: LmsBench) =>
		(await bench.journal()).flatMap(({ event }) => (event.type === 'answered' ? [event.item] : []));

	it('[journal] an answer is on this computer before it is called saved or failed', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch();
		void launch.happen(answer('q1'));
		await quiet();
		expect(await journal(bench)).toEqual(['q1']);
	});

	it('[erase] what the LMS has accepted is no longer kept on this computer', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch();
		await launch.done(answer('q1'));
		await quiet();
		expect(await journal(bench)).toEqual([]);
	});

	it('[exit-told] an exit that is refused is told again, and as long as it is not taken the copy on this computer stays', async () => {
		const bench = lmsBench(target);
		const it = NO_EXIT(version);
		it.on = true;
		const launch = await bench.launch({ around: (api) => it.around(api) });
		await launch.done(answer('q1'));
		await quiet();
		expect(await journal(bench)).toEqual(['q1']);
		const exits = () => launch.news().filter((line) => line.startsWith(`${names.exit} = `));
		expect(exits()).toHaveLength(2);
		it.on = false;
		await launch.done(answer('q2'));
		expect(exits()).toHaveLength(1);
		const next = await bench.launch();
		expect(Object.keys(next.record().items).sort()).toEqual(['q1', 'q2']);
	});

	it('[retry] a failed commit is said once, tried again after growing pauses, and no answer waits for it', async () => {
		const bench = lmsBench(target);
		const it = NO_COMMIT(version);
		const launch = await failing(bench, it);
		const heard: string[] = [];
		launch.store.subscribe(({ status }) => heard.push(status));
		await launch.done(answer('q1'));
		void launch.happen(answer('q2'));
		expect(launch.store.saving).toEqual({ status: 'failed', code: 'lms-refused' });
		expect(launch.lms.facts()).toMatchObject({ waiting: 2 });
		launch.elapse(180_000);
		const tries = launch.recorder.calls.filter(({ method }) => method === names.commit).slice(1);
		const pauses = tries.slice(1).map(({ at }, n) => (at - (tries[n]?.at ?? 0)) / 1_000);
		expect(pauses.slice(0, 6)).toEqual([2, 4, 8, 16, 32, 60]);
		expect(heard).toEqual(['saving', 'failed']);
		it.on = false;
		launch.elapse(60_000);
		await quiet();
		expect(launch.store.saving.status).toBe('saved');
		expect(launch.lms.facts()).toMatchObject({ waiting: 0 });
		expect(heard).toEqual(['saving', 'failed', 'saved']);
	});

	it.each([
		['vanishes', GONE, 'lms-lost'],
		['ends the session', EXPIRED, 'lms-lost'],
		['has no room for the state', NO_ROOM, 'lms-refused']
	])('[recover] an LMS that %s gets at the next launch what it missed', async (_what, make, code) => {
		const bench = lmsBench(target);
		const it = make(version);
		const launch = await failing(bench, it);
		await launch.done(answer('q1', [1]));
		await launch.done(answer('q1', [3]));
		expect(launch.store.saving).toEqual({ status: 'failed', code });
		const next = await bench.launch();
		expect(next.record().items.q1).toMatchObject({ tries: 2, right: false });
		expect(bench.held(names.state)).toMatch(/^T/);
		const ids = [0, 1, 2].map((n) => bench.held(`cmi.interactions.${n}.id`));
		expect(ids).toContain('q1_later');
		const last = await bench.launch();
		expect(last.record().items.q1).toMatchObject({ tries: 2 });
	});

	it('[lines] what the LMS had accepted is not told again when the copy could not be deleted', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch();
		void launch.happen(answer('q1'));
		launch.elapse(600);
		await quiet();
		const rows = await bench.journal();
		expect(rows).toHaveLength(1);
		launch.elapse(1_000);
		await quiet();
		// The browser is killed just then: the row is there still.
		await bench.keep(rows);
		const next = await bench.launch();
		expect(next.record().items.q1?.tries).toBe(1);
	});

	it('[owner] nobody gets the answers of another at the same computer', async () => {
		const bench = lmsBench(target);
		const launch = await failing(bench, GONE(version));
		await launch.done(answer('q1'));
		const other = await bench.launch({ learner: { id: 'u2', name: '別の人' } });
		expect(other.record().items).toEqual({});
		expect(await journal(bench)).toEqual(['q1']);
	});

	it('[unclaimed] what was answered without an LMS is offered at the next launch in one, and given to nobody', async () => {
		const bench = lmsBench(target);
		const alone = await bench.launch({ window: () => ({}) });
		void alone.happen(answer('q1'));
		await quiet();
		expect(alone.lms.unclaimed).toBeUndefined();
		const launch = await bench.launch();
		expect(launch.record().items).toEqual({});
		expect(launch.lms.unclaimed?.events).toMatchObject([{ type: 'answered', item: 'q1' }]);
		launch.lms.unclaimed?.taken();
		await quiet();
		expect(await journal(bench)).toEqual([]);
		expect((await bench.launch()).lms.unclaimed).toBeUndefined();
	});

	it.each([
		['damaged', 'Xdamaged'],
		['newer', 'Nstate']
	])('[unreadable] a %s state is not written over before the learner says so', async (code, text) => {
		const bench = lmsBench(target);
		bench.put(names.exit, 'suspend');
		bench.put(names.state, text);
		const launch = await bench.launch();
		expect(launch.lms).toMatchObject({ aside: { text, code }, fresh: false, connected: true });
		expect(launch.store.saving).toEqual({ status: 'failed', code: 'state-unreadable' });
		expect(await launch.done(answer('q1'))).toBe('state-unreadable');
		expect(launch.news().filter((line) => line.includes(' = '))).toEqual([]);
		expect(bench.held(names.state)).toBe(text);
		launch.lms.release();
		await quiet();
		expect(launch.lms.aside).toBeUndefined();
		expect(launch.store.saving.status).toBe('saved');
		expect(await launch.done(answer('q2'))).toBe('ok');
		const next = await bench.launch();
		expect(Object.keys(next.record().items).sort()).toEqual(['q1', 'q2']);
	});

	it('[aside] a copy of a state that cannot be read stays on this computer', async () => {
		const bench = lmsBench(target);
		bench.put(names.exit, 'suspend');
		bench.put(names.state, 'Xdamaged');
		const launch = await bench.launch();
		launch.lms.release();
		await launch.done(answer('q1'));
		expect(await bench.aside()).toEqual(['Xdamaged']);
	});
});
