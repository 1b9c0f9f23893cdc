/** A session as windows hold it: whatever the disk does and whichever window is closed, what was entered is somewhere. */
import { memoryTrainingStore } from '#stores/workshop/store.ts';
import type { Items } from '#workshop/session/items.ts';
import { LiveSession, type Around } from '#workshop/session/live.svelte.ts';
import type { Kept, Line, Told, TrainingStore } from '#workshop/session/port.ts';
import { expect, test, vi } from 'vitest';
import { map } from '../support/course.ts';

const items = {
	index: { map },
	questions: new Map(),
	boards: new Map(),
	cases: new Map()
} as unknown as Items;
const kept: Kept = {
	id: 'a',
	kept: 1,
	prepared: {
		course: { id: 'c', revision: 1, title: '課程' },
		name: '研修',
		day: '2027-04-05',
		place: '',
		minutes: 60,
		people: 20,
		tables: 5,
		steps: [
			{ id: 's1', kind: 'opening', minutes: 5 },
			{ id: 's2', kind: 'talk', minutes: 10 },
			{ id: 's3', kind: 'closing', minutes: 5 }
		]
	}
};

/** Windows that hear each other at once. */
function lines(): Around['openLine'] {
	const all = new Set<(told: Told) => void>();
	return (_id, on): Line => {
		all.add(on);
		return {
			tell: (told) => [...all].filter((one) => one !== on).forEach((one) => one(structuredClone(told))),
			close: () => void all.delete(on)
		};
	};
}
let tags = 0;
const around = (store: TrainingStore, openLine = lines()): Around => ({
	store,
	openLine,
	now: () => 5,
	tag: () => `e${(tags += 1)}`,
	wall: false
});
async function open(from: Around): Promise<LiveSession> {
	const live = await LiveSession.open('a', items, from);
	if (!live) throw new Error('No session');
	return live;
}
/** A store that can be made to fail. */
async function faulty() {
	const store = memoryTrainingStore('refused');
	await store.put(kept);
	const disk = { full: false };
	const add: TrainingStore['add'] = (...args) =>
		disk.full ? Promise.resolve({ ok: false, error: 'full' }) : store.add(...args);
	return { disk, store: { ...store, fleeting: undefined, add } satisfies TrainingStore };
}
const eventsOf = async (store: TrainingStore) => {
	const loaded = await store.load('a');
	return loaded.ok ? (loaded.value?.events.map(({ move }) => move.type) ?? []) : [];
};

test('what could not be written is written by itself when there is room again', async () => {
	vi.useFakeTimers();
	try {
		const { disk, store } = await faulty();
		const live = await open(around(store));
		disk.full = true;
		live.send({ type: 'NEXT' });
		live.send({ type: 'NOTE', step: 's2', text: '問い' });
		await live.saved();
		expect([live.trouble, live.pending, live.standing.slide.step]).toEqual(['full', true, 's2']);
		expect(await eventsOf(store)).toEqual([]);
		disk.full = false;
		await vi.advanceTimersByTimeAsync(10_000);
		expect(await eventsOf(store)).toEqual(['NEXT', 'NOTE']);
		expect([live.trouble, live.pending]).toEqual([undefined, false]);
	} finally {
		vi.useRealTimers();
	}
});

test('a session that was removed under it is put away again, whole', async () => {
	const { store } = await faulty();
	const live = await open(around(store));
	live.send({ type: 'NEXT' });
	await live.saved();
	await store.remove('a');
	live.send({ type: 'PEOPLE', count: 18 });
	await live.saved();
	expect(await eventsOf(store)).toEqual(['NEXT', 'PEOPLE']);
	expect((await open(around(store))).standing.people).toBe(18);
});

test('two windows follow each other, and the one opened later knows what happened before', async () => {
	const { store } = await faulty();
	const openLine = lines();
	const wall = await open(around(store, openLine));
	wall.send({ type: 'NEXT' });
	const desk = await open(around(store, openLine));
	expect(desk.standing.slide.step).toBe('s2');
	desk.send({ type: 'NEXT' });
	wall.send({ type: 'NOTE', step: 's2', text: '問い' });
	for (const live of [wall, desk]) {
		expect(live.standing.slide.step).toBe('s3');
		expect(live.standing.steps['s2']?.note).toBe('問い');
	}
	wall.send({ type: 'UNDO' });
	expect(desk.standing.steps['s2']?.note).toBe('');
	desk.close();
	wall.send({ type: 'BACK' });
	expect([wall.standing.slide.step, desk.standing.slide.step]).toEqual(['s2', 's3']);
});

test('where nothing can be kept the other window hands the session over', async () => {
	const mine = memoryTrainingStore('refused');
	await mine.put(kept);
	const openLine = lines();
	const wall = await open(around(mine, openLine));
	wall.send({ type: 'NEXT' });
	expect(wall.trouble).toBe('refused');
	const desk = await open(around(memoryTrainingStore('refused'), openLine));
	expect(desk.standing.slide.step).toBe('s2');
	desk.send({ type: 'NEXT' });
	expect(wall.standing.slide.step).toBe('s3');
});

test('a session that nobody has is not opened', async () => {
	expect(await LiveSession.open('b', items, around(memoryTrainingStore('refused')))).toBeUndefined();
});
