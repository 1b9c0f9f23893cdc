/**
 * The line between the two windows of a training session: a channel of the browser, and the direct way to the window that opened this one
 * and back from there. Both carry everything; a receiver that knows an event already has lost nothing.
 */
import type { Line, Told } from '#workshop/session/port.ts';
import { readEvent, readPrepared } from '#workshop/session/prepared.ts';

/** Windows that have told this one something, whatever the session. A reload forgets them. */
const others = new Set<MessageEventSource>();

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
	function direct({ data, source }: MessageEvent) {
		const message: unknown = data;
		if (typeof message !== 'object' || message === null || !('line' in message) || message.line !== name)
			return;
		if (source) meet(source);
		if ('told' in message) receive(message.told);
	}
	/** After a reload a window knows only who opened it, and has told the others nothing: both are asked for all they know. */
	function meet(other: MessageEventSource) {
		if (others.has(other)) return;
		others.add(other);
		post(other, { type: 'hello' });
		on({ type: 'hello' });
	}
	function post(other: MessageEventSource, told: Told) {
		if ('closed' in other && other.closed) return;
		try {
			// Local files have no origin to name. Nothing about a person is told.
			other.postMessage({ line: name, told }, { targetOrigin: '*' });
		} catch {
			// A window that has gone elsewhere.
		}
	}
	addEventListener('message', direct);
	return {
		tell(told) {
			channel?.postMessage(told);
			const opener = globalThis.opener as Window | null;
			for (const other of new Set([...(opener ? [opener] : []), ...others])) post(other, told);
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
	if (data.type === 'here')
		return {
			type: 'here',
			wall: 'wall' in data && data.wall === true,
			answer: 'answer' in data && data.answer === true
		};
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
