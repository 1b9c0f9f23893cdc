/** Where the API is looked for. The word in brackets is the promise's name: see mutants.ts. */
import { describe, expect, it } from 'vitest';
import { lmsBench, TARGETS } from '../bench.ts';
import { foreign, frame, type Frame } from '../frames.ts';

describe.each(TARGETS)('looking for the LMS: %s', (target) => {
	const is12 = target === 'scorm12';

	it.each([
		['parent 1', (api: object) => frame({ parent: frame(api as Frame) })],
		['parent 3', (api: object) => frame({ parent: frame({ parent: foreign(frame(api as Frame)) }) })]
	])('[parents] it is found in %s, past frames of another origin', async (at, window) => {
		const launch = await lmsBench(target).launch({ window });
		expect(launch.lms.facts()).toMatchObject({ found: at, initialized: true });
	});

	it.each([
		['opener', (api: object) => frame({ opener: frame(api as Frame) })],
		['opener parent 1', (api: object) => frame({ opener: frame({ parent: frame(api as Frame) }) })],
		['top opener', (api: object) => frame({ parent: frame({ opener: frame(api as Frame) }) })]
	])('[opener] it is found in %s', async (at, window) => {
		const launch = await lmsBench(target).launch({ window });
		expect(launch.lms.facts()).toMatchObject({ found: at, initialized: true });
	});

	it('[own-api] of two versions on one page only the own one is called', async () => {
		const calls: string[] = [];
		const stranger = new Proxy({}, { get: (_of, key) => () => void calls.push(String(key)) });
		const other = is12 ? { API_1484_11: stranger } : { API: stranger };
		const launch = await lmsBench(target).launch({
			window: (api) => frame({ ...other, ...api })
		});
		expect(launch.lms.facts()).toMatchObject({ found: 'window', initialized: true });
		expect(calls).toEqual([]);
	});

	it('[late] an adapter that is attached late is waited for', async () => {
		const launch = await lmsBench(target).launch({
			patience: 3_000,
			window(api, later) {
				const own = frame();
				later(() => Object.assign(own, api), 1_500);
				return own;
			}
		});
		expect(launch.lms.facts()).toMatchObject({ found: 'window', initialized: true });
	});
});
