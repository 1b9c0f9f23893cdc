/** Times in a packed state: whole minutes since the course was begun, so that a clock shows the minute it showed then. */
import { ROOM } from '#record/sittings.ts';
import { LONG, MINUTES } from './kept.ts';

const MINUTE = 60_000;
/** Start times are below this; 2 ** 42 ms end in 2109. */
export const LATEST = 2 ** 42;

/** Events of one minute are told apart by milliseconds: the first minute is long enough for all of them. */
function originOf(startedAt: number): number {
	return Math.floor((startedAt + ROOM) / MINUTE) * MINUTE;
}

/** Minutes from the start to a time, both epoch milliseconds. Times too early or too late count as the first or last minute. */
export const minuteOf = (startedAt: number, at: number): number => minutes(startedAt, at, MINUTES);

/** The same for what may happen much later. */
export const longMinuteOf = (startedAt: number, at: number): number => minutes(startedAt, at, LONG);

function minutes(startedAt: number, at: number, most: number): number {
	return Math.min(most - 1, Math.max(0, Math.floor((at - originOf(startedAt)) / MINUTE)));
}

/** The beginning of that minute, epoch milliseconds. */
export function timeOf(startedAt: number, minute: number): number {
	return Math.max(startedAt, originOf(startedAt) + minute * MINUTE);
}
