/** What every store needs to tell how saving goes. */
import type { ProgressEvent } from '#record/events.ts';
import type { Saving } from '#record/port.ts';

export type SavingState = {
	readonly current: Saving;
	set(next: Saving): void;
	subscribe(listener: (saving: Saving) => void): () => void;
};

/** Holds the saving state and tells its changes, and only changes. */
export function createSaving(first: Saving = { status: 'idle' }): SavingState {
	const listeners = new Set<(saving: Saving) => void>();
	let current = first;
	return {
		get current() {
			return current;
		},
		set(next) {
			if (same(current, next)) return;
			current = next;
			for (const listener of [...listeners]) listener(next);
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		}
	};
}

function same(a: Saving, b: Saving): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}

/** A plain copy: the app's events may be proxies, which a database cannot clone and which may change later. */
export function copyEvent(event: ProgressEvent): ProgressEvent {
	return JSON.parse(JSON.stringify(event)) satisfies ProgressEvent;
}
