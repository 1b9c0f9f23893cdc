/** The database of one course: its schema, and opening it safely. */
import { Dexie, type Table } from 'dexie';
import type { ProgressEvent } from '#record/events.ts';
import { named } from './errors.ts';

/** Raise it with a new `.version(n)` below whenever tables change; a database of a higher one is never touched. */
export const SCHEMA_VERSION = 1;
/** Dexie stores its versions times ten. */
const NATIVE_VERSION = SCHEMA_VERSION * 10;

export { databaseName } from './name.ts';

/** One event of one learner. Rows are added and, only when a learner deletes the record, removed; never changed. */
export type EventRow = { learner: string; id: string; event: ProgressEvent };

/**
 * What says that a learner's events are still the ones this window knows. Browsers empty storage without telling:
 * then the mark is gone or has another `birth`. `cleared` counts deletions by the learner, which must not be undone.
 */
export type Mark = { learner: string; birth: string; cleared: number; name?: string };

export class Database extends Dexie {
	readonly events: Table<EventRow, [string, string]>;
	readonly learners: Table<Mark, string>;

	constructor(name: string, deps: IndexedDb) {
		// `strict`: a transaction is complete when it is on the disk, not when the system has promised to write it.
		super(name, { ...deps, autoOpen: false, chromeTransactionDurability: 'strict', cache: 'disabled' });
		this.version(SCHEMA_VERSION).stores({ events: '[learner+id]', learners: 'learner' });
		this.events = this.table('events');
		this.learners = this.table('learners');
	}
}

/** What IndexedDB needs of its surroundings; tests pass their own. */
export type IndexedDb = { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange };

/** Why an open connection ended without being asked to: `deleted` database, newer version in another window, or the browser. */
export type Loss = 'deleted' | 'upgrade' | 'closed';

export type Connection = { db: Database; close(): void };

/**
 * Opens the database, made at the first time.
 * @param onLost told once when the connection ends by itself
 * @throws Error whose name `codeOf` knows: VersionError, BlockedError, or the browser's own
 */
export async function openDatabase(
	name: string,
	deps: IndexedDb,
	onLost: (loss: Loss) => void
): Promise<Connection> {
	// Dexie opens newer databases as they are and even adds what it misses in them: look first, with the bare API.
	if ((await installedVersion(name, deps.indexedDB)) > NATIVE_VERSION) throw newer(name);

	// A page kept for the back button may keep its connection: reopening would only cost time.
	Dexie.disableBfCache = true;
	const db = new Database(name, deps);
	let open = false;
	let loss: Loss = 'closed';
	const blocked = new Promise<never>((_, reject) => {
		db.on('blocked', () => {
			reject(named('BlockedError', `${name} is held by another window`));
			return false;
		});
	});
	db.on('versionchange', (event: IDBVersionChangeEvent) => {
		loss = event.newVersion ? 'upgrade' : 'deleted';
		db.close();
		return false;
	});
	db.on('close', () => {
		if (!open) return;
		open = false;
		onLost(loss);
	});
	try {
		await Promise.race([db.open(), blocked]);
		assertOurs(db);
	} catch (thrown) {
		db.close();
		throw thrown;
	}
	open = true;
	return {
		db,
		close() {
			open = false;
			db.close();
		}
	};
}

/** Throws when a newer version of the tool has taken the database over: also for Dexie's own silent reopening. */
export function assertOurs(db: Database): void {
	if (db.backendDB().version > NATIVE_VERSION) throw newer(db.name);
}

/** Native version of a database, 0 when there is none; does not create it. */
function installedVersion(name: string, factory: IDBFactory | undefined): Promise<number> {
	return new Promise((resolve, reject) => {
		if (!factory) return reject(named('MissingAPIError', 'no IndexedDB'));
		const request = factory.open(name);
		let absent = false;
		request.onupgradeneeded = () => {
			absent = true;
			request.transaction?.abort();
		};
		request.onerror = (event) => {
			event.preventDefault();
			if (absent) resolve(0);
			else reject(request.error ?? new Error('open failed'));
		};
		request.onsuccess = () => {
			resolve(request.result.version);
			request.result.close();
		};
	});
}

function newer(name: string): Error {
	return named('VersionError', `${name} was made by a newer version`);
}
