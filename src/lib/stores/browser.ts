/** What stores need of the browser they are in. */
import type { Surroundings } from './indexeddb/store.ts';
import { randomTag } from './random.ts';

/** How long after a first visit's start the database is opened unasked, in milliseconds: after the first screen has been drawn. */
export const UNASKED = 1_000;

/** Whether this browser has a database; undefined when it cannot tell, or is slow to. */
export async function has(
	database: string,
	{ indexedDB, later }: Surroundings
): Promise<boolean | undefined> {
	if (!indexedDB || !('databases' in indexedDB)) return undefined;
	let cancel = () => {};
	const tooLate = new Promise<undefined>((resolve) => (cancel = later(() => resolve(undefined), UNASKED)));
	try {
		const all = await Promise.race([indexedDB.databases(), tooLate]);
		return all?.some(({ name }) => name === database);
	} catch {
		return undefined;
	} finally {
		cancel();
	}
}

/** The browser's own clock, timer, database and channel. Needs no secure context: intranets use plain HTTP. */
export function browser(): Surroundings {
	return {
		...database(),
		now: () => Date.now(),
		later: (run, ms) => {
			const timer = setTimeout(run, ms);
			return () => clearTimeout(timer);
		},
		newBirth: randomTag,
		wire
	};
}

/** A page without the right to store may throw at the mere mention. */
function database(): Pick<Surroundings, 'indexedDB' | 'IDBKeyRange'> {
	try {
		return { indexedDB: globalThis.indexedDB, IDBKeyRange: globalThis.IDBKeyRange };
	} catch {
		return { indexedDB: undefined, IDBKeyRange: undefined };
	}
}

/** Windows without a line to each other still share the database. */
function wire(name: string): BroadcastChannel | undefined {
	try {
		return new BroadcastChannel(name);
	} catch {
		return undefined;
	}
}
