/** LMSs with one thing wrong with them, switched on and off by a test. */
import { METHODS, type ApiObject } from '#lmscheck/recorder.ts';
import type { Version } from '#lmscheck/formats.ts';

export type Fault = {
	/** To be put around the LMS. */
	around(api: object): ApiObject;
	/** While true, `answer` stands in for the LMS. */
	on: boolean;
};

/** @param answer what the faulty LMS says; undefined lets the call through; it may throw */
export function fault(
	version: Version,
	answer: (method: string, args: string[]) => { said: unknown; code: string } | undefined
): Fault {
	const it: Fault = {
		on: false,
		around(lms) {
			const api: ApiObject = {};
			let code: string | undefined;
			for (const method of METHODS[version]) {
				api[method] = (...args) => {
					if (method.endsWith('GetLastError') && code !== undefined) return code;
					const instead = it.on ? answer(method, args.map(String)) : undefined;
					code = instead?.code;
					return instead ? instead.said : Reflect.apply(Reflect.get(lms, method), lms, args);
				};
			}
			return api;
		}
	};
	return it;
}

export const NO_COMMIT = (version: Version) =>
	fault(version, (method) => (method.endsWith('Commit') ? { said: 'false', code: '101' } : undefined));

export const GONE = (version: Version) =>
	fault(version, (method) => {
		throw new TypeError(`${method} is not a function`);
	});

export const EXPIRED = (version: Version) =>
	fault(version, (method) => ({
		said: method.endsWith('GetValue') ? '' : 'false',
		code: version === '1.2' ? '301' : '132'
	}));

export const NO_ROOM = (version: Version) =>
	fault(version, (method, [element]) =>
		method.endsWith('SetValue') && element === 'cmi.suspend_data'
			? { said: 'false', code: version === '1.2' ? '405' : '406' }
			: undefined
	);

/** An LMS without learners' comments. */
export const NO_COMMENTS = (version: Version) =>
	fault(version, (method, [element = '']) =>
		element.startsWith('cmi.comments')
			? { said: method.endsWith('GetValue') ? '' : 'false', code: '401' }
			: undefined
	);

export const NO_EXIT = (version: Version) =>
	fault(version, (method, [element = '']) =>
		method.endsWith('SetValue') && /\.exit$/u.test(element)
			? { said: 'false', code: version === '1.2' ? '101' : '351' }
			: undefined
	);
