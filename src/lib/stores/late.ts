/**
 * A store for a browser that keeps nothing of the course yet: it can be used at once, and the store behind it is opened when
 * something is to be kept, or soon after. Nothing is called saved before that store says so.
 */
import type { ProgressEvent } from '#record/events.ts';
import type { Learner } from '#record/people.ts';
import type { Store } from '#record/port.ts';
import { err, ok } from '#record/result.ts';
import { copyEvent, createSaving } from './saving.ts';

export type LateOptions = {
	learner: Learner;
	/** Opens the store behind; never rejects. Called once. */
	open: () => Promise<Store>;
	/** Calls once, soon; returns the way to cancel. */
	later: (run: () => void) => () => void;
};

export function createLateStore({ learner, open, later }: LateOptions): Store {
	const saving = createSaving();
	const foreign = new Set<(events: ProgressEvent[]) => void>();
	const cleared = new Set<() => void>();
	let behind: Store | undefined;
	let opening: Promise<Store> | undefined;
	let closed = false;
	const cancel = later(() => void opened());

	function opened(): Promise<Store> {
		return (opening ??= start());
	}

	async function start(): Promise<Store> {
		cancel();
		const store = await open();
		behind = store;
		store.onForeign?.(tell);
		store.onCleared?.(() => {
			for (const listener of [...cleared]) listener();
		});
		store.subscribe(saving.set);
		if (store.saving.status !== 'idle') saving.set(store.saving);
		// Another window may have been quicker to keep something.
		const found = await store.load();
		if (found.ok && found.value.events.length > 0) tell(found.value.events);
		return store;
	}

	function tell(events: ProgressEvent[]) {
		for (const listener of [...foreign]) listener(events);
	}

	return {
		get kind() {
			return behind?.kind ?? 'indexeddb';
		},
		get durable() {
			return behind?.durable ?? true;
		},
		get reason() {
			return behind?.reason;
		},
		learner,
		get saving() {
			return saving.current;
		},
		subscribe: saving.subscribe,
		onForeign(listener) {
			foreign.add(listener);
			return () => void foreign.delete(listener);
		},
		onCleared(listener) {
			cleared.add(listener);
			return () => void cleared.delete(listener);
		},
		async load() {
			if (opening) return (await opening).load();
			return closed ? err('closed') : ok({ record: undefined, events: [] });
		},
		async save(record, event) {
			if (closed && !opening) return err('closed');
			if (!behind) saving.set({ status: 'saving' });
			// What is given must not change while the store behind is being opened.
			const copy = copyEvent(event);
			return (await opened()).save(record, copy);
		},
		async close(how) {
			closed = true;
			cancel();
			await (await opening)?.close(how);
		},
		async clear() {
			return closed && !opening ? err('closed') : (await opened()).clear();
		}
	};
}
