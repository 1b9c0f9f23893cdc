/**
 * Stands between a course and its LMS, writes down every call with its answer, and judges it more strictly than LMSs do: what gets
 * through here without a breach is taken everywhere.
 */
import type { Breach, Call } from './call.ts';
import type { Version } from './formats.ts';
import { createJudge } from './judge.ts';

/** An API object as the standards describe it. */
export type ApiObject = Record<string, (...args: unknown[]) => unknown>;

export type Recorder = {
	/** To be put where the course looks for the API. */
	api: ApiObject;
	readonly calls: readonly Call[];
	/** All breaches so far, in order. */
	breaches(): Breach[];
};

export const METHODS: Record<Version, readonly string[]> = {
	'1.2': [
		'LMSInitialize',
		'LMSFinish',
		'LMSGetValue',
		'LMSSetValue',
		'LMSCommit',
		'LMSGetLastError',
		'LMSGetErrorString',
		'LMSGetDiagnostic'
	],
	'2004': [
		'Initialize',
		'Terminate',
		'GetValue',
		'SetValue',
		'Commit',
		'GetLastError',
		'GetErrorString',
		'GetDiagnostic'
	]
};

/** The answer of a call that threw. */
export const THREW = '(threw)';

/**
 * @param lms the API of the LMS itself, whatever it is
 * @param told called after each call
 */
export function record(
	lms: object,
	version: Version,
	{ now = Date.now, told }: { now?: () => number; told?: (call: Call) => void } = {}
): Recorder {
	const calls: Call[] = [];
	const prefix = version === '1.2' ? 'LMS' : '';

	/** Throws what the LMS throws. */
	function ask(method: string, args: readonly unknown[]): unknown {
		const found: unknown = Reflect.get(lms, method);
		if (typeof found !== 'function') throw new TypeError(`${method} is not a function`);
		return Reflect.apply(found, lms, args);
	}

	function quietly(method: string, args: readonly unknown[]): string {
		try {
			const answer = ask(method, args);
			return answer === undefined || answer === null ? '' : String(answer);
		} catch {
			return '';
		}
	}

	const judge = createJudge(version, (element) => quietly(`${prefix}GetValue`, [element]));
	/** Undefined while the LMS does not say: then it is asked again, and may throw. */
	let lastCode: string | undefined;

	function call(method: string, args: readonly unknown[]): unknown {
		// The judge asks the LMS things itself: the code of the course's own call has been kept.
		const about = method === `${prefix}GetLastError`;
		let answer: unknown;
		let thrown: { error: unknown } | undefined;
		try {
			answer = about && lastCode !== undefined ? lastCode : ask(method, args);
		} catch (error) {
			thrown = { error };
		}
		if (!about) lastCode = quietly(`${prefix}GetLastError`, []) || undefined;
		const text = thrown ? THREW : answer === undefined || answer === null ? '' : textOf(answer);
		const made: Call = {
			n: calls.length + 1,
			at: now(),
			method,
			args: args.map(textOf),
			answer: text,
			code: lastCode ?? '',
			breaches: judge({ method, args, taken: text === 'true' || text === '1' })
		};
		calls.push(made);
		told?.(made);
		if (thrown) throw thrown.error;
		return answer;
	}

	const api: ApiObject = {};
	for (const method of METHODS[version]) api[method] = (...args) => call(method, args);
	return { api, calls, breaches: () => calls.flatMap((one) => [...one.breaches]) };
}

function textOf(value: unknown): string {
	try {
		return String(value);
	} catch {
		return '(unreadable)';
	}
}
