/** What offices' computers do to storage: full disks, forbidding policies, newer versions, emptied profiles. */
import { forceCloseDatabase, IDBDatabase, IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '#record/port.ts';
import { databaseName } from '#stores/indexeddb/database.ts';
import { openStore } from '#stores/open.ts';
import { answers, COURSE, eventsOf, saveAll } from './contract.ts';
import { bench, savingBecomes, type Bench } from './surroundings.ts';

const NAME = databaseName(COURSE);
const ids = (events: readonly { id: string }[]) => events.map(({ id }) => id);
const open: Store[] = [];
const opened = async (here: Bench, learner?: string) => {
	const store = await here.open(learner);
	open.push(store);
	return store;
};

afterEach(async () => {
	vi.restoreAllMocks();
	for (const store of open.splice(0)) await store.close('suspend');
});

/** What another program's connection sees, and does. */
function raw<T>(
	here: Bench,
	work: (db: IDBDatabase) => T,
	version?: number,
	upgrade?: (db: IDBDatabase) => void
): Promise<T> {
	return new Promise((resolve, reject) => {
		const request = here.indexedDB.open(NAME, version);
		request.onupgradeneeded = () => upgrade?.(request.result);
		request.onerror = () => reject(request.error ?? new Error('open'));
		request.onsuccess = () => resolve(work(request.result));
	});
}

function remove(here: Bench): Promise<void> {
	return new Promise((resolve) => {
		here.indexedDB.deleteDatabase(NAME).onsuccess = () => resolve();
	});
}

function failPuts(name: string) {
	return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
		throw new DOMException('', name);
	});
}

/** Quota is often found out only when the transaction is to be completed. */
function failCommits(name: string) {
	const real = IDBObjectStore.prototype.put;
	return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
		this: IDBObjectStore,
		value: unknown
	) {
		const request = real.call(this, value);
		const { transaction } = this;
		request.addEventListener('success', () => {
			if ('_abort' in transaction && typeof transaction._abort === 'function') transaction._abort(name);
		});
		return request;
	});
}

describe('a full disk', () => {
	it.each([
		['when the row is put', failPuts],
		['when the transaction is completed', failCommits]
	])('%s is told as full; the next save writes what was left, in order', async (_when, fail) => {
		const here = bench();
		const store = await opened(here);
		const events = answers(3);
		await saveAll(store, events.slice(0, 1));
		const fault = fail('QuotaExceededError');
		expect(await saveAll(store, events.slice(1, 2))).toEqual(['full']);
		expect(store.saving).toEqual({ status: 'failed', code: 'full' });
		expect(ids(await eventsOf(store))).toEqual(ids(events.slice(0, 2)));
		fault.mockRestore();
		expect(await saveAll(store, events.slice(2))).toEqual(['ok']);
		expect(store.saving.status).toBe('saved');
		expect(ids(await eventsOf(await opened(here)))).toEqual(ids(events));
	});

	it('is tried again by itself after a pause that grows to 30 seconds, and not longer', async () => {
		const here = bench();
		const store = await opened(here);
		const fault = failPuts('QuotaExceededError');
		const heard: string[] = [];
		store.subscribe(({ status }) => heard.push(status));
		const events = answers(1);
		await saveAll(store, events);
		const pauses: number[] = [];
		for (let n = 0; n < 7; n += 1) {
			pauses.push(...here.pauses());
			const count = fault.mock.calls.length;
			here.elapse();
			await vi.waitUntil(() => fault.mock.calls.length > count && here.pauses().length > 0);
		}
		expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
		expect(heard).toEqual(['saving', 'failed']);
		fault.mockRestore();
		here.elapse();
		await savingBecomes(store, 'saved');
		expect(here.pauses()).toEqual([]);
		expect(ids(await eventsOf(await opened(here)))).toEqual(ids(events));
	});

	it('does not keep the store from closing', async () => {
		const here = bench();
		const store = await opened(here);
		failPuts('QuotaExceededError');
		await saveAll(store, answers(1));
		await store.close('finish');
		expect(here.pauses()).toEqual([]);
	});
});

