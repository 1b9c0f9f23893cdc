/** What every store must do, wherever it keeps things. A new store passes this before anything else. */
import { afterEach, describe, expect, it } from 'vitest';
import type { EventType, Happened, ProgressEvent } from '#record/events.ts';
import type { Saving, Store } from '#record/port.ts';
import { apply, emptyRecord, fold, type LearnerRecord } from '#record/record.ts';
import { cardState } from '#record/review.ts';
import { createStamp } from '#record/stamp.ts';

/** One place to remember, such as one database: every store opened at it sees the same, if it is durable. */
export type Place = { open(learner?: string): Promise<Store>; leave?(): Promise<void> };

/** Where a kind of store differs from all others, and why that is right. */
export type Traits = {
	/** False: the learner cannot delete there (an LMS keeps what it was told). */
	deletes?: boolean;
	/** False: a record comes back as other events that fold to the same (a packed state). */
	keepsEvents?: boolean;
};

let clock = 1_800_000_000_000;
let tags = 0;
export const COURSE = 'contract_course';

/** Events as one window makes them. */
export function newWindow(): (happened: Happened) => ProgressEvent {
	const stamp = createStamp(() => (clock += 7), `w${(tags += 1)}`);
	return (happened) => ({ ...happened, ...stamp() });
}

/** One of every kind: a kind that is forgotten here is a type error. */
const KINDS: { [T in EventType]: Extract<Happened, { type: T }> } = {
	started: { type: 'started', revision: 1, seed: 's' },
	pageOpened: { type: 'pageOpened', page: 'p1' },
	pageDone: { type: 'pageDone', page: 'p1' },
	drafted: { type: 'drafted', item: 'q1', where: 'page:p1', response: ['a'] },
	answered: {
		type: 'answered',
		item: 'q1',
		response: ['a'],
		earned: 1,
		total: 1,
		confidence: 'sure',
		ms: 900
	},
	boardMoved: { type: 'boardMoved', board: 'b1', move: { type: 'PLACE', card: 'c1', column: 'd1' } },
	boardChecked: { type: 'boardChecked', board: 'b1', right: ['c1'], wrong: { c2: 'd1' }, round: 1 },
	runStarted: { type: 'runStarted', run: 'r1', kind: 'final', items: ['q1'], seed: 's' },
	runMoved: { type: 'runMoved', run: 'r1', move: { type: 'FLAG', item: 'q1' } },
	runFinished: { type: 'runFinished', run: 'r1', right: ['q1'], wrong: [], total: 1, passed: true },
	flagged: { type: 'flagged', item: 'q1', on: true },
	commented: { type: 'commented', item: 'q1', text: '相談して決めます。' },
	revised: { type: 'revised', change: 'r2_a' },
	withdrawn: { type: 'withdrawn', events: ['000001-elsewhere'] }
};

export function answers(count: number, make = newWindow()): ProgressEvent[] {
	return Array.from({ length: count }, (_, n) =>
		make({ type: 'answered', item: `q${n}`, response: { chosen: [n] }, earned: n % 2, total: 1, page: 'p1' })
	);
}

/** The record that an app at each store has by now, and the events in it. */
const apps = new WeakMap<Store, { record: LearnerRecord; ids: Set<string> }>();

/** Saves through the port as the app does, each event with the record after it. */
export async function saveAll(store: Store, events: readonly ProgressEvent[]): Promise<string[]> {
	const app = apps.get(store) ?? { record: emptyRecord(COURSE), ids: new Set() };
	apps.set(store, app);
	const results = await Promise.all(
		events.map((event) => {
			if (!app.ids.has(event.id)) app.record = apply(app.record, event);
			app.ids.add(event.id);
			return store.save(app.record, event);
		})
	);
	return results.map((result) => (result.ok ? 'ok' : result.error));
}

export async function eventsOf(store: Store): Promise<ProgressEvent[]> {
	const loaded = await store.load();
	if (!loaded.ok) throw new Error(`load failed: ${loaded.error}`);
	return loaded.value.events;
}

const ids = (events: readonly ProgressEvent[]) => events.map(({ id }) => id);

