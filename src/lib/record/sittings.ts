/**
 * The answers to an item that tell something of memory: the first of each sitting. Who answers again soon afterwards has just read what is
 * right.
 */
import type { Confidence, ProgressEvent } from './events.ts';
import type { Memory } from './memory.ts';

const MINUTE = 60_000;
/** Minutes: an answer so soon after the one before belongs to the same sitting. */
export const SITTING = 12 * 60;
/** Milliseconds: a packed record tells what happened in the first of them in the minute in which they end. */
export const ROOM = 20_000;

/** The first answer of a sitting. `until`: time of its last answer. `memory`: after it, where that is told and not derived. */
export type Sitting = {
	at: number;
	until: number;
	earned: number;
	total: number;
	confidence?: Confidence;
	memory?: Memory;
};

/** Minutes since 1970, the same for a record and for what a packed one keeps of it. Both times in epoch milliseconds. */
export function minuteIn(startedAt: number, at: number): number {
	return Math.floor(Math.max(at, startedAt + ROOM) / MINUTE);
}

/** The sittings after one more answer. @param startedAt of the record */
export function withAnswer(
	before: readonly Sitting[],
	event: Extract<ProgressEvent, { type: 'answered' }>,
	startedAt: number
): Sitting[] {
	const { at, earned, total, confidence, memory, nth } = event;
	const now: Sitting = {
		at,
		until: at,
		earned,
		total,
		...(confidence === undefined ? {} : { confidence }),
		...(memory === undefined ? {} : { memory })
	};
	// A packed record does not keep the answers in between: it says what they came to, or memory begins anew with this one.
	if (nth !== undefined) return [now];
	const last = before.at(-1);
	if (last && minuteIn(startedAt, at) - minuteIn(startedAt, last.until) < SITTING)
		return [...before.slice(0, -1), { ...last, until: at }];
	return [...before, now];
}
