/** Events the LMS has not accepted yet, each with its row in the journal, and who waits for it. */
import type { StoreErrorCode } from '#record/errors.ts';
import type { ProgressEvent } from '#record/events.ts';
import type { Line } from '#record/lms.ts';
import { err, ok, type Result } from '#record/result.ts';
import type { Row } from './journal.ts';

export type Outcome = Result<void, StoreErrorCode>;

export type Entry = Row & {
	/** Its answer has been given to the LMS, or there is none to give. */
	told: boolean;
	/** Resolves when its row is on the disk, or cannot be. */
	kept: Promise<void>;
	done: ((outcome: Outcome) => void)[];
};

export const entry = (row: Row, kept: Promise<void> = Promise.resolve()): Entry => ({
	...row,
	told: false,
	kept,
	done: []
});

/** Tells those who wait, once the rows are kept: nothing is called saved or failed before. */
export async function settle(entries: readonly Entry[], code?: StoreErrorCode): Promise<void> {
	await Promise.all(entries.map((one) => one.kept));
	for (const one of entries) {
		for (const done of one.done.splice(0)) done(code === undefined ? ok(undefined) : err(code));
	}
}

/** Whether a row's event is in the state that these lines came with. */
export const contained = (lines: readonly Line[], row: Row): boolean =>
	__MUTANT__ !== 'lines' && lines.some((line) => line.tag === row.tag && row.at <= line.upTo);

/**
 * A packed record says how many answers an item has had (`nth`). Those that are found later and were given before are not among
 * them, and would be swallowed by that number.
 */
export function countIn(packed: readonly ProgressEvent[], late: readonly ProgressEvent[]): ProgressEvent[] {
	const answers = late.filter((event) => event.type === 'answered');
	return packed.map((event) => {
		if (event.type !== 'answered' || event.nth === undefined) return event;
		const missed = answers.filter(
			({ item, at, id }) => item === event.item && at < event.at && id !== event.id
		);
		return missed.length === 0 ? event : { ...event, nth: event.nth + missed.length };
	});
}

/**
 * The events of rows that the state does not hold, in order. The state's own times are rounded and may read later than what came
 * after it: what the lines' exact times show to be later comes last all the same.
 */
export function lateEvents(
	packed: readonly ProgressEvent[],
	rows: readonly Row[],
	lines: readonly Line[]
): ProgressEvent[] {
	const newest = lines.length === 0 ? Infinity : Math.max(...lines.map(({ upTo }) => upTo));
	let latest = packed.reduce((most, { at }) => Math.max(most, at), 0);
	return rows.map(({ event }) => {
		if (event.at <= newest || event.at > latest) return event;
		latest += 1;
		return { ...event, at: latest };
	});
}

const MOST_LINES = 4;

/** The lines of a state that holds these rows too, the newest launch first. */
export function linesWith(rows: readonly Row[], own: string, before: readonly Line[]): Line[] {
	const upTo = new Map<string, number>();
	for (const row of rows) upTo.set(row.tag, Math.max(row.at, upTo.get(row.tag) ?? 0));
	const lines = [...upTo]
		.map(([tag, at]) => ({ tag, upTo: at }))
		.sort((a, b) => Number(b.tag === own) - Number(a.tag === own) || b.upTo - a.upTo);
	const others = before.filter((line) => !upTo.has(line.tag));
	return [...lines, ...others].slice(0, MOST_LINES);
}

/** Answers and what finishes something are committed soon; moves and half-made answers may wait. */
export function isUrgent({ type }: ProgressEvent): boolean {
	return (
		type === 'answered' ||
		type === 'boardChecked' ||
		type === 'runFinished' ||
		type === 'pageDone' ||
		type === 'started'
	);
}
