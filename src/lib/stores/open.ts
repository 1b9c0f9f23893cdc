/** Chooses where a record is kept: in this browser's database, or in memory when that cannot be. */
import type { StoreErrorCode } from '#record/errors.ts';
import type { Learner } from '#record/people.ts';
import type { Store } from '#record/port.ts';
import type { Result } from '#record/result.ts';
import { browser, has, UNASKED } from './browser.ts';
import { databaseName } from './indexeddb/name.ts';
import type { Surroundings } from './indexeddb/store.ts';
import { createLateStore } from './late.ts';
import { createMemoryStore } from './memory/store.ts';
import { UNNAMED } from './people/name.ts';
import { randomTag } from './random.ts';

export { randomTag };

export type OpenOptions = {
	courseId: string;
	/** Absent: the one unnamed learner of this browser. */
	learner?: Learner;
	/** False: the learner wants no record. */
	keep?: boolean;
	/** For tests; the browser's own otherwise. */
	surroundings?: Partial<Surroundings>;
	/** How long a database may take to open, in milliseconds, before the course begins without it. */
	patience?: number;
};

export const DEFAULT_LEARNER: Learner = { id: UNNAMED };

/**
 * Like `openStore`, but does not wait where nothing can be kept yet: with no database there is nothing to read, and the first
 * screen need not wait for the database's code. What goes wrong with it then is told by `saving`.
 */
export async function openStoreSoon(options: OpenOptions): Promise<Store> {
	const { courseId, learner = DEFAULT_LEARNER, keep = true } = options;
	const around = { ...browser(), ...options.surroundings };
	if (!keep || !(await isNew(courseId, around))) return openStore(options);
	return createLateStore({
		learner,
		open: () => openStore(options),
		later: (run) => around.later(run, UNASKED)
	});
}

/** Whether this browser surely has no database of the course. One that cannot tell, or is slow to, may have one. */
async function isNew(course: string, around: Surroundings): Promise<boolean> {
	return (await has(databaseName(course), around)) === false;
}

/**
 * Never throws and always gives a store that works. When the database cannot be used the store keeps in memory,
 * and `reason` and every save say why.
 */
export async function openStore(options: OpenOptions): Promise<Store> {
	const { courseId, learner = DEFAULT_LEARNER, keep = true, patience = 8_000 } = options;
	const around = { ...browser(), ...options.surroundings };
	const memory = (reason?: StoreErrorCode) =>
		createMemoryStore({
			course: courseId,
			learner,
			now: around.now,
			...(reason === undefined ? {} : { reason })
		});
	if (!keep) return memory();

	// Some browsers never answer when their storage is damaged: the course must begin all the same.
	let cancel = () => {};
	const tooLate = new Promise<Result<Store, StoreErrorCode>>((resolve) => {
		cancel = around.later(() => resolve({ ok: false, error: 'blocked' }), patience);
	});
	const opening = open(courseId, learner, around);
	const opened = await Promise.race([opening, tooLate]);
	cancel();
	if (opened.ok) return opened.value;
	void opening.then((late) => (late.ok ? late.value.close('suspend') : undefined));
	return memory(opened.error);
}

async function open(
	course: string,
	learner: Learner,
	around: Surroundings
): Promise<Result<Store, StoreErrorCode>> {
	try {
		// Apart from the start of the page: the first page can be read before the database code has come.
		const { openIndexedDbStore } = await import('./indexeddb/store.ts');
		return await openIndexedDbStore({ ...around, course, learner });
	} catch {
		return { ok: false, error: 'unknown' };
	}
}
