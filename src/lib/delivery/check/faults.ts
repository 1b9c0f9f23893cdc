/** Ways in which an LMS lets a course down, put between the recorder and the LMS of the check page. */
import { hostile } from '#lmscheck/hostile.ts';
import type { ApiObject } from '#lmscheck/recorder.ts';
import { METHODS } from '#lmscheck/recorder.ts';
import type { Version } from '#lmscheck/formats.ts';

export const FAULTS = ['none', 'start', 'commit', 'quota', 'vanish', 'hostile'] as const;
export type Fault = (typeof FAULTS)[number];

/** Calls after which the vanishing LMS is gone: the course has begun, and an answer or two have been kept. */
const VANISHES_AFTER = 40;

/** The API with one thing wrong with it; `seed` decides what the hostile one does. */
export function withFault(api: object, version: Version, fault: Fault, seed: number): object {
	switch (fault) {
		case 'none':
			return api;
		case 'vanish':
			return hostile(api, version, { seed, share: 0, vanishesAfter: VANISHES_AFTER });
		case 'hostile':
			return hostile(api, version, { seed });
		case 'start':
			return refusing(api, version, (method) => method.endsWith('Initialize'), '101');
		case 'commit':
			return refusing(api, version, (method) => method.endsWith('Commit'), version === '1.2' ? '101' : '391');
		case 'quota':
			return refusing(
				api,
				version,
				(method, [element]) => method.endsWith('SetValue') && element === 'cmi.suspend_data',
				version === '1.2' ? '405' : '351'
			);
	}
}

/** Says no, with a code, to some calls and passes the others on. */
function refusing(
	lms: object,
	version: Version,
	refuses: (method: string, args: unknown[]) => boolean,
	code: string
): ApiObject {
	let refused = false;
	const api: ApiObject = {};
	for (const method of METHODS[version]) {
		api[method] = (...args) => {
			if (method.endsWith('GetLastError') && refused) return code;
			if (!method.includes('Error') && !method.includes('Diagnostic')) refused = refuses(method, args);
			if (refused && !method.includes('Error') && !method.includes('Diagnostic')) return 'false';
			return Reflect.apply(Reflect.get(lms, method), lms, args);
		};
	}
	return api;
}
