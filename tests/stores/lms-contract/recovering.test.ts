/** What comes back after a bad end, beyond the promises one by one. */
import { describe, expect, it } from 'vitest';
import { lmsBench, quiet, TARGETS } from './bench.ts';
import { EXPIRED } from './faults.ts';
import { fakeTracking } from './tracking.ts';
import { answer } from './learner.ts';
import { NAMES } from './names.ts';

describe.each(TARGETS)('recovering in an LMS: %s', (target) => {
	const version = target === 'scorm12' ? '1.2' : '2004';
	const names = NAMES[version];

	it('an answer of a launch before the last, found late, is told all the same', async () => {
		const bench = lmsBench(target);
		const first = await bench.launch();
		await first.done(answer('q1'));
		void first.happen(answer('q2'));
		await quiet();
		const rows = await bench.journal();
		await bench.keep([], true);
		const second = await bench.launch();
		expect(second.record().items.q2).toBeUndefined();
		await second.done(answer('q3'));
		await second.store.close('suspend');
		await bench.keep(rows);
		const third = await bench.launch();
		expect(Object.keys(third.record().items).sort()).toEqual(['q1', 'q2', 'q3']);
	});

	it('answers of one moment are told apart', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch();
		void launch.happen(answer('q1'));
		launch.hide();
		void launch.happen(answer('q2'));
		await quiet();
		const next = await bench.launch();
		expect(Object.keys(next.record().items).sort()).toEqual(['q1', 'q2']);
	});

	it('a state that the LMS does not give out is not taken for none', async () => {
		const bench = lmsBench(target);
		const first = await bench.launch();
		await first.done(answer('q1'));
		await first.store.close('suspend');
		const before = bench.held(names.state);
		const it = EXPIRED(version);
		const launch = await bench.launch({
			around: (api) => {
				const faulty = it.around(api);
				return {
					...faulty,
					[names.get]: (element: string) => {
						it.on = element === names.state;
						const said = faulty[names.get]?.(element);
						return said;
					}
				};
			}
		});
		it.on = false;
		expect(launch.lms.aside).toEqual({ text: '', code: 'damaged' });
		await launch.done(answer('q2'));
		await launch.store.close('suspend');
		expect(bench.held(names.state)).toBe(before);
	});

	it('an unreadable state outlives launches, and what was answered meanwhile is told when it is released', async () => {
		const bench = lmsBench(target, true);
		bench.put(names.exit, 'suspend');
		bench.put(names.state, 'Xdamaged');
		const launch = await bench.launch();
		await launch.done(answer('q1'));
		launch.hide();
		launch.leave();
		await quiet();
		expect(bench.held(names.state)).toBe('Xdamaged');
		const written = launch.recorder.calls.filter(({ method }) => method === names.set);
		// What makes the LMS keep what it has, and nothing else.
		expect(written.map(({ args }) => args[0])).toEqual(
			version === '1.2' ? [names.exit] : [names.exit, 'adl.nav.request']
		);
		const next = await bench.launch();
		expect(next.lms.aside).toMatchObject({ text: 'Xdamaged' });
		expect(next.record().items.q1?.tries).toBe(1);
		next.lms.release();
		await quiet();
		expect(next.store.saving.status).toBe('saved');
		await next.store.close('finish');
		const last = await bench.launch();
		expect(Object.keys(last.record().items)).toEqual(['q1']);
		expect(await bench.journal()).toEqual([]);
	});

	it('rows of another launch that the LMS has are deleted, also those found later', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch();
		void launch.happen(answer('q1'));
		await quiet();
		const rows = await bench.journal();
		launch.elapse(1_000);
		await quiet();
		await bench.keep(rows);
		await bench.launch();
		await quiet();
		expect(await bench.journal()).toEqual([]);
	});

	it('a learner whose last launch ended badly gets the answers, and only this learner', async () => {
		const bench = lmsBench(target);
		const it = EXPIRED(version);
		const launch = await bench.launch({ around: (api) => it.around(api) });
		it.on = true;
		await launch.done(answer('q1'));
		const other = await bench.launch({ learner: { id: 'u2', name: '別の人' } });
		expect(other.record().items).toEqual({});
		const own = await bench.launch();
		expect(Object.keys(own.record().items)).toEqual(['q1']);
	});

	it('an answer that the LMS did not get is the last one, although the times of its state are rounded up', async () => {
		const bench = lmsBench(target);
		const plain = fakeTracking();
		const tracking = fakeTracking(
			{},
			{
				unpack(text) {
					const read = plain.unpack(text);
					if (!read.ok) return read;
					const events = read.value.events.map((event) => ({ ...event, at: event.at + 20_000 }));
					return { ...read, value: { ...read.value, events } };
				}
			}
		);
		const launch = await bench.launch({ tracking });
		await launch.done(answer('q1', [0]));
		await launch.store.close('suspend');
		const it = EXPIRED(version);
		const second = await bench.launch({ tracking, around: (api) => it.around(api) });
		it.on = true;
		await second.done(answer('q1', [1]));
		const { record } = await bench.launch({ tracking });
		expect(record().items.q1?.first?.response).toEqual({ chosen: [0] });
		expect(record().items.q1?.last?.response).toEqual({ chosen: [1] });
	});
});
