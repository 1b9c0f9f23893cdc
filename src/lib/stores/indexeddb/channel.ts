/** How the windows on one course tell each other. Without BroadcastChannel they still share the database, only later. */
import { readEvent, type ProgressEvent } from '#record/events.ts';

/** The part of BroadcastChannel that is used. */
export type Wire = {
	postMessage(message: unknown): void;
	onmessage: ((event: MessageEvent) => void) | null;
	close(): void;
};

type Told = { saved: (events: ProgressEvent[]) => void; cleared: () => void };

/** What comes over the wire was written by another window, perhaps of another version: only sound events get through. */
export function createChannel(wire: Wire | undefined, learner: string, told: Told) {
	if (wire) {
		wire.onmessage = ({ data }) => {
			const message: unknown = data;
			if (typeof message !== 'object' || message === null) return;
			if (!('learner' in message) || message.learner !== learner || !('type' in message)) return;
			if (message.type === 'cleared') told.cleared();
			if (message.type === 'saved' && 'events' in message && Array.isArray(message.events)) {
				const events = message.events.flatMap((event) => readEvent(event) ?? []);
				if (events.length > 0) told.saved(events);
			}
		};
	}
	return {
		saved(events: readonly ProgressEvent[]) {
			wire?.postMessage({ type: 'saved', learner, events });
		},
		cleared() {
			wire?.postMessage({ type: 'cleared', learner });
		},
		close() {
			wire?.close();
		}
	};
}
