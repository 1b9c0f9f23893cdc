/** An LMS and the pages it opens, in the hands of a test: what is kept between launches, the clock, the page's coming and going. */
import { IDBFactory } from 'fake-indexeddb';
import { openAgain, type AgainOptions, type CmiTree } from '#lmscheck/again.ts';
import type { Version } from '#lmscheck/formats.ts';
import { record, type Recorder } from '#lmscheck/recorder.ts';
import type { Happened, ProgressEvent } from '#record/events.ts';
import type { Line, LmsSide, Tracking } from '#record/lms.ts';
import type { Target } from '#record/payload.ts';
import type { Store } from '#record/port.ts';
import { apply, emptyRecord, fold, type LearnerRecord } from '#record/record.ts';
import { openLmsStore, type LmsSurroundings } from '#stores/lms/open.ts';
import { COURSE, newWindow } from '../contract.ts';
import { frame, type Frame } from './frames.ts';
import { fakeTracking } from './tracking.ts';

export type LaunchOptions = Omit<AgainOptions, 'version' | 'saved' | 'keep'> & {
	tracking?: Tracking;
	/** Puts something between the course and the LMS, such as faults. */
	around?: (api: object) => object;
	/** The window the package is in; by default one that has the API itself. */
	window?: (api: object, later: LmsSurroundings['later']) => unknown;
	indexedDB?: IDBFactory;
	patience?: number;
};

export type Launch = {
	store: Store;
	lms: LmsSide;
	recorder: Recorder;
	/** What was written since the last look, as `element = value`, with the other calls by name. */
	news(): string[];
	/** Makes an event as the app does and saves it; resolves when the store has called it saved or failed. */
	happen(happened: Happened): Promise<string>;
	/** The same, with the time passing that the store waits before a commit. */
	done(happened: Happened): Promise<string>;
	record(): LearnerRecord;
	/** Lets time pass, with what is due in it. */
	elapse(ms: number): void;
	hide(): void;
	leave(persisted?: boolean): void;
	comeBack(): void;
	reloads(): number;
};

export type LmsBench = {
	version: Version;
	indexedDB: IDBFactory;
	launch(options?: LaunchOptions): Promise<Launch>;
	/** What the LMS has, by element. */
	held(element: string): string | undefined;
	/** What it had after every commit, oldest first. */
	history(element: string): string[];
	/** Replaces what the LMS has. */
	put(element: string, value: string): void;
	journal(): Promise<JournalRow[]>;
	/** Puts rows into the journal, after emptying it if asked to. */
	keep(rows: readonly JournalRow[], emptied?: boolean): Promise<void>;
	/** Lines of every state the LMS ever had. */
	lines(): Line[];
	/** States that were put aside. */
	aside(): Promise<string[]>;
};

export type JournalRow = { who: string; tag: string; at: number; event: ProgressEvent };

export const TARGETS: Target[] = ['scorm12', 'scorm2004-4'];

/** Lets everything happen that is not waiting for the clock. */
export async function quiet(): Promise<void> {
	// Counted, not timed: a slow computer needs as many turns as a fast one.
	for (let turn = 0; turn < 60; turn += 1) await new Promise<void>((next) => setImmediate(next));
}

/**
 * @param strict true: the LMS drops what was not suspended, as 2004 says; false: it goes on with everything, so that one
 * broken promise does not break the tests of all others
 * @param course whose record is kept
 */
