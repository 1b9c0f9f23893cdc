/**
 * Stamps events with an id and a time so that sorting by both gives back the order they happened in,
 * also within one millisecond and after the clock of the PC was set back.
 */
export type Stamp = { id: string; at: number };

/**
 * Returns the stamper of one window.
 * @param now the clock, epoch milliseconds
 * @param tag tells this window from every other that writes the same record: letters and digits, random
 * @param after time of the newest known event; new events are put after it
 */
export function createStamp(now: () => number, tag: string, after = 0): () => Stamp {
	let last = after > 0 ? after + 1 : 0;
	let count = 0;
	return () => {
		last = Math.max(last, Math.floor(now()));
		count += 1;
		return { at: last, id: `${count.toString(36).padStart(6, '0')}-${tag}` };
	};
}
