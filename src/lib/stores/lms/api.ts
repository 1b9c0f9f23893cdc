/** Calls to an LMS's API that never throw: whatever the object does, the answer is text or a code. */
import { peek } from './peek.ts';

/** The version's names of the calls. */
export type Calls = {
	initialize: string;
	get: string;
	set: string;
	commit: string;
	finish: string;
	lastError: string;
};

/** Codes for a value that was never set; 1.2 calls it no error. */
export const NO_VALUE = ['0', '403'];
/** The call was taken. */
export const TAKEN = '0';
/** The call threw, or its method is gone. */
export const THROWN = '!';

export type Api = {
	/** The value as text, empty for none: 2004 calls a value never set an error. Undefined when the call failed. */
	get(element: string): string | undefined;
	/** The LMS's code for the call before. */
	lastError(): string;
	/** These give `TAKEN`, `THROWN`, or the LMS's error code. */
	set(element: string, value: string): string;
	initialize(): string;
	commit(): string;
	finish(): string;
	/** Refused calls, the latest last, at most twenty; no values, for they may be answers. */
	readonly errors: readonly string[];
};

const MOST_ERRORS = 20;

export function guard(object: object, calls: Calls): Api {
	const errors: string[] = [];

	function call(method: string, args: string[]): unknown {
		const found = peek(object, method);
		if (typeof found !== 'function') throw new TypeError(method);
		return found.apply(object, args) as unknown;
	}

	function note(method: string, element: string, code: string): string {
		errors.push(`${method}(${element}) → ${code}`);
		if (errors.length > MOST_ERRORS) errors.shift();
		return code;
	}

	function lastError(): string {
		try {
			return String(call(calls.lastError, []));
		} catch {
			return THROWN;
		}
	}

	/** LMSs answer true as a text, a boolean or a number. */
	function ask(method: string, args: string[]): string {
		const element = args[0] ?? '';
		try {
			const answer = String(call(method, args));
			if (answer === 'true' || (answer === '1' && __MUTANT__ !== 'answers')) return TAKEN;
			const code = String(call(calls.lastError, []));
			// An LMS may refuse and know no reason; that is no success.
			return note(method, element, code === TAKEN ? '?' : code);
		} catch {
			return note(method, element, THROWN);
		}
	}

	return {
		errors,
		get(element) {
			try {
				const value = call(calls.get, [element]);
				if (value !== undefined && value !== null) return String(value);
				return NO_VALUE.includes(lastError()) ? '' : undefined;
			} catch {
				note(calls.get, element, THROWN);
				return undefined;
			}
		},
		lastError,
		set: (element, value) => ask(calls.set, [element, value]),
		initialize: () => ask(calls.initialize, ['']),
		commit: () => ask(calls.commit, ['']),
		finish: () => ask(calls.finish, [''])
	};
}
