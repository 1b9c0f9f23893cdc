/** The first visit: nothing is kept yet, so nothing has to be waited for; and nothing is lost for it. */
import { describe, expect, it } from 'vitest';
import type { ProgressEvent } from '#record/events.ts';
import { emptyRecord } from '#record/record.ts';
import { databaseName } from '#stores/indexeddb/database.ts';
import { openStoreSoon } from '#stores/open.ts';
import { answers, COURSE, eventsOf, storeContract } from './contract.ts';
import { bench, type Bench } from './surroundings.ts';

const soon = (place: Bench, learner = 'local') =>
	openStoreSoon({ courseId: COURSE, learner: { id: learner }, surroundings: place });
const databases = async (place: Bench) => (await place.indexedDB.databases()).map(({ name }) => name);

describe('opened when it is needed', () => {
	storeContract('indexeddb', () => {
		const place = bench();
		return { open: (learner = 'local') => soon(place, learner) };
	});
});

describe('a first visit', () => {
	it('opens no database before something is to be kept', async () => {
		const place = bench();
		const store = await soon(place);
		expect(await eventsOf(store)).toEqual([]);
		expect(await databases(place)).toEqual([]);
		await store.save(emptyRecord(COURSE), answers(1)[0] as ProgressEvent);
		expect(await databases(place)).toEqual([databaseName(COURSE)]);
	});

	it('opens the database after a while all the same, so that trouble is told before the first answer', async () => {
		const place = bench();
		const { indexedDB } = place;
		const full: IDBFactory = Object.create(indexedDB, {
			databases: { value: () => indexedDB.databases() },
			open: {
				value: () => {
					throw new DOMException('denied', 'SecurityError');
				}
			}
		});
		const store = await openStoreSoon({ courseId: COURSE, surroundings: { ...place, indexedDB: full } });
		const told = new Promise((resolve) => store.subscribe(resolve));
		place.elapse();
		expect(await told).toEqual({ status: 'failed', code: 'refused' });
		expect(store).toMatchObject({ kind: 'memory', durable: false, reason: 'refused' });
		const [event] = answers(1);
		expect(await store.save(emptyRecord(COURSE), event as ProgressEvent)).toEqual({
			ok: false,
			error: 'refused'
		});
		expect(await eventsOf(store)).toEqual([event]);
	});

	it('keeps the order of what was given before the database was open, and says saving until it is kept', async () => {
		const place = bench();
		const store = await soon(place);
		const events = answers(5);
		const saves = events.map((event) => store.save(emptyRecord(COURSE), event));
		expect(store.saving.status).toBe('saving');
		expect((await Promise.all(saves)).every((saved) => saved.ok)).toBe(true);
		expect(store.saving.status).toBe('saved');
		expect(await eventsOf(await place.open())).toEqual(events);
	});

	it('hears of what another window kept first', async () => {
		const place = bench();
		const [one, two] = [await soon(place), await soon(place)];
		const [first, second] = answers(2) as [ProgressEvent, ProgressEvent];
		const heard: ProgressEvent[] = [];
		two.onForeign?.((events) => heard.push(...events));
		await one.save(emptyRecord(COURSE), first);
		await two.save(emptyRecord(COURSE), second);
		expect(heard).toEqual([first]);
		expect(await eventsOf(await place.open())).toEqual([first, second]);
	});

	it('is over when there is a database: then its record is read at once', async () => {
		const place = bench();
		const [event] = answers(1);
		await (await place.open()).save(emptyRecord(COURSE), event as ProgressEvent);
		expect(await eventsOf(await soon(place))).toEqual([event]);
	});
});
