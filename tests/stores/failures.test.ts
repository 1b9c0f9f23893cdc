/** What offices' computers do to storage: full disks, forbidding policies, newer versions. */
import { IDBDatabase, IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '#record/port.ts';
import { openStore } from '#stores/open.ts';
import { answers, COURSE, eventsOf, saveAll } from './contract.ts';
import { bench, raw, savingBecomes, type Bench } from './surroundings.ts';

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
