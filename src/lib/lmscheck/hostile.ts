/** An LMS at its worst: calls that fail, throw, answer in wrong types or say no after having done it, and an API that goes away. All by a seed. */
import type { Version } from './formats.ts';
import { METHODS, type ApiObject } from './recorder.ts';

export type HostileOptions = {
	seed: number;
	/** Share of calls that go wrong, 0 to 1. */
	share?: number;
	/** After so many calls the API is gone: every call throws. */
	vanishesAfter?: number;
	/** After so many calls the session has expired: every call is refused. */
	expiresAfter?: number;
	/** Milliseconds that a commit takes, given to `wait`. */
	slow?: number;
	wait?: (ms: number) => void;
};

const CODES: Record<Version, readonly string[]> = {
	'1.2': ['101', '201', '301', '401', '405'],
	'2004': ['101', '301', '351', '391', '401', '406']
};
const EXPIRED: Record<Version, string> = { '1.2': '301', '2004': '132' };

/** @param lms the API that does the work, as far as it is let */
export function hostile(lms: object, version: Version, options: HostileOptions): ApiObject {
	const { share = 0.15, vanishesAfter = Infinity, expiresAfter = Infinity, slow = 0, wait } = options;
	const chance = createChance(options.seed);
	const [, , , , commit, lastError] = METHODS[version];
	let calls = 0;
	let code: string | undefined;

	const pass = (method: string, args: unknown[]): unknown =>
		Reflect.apply(Reflect.get(lms, method), lms, args);
	const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];

	function fail(method: string, args: unknown[]): unknown {
		code = pick(CODES[version]) ?? '101';
		const reads = method.endsWith('GetValue');
		const ways = reads
			? ['throw', 'throw', 'nothing']
			: ['no', 'no', 'throw', 'nothing', 'number', 'object', 'done, but no'];
		switch (pick(ways)) {
			case 'throw':
				throw new TypeError('the frame is gone');
			case 'nothing':
				return chance() < 0.5 ? null : undefined;
			case 'number':
				return 0;
			case 'object':
				return { toString: undefined };
			case 'done, but no':
				pass(method, args);
				return 'false';
			default:
				return 'false';
		}
	}

	const api: ApiObject = {};
	for (const method of METHODS[version]) {
		api[method] = (...args) => {
			calls += 1;
			if (calls > vanishesAfter) throw new TypeError(`${method} is not a function`);
			if (method === lastError) return code ?? pass(method, args);
			code = undefined;
			if (calls > expiresAfter) {
				code = EXPIRED[version];
				return method.endsWith('GetValue') ? '' : 'false';
			}
			if (method === commit && slow > 0) wait?.(slow);
			if (chance() < share) return fail(method, args);
			const answer = pass(method, args);
			// Right answers in other types: they count as success.
			return answer === 'true' && chance() < share ? pick([true, 1, 'true']) : answer;
		};
	}
	return api;
}

/** Numbers from 0 to 1, the same for the same seed. */
export function createChance(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
