/**
 * The copy on this computer of what the LMS has not accepted yet, in plain IndexedDB: it is in every package, and one kind of
 * row needs no library. Nothing here rejects; where there is no database the course goes on without.
 */
import { readEvent, type ProgressEvent } from '#record/events.ts';

/** `at`: place in its launch's order, epoch milliseconds, each higher than the one before. */
export type Row = {
	tag: string;
	at: number;
	event: ProgressEvent;
	/** The LMS has not taken its words: they are kept here, and nowhere else. */
	local?: true;
};

export type Journal = {
	/** False: there is no database, or it went away. */
	readonly works: boolean;
	/** All readable rows of this learner. */
	rows(): Promise<Row[]>;
	/** Resolves when the row is on the disk, or cannot be. */
	add(row: Row): Promise<void>;
	erase(rows: readonly Row[]): Promise<void>;
	/** Keeps a state that cannot be read, once. */
	putAside(text: string): Promise<void>;
};

const VERSION = 1;
const ROWS = 'rows';
const ASIDE = 'aside';

/**
 * @param who course, LMS and learner in one text; undefined when it is not known whose answers these are: then nothing is kept,
 * for somebody else may be next at this computer
 */
export function openJournal(
	factory: IDBFactory | undefined,
	course: string,
	who: string | undefined
): Journal {
	let works = factory !== undefined && who !== undefined;
	let connection: Promise<IDBDatabase> | undefined;

	function connect(): Promise<IDBDatabase> {
		connection ??= new Promise((resolve, reject) => {
			if (!factory) throw new Error('no IndexedDB');
			// All local pages share one storage in Chromium: the name carries product and course.
			const request = factory.open(`manabiya-lms:${course}`, VERSION);
			request.onupgradeneeded = () => {
				request.result.createObjectStore(ROWS, { keyPath: ['who', 'tag', 'at'] }).createIndex('who', 'who');
				request.result.createObjectStore(ASIDE, { keyPath: ['who', 'text'] });
			};
			request.onblocked = () => reject(new Error('blocked'));
			request.onerror = () => reject(request.error ?? new Error('open failed'));
			request.onsuccess = () => {
				const db = request.result;
				// Whoever deletes or upgrades it goes first; the next write opens it again.
				db.onversionchange = () => {
					db.close();
					connection = undefined;
				};
				db.onclose = () => (connection = undefined);
				resolve(db);
			};
		});
		return connection;
	}

	/** One transaction, resolved when it is complete on the disk. */
	async function use<T>(
		name: string,
		mode: IDBTransactionMode,
		work: (store: IDBObjectStore) => IDBRequest<T> | undefined
	): Promise<T | undefined> {
		if (factory === undefined || who === undefined) return undefined;
		try {
			const db = await connect();
			const result = await new Promise<T | undefined>((resolve, reject) => {
				const transaction = db.transaction(name, mode, { durability: 'strict' });
				const request = work(transaction.objectStore(name));
				// Left to itself it is completed only when this busy page has heard of the write, and a page that goes before takes it along.
				transaction.commit?.();
				transaction.oncomplete = () => resolve(request?.result);
				transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
			});
			works = true;
			return result;
		} catch {
			connection = undefined;
			works = false;
			return undefined;
		}
	}

	return {
		get works() {
			return works;
		},
		async rows() {
			const found = await use<unknown[]>(ROWS, 'readonly', (store) => store.index('who').getAll(who));
			return (found ?? []).flatMap((row) => readRow(row) ?? []);
		},
		async add(row) {
			await use(ROWS, 'readwrite', (store) => store.put({ who, ...row }));
		},
		async erase(rows) {
			if (rows.length === 0) return;
			await use(ROWS, 'readwrite', (store) => {
				for (const { tag, at } of rows) store.delete([who ?? '', tag, at]);
				return undefined;
			});
		},
		async putAside(text) {
			await use(ASIDE, 'readwrite', (store) => store.put({ who, text }));
		}
	};
}

/** Rows may be of another version of this tool. */
function readRow(row: unknown): Row | undefined {
	if (typeof row !== 'object' || row === null || !('tag' in row) || !('at' in row) || !('event' in row)) {
		return undefined;
	}
	const event = readEvent(row.event);
	if (!event || typeof row.tag !== 'string' || typeof row.at !== 'number') return undefined;
	const local = 'local' in row && row.local === true;
	return { tag: row.tag, at: row.at, event, ...(local ? { local } : {}) };
}