export function storeContract(
	kind: string,
	makePlace: () => Place,
	{ deletes = true, keepsEvents = true }: Traits = {}
) {
	const leaving: (() => Promise<void>)[] = [];
	afterEach(async () => {
		for (const leave of leaving.splice(0)) await leave();
	});
	function place() {
		const made = makePlace();
		leaving.push(async () => made.leave?.());
		return {
			async open(learner?: string) {
				const store = await made.open(learner);
				leaving.unshift(() => store.close('suspend'));
				return store;
			}
		};
	}

	describe(`the store contract: ${kind}`, () => {
		it('begins empty, idle, and says what it is', async () => {
			const store = await place().open();
			expect(await store.load()).toEqual({ ok: true, value: { record: undefined, events: [] } });
			expect(store.saving).toEqual({ status: 'idle' });
			expect(store.kind).toBe(kind);
			expect(store.learner.id).toBe('local');
		});

		it('gives back every saved event in order, and the record they fold to', async () => {
			const store = await place().open();
			const events = answers(5);
			for (const event of events) expect(await saveAll(store, [event])).toEqual(['ok']);
			const loaded = await store.load();
			expect(loaded).toEqual({ ok: true, value: { record: fold(COURSE, events), events } });
		});

		it('takes many saves at once without losing or reordering one', async () => {
			const store = await place().open();
			const events = answers(200);
			expect(new Set(await saveAll(store, events))).toEqual(new Set(['ok']));
			expect(ids(await eventsOf(store))).toEqual(ids(events));
		});

		it('takes the next one at whatever moment after it said that one is kept', async () => {
			const store = await place().open();
			const events = answers(40);
			for (const [at, event] of events.entries()) {
				// A number of steps of waiting code, none of them long enough for anything else to happen.
				for (let steps = 0; steps < at % 20; steps += 1) await Promise.resolve();
				expect(await saveAll(store, [event])).toEqual(['ok']);
			}
			expect(ids(await eventsOf(store))).toEqual(ids(events));
		});

		it('takes every kind of event, and gives it back where it keeps events', async () => {
			const here = place();
			const store = await here.open();
			const make = newWindow();
			const events = Object.values(KINDS).map((one) => make(one));
			for (const event of events) expect(await saveAll(store, [event]), event.type).toEqual(['ok']);
			if (!keepsEvents) return;
			expect(await eventsOf(store)).toEqual(events);
			await store.close('suspend');
			if (store.durable) expect(await eventsOf(await here.open())).toEqual(events);
		});

		it('keeps an event once, however often it is saved', async () => {
			const store = await place().open();
			const events = answers(2);
			await saveAll(store, [...events, ...events]);
			await saveAll(store, events);
			expect(ids(await eventsOf(store))).toEqual(ids(events));
		});

		it('keeps a copy: the app may hand in proxies and change its objects later', async () => {
			const store = await place().open();
			const [event] = answers(1);
			if (!event) throw new Error('one event');
			const live = new Proxy({ ...event }, {});
			const saved = saveAll(store, [live]);
			live.at = 1;
			expect(await saved).toEqual(['ok']);
			expect(await eventsOf(store)).toEqual([event]);
		});

		it('keeps what an event says of memory, as events of a packed record do', async () => {
			const here = place();
			const store = await here.open();
			const make = newWindow();
			const [event] = answers(1, make);
			if (event?.type !== 'answered') throw new Error('one answer');
			const packed = { ...event, nth: 3, memory: { stability: 7.3106, difficulty: 2.1429 } };
			const answered = { ...answers(1, make)[0], at: event.at + 7 * 86_400_000 } as ProgressEvent;
			expect(await saveAll(store, [packed, answered])).toEqual(['ok', 'ok']);
			const again = await eventsOf(store);
			if (keepsEvents) expect(again).toEqual([packed, answered]);
			const remembered = (events: readonly ProgressEvent[]) =>
				cardState(fold(COURSE, events), packed.item, 'question')?.memory;
			expect(remembered(again)).toEqual(remembered([packed, answered]));
		});

		it('tells saving and saved with the time, to those who listen and no longer', async () => {
			const store = await place().open();
			const heard: Saving[] = [];
			const stop = store.subscribe((saving) => heard.push(saving));
			await saveAll(store, answers(1));
			expect(heard.at(-1)).toEqual({ status: 'saved', at: expect.any(Number) as number });
			expect(store.saving).toEqual(heard.at(-1));
			stop();
			const count = heard.length;
			await saveAll(store, answers(1));
			expect(heard).toHaveLength(count);
		});

		if (deletes) {
			it('deletes a record wholly, and takes new events afterwards', async () => {
				const here = place();
				const store = await here.open();
				await saveAll(store, answers(3));
				expect(await store.clear()).toEqual({ ok: true, value: undefined });
				expect(store.saving).toEqual({ status: 'idle' });
				expect(await store.load()).toEqual({ ok: true, value: { record: undefined, events: [] } });
				const later = answers(2);
				await saveAll(store, later);
				expect(ids(await eventsOf(store))).toEqual(ids(later));
			});
		}

		it('takes nothing after it was closed, and says so', async () => {
			const store = await place().open();
			await store.close('finish');
			await store.close('suspend');
			expect(await saveAll(store, answers(1))).toEqual(['closed']);
			expect(await store.clear()).toEqual({ ok: false, error: 'closed' });
		});

		it('shows no learner the events of another', async () => {
			const here = place();
			const [one, two] = [await here.open('one'), await here.open('two')];
			const events = answers(2);
			await saveAll(one, events);
			await saveAll(two, answers(1));
			if (deletes) expect(await two.clear()).toMatchObject({ ok: true });
			expect(ids(await eventsOf(one))).toEqual(ids(events));
			expect(await eventsOf(two)).toHaveLength(deletes ? 0 : 1);
			expect(two.learner.id).toBe('two');
		});

		it('has everything again when opened anew, exactly if it calls itself durable', async () => {
			const here = place();
			const store = await here.open();
			const events = answers(20);
			const saves = saveAll(store, events);
			await store.close('suspend');
			expect(new Set(await saves)).toEqual(new Set(['ok']));
			const next = await here.open();
			const again = await eventsOf(next);
			if (keepsEvents) expect(ids(again)).toEqual(store.durable ? ids(events) : []);
			else expect(fold(COURSE, again).items).toEqual(fold(COURSE, events).items);
		});
	});
}
