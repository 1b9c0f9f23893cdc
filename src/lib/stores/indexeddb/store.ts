/**
 * Keeps a learner's events in IndexedDB. Saving adds one row in an awaited transaction, so it costs the same however
 * long the record is, and what was called saved survives a killed browser. A failed save stays in memory and is tried
 * again: with the next save and after a growing pause.
 */
import type { StoreErrorCode } from '#record/errors.ts';
import { inOrder, type ProgressEvent } from '#record/events.ts';
import type { Learner } from '#record/people.ts';
import type { Loaded, Store } from '#record/port.ts';
import { fold } from '#record/record.ts';
import { err, ok, type Result } from '#record/result.ts';
import { copyEvent, createSaving } from '../saving.ts';
import { createChannel, type Wire } from './channel.ts';
import {
	databaseName,
	openDatabase,
	type Connection,
	type IndexedDb,
	type Loss,
	type Mark
} from './database.ts';
import { codeOf, isLost } from './errors.ts';
import { append, readAll, removeAll } from './writing.ts';

/** What the store needs from outside, so that tests hold the clock and the faults. */
export type Surroundings = IndexedDb & {
	/** Epoch milliseconds. */
	now: () => number;
	/** Calls once after milliseconds; returns the way to cancel. */
	later: (run: () => void, ms: number) => () => void;
	/** A random text, different each time; marks a database as this one. */
	newBirth: () => string;
	/** The line to the other windows of this course; absent where there is none. */
	wire?: (name: string) => Wire | undefined;
};

export type IndexedDbOptions = Surroundings & { course: string; learner: Learner };

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

type Waiting = { event: ProgressEvent; done?: (result: Result<void, StoreErrorCode>) => void };

