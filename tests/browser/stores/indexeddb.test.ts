/** The same contract in a real browser, and the faults that only a real browser has. */
import { afterEach, describe, expect, it } from 'vitest';
import type {} from '@vitest/browser-playwright';
import { cdp } from 'vitest/browser';
import type { Saving, Store } from '#record/port.ts';
import { databaseName } from '#stores/indexeddb/database.ts';
import { openStore, randomTag } from '#stores/open.ts';
import { answers, COURSE, eventsOf, saveAll, storeContract } from '../../stores/contract.ts';

const open = (id = 'local') => openStore({ courseId: COURSE, learner: { id } });
const ids = (events: readonly { id: string }[]) => events.map(({ id }) => id);

function remove(): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase(databaseName(COURSE));
		request.onsuccess = () => resolve();
		request.onerror = () => reject(request.error ?? new Error('delete'));
	});
}

/** The next saving state that fits, without asking again and again. */
function next(store: Store, fits: (saving: Saving) => boolean): Promise<Saving> {
	return new Promise((resolve) => {
		const stop = store.subscribe((saving) => {
			if (!fits(saving)) return;
			stop();
			resolve(saving);
		});
	});
}

storeContract('indexeddb', () => ({ open, leave: remove }));

describe('in a real browser', () => {
	const stores: Store[] = [];
	const opened = async () => {
		const store = await open();
		stores.push(store);
		return store;
	};
	afterEach(async () => {
		for (const store of stores.splice(0)) await store.close('suspend');
		await remove();
	});

	it('a store opened without any option is a database', async () => {
		expect(await opened()).toMatchObject({ kind: 'indexeddb', durable: true });
	});

	it('site data cleared while the course is open is written again at once', async () => {
		const store = await opened();
		const events = answers(5);
		await saveAll(store, events);
		const again = next(store, ({ status }) => status === 'saved');
		await cdp().send('Storage.clearDataForOrigin', { origin: location.origin, storageTypes: 'indexeddb' });
		await again;
		expect(ids(await eventsOf(await opened()))).toEqual(ids(events));
	});

	it('a quota that is used up is told as full, and what was left is written when there is room', async () => {
		const { origin } = location;
		// Chromium keeps its estimate of free space as long as the origin has data.
		await cdp().send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
		await cdp().send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000 });
		const store = await opened();
		const [big] = answers(1);
		if (!big) throw new Error('an event');
		const response = 'あ'.repeat(1_000_000);
		expect(await saveAll(store, [{ ...big, type: 'drafted', item: 'q', where: 'page:p', response }])).toEqual(
			['full']
		);
		expect(store.saving).toEqual({ status: 'failed', code: 'full' });
		await cdp().send('Storage.overrideQuotaForOrigin', { origin });
		expect(await saveAll(store, answers(1))).toEqual(['ok']);
		expect(await eventsOf(await opened())).toHaveLength(2);
	});

	it('two windows hear of each other over a real BroadcastChannel', async () => {
		const [one, other] = [await opened(), await opened()];
		const heard = new Promise((resolve) => other.onForeign?.(resolve));
		const events = answers(1);
		await saveAll(one, events);
		expect(await heard).toEqual(events);
		const cleared = new Promise<void>((resolve) => other.onCleared?.(resolve));
		await one.clear();
		await cleared;
	});

	it('two windows writing at once lose nothing', async () => {
		const [one, other] = [await opened(), await opened()];
		const [mine, yours] = [answers(50), answers(50)];
		await Promise.all([
			...mine.map((event) => saveAll(one, [event])),
			...yours.map((event) => saveAll(other, [event]))
		]);
		expect(ids(await eventsOf(await opened())).toSorted()).toEqual(ids([...mine, ...yours]).toSorted());
	});

	it('a random tag needs no secure context and does not repeat', () => {
		const tags = Array.from({ length: 1_000 }, randomTag);
		expect(new Set(tags).size).toBe(1_000);
		expect(tags.every((tag) => /^[0-9a-z]{16}$/.test(tag))).toBe(true);
	});
});
