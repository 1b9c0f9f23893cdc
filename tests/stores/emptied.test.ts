/** Storage emptied under the course, damaged rows, and long records. */
import { forceCloseDatabase, IDBDatabase, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '#record/port.ts';
import { answers, eventsOf, saveAll } from './contract.ts';
import { bench, raw, remove, savingBecomes, type Bench } from './surroundings.ts';

const ids = (events: readonly { id: string }[]) => events.map(({ id }) => id);
const open: Store[] = [];
const opened = async (here: Bench) => {
	const store = await here.open();
	open.push(store);
	return store;
};

afterEach(async () => {
	vi.restoreAllMocks();
	for (const store of open.splice(0)) await store.close('suspend');
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
