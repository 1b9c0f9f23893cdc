/**
 * The line between the two windows of a training session: a channel of the browser, and the direct way to the window that opened this one
 * or was opened by it. Both carry everything; a receiver that knows an event already has lost nothing.
 */
import type { Line, Told } from '#workshop/session/port.ts';
import { readEvent, readPrepared } from '#workshop/session/prepared.ts';

/** Windows opened from this one, whatever the session. */
const opened = new Set<Window>();

/** Remembers a window that was opened, so that it can be told. */
export function openedWindow(other: Window | null): void {
	if (other) opened.add(other);
}

/**
 * @param id the session's
 * @param on what another window told; sound, or it is not passed on
 */
export function openLine(id: string, on: (told: Told) => void): Line {
	const name = `manabiya-training:${id}`;
	let channel: BroadcastChannel | undefined;
	try {
		channel = new BroadcastChannel(name);
		channel.onmessage = ({ data }) => receive(data);
	} catch {
		// The direct way is left.
	}
	function receive(data: unknown) {
		const told = readTold(data);
		if (told) on(told);
	}
	function direct({ data }: MessageEvent) {
		const message: unknown = data;
		if (typeof message !== 'object' || message === null || !('line' in message) || message.line !== name)
			return;
		if ('told' in message) receive(message.told);
	}
	addEventListener('message', direct);
	return {
		tell(told) {
			channel?.postMessage(told);
			const opener = globalThis.opener as Window | null;
			for (const other of [opener, ...opened]) {
				if (!other || other.closed) continue;
				try {
					// Local files have no origin to name. Nothing about a person is told.
					other.postMessage({ line: name, told }, '*');
				} catch {
					// A window that has gone elsewhere.
				}
			}
		},
		close() {
			channel?.close();
			removeEventListener('message', direct);
		}
	};
}

function readTold(data: unknown): Told | undefined {
	if (typeof data !== 'object' || data === null || !('type' in data)) return undefined;
	if (data.type === 'hello') return { type: 'hello' };
	const events =
		'events' in data && Array.isArray(data.events) ? data.events.flatMap((one) => readEvent(one) ?? []) : [];
	if (data.type === 'events') return { type: 'events', events };
	if (data.type !== 'all' || !('kept' in data)) return undefined;
	const kept = data.kept;
	if (typeof kept !== 'object' || kept === null || !('id' in kept) || !('kept' in kept)) return undefined;
	const prepared = 'prepared' in kept ? readPrepared(kept.prepared) : undefined;
	return prepared && typeof kept.id === 'string' && typeof kept.kept === 'number'
		? { type: 'all', kept: { id: kept.id, prepared, kept: kept.kept }, events }
		: undefined;
}
