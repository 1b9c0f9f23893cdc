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
	/** The LMS took what it was given of it. */
	taken: boolean;
	/** Resolves when its row is on the disk, or cannot be. */
	kept: Promise<void>;
	done: ((outcome: Outcome) => void)[];
};

export const entry = (row: Row, kept: Promise<void> = Promise.resolve()): Entry => ({
	...row,
	told: false,
	taken: false,
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

/** Whether the row holds a learner's own words that no LMS has: it stays, though its event is in the state. */
export const staysHere = ({ event, local }: Row, taken: boolean): boolean =>
	__MUTANT__ !== 'comment-local' && event.type === 'commented' && (local === true || !taken);

/**
 * What of accepted events goes from this computer, and what stays. Older words about the same case go with the newer ones.
 * @param here rows that stayed before; changed to those that stay now
 */
export function parted(batch: readonly Entry[], here: Row[]): { go: Row[]; stay: Row[] } {
	const stay = batch
		.filter((one) => staysHere(one, one.taken))
		.map(({ tag, at, event }): Row => ({ tag, at, event, local: true }));
	const about = ({ event }: Row) => (event.type === 'commented' ? event.item : undefined);
	const newer = new Set(batch.map(about));
	const old = here.splice(0);
	here.push(...old.filter((row) => !newer.has(about(row))), ...stay);
	return {
		go: [...batch.filter((one) => !staysHere(one, one.taken)), ...old.filter((row) => newer.has(about(row)))],
		stay
	};
}

/** The words of thoughts that the state knows of. */
export function wordsOf(here: readonly Row[], packed: readonly ProgressEvent[]): ProgressEvent[] {
	const known = new Set(packed.map((event) => (event.type === 'commented' ? event.item : undefined)));
	return here.flatMap(({ event }) => (event.type === 'commented' && known.has(event.item) ? [event] : []));
}

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
		type === 'commented' ||
		type === 'withdrawn' ||
		type === 'started'
	);
}
