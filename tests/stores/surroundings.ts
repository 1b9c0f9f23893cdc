/** A browser's surroundings that a test holds in its hands: database, clock, timers, the line between windows. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Store } from '#record/port.ts';
import type { Wire } from '#stores/indexeddb/channel.ts';
import { databaseName } from '#stores/indexeddb/database.ts';
import { openIndexedDbStore, type Surroundings } from '#stores/indexeddb/store.ts';
import { COURSE } from './contract.ts';

export type Bench = Surroundings & {
	indexedDB: IDBFactory;
	/** Pauses asked for and not over, in milliseconds. */
	pauses(): number[];
	/** Ends all pauses now. */
	elapse(): void;
	open(learner?: string): Promise<Store>;
};

/** @param connected whether windows have a line to each other */
export function bench({ connected = true } = {}): Bench {
	let time = 1_800_000_000_000;
	let births = 0;
	const timers = new Map<object, { run: () => void; ms: number }>();
	const wires = new Set<Wire>();
	const indexedDB = new IDBFactory();
	const around: Surroundings = {
		indexedDB,
		IDBKeyRange,
		now: () => (time += 1),
		later(run, ms) {
			const key = {};
			timers.set(key, { run, ms });
			return () => void timers.delete(key);
		},
		newBirth: () => `birth${(births += 1)}`,
		wire: connected ? () => line(wires) : undefined
	};
	return {
		...around,
		indexedDB,
		pauses: () => [...timers.values()].map(({ ms }) => ms),
		elapse() {
			const due = [...timers.values()];
			timers.clear();
			for (const { run } of due) run();
		},
		async open(learner = 'local') {
			const opened = await openIndexedDbStore({ ...around, course: COURSE, learner: { id: learner } });
			if (!opened.ok) throw new Error(opened.error);
			return opened.value;
		}
	};
}

/** A BroadcastChannel that delivers at once. */
function line(wires: Set<Wire>): Wire {
	const wire: Wire = {
		onmessage: null,
		postMessage(message) {
			const data: unknown = structuredClone(message);
			for (const other of wires) if (other !== wire) other.onmessage?.(new MessageEvent('message', { data }));
		},
		close: () => void wires.delete(wire)
	};
	wires.add(wire);
	return wire;
}

/** Resolves with the next saving state that fits; the store must come to it by itself. */
export function savingBecomes(store: Store, status: string, code?: string): Promise<void> {
	const fits = () =>
		store.saving.status === status &&
		(code === undefined || ('code' in store.saving && store.saving.code === code));
	if (fits()) return Promise.resolve();
	return new Promise((resolve) => {
		const stop = store.subscribe(() => {
			if (!fits()) return;
			stop();
			resolve();
		});
	});
}

/** What another program's connection sees, and does. */
export function raw<T>(
	here: Bench,
	work: (db: IDBDatabase) => T,
	version?: number,
	upgrade?: (db: IDBDatabase) => void
): Promise<T> {
	return new Promise((resolve, reject) => {
		const request = here.indexedDB.open(databaseName(COURSE), version);
		request.onupgradeneeded = () => upgrade?.(request.result);
		request.onerror = () => reject(request.error ?? new Error('open'));
		request.onsuccess = () => resolve(work(request.result));
	});
}

export function remove(here: Bench): Promise<void> {
	return new Promise((resolve) => {
		here.indexedDB.deleteDatabase(databaseName(COURSE)).onsuccess = () => resolve();
	});
}