/** Opens the store and reads what is there. An error means nothing was written: the caller takes another store. */
export async function openIndexedDbStore(options: IndexedDbOptions): Promise<Result<Store, StoreErrorCode>> {
	const { course, learner, now, newBirth } = options;
	const name = databaseName(course);
	const saving = createSaving();
	const foreign = new Set<(events: ProgressEvent[]) => void>();
	const cleared = new Set<() => void>();

	/** What is on the disk, as far as this window knows: written again should the storage be emptied. */
	const known = new Map<string, ProgressEvent>();
	/** What is not, in the order it was given. */
	let waiting: Waiting[] = [];
	let mark: Mark | undefined;
	let connection: Promise<Connection> | undefined;
	let running: Promise<void> | undefined;
	let again = false;
	let failures = 0;
	let cancelRetry = () => {};
	let fresh = true;
	/** A reason never to touch the database again. */
	let ended: StoreErrorCode | undefined;

	const channel = createChannel(options.wire?.(name), learner.id, {
		saved(events) {
			const news = events.filter((event) => !known.has(event.id));
			for (const event of news) known.set(event.id, event);
			if (news.length > 0) for (const listener of [...foreign]) listener(news);
		},
		cleared() {
			mark = undefined;
			clearedElsewhere();
		}
	});

	function clearedElsewhere() {
		known.clear();
		for (const listener of [...cleared]) listener();
	}

	function settle(list: Waiting[], result: Result<void, StoreErrorCode>) {
		for (const one of list) {
			one.done?.(result);
			delete one.done;
		}
	}

	function connected(): Promise<Connection> {
		if (!connection) {
			const opening = openDatabase(name, options, (loss) => {
				if (connection === opening) lost(loss);
			});
			connection = opening;
			opening.catch(() => {
				if (connection === opening) connection = undefined;
			});
		}
		return connection;
	}

	/** The browser took the connection away: see at once what is left, instead of at the next answer. */
	function lost(loss: Loss) {
		connection = undefined;
		if (ended !== undefined || (known.size === 0 && waiting.length === 0)) return;
		if (loss === 'deleted') saving.set({ status: 'failed', code: 'wiped' });
		else if (saving.current.status === 'saved') saving.set({ status: 'saving' });
		void drain();
	}

	/** Works on the database; once more on a new connection when the old one turns out to be gone. */
	async function use<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
		const first = connected();
		try {
			return await work(await first);
		} catch (thrown) {
			if (!isLost(thrown)) throw thrown;
			if (connection === first) connection = undefined;
			void first.then((gone) => gone.close()).catch(() => {});
			return work(await connected());
		}
	}

	/** Writes all that waits, and what comes meanwhile: one round at a time. */
	function drain(): Promise<void> {
		again = true;
		running ??= rounds();
		return running;
	}

	async function rounds(): Promise<void> {
		try {
			while (again && ended === undefined) {
				again = false;
				await round();
			}
		} finally {
			// In the same step as the last look at `again`: what is given a step later must find nobody running.
			running = undefined;
		}
	}

	async function round(): Promise<void> {
		cancelRetry();
		const batch = [...waiting];
		const events = batch.map(({ event }) => event);
		try {
			const written = await use(({ db }) =>
				append(db, learner, events, () => known.values(), mark, newBirth)
			);
			mark = written.mark;
			if (written.cleared) clearedElsewhere();
		} catch (thrown) {
			failed(batch, codeOf(thrown));
			return;
		}
		failures = 0;
		for (const event of events) known.set(event.id, event);
		const written = new Set(batch);
		waiting = waiting.filter((one) => !written.has(one));
		if (events.length > 0) channel.saved(events);
		if (waiting.length === 0) saving.set({ status: 'saved', at: now() });
		settle(batch, ok(undefined));
	}

	function failed(batch: Waiting[], code: StoreErrorCode) {
		saving.set({ status: 'failed', code });
		if (code === 'newer-version') {
			ended = code;
			settle(waiting, err(code));
			return;
		}
		settle(batch, err(code));
		cancelRetry = options.later(
			() => void drain(),
			Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS)
		);
		failures += 1;
	}

	async function read(): Promise<void> {
		const stored = await use(({ db }) => readAll(db, learner));
		// A mark that changed since is judged by the next write, which can still put back what was lost.
		mark ??= stored.mark;
		for (const event of stored.events) known.set(event.id, event);
	}

	function loaded(): Loaded {
		const events = inOrder([...known.values(), ...waiting.map(({ event }) => event)]);
		return { record: events.length === 0 ? undefined : fold(course, events), events };
	}

	const store: Store = {
		kind: 'indexeddb',
		durable: true,
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
			if (ended !== undefined) return err(ended);
			if (fresh) {
				// Opening has just read everything, and other windows have told what came since.
				fresh = false;
				return ok(loaded());
			}
			try {
				await read();
			} catch (thrown) {
				return err(codeOf(thrown));
			}
			return ok(loaded());
		},
		save(_record, event) {
			if (ended !== undefined) return Promise.resolve(err(ended));
			const copy = copyEvent(event);
			return new Promise((done) => {
				waiting.push({ event: copy, done });
				// While saving fails the header says so until all is written, and does not flicker.
				if (saving.current.status !== 'failed') saving.set({ status: 'saving' });
				void drain();
			});
		},
		async close() {
			if (ended === 'closed') return;
			if (waiting.length > 0 && ended === undefined) await drain();
			ended = 'closed';
			cancelRetry();
			settle(waiting, err('closed'));
			channel.close();
			const last = connection;
			connection = undefined;
			await last?.then((open) => open.close()).catch(() => {});
		},
		async clear() {
			if (ended !== undefined) return err(ended);
			await running;
			const dropped = waiting;
			waiting = [];
			try {
				mark = await use(({ db }) => removeAll(db, learner, newBirth));
			} catch (thrown) {
				waiting = [...dropped, ...waiting];
				return err(codeOf(thrown));
			}
			cancelRetry();
			failures = 0;
			known.clear();
			settle(dropped, ok(undefined));
			channel.cleared();
			saving.set({ status: 'idle' });
			return ok(undefined);
		}
	};

	try {
		await read();
		return ok(store);
	} catch (thrown) {
		await store.close('suspend');
		return err(codeOf(thrown, true));
	}
}