describe('storage that is refused', () => {
	const refusing = (name: string) => {
		const factory = new IDBFactory();
		vi.spyOn(factory, 'open').mockImplementation(() => {
			throw new DOMException('', name);
		});
		return factory;
	};
	it.each([
		['no IndexedDB at all', () => undefined, 'refused'],
		['a policy against it', () => refusing('SecurityError'), 'refused'],
		['a private window that says so only when opening', () => refusing('InvalidStateError'), 'refused'],
		['a damaged profile', () => refusing('UnknownError'), 'unknown'],
		['a disk too full to open', () => refusing('QuotaExceededError'), 'full']
	])('%s: the course goes on in memory, with the reason', async (_what, database, reason) => {
		const surroundings = { indexedDB: database(), IDBKeyRange, wire: () => undefined };
		const store = await openStore({ courseId: COURSE, surroundings });
		expect(store).toMatchObject({
			kind: 'memory',
			durable: false,
			reason,
			saving: { status: 'failed', code: reason }
		});
		const events = answers(2);
		await saveAll(store, events);
		expect(await eventsOf(store)).toEqual(events);
	});

	it('an opening that never ends is given up after a while', async () => {
		const factory = new IDBFactory();
		vi.spyOn(factory, 'open').mockImplementation(() => new EventTarget() as IDBOpenDBRequest);
		const store = await openStore({
			courseId: COURSE,
			patience: 1,
			surroundings: { indexedDB: factory, IDBKeyRange }
		});
		expect(store).toMatchObject({ kind: 'memory', reason: 'blocked' });
	});

	it('a learner who wants no record leaves no database', async () => {
		const here = bench();
		const store = await openStore({ courseId: COURSE, keep: false, surroundings: here });
		await saveAll(store, answers(1));
		expect(store).toMatchObject({ kind: 'memory', durable: false, saving: { status: 'saved' } });
		expect('reason' in store).toBe(false);
		expect(await here.indexedDB.databases()).toEqual([]);
	});
});

describe('a database that works', () => {
	it('is chosen, and named after product and course', async () => {
		const here = bench();
		const store = await openStore({ courseId: COURSE, surroundings: here });
		open.push(store);
		expect(store).toMatchObject({ kind: 'indexeddb', durable: true, learner: { id: 'local' } });
		await saveAll(store, answers(1));
		expect(await here.indexedDB.databases()).toEqual([{ name: 'manabiya:contract_course', version: 10 }]);
	});

	it('is asked to write to the disk before it says done', async () => {
		const here = bench();
		const transactions = vi.spyOn(IDBDatabase.prototype, 'transaction');
		const store = await opened(here);
		await saveAll(store, answers(1));
		const writing = transactions.mock.calls.filter(([, mode]) => mode === 'readwrite');
		expect(writing.map(([, , how]) => how)).toEqual([{ durability: 'strict' }]);
	});
});

describe('a database of a newer version', () => {
	const upgrade = (db: IDBDatabase) => {
		for (const name of [...db.objectStoreNames]) db.deleteObjectStore(name);
		db.createObjectStore('tomorrow').put('kept', 1);
	};
	const content = (here: Bench) =>
		raw(here, (db) => {
			const found = { version: db.version, stores: [...db.objectStoreNames] };
			db.close();
			return found;
		});

	it('is never touched: the course goes on in memory', async () => {
		const here = bench();
		await raw(here, (db) => db.close(), 20, upgrade);
		const store = await openStore({ courseId: COURSE, surroundings: here });
		expect(store).toMatchObject({ kind: 'memory', reason: 'newer-version' });
		await saveAll(store, answers(1));
		expect(await content(here)).toEqual({ version: 20, stores: ['tomorrow'] });
	});

	it('that appears while the course is open is let in, and not touched from then on', async () => {
		const here = bench();
		const store = await opened(here);
		await saveAll(store, answers(1));
		await raw(here, (db) => db.close(), 20, upgrade);
		await savingBecomes(store, 'failed', 'newer-version');
		expect(await saveAll(store, answers(1))).toEqual(['newer-version']);
		expect(here.pauses()).toEqual([]);
		expect(await content(here)).toEqual({ version: 20, stores: ['tomorrow'] });
	});

	it('an older one that another window holds is told as blocked', async () => {
		const here = bench();
		const holder = await raw(here, (db) => db, 5);
		const store = await openStore({ courseId: COURSE, surroundings: here });
		expect(store).toMatchObject({ kind: 'memory', reason: 'blocked' });
		holder.close();
	});
});

