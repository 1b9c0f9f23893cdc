/** Training sessions are kept apart from learners, in the browser or, where it refuses, in memory. */
import { describe, expect, test, vi } from 'vitest';
import { TRAINING_DATABASE } from '#stores/workshop/name.ts';
import { memoryTrainingStore, openTrainingStore } from '#stores/workshop/store.ts';
import type { TrainingStore } from '#workshop/session/port.ts';
import { happened, prepared } from '../domain/workshop/room.ts';
import { bench } from './surroundings.ts';

const events = happened([{ type: 'NEXT' }, { type: 'BLANK', on: true }]);
const kept = (id: string, at: number) => ({ id, prepared, kept: at });

async function usual(store: TrainingStore) {
	await store.put(kept('a', 1));
	await store.put(kept('b', 2));
	expect(await store.add(kept('a', 1), events, events)).toEqual({ ok: true, value: undefined });
	// Told twice by two windows: kept once.
	await store.add(kept('a', 1), events.slice(1), events);
	const list = await store.list(prepared.course.id);
	expect(list.ok && list.value.map(({ id }) => id)).toEqual(['b', 'a']);
	expect(await store.list('other')).toEqual({ ok: true, value: [] });
	expect(await store.load('a')).toEqual({ ok: true, value: { kept: kept('a', 1), events } });
	await store.put({ ...kept('a', 3), prepared: { ...prepared, name: '別の名前' } });
	const changed = await store.load('a');
	expect(changed.ok && changed.value?.kept.prepared.name).toBe('別の名前');
	expect(changed.ok && changed.value?.events).toEqual(events);
	await store.remove('a');
	expect(await store.load('a')).toEqual({ ok: true, value: undefined });
	await store.put(kept('a', 4));
	const anew = await store.load('a');
	expect(anew.ok && anew.value?.events).toEqual([]);
}

describe('the store of training sessions', () => {
	test('keeps, lists, changes and forgets them in memory', () => usual(memoryTrainingStore('refused')));

	test('does the same in the browser, in a database of its own', async () => {
		const here = bench();
		const store = await openTrainingStore(here);
		expect(store.fleeting).toBeUndefined();
		await usual(store);
		expect((await here.indexedDB.databases()).map(({ name }) => name)).toEqual([TRAINING_DATABASE]);
	});

	test('finds in the next visit what was kept in the one before', async () => {
		const here = bench();
		const store = await openTrainingStore(here);
		await store.put(kept('a', 1));
		await store.add(kept('a', 1), events, events);
		expect(await (await openTrainingStore(here)).load('a')).toEqual({
			ok: true,
			value: { kept: kept('a', 1), events }
		});
	});

	test('goes on where another tab closed the database for a newer one, and writes all anew where it was emptied', async () => {
		const here = bench();
		const store = await openTrainingStore(here);
		await store.put(kept('a', 1));
		await store.add(kept('a', 1), events.slice(0, 1), events.slice(0, 1));
		// Deleting asks every connection to close, and waits for none that does not.
		await new Promise((resolve, reject) => {
			const request = here.indexedDB.deleteDatabase(TRAINING_DATABASE);
			request.onsuccess = resolve;
			request.onerror = reject;
		});
		expect(await store.load('a')).toEqual({ ok: true, value: undefined });
		expect((await store.add(kept('a', 1), events.slice(1), events)).ok).toBe(true);
		expect(await (await openTrainingStore(here)).load('a')).toEqual({
			ok: true,
			value: { kept: kept('a', 1), events }
		});
	});

	test('opens its database once, however much is entered', async () => {
		const here = bench();
		const open = vi.spyOn(here.indexedDB, 'open');
		const store = await openTrainingStore(here);
		await usual(store);
		expect(open).toHaveBeenCalledTimes(1);
	});

	test('says so where nothing can be kept', async () => {
		expect((await openTrainingStore({ indexedDB: undefined })).fleeting).toBe('refused');
	});
});
