/** Keeps the names of who learns in this browser, apart from the records, which are one database a course. */
import { Dexie, type Table } from 'dexie';
import type { StoreErrorCode } from '#record/errors.ts';
import { readPerson, type Footprint, type People, type Person } from '#record/people.ts';
import type { Store } from '#record/port.ts';
import { err, ok, type Result } from '#record/result.ts';
import { openDatabase } from '../indexeddb/database.ts';
import { codeOf } from '../indexeddb/errors.ts';
import { coursesIn, databaseName } from '../indexeddb/name.ts';
import { openIndexedDbStore, type Surroundings } from '../indexeddb/store.ts';
import { PEOPLE_DATABASE, UNNAMED } from './name.ts';

type Row = Person & Record<string, unknown>;

class Names extends Dexie {
	readonly people: Table<Row, string>;

	constructor({ indexedDB, IDBKeyRange }: Surroundings) {
		super(PEOPLE_DATABASE, {
			...(indexedDB ? { indexedDB } : {}),
			...(IDBKeyRange ? { IDBKeyRange } : {}),
			chromeTransactionDurability: 'strict',
			cache: 'disabled'
		});
		this.version(1).stores({ people: 'id' });
		this.people = this.table('people');
	}
}

/**
 * @param listed courses of this edition: looked through even where a browser does not tell which databases it has
 */
export function openPeople(around: Surroundings, listed: readonly string[]): People {
	/** Opened for each use: nothing is held that another window's deleting would have to wait for. */
	async function use<T>(work: (people: Table<Row, string>) => Promise<T>): Promise<T> {
		const db = new Names(around);
		try {
			await db.open();
			return await work(db.people);
		} finally {
			db.close();
		}
	}

	async function courses(): Promise<string[]> {
		if (!around.indexedDB) return [];
		if (!('databases' in around.indexedDB)) return [...listed];
		const names = (await around.indexedDB.databases()).flatMap(({ name }) => name ?? []);
		return coursesIn(names);
	}

	/** The store of one learner in one course, for as long as the work takes. */
	async function withStore<T>(
		course: string,
		id: string,
		work: (store: Store) => Promise<Result<T, StoreErrorCode>>
	): Promise<Result<T, StoreErrorCode>> {
		const opened = await openIndexedDbStore({ ...around, course, learner: { id } });
		if (!opened.ok) return opened;
		const done = await work(opened.value);
		await opened.value.close('suspend');
		return done;
	}

	/** Learners a course's database knows: whoever has, or had, a record in it. */
	async function marks(course: string): Promise<{ learner: string; name?: string }[]> {
		const connection = await openDatabase(databaseName(course), around, () => {});
		try {
			return await connection.db.learners.toArray();
		} finally {
			connection.close();
		}
	}

	async function forget(id: string): Promise<Result<void, StoreErrorCode>> {
		for (const course of await courses()) {
			const cleared = await withStore(course, id, (store) => store.clear());
			if (!cleared.ok) return cleared;
		}
		// The name goes last: as long as a record is left it can be found and deleted again.
		await use((people) => people.delete(id));
		return ok(undefined);
	}

	return {
		list: () =>
			telling(async () => {
				const rows = await use((people) => people.toArray());
				const found = new Map(rows.flatMap((row) => readPerson(row) ?? []).map((one) => [one.id, one]));
				// A browser that emptied its storage took the names; records written again brought theirs along.
				for (const course of await courses()) {
					// A course that cannot be opened hides no names.
					for (const { learner, name } of await marks(course).catch(() => [])) {
						const person = found.has(learner) ? undefined : readPerson({ id: learner, name });
						if (person) found.set(person.id, person);
					}
				}
				return ok([...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'ja')));
			}),
		put: (person) =>
			telling(async () => {
				await use((people) => people.put({ ...person }));
				return ok(undefined);
			}),
		footprint: (id) =>
			telling(async () => {
				const found: Footprint[] = [];
				for (const course of await courses()) {
					const loaded = await withStore(course, id, (store) => store.load());
					if (!loaded.ok) return loaded;
					const { record } = loaded.value;
					if (!record) continue;
					const answers = Object.values(record.items).reduce((sum, { tries }) => sum + tries, 0);
					found.push({ course, answers });
				}
				return ok(found);
			}),
		remove: (id) => telling(() => forget(id)),
		removeAll: () =>
			telling(async () => {
				const ids = new Set([UNNAMED]);
				for (const course of await courses()) for (const { learner } of await marks(course)) ids.add(learner);
				for (const { id } of await use((people) => people.toArray())) ids.add(id);
				for (const id of ids) {
					const gone = await forget(id);
					if (!gone.ok) return gone;
				}
				return ok(undefined);
			})
	};
}

/** What a database throws, as its code. */
async function telling<T>(
	work: () => Promise<Result<T, StoreErrorCode>>
): Promise<Result<T, StoreErrorCode>> {
	try {
		return await work();
	} catch (thrown) {
		return err(codeOf(thrown, true));
	}
}
