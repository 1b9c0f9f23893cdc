/** Keeps training sessions in this browser, one awaited row an event, or in the window's memory where nothing can be kept. */
import { Dexie, type Table } from 'dexie';
import type { StoreErrorCode } from '#record/errors.ts';
import { err, ok, type Result } from '#record/result.ts';
import type { Kept, TrainingStore } from '#workshop/session/port.ts';
import { readEvent, readPrepared, type TrainingEvent } from '#workshop/session/prepared.ts';
import { codeOf, isLost } from '../indexeddb/errors.ts';
import type { Surroundings } from '../indexeddb/store.ts';
import { TRAINING_DATABASE } from './name.ts';

type SessionRow = Kept & { course: string };
type EventRow = { session: string; id: string; event: TrainingEvent };

class Trainings extends Dexie {
	readonly sessions: Table<SessionRow, string>;
	readonly events: Table<EventRow, [string, string]>;

	constructor({ indexedDB, IDBKeyRange }: Pick<Surroundings, 'indexedDB' | 'IDBKeyRange'>) {
		super(TRAINING_DATABASE, {
			...(indexedDB ? { indexedDB } : {}),
			...(IDBKeyRange ? { IDBKeyRange } : {}),
			autoOpen: false,
			// Complete when it is on the disk: the computer may be switched off at any moment.
			chromeTransactionDurability: 'strict',
			cache: 'disabled'
		});
		this.version(1).stores({ sessions: 'id, course', events: '[session+id], session' });
		this.sessions = this.table('sessions');
		this.events = this.table('events');
	}
}

/**
 * The store of this browser; one in memory, which says why, where the browser refuses.
 * @param around the browser's own database, or a test's
 */
export async function openTrainingStore(
	around: Pick<Surroundings, 'indexedDB' | 'IDBKeyRange'>
): Promise<TrainingStore> {
	if (!around.indexedDB) return memoryTrainingStore('refused');
	/** Kept open, for a number is entered many times a minute; opened anew where the browser took it away. */
	let open: Promise<Trainings> | undefined;
	function connection(): Promise<Trainings> {
		open ??= opened().catch((thrown: unknown) => {
			open = undefined;
			throw thrown;
		});
		return open;
	}
	async function opened(): Promise<Trainings> {
		const db = new Trainings(around);
		// Another version of this page, or whoever empties the browser: gone, and no error.
		db.on('versionchange', () => {
			db.close();
			return false;
		});
		db.on('close', () => (open = undefined));
		await db.open();
		return db;
	}
	async function use<T>(work: (db: Trainings) => Promise<T>): Promise<Result<T, StoreErrorCode>> {
		for (const last of [false, true]) {
			let db: Trainings | undefined;
			try {
				db = await connection();
				return ok(await work(db));
			} catch (thrown) {
				if (last || !db || !isLost(thrown)) return err(codeOf(thrown, true));
				db.close();
				open = undefined;
			}
		}
		return err('unknown');
	}
	const first = await use((db) => db.sessions.count());
	if (!first.ok) return memoryTrainingStore(first.error);
	return {
		fleeting: undefined,
		list: (course) =>
			use(async (db) => newest((await db.sessions.where({ course }).toArray()).flatMap(readKept))),
		load: (id) =>
			use(async (db) => {
				const kept = readKept(await db.sessions.get(id))[0];
				const rows = await db.events.where({ session: id }).toArray();
				return kept && { kept, events: rows.flatMap(({ event }) => readEvent(event) ?? []) };
			}),
		put: (kept) => use(async (db) => void (await db.sessions.put(sessionRow(kept)))),
		add: (kept, events, all) =>
			use(async (db) => {
				await write(db.backendDB(), kept.id, events);
				if ((await db.sessions.where({ id: kept.id }).count()) > 0) return;
				await db.sessions.put(sessionRow(kept));
				await write(db.backendDB(), kept.id, all);
			}),
		remove: (id) =>
			use((db) =>
				db.transaction('rw', db.sessions, db.events, async () => {
					await db.events.where({ session: id }).delete();
					await db.sessions.delete(id);
				})
			)
	};
}

/**
 * Writes events in one transaction that is closed at once: left to itself it is completed only when this page has heard of the write,
 * and a page that goes before takes it along. The library has no word for that.
 */
function write(db: IDBDatabase, session: string, events: readonly TrainingEvent[]): Promise<void> {
	return new Promise((resolve, reject) => {
		const transaction = db.transaction('events', 'readwrite', { durability: 'strict' });
		const store = transaction.objectStore('events');
		for (const event of events) store.put({ session, id: event.id, event } satisfies EventRow);
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
		transaction.commit?.();
	});
}

/** As long as the window lives. */
export function memoryTrainingStore(reason: StoreErrorCode): TrainingStore {
	const sessions = new Map<string, { kept: Kept; events: Map<string, TrainingEvent> }>();
	const done = () => Promise.resolve(ok(undefined));
	return {
		fleeting: reason,
		list: (course) => {
			const all = [...sessions.values()].map(({ kept }) => kept);
			return Promise.resolve(ok(newest(all.filter(({ prepared }) => prepared.course.id === course))));
		},
		load: (id) => {
			const found = sessions.get(id);
			return Promise.resolve(ok(found && { kept: found.kept, events: [...found.events.values()] }));
		},
		put: (kept) => {
			sessions.set(kept.id, { kept, events: sessions.get(kept.id)?.events ?? new Map() });
			return done();
		},
		add: (kept, events, all) => {
			const there = sessions.get(kept.id);
			const { events: known } = there ?? { events: new Map<string, TrainingEvent>() };
			for (const event of there ? events : all) known.set(event.id, event);
			if (!there) sessions.set(kept.id, { kept, events: known });
			return done();
		},
		remove: (id) => {
			sessions.delete(id);
			return done();
		}
	};
}

const sessionRow = (kept: Kept): SessionRow => ({ ...kept, course: kept.prepared.course.id });

const newest = (all: Kept[]) => all.sort((a, b) => b.kept - a.kept);

/** Rows may be of another version: only sound ones get through. */
function readKept(row: unknown): Kept[] {
	if (typeof row !== 'object' || row === null || !('id' in row) || !('kept' in row)) return [];
	const prepared = 'prepared' in row ? readPrepared(row.prepared) : undefined;
	return prepared && typeof row.id === 'string' && typeof row.kept === 'number'
		? [{ id: row.id, prepared, kept: row.kept }]
		: [];
}
