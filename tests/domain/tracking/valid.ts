import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { readEvent, type ProgressEvent } from '#record/events.ts';

/** Whether a store takes the event as it is. */
export function isEvent(event: ProgressEvent): boolean {
	return readEvent(event) !== undefined;
}

/** `toEqual` is slow for large records: it is asked only when they differ. */
export function same(actual: unknown, expected: unknown): void {
	if (!isDeepStrictEqual(actual, expected)) expect(actual).toEqual(expected);
}
