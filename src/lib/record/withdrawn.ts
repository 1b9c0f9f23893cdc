/**
 * Taking back a file that was read in. Events are never removed: a later event says that some count no more, so that
 * other windows and stores come to the same record. Pure.
 */
import { inOrder, type Happened, type ProgressEvent } from './events.ts';

/** Ids of events that count no more. Reading the same file in again (`back`) makes them count again. */
export function withdrawnIn(events: readonly ProgressEvent[]): Set<string> {
	const gone = new Set<string>();
	const said = events.filter((event) => event.type === 'withdrawn');
	for (const { events: ids, back } of inOrder(said) as Withdrawn[])
		for (const id of ids)
			if (back) gone.delete(id);
			else gone.add(id);
	return gone;
}
type Withdrawn = Extract<ProgressEvent, { type: 'withdrawn' }>;

/** The events that count, in the order they happened. */
export function counting(events: readonly ProgressEvent[]): ProgressEvent[] {
	const gone = withdrawnIn(events);
	return inOrder(gone.size === 0 ? events : events.filter(({ id }) => !gone.has(id)));
}

/** Most ids in one event. */
const MOST = 5_000;

/** What has to be said to withdraw events, or to bring them back. */
export function withdrawal(ids: readonly string[], back = false): Happened[] {
	const said: Happened[] = [];
	for (let at = 0; at < ids.length; at += MOST)
		said.push({ type: 'withdrawn', events: ids.slice(at, at + MOST), ...(back ? { back } : {}) });
	return said;
}
