/** LMSs that are not there, do not start, say little, or cannot navigate. */
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { findApi } from '#stores/lms/find.ts';
import { lmsBench, quiet, TARGETS } from './bench.ts';
import { fault } from './faults.ts';
import { foreign, frame, type Frame } from './frames.ts';
import { answer } from './learner.ts';
import { NAMES } from './names.ts';

describe.each(TARGETS)('connecting to an LMS: %s', (target) => {
	const is12 = target === 'scorm12';
	const names = NAMES[is12 ? '1.2' : '2004'];

	it('an object of the same name that is no LMS is passed over', async () => {
		const namesake = { [is12 ? 'API' : 'API_1484_11']: { url: '/api' } };
		const launch = await lmsBench(target).launch({
			window: (api) => frame({ ...namesake, parent: frame(api as Frame) })
		});
		expect(launch.lms.facts()).toMatchObject({ found: 'parent 1', initialized: true });
	});

	it('without an LMS the course goes on, says so, and is kept on this computer', async () => {
		const bench = lmsBench(target);
		const none = { window: () => frame(), patience: 1_000 };
		const launch = await bench.launch(none);
		expect(launch.store).toMatchObject({
			durable: true,
			reason: 'lms-missing',
			learner: { id: 'local' },
			saving: { status: 'failed', code: 'lms-missing' }
		});
		expect(launch.lms).toMatchObject({ connected: false, mode: 'normal', fresh: true });
		expect(launch.lms.facts()).toMatchObject({ found: undefined, initialized: false, waiting: 0 });
		expect(await launch.happen(answer('q1'))).toBe('lms-missing');
		expect(launch.lms.facts().waiting).toBe(1);
		await launch.store.close('suspend');
		const again = await bench.launch(none);
		expect(again.record().items.q1?.tries).toBe(1);
		// Whose answers these are is not known: they are nobody's in an LMS.
		const inLms = await bench.launch();
		expect(inLms.record().items).toEqual({});
	});

	it.each(['says no', 'throws'])(
		'an LMS whose start %s is gone on without: the course is kept on this computer alone, and so it says',
		async (how) => {
			const it = fault(is12 ? '1.2' : '2004', (method) => {
				if (method !== names.initialize) return undefined;
				if (how === 'throws') throw new Error('start');
				return { said: 'false', code: '101' };
			});
			it.on = true;
			const launch = await lmsBench(target).launch({ around: (api) => it.around(api) });
			expect(launch.store).toMatchObject({ reason: 'lms-missing' });
			expect(launch.lms).toMatchObject({ connected: false });
			expect(launch.lms.facts()).toMatchObject({ found: 'window', initialized: false });
			expect(launch.lms.facts().errors[0]).toContain(names.initialize);
			expect(await launch.done(answer('q1'))).toBe('lms-missing');
			await launch.store.close('suspend');
			expect(
				launch.recorder.calls.filter(({ method }) => /SetValue|Commit|Finish|Terminate/.test(method))
			).toEqual([]);
		}
	);

	it('a learner of whom the LMS says nothing is kept in the LMS alone', async () => {
		const bench = lmsBench(target);
		const launch = await bench.launch({ learner: { id: '', name: '' } });
		expect(launch.store.learner).toEqual({ id: 'local' });
		void launch.happen(answer('q1'));
		await quiet();
		expect(await bench.journal()).toEqual([]);
		expect(await launch.done(answer('q2'))).toBe('ok');
	});

	it('the learner is told by id and by name, and a computer without a database is no hindrance', async () => {
		const launch = await lmsBench(target).launch({ indexedDB: undefined as unknown as IDBFactory });
		expect(launch.store.learner).toEqual({ id: 'u1', name: '山田 花子' });
		expect(await launch.done(answer('q1'))).toBe('ok');
	});
});

describe('looking for the API', () => {
	it('a ring of windows and windows that throw end the search', () => {
		const one: Frame = {};
		const two: Frame = { parent: one };
		one.parent = two;
		expect(findApi(one, 'API', 'LMSInitialize')).toBeUndefined();
		expect(findApi(foreign(), 'API', 'LMSInitialize')).toBeUndefined();
		expect(findApi(undefined, 'API', 'LMSInitialize')).toBeUndefined();
	});
});

describe('an LMS that cannot navigate', () => {
	it.each(['throws', 'says no'])('is ended all the same when it %s', async (how) => {
		const launch = await lmsBench('scorm2004-4').launch({
			around: (api) =>
				new Proxy(api, {
					get: (of, key) =>
						key !== 'SetValue'
							? (Reflect.get(of, key) as unknown)
							: (element: string, value: string) => {
									if (!element.startsWith('adl.')) {
										return Reflect.apply(Reflect.get(of, key), of, [element, value]) as unknown;
									}
									if (how === 'throws') throw new Error('navigation');
									return 'false';
								}
				})
		});
		expect(await launch.done(answer('q1'))).toBe('ok');
		await launch.store.close('finish');
		expect(launch.recorder.calls.at(-1)).toMatchObject({ method: 'Terminate', answer: 'true' });
		expect(launch.store.saving.status).toBe('saved');
	});
});
