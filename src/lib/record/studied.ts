/** When a course was learned, and about how long it took. Pure. */
import type { CourseIndex } from '#course/parts.ts';
import type { ProgressEvent } from './events.ts';
import { own } from './json.ts';
import { courseDone } from './progress.ts';
import { passes } from './proof.ts';
import type { LearnerRecord } from './record.ts';
import { counting } from './withdrawn.ts';

/** A longer pause between two events is no learning. Milliseconds. */
export const PAUSE = 10 * 60_000;

/** Times in epoch milliseconds. */
export type Studied = {
	begun: number;
	/** When the last of all that completes the course was done; undefined before. */
	finished: number | undefined;
	/** The end of what was learned so far: `finished`, or the last event. */
	until: number;
	/** Time from event to event up to `until`, without pauses of over ten minutes. */
	active: number;
};

/** Undefined before anything was begun. */
export function studied(
	index: CourseIndex,
	record: LearnerRecord,
	events: readonly ProgressEvent[]
): Studied | undefined {
	const { startedAt, lastAt } = record;
	if (startedAt === undefined || lastAt === undefined) return undefined;
	const finished = finishedAt(index, record, events);
	const until = finished ?? lastAt;
	const times = counting(events).flatMap(({ at }) => (at <= until ? [at] : []));
	const active = times.reduce((sum, at, i) => {
		const gap = at - (times[i - 1] ?? at);
		return gap > PAUSE ? sum : sum + gap;
	}, 0);
	return { begun: startedAt, finished, until, active };
}

/** The first pass, or the last page when that came later. An LMS keeps no times of pages: there it is the pass. */
function finishedAt(
	index: CourseIndex,
	record: LearnerRecord,
	events: readonly ProgressEvent[]
): number | undefined {
	const passed = passes(events, index.test.pass)[0];
	if (!passed || !courseDone(index, record)) return undefined;
	const pages = index.units.flatMap((unit) => unit.pages);
	return Math.max(passed.at, ...pages.map(({ id }) => own(record.pages, id)?.done ?? 0));
}
