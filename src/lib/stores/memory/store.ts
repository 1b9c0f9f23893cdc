/** A store that remembers as long as the window lives: chosen on purpose (no record wanted), or because nothing else works. */
import type { StoreErrorCode } from '#record/errors.ts';
import { inOrder, type ProgressEvent } from '#record/events.ts';
import type { Learner } from '#record/people.ts';
import type { Loaded, Saving, Store } from '#record/port.ts';
import { fold, type LearnerRecord } from '#record/record.ts';
import { err, ok, type Result } from '#record/result.ts';
import { copyEvent, createSaving } from '../saving.ts';

export type MemoryOptions = {
	course: string;
	learner: Learner;
	/** Epoch milliseconds. */
	now: () => number;
	/** Why this store stands in for a durable one; every save then reports it. Absent: the learner wanted no record. */
	reason?: StoreErrorCode;
};

export function createMemoryStore({ course, learner, now, reason }: MemoryOptions): Store {
	const events = new Map<string, ProgressEvent>();
	const saving = createSaving(reason === undefined ? { status: 'idle' } : { status: 'failed', code: reason });
	let closed = false;

	return {
		kind: 'memory',
		durable: false,
		...(reason === undefined ? {} : { reason }),
		learner,
		get saving(): Saving {
			return saving.current;
		},
		subscribe: saving.subscribe,
		load(): Promise<Result<Loaded, StoreErrorCode>> {
			const all = inOrder([...events.values()]);
			return Promise.resolve(ok({ record: all.length === 0 ? undefined : fold(course, all), events: all }));
		},
		save(_record: LearnerRecord, event: ProgressEvent): Promise<Result<void, StoreErrorCode>> {
			if (closed) return Promise.resolve(err('closed'));
			events.set(event.id, copyEvent(event));
			if (reason !== undefined) return Promise.resolve(err(reason));
			saving.set({ status: 'saved', at: now() });
			return Promise.resolve(ok(undefined));
		},
		close(): Promise<void> {
			closed = true;
			return Promise.resolve();
		},
		clear(): Promise<Result<void, StoreErrorCode>> {
			if (closed) return Promise.resolve(err('closed'));
			events.clear();
			if (reason === undefined) saving.set({ status: 'idle' });
			return Promise.resolve(ok(undefined));
		}
	};
}
