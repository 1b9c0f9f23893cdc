/** Two windows on one course at one computer: neither may destroy what the other saved. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ProgressEvent } from '#record/events.ts';
import type { Store } from '#record/port.ts';
import { databaseName } from '#stores/indexeddb/database.ts';
import { answers, COURSE, eventsOf, newWindow, saveAll } from './contract.ts';
import { bench, savingBecomes, type Bench } from './surroundings.ts';

const ids = (events: readonly ProgressEvent[]) => events.map(({ id }) => id).toSorted();
const open: Store[] = [];
async function two(here: Bench): Promise<[Store, Store]> {
	const pair: [Store, Store] = [await here.open(), await here.open()];
	open.push(...pair);
	return pair;
}

afterEach(async () => {
	for (const store of open.splice(0)) await store.close('suspend');
});

describe.each([true, false])('two windows, able to tell each other: %s', (connected) => {
	it('saving in turns or at once keep every event of both', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 30 }), async (steps) => {
				const here = bench({ connected });
				const [one, other] = await two(here);
				const windows = [newWindow(), newWindow()] as const;
				const made: ProgressEvent[] = [];
				const saves: Promise<string[]>[] = [];
				for (const [first, wait] of steps) {
					const events = answers(1, first ? windows[0] : windows[1]);
					made.push(...events);
					saves.push(saveAll(first ? one : other, events));
					if (wait) await saves.at(-1);
				}
				expect((await Promise.all(saves)).flat().every((result) => result === 'ok')).toBe(true);
				const third = await here.open();
				open.push(third);
				expect(ids(await eventsOf(third))).toEqual(ids(made));
			}),
			{ numRuns: 40 }
		);
	});

	it('the storage emptied under both has the events of both again', async () => {
		const here = bench({ connected });
		const [one, other] = await two(here);
		const [mine, yours] = [answers(3), answers(3)];
		await saveAll(one, mine);
		await saveAll(other, yours);
		await new Promise<void>((resolve) => {
			here.indexedDB.deleteDatabase(databaseName(COURSE)).onsuccess = () => resolve();
		});
		const more = [answers(1), answers(1)] as const;
		await Promise.all([saveAll(one, more[0]), saveAll(other, more[1])]);
		const third = await here.open();
		open.push(third);
		expect(ids(await eventsOf(third))).toEqual(ids([...mine, ...yours, ...more.flat()]));
	});

	it('a record deleted in one is not written again by the other', async () => {
		const here = bench({ connected });
		const [one, other] = await two(here);
		await saveAll(one, answers(3));
		await saveAll(other, answers(3));
		const told = vi.fn();
		other.onCleared?.(told);
		expect(await one.clear()).toMatchObject({ ok: true });
		const later = answers(1);
		await saveAll(other, later);
		expect(told).toHaveBeenCalledOnce();
		await saveAll(one, []);
		const third = await here.open();
		open.push(third);
		expect(ids(await eventsOf(third))).toEqual(ids(later));
	});
});

describe('the other window', () => {
	it('hears of each event once, only when it is saved, and only of its own learner', async () => {
		const here = bench();
		const [one, other] = await two(here);
		const stranger = await here.open('stranger');
		open.push(stranger);
		const [heard, strange] = [vi.fn(), vi.fn()];
		const stop = other.onForeign?.(heard);
		stranger.onForeign?.(strange);
		const events = answers(2);
		await saveAll(one, events.slice(0, 1));
		await saveAll(one, events);
		expect(heard.mock.calls).toEqual([[events.slice(0, 1)], [events.slice(1)]]);
		expect(strange).not.toHaveBeenCalled();
		stop?.();
		await saveAll(one, answers(1));
		expect(heard).toHaveBeenCalledTimes(2);
	});

	it('takes nothing that is not an event from the line', async () => {
		const sent: { onmessage: ((event: MessageEvent) => void) | null }[] = [];
		const here = bench();
		const { openIndexedDbStore } = await import('#stores/indexeddb/store.ts');
		const opened = await openIndexedDbStore({
			...here,
			course: COURSE,
			learner: { id: 'local' },
			wire: () => {
				const wire = { onmessage: null, postMessage: () => undefined, close: () => undefined };
				sent.push(wire);
				return wire;
			}
		});
		if (!opened.ok) throw new Error(opened.error);
		open.push(opened.value);
		const heard = vi.fn();
		opened.value.onForeign?.(heard);
		for (const data of [
			null,
			1,
			'saved',
			{ type: 'saved' },
			{ type: 'saved', learner: 'local', events: [1, { type: 'x' }] }
		]) {
			sent[0]?.onmessage?.(new MessageEvent('message', { data }));
		}
		expect(heard).not.toHaveBeenCalled();
		expect(await eventsOf(opened.value)).toEqual([]);
	});

	it('going on after a deletion by the other is saved and idle, not failed', async () => {
		const here = bench();
		const [one, other] = await two(here);
		await saveAll(other, answers(1));
		await one.clear();
		await saveAll(other, answers(1));
		await savingBecomes(other, 'saved');
		expect(await eventsOf(other)).toHaveLength(1);
	});
});
