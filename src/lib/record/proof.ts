/**
 * What a certificate states, and the code that is printed on it. The code is made of these facts alone, so that a record saved later, with
 * more tests in it or packed by an LMS meanwhile, still proves a certificate that was printed before. It finds mistakes and mix-ups; it
 * is no protection against forgery, since everybody has the program that makes it.
 */
import type { ProgressEvent } from './events.ts';
import { sha256 } from './sha256.ts';
import { counting } from './withdrawn.ts';

/** A passed final test as a certificate states it. `revision`: the course's, when the test was passed first. */
export type Passed = {
	revision: number;
	/** When the test was passed first, epoch milliseconds. */
	at: number;
	/** Best score up to then or to a later test. */
	right: number;
	total: number;
};

/** All that goes into the code. Days and counts only: an LMS keeps no seconds, and no answers of long ago. */
export type Facts = {
	course: string;
	revision: number;
	/** As printed; empty when it is written by hand. */
	name: string;
	/** Day of the pass, such as `2026-11-22`. */
	day: string;
	right: number;
	total: number;
};

/**
 * Every state in which a certificate could be printed: when the test was passed first, and after each test with a better score. The last one is
 * today's. Empty when no test was passed.
 * @param pass share of right answers that passes, for runs without a verdict of their own
 */
export function passes(events: readonly ProgressEvent[], pass: number): Passed[] {
	const finals = new Set<string>();
	const states: Passed[] = [];
	let revision = 1;
	let best = { right: 0, total: 1 };
	for (const event of counting(events)) {
		if (event.type === 'started') revision = event.revision;
		if (event.type === 'runStarted' && event.kind === 'final') finals.add(event.run);
		if (event.type !== 'runFinished' || !finals.has(event.run) || event.total === 0) continue;
		const { total } = event;
		const right = event.right.length;
		const better = right * best.total > best.right * total;
		if (better) best = { right, total };
		const first = states[0];
		if (first && better) states.push({ ...first, ...best });
		else if (!first && (event.passed ?? right / total >= pass))
			states.push({ revision, at: event.at, ...best });
	}
	return states;
}

/** Without letters that are taken for others: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;
const GROUP = 4;

/** The code of these facts: twelve characters, `XXXX-XXXX-XXXX`. */
export function checkCode({ course, revision, name, day, right, total }: Facts): string {
	const facts = JSON.stringify([
		'manabiya.certificate',
		1,
		course,
		revision,
		plainName(name),
		day,
		right,
		total
	]);
	const [high = 0, low = 0] = sha256(facts);
	let bits = ((BigInt(high) << 32n) | BigInt(low)) >> 4n;
	let code = '';
	for (let at = 0; at < LENGTH; at += 1) {
		code = `${ALPHABET[Number(bits & 31n)] ?? ''}${code}`;
		bits >>= 5n;
	}
	return grouped(code);
}

/**
 * The code as it is printed, from what somebody typed: full width, small letters, spaces and the usual mistaken letters are put right.
 * Undefined when it cannot be one.
 */
export function readCode(typed: string): string | undefined {
	const code = typed
		.normalize('NFKC')
		.toUpperCase()
		.replaceAll(/[\s\-‐‑–—―−ー]/gu, '')
		.replaceAll('O', '0')
		.replaceAll(/[IL]/gu, '1');
	return code.length === LENGTH && [...code].every((one) => ALPHABET.includes(one))
		? grouped(code)
		: undefined;
}

function grouped(code: string): string {
	return [0, 1, 2].map((group) => code.slice(group * GROUP, (group + 1) * GROUP)).join('-');
}

/** A name is the same with or without spaces, in full or half width. */
function plainName(name: string): string {
	return name.normalize('NFKC').replaceAll(/\s+/gu, '');
}