export function lmsBench(target: Target, strict = false, course = COURSE): LmsBench {
	const version: Version = target === 'scorm12' ? '1.2' : '2004';
	const indexedDB = new IDBFactory();
	let saved: CmiTree | undefined;
	const history: CmiTree[] = [];
	let time = Date.UTC(2026, 10, 22, 0, 30);
	let launches = 0;

	function put(element: string, value: string): void {
		saved = withValue(saved ?? {}, element.split('.').slice(1), value);
	}

	async function launch(options: LaunchOptions = {}): Promise<Launch> {
		const { tracking = fakeTracking(), around = (api: object) => api, window = alone, ...rest } = options;
		launches += 1;
		const tag = `t${String(launches).padStart(3, '0')}`;
		const learner = { id: 'u1', name: '山田 花子' };
		if (saved && !strict) put(version === '1.2' ? 'cmi.core.exit' : 'cmi.exit', 'suspend');
		const again = await openAgain({
			learner,
			...(saved ? { saved: structuredClone(saved) } : {}),
			...rest,
			version,
			keep(tree) {
				saved = tree;
				history.push(tree);
			}
		});
		const recorder = record(around(again.api), version, { now: () => time });
		const timers = new Map<object, { run: () => void; due: number }>();
		const heard: Record<'hidden' | 'leave' | 'return', (() => void)[]> = {
			hidden: [],
			leave: [],
			return: []
		};
		let reloads = 0;
		const later = (run: () => void, ms: number) => {
			const key = {};
			timers.set(key, { run, due: time + ms });
			return () => void timers.delete(key);
		};
		const page: LmsSurroundings = {
			window: window({ [version === '1.2' ? 'API' : 'API_1484_11']: recorder.api }, later),
			indexedDB: 'indexedDB' in options ? options.indexedDB : indexedDB,
			now: () => time,
			later,
			tag: () => tag,
			onHidden: (run) => heard.hidden.push(run),
			onLeave: (run) => heard.leave.push(() => run(false)),
			onReturn: (run) => heard.return.push(run),
			reload: () => (reloads += 1),
			address: 'https://lms.example'
		};

		function elapse(ms: number) {
			const end = time + ms;
			for (;;) {
				const [next] = [...timers].sort((a, b) => a[1].due - b[1].due);
				if (!next || next[1].due > end) break;
				time = Math.max(time, next[1].due);
				timers.delete(next[0]);
				next[1].run();
			}
			time = end;
		}

		const opening = openLmsStore({ target, tracking, surroundings: page, patience: options.patience ?? 0 });
		const store = await (options.patience ? passing(opening, () => elapse(200)) : opening);
		if (!store.lms) throw new Error('a store in an LMS has its side');
		const loaded = await store.load();
		const events = loaded.ok ? loaded.value.events : [];
		let now = events.length > 0 ? fold(course, events) : emptyRecord(course);
		const make = newWindow();
		let seen = 0;

		function happen(happened: Happened): Promise<string> {
			const event = { ...make(happened), at: time };
			now = apply(now, event);
			return store.save(now, event).then((result) => (result.ok ? 'ok' : result.error));
		}

		const launched: Launch = {
			store,
			lms: store.lms,
			recorder,
			news() {
				const calls = recorder.calls.slice(seen);
				seen = recorder.calls.length;
				return calls.map(({ method, args }) =>
					method.endsWith('SetValue')
						? `${args[0]} = ${args[1]}`
						: [method, args[0]].filter(Boolean).join(' ')
				);
			},
			happen,
			async done(happened) {
				let open = true;
				const saving = happen(happened).finally(() => (open = false));
				elapse(3_000);
				for (let tries = 0; open && tries < 5; tries += 1) await quiet();
				// A store that does not commit by itself must not keep all tests from going on.
				if (open) launched.hide();
				return saving;
			},
			record: () => now,
			elapse,
			hide: () => heard.hidden.forEach((run) => run()),
			leave: () => heard.leave.forEach((run) => run()),
			comeBack: () => heard.return.forEach((run) => run()),
			reloads: () => reloads
		};
		return launched;
	}

	return {
		version,
		indexedDB,
		launch,
		held: (element) => valueAt(saved, element),
		history: (element) => history.map((tree) => valueAt(tree, element) ?? ''),
		put,
		journal: async () =>
			(await inJournal(indexedDB, course, 'rows', (store) => store.getAll())) as JournalRow[],
		lines: () =>
			history.flatMap((tree) => {
				const read = fakeTracking().unpack(valueAt(tree, 'cmi.suspend_data') ?? '');
				return read.ok ? read.value.side.lines : [];
			}),
		async keep(rows, emptied = false) {
			if (emptied) await inJournal(indexedDB, course, 'rows', (store) => store.clear());
			for (const row of rows) await inJournal(indexedDB, course, 'rows', (store) => store.put(row));
		},
		async aside() {
			const found = (await inJournal(indexedDB, course, 'aside', (store) => store.getAll())) as {
				text: string;
			}[];
			return found.map(({ text }) => text);
		}
	};
}

function alone(api: object): unknown {
	return frame(api as Frame);
}

/** Lets the clock run until a promise is settled. */
async function passing<T>(promise: Promise<T>, tick: () => void): Promise<T> {
	let open = true;
	const end = () => (open = false);
	promise.then(end, end);
	while (open) {
		tick();
		await quiet();
	}
	return promise;
}

function valueAt(tree: unknown, element: string): string | undefined {
	let at = tree;
	for (const part of element.split('.').slice(1)) {
		at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined;
	}
	return at === undefined ? undefined : String(at);
}

function withValue(tree: CmiTree, [first = '', ...rest]: string[], value: string): CmiTree {
	if (rest.length === 0) return { ...tree, [first]: value };
	const inner = tree[first];
	const below = typeof inner === 'object' && inner !== null ? (inner as CmiTree) : {};
	return { ...tree, [first]: withValue(below, rest, value) };
}

function inJournal(
	factory: IDBFactory,
	course: string,
	name: string,
	work: (store: IDBObjectStore) => IDBRequest
): Promise<unknown> {
	return new Promise((resolve) => {
		const request = factory.open(`manabiya-lms:${course}`);
		request.onupgradeneeded = () => request.transaction?.abort();
		request.onerror = () => resolve([]);
		request.onsuccess = () => {
			const db = request.result;
			const transaction = db.transaction(name, 'readwrite');
			const asked = work(transaction.objectStore(name));
			transaction.oncomplete = () => {
				db.close();
				resolve(asked.result as unknown);
			};
		};
	});
}