describe('storage emptied while the course is open', () => {
	it('by deleting the database: everything is written again at once', async () => {
		const here = bench();
		const store = await opened(here);
		const events = answers(6);
		await saveAll(store, events);
		const heard: unknown[] = [];
		store.subscribe((saving) => heard.push(saving.status === 'failed' ? saving.code : saving.status));
		await remove(here);
		await savingBecomes(store, 'saved');
		expect(heard).toEqual(['wiped', 'saved']);
		expect(ids(await eventsOf(await opened(here)))).toEqual(ids(events));
	});

	it('by a browser that closes the connection without a word: the same', async () => {
		const here = bench();
		const opens = vi.spyOn(here.indexedDB, 'open');
		const store = await opened(here);
		const events = answers(4);
		await saveAll(store, events);
		const connection: unknown = opens.mock.results.at(-1)?.value.result;
		if (!(connection instanceof IDBDatabase)) throw new Error('a connection');
		const noticed = savingBecomes(store, 'saving');
		Reflect.apply(forceCloseDatabase, undefined, [connection]);
		await remove(here);
		await noticed;
		await savingBecomes(store, 'saved');
		expect(ids(await eventsOf(await opened(here)))).toEqual(ids(events));
	});

	it('table by table, unnoticed: the next save writes everything again', async () => {
		const here = bench();
		const store = await opened(here);
		const events = answers(5);
		await saveAll(store, events.slice(0, 4));
		await raw(here, (db) => {
			const work = db.transaction(['events', 'learners'], 'readwrite');
			work.objectStore('events').clear();
			work.objectStore('learners').clear();
			db.close();
		});
		await saveAll(store, events.slice(4));
		expect(ids(await eventsOf(await opened(here)))).toEqual(ids(events));
	});

	it('in the middle of many saves: none that was called saved is lost', async () => {
		const here = bench();
		const store = await opened(here);
		const events = answers(60);
		const saves = events.map((event) => saveAll(store, [event]));
		await saves[10];
		await remove(here);
		expect((await Promise.all(saves)).flat().every((result) => result === 'ok')).toBe(true);
		await savingBecomes(store, 'saved');
		expect(ids(await eventsOf(await opened(here)))).toEqual(ids(events));
	});
});

describe('a row that cannot be read', () => {
	it('is left alone, and hides no other', async () => {
		const here = bench();
		const store = await opened(here);
		const events = answers(3);
		await saveAll(store, events);
		const row = { learner: 'local', id: 'zz', event: { type: 'unheardOf', at: 1, id: 'zz' } };
		await raw(here, (db) => {
			db.transaction('events', 'readwrite').objectStore('events').put(row);
			db.close();
		});
		const next = await opened(here);
		expect(ids(await eventsOf(next))).toEqual(ids(events));
		await saveAll(next, answers(1));
		const kept = await raw(here, (db) => {
			const request = db.transaction('events').objectStore('events').get(['local', 'zz']);
			return new Promise((resolve) => {
				request.onsuccess = () => resolve(request.result);
			}).finally(() => db.close());
		});
		expect(kept).toEqual(row);
	});
});

describe('a long record', () => {
	it('of 5,000 events loads whole, and one save more asks the database no more than the first did', async () => {
		const here = bench();
		const store = await opened(here);
		const [first, ...rest] = answers(5_000);
		const asked = ['put', 'get', 'getAll', 'count', 'openCursor', 'delete', 'add'] as const;
		const spies = asked.map((name) => vi.spyOn(IDBObjectStore.prototype, name));
		const count = () => spies.map((spy) => spy.mock.calls.length);
		const cost = async (work: () => Promise<unknown>) => {
			const before = count();
			await work();
			return count().map((after, n) => after - (before[n] ?? 0));
		};
		if (!first) throw new Error('events');
		await saveAll(store, [first]);
		const [second, ...others] = rest;
		if (!second) throw new Error('events');
		const early = await cost(() => saveAll(store, [second]));
		await saveAll(store, others);
		const late = await cost(() => saveAll(store, answers(1)));
		expect(late).toEqual(early);
		expect(late).toEqual([1, 1, 0, 0, 0, 0, 0]);
		expect(await eventsOf(await opened(here))).toHaveLength(5_001);
	});
});
