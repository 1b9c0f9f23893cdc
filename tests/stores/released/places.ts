/** Records as each place keeps them: written when a revision is released, and read by every later one. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { ProgressEvent } from '#record/events.ts';
import type { Tracking } from '#record/lms.ts';
import { apply, emptyRecord, fold } from '#record/record.ts';
import type { Target } from '#record/payload.ts';
import type { Store } from '#record/port.ts';
import { databaseName } from '#stores/indexeddb/name.ts';
import { openIndexedDbStore } from '#stores/indexeddb/store.ts';
import { lmsBench, quiet, type JournalRow } from '../lms-contract/bench.ts';

/** Everything in a database: object store → its rows. */
export type Rows = Record<string, unknown[]>;
/** What an LMS gives back at the next launch, and the rows it has not got. */
export type InLms = { elements: Record<string, string>; journal: JournalRow[] };

export const TARGETS = ['scorm12', 'scorm2004-4'] as const satisfies Target[];

const ELEMENTS: Record<(typeof TARGETS)[number], string[]> = {
	scorm12: [
		'cmi.suspend_data',
		'cmi.core.lesson_status',
		'cmi.core.lesson_location',
		'cmi.core.score.raw',
		'cmi.core.exit'
	],
	'scorm2004-4': [
		'cmi.suspend_data',
		'cmi.completion_status',
		'cmi.success_status',
		'cmi.location',
		'cmi.progress_measure',
		'cmi.score.scaled',
		'cmi.score.raw',
		'cmi.exit'
	]
};
/** Events that a killed page left in the journal alone. */
const LATE = 5;

export async function openBrowser(course: string, indexedDB: IDBFactory): Promise<Store> {
	let births = 0;
	const opened = await openIndexedDbStore({
		course,
		learner: { id: 'local' },
		indexedDB,
		IDBKeyRange,
		now: () => 1_800_000_000_000,
		later: () => () => {},
		newBirth: () => `birth${(births += 1)}`
	});
	if (!opened.ok) throw new Error(opened.error);
	return opened.value;
}

export async function inBrowser(course: string, events: readonly ProgressEvent[]): Promise<Rows> {
	const factory = new IDBFactory();
	const store = await openBrowser(course, factory);
	await Promise.all(events.map((event) => store.save(emptyRecord(course), event)));
	await store.close('suspend');
	return reading(factory, course);
}

/** A database that holds these rows, as the product of that day made it. */
export function withRows(course: string, rows: Rows): Promise<IDBFactory> {
	return filled(databaseName(course), 10, rows, (db) => {
		db.createObjectStore('events', { keyPath: ['learner', 'id'] });
		db.createObjectStore('learners', { keyPath: 'learner' });
	});
}

function withJournal(course: string, rows: readonly JournalRow[]): Promise<IDBFactory> {
	return filled(`manabiya-lms:${course}`, 1, { rows }, (db) => {
		db.createObjectStore('rows', { keyPath: ['who', 'tag', 'at'] }).createIndex('who', 'who');
		db.createObjectStore('aside', { keyPath: ['who', 'text'] });
	});
}

function filled(
	name: string,
	version: number,
	rows: Record<string, readonly unknown[]>,
	make: (db: IDBDatabase) => void
): Promise<IDBFactory> {
	const factory = new IDBFactory();
	return new Promise((resolve) => {
		const request = factory.open(name, version);
		request.onupgradeneeded = () => make(request.result);
		request.onsuccess = () => {
			const db = request.result;
			const transaction = db.transaction(Object.keys(rows), 'readwrite');
			for (const [name, list] of Object.entries(rows))
				for (const row of list) transaction.objectStore(name).put(row);
			transaction.oncomplete = () => {
				db.close();
				resolve(factory);
			};
		};
	});
}

function reading(factory: IDBFactory, course: string): Promise<Rows> {
	return new Promise((resolve) => {
		const request = factory.open(databaseName(course));
		request.onsuccess = () => {
			const db = request.result;
			const names = [...db.objectStoreNames];
			const transaction = db.transaction(names, 'readonly');
			const asked = names.map((name) => [name, transaction.objectStore(name).getAll()] as const);
			transaction.oncomplete = () => {
				db.close();
				resolve(Object.fromEntries(asked.map(([name, { result }]) => [name, result as unknown[]])));
			};
		};
	});
}

/** The events as an LMS and the journal beside it hold them after a page was killed. */
export async function inLms(
	target: (typeof TARGETS)[number],
	tracking: Tracking,
	events: readonly ProgressEvent[]
): Promise<InLms> {
	const bench = lmsBench(target, false, tracking.course);
	const early = events.slice(0, -LATE);
	let record = emptyRecord(tracking.course);
	const launches = [early, events.slice(-LATE)].filter((list) => list.length > 0);
	for (const [n, list] of launches.entries()) {
		const launch = await bench.launch({ tracking });
		for (const event of list) {
			record = apply(record, event);
			void launch.store.save(record, event);
		}
		await quiet();
		if (n < launches.length - 1 || launches.length === 1) {
			launch.elapse(5_000);
			await quiet();
			await launch.store.close('suspend');
		}
	}
	const elements = ELEMENTS[target].flatMap((name): [string, string][] => {
		const value = bench.held(name);
		return value === undefined || value === '' ? [] : [[name, value]];
	});
	return { elements: Object.fromEntries(elements), journal: await bench.journal() };
}

/** Opens what an LMS and a journal held, with a later course. Gives the events that the app then has, and what the LMS holds in the end. */
export async function reopen(
	target: (typeof TARGETS)[number],
	tracking: Tracking,
	{ elements, journal }: InLms
): Promise<{ events: ProgressEvent[]; state: string; status: Record<string, string> }> {
	const bench = lmsBench(target, true, tracking.course);
	for (const [name, value] of Object.entries(elements)) bench.put(name, value);
	const launch = await bench.launch({ tracking, indexedDB: await withJournal(tracking.course, journal) });
	const loaded = await launch.store.load();
	if (!loaded.ok) throw new Error(loaded.error);
	if (launch.lms.aside) throw new Error(`not read: ${launch.lms.aside.code}`);
	const { events } = loaded.value;
	// Something more is done, so that all of it is written anew.
	const record = fold(tracking.course, events);
	const at = Math.max(record.lastAt ?? 0, 0) + 60_000;
	const page = Object.keys(record.pages)[0] ?? '';
	const more: ProgressEvent = { id: 'zz-more', at, type: 'pageOpened', page };
	void launch.store.save(apply(record, more), more);
	launch.elapse(5_000);
	await quiet();
	await launch.store.close('suspend');
	const status = Object.fromEntries(ELEMENTS[target].map((name) => [name, bench.held(name) ?? ''] as const));
	return { events, state: bench.held('cmi.suspend_data') ?? '', status };
}
