/** The package made last in this window: the check page plays that one rather than another with the standard options. */
import type { Target } from '#record/payload.ts';

export type Shelved = { course: string; target: Target; name: string; bytes: Uint8Array };

let last: Shelved | undefined;

export function shelve(made: Shelved): void {
	last = made;
}

/** The package made last, if it is of this course. */
export function shelved(course: string): Shelved | undefined {
	return last?.course === course ? last : undefined;
}
