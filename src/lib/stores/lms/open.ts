/** Opens the record of a package in an LMS: finds the API of the package's own version, reads what it holds, and begins. */
import type { ProgressEvent } from '#record/events.ts';
import type { LmsSide, Side, Standing, Tracking } from '#record/lms.ts';
import type { Target } from '#record/payload.ts';
import type { Store } from '#record/port.ts';
import { fold } from '#record/record.ts';
import { scorm12 } from '../scorm12/dialect.ts';
import { scorm2004 } from '../scorm2004/dialect.ts';
import { guard, TAKEN, type Api } from './api.ts';
import type { Dialect } from './dialect.ts';
import { findApi, waitForApi } from './find.ts';
import { openJournal } from './journal.ts';
import { contained, entry, staysHere, wordsOf } from './queue.ts';
import { readStart, type Start } from './read.ts';
import { createLmsStore } from './store.ts';
import { createTeller } from './teller.ts';
import type { LmsStore } from './types.ts';

/** What the store needs of the page it is in; `browserSurroundings` gives the real one, tests their own. */
export type LmsSurroundings = {
	/** Where looking for the API begins. */
	window: unknown;
	indexedDB: IDBFactory | undefined;
	/** Epoch milliseconds. */
	now: () => number;
	/** Calls once after milliseconds; returns the way to cancel. */
	later: (run: () => void, ms: number) => () => void;
	/** Random letters and digits, at least four, different each time. */
	tag: () => string;
	/** The page is no longer seen; it may come back or not. */
	onHidden: (run: () => void) => void;
	/** The page goes. `persisted`: it is kept for the back button. */
	onLeave: (run: (persisted: boolean) => void) => void;
	/** The page was kept and is shown again. */
	onReturn: (run: () => void) => void;
	/** Loads the page anew. */
	reload: () => void;
	/** Tells this LMS from others on the same computer: the origin of the page. */
	address: string;
};

export type LmsOpenOptions = {
	target: Target;
	tracking: Tracking;
	surroundings: LmsSurroundings;
	/** How long to look for the API, in milliseconds. */
	patience?: number;
};

/** How long the database may take before the course begins without it. */
const DATABASE_MS = 2_000;
const TAG_LENGTH = 4;

/** Never throws and always gives a store that works: without an LMS it keeps on this computer and says so. */
export async function openLmsStore(options: LmsOpenOptions): Promise<Store> {
	const { target, tracking, surroundings: around, patience = 3_000 } = options;
	const dialect: Dialect = target === 'scorm12' ? scorm12 : scorm2004;
	const look = () => findApi(around.window, dialect.api, dialect.calls.initialize);
	const found = await waitForApi(look, around.later, patience);
	const api = found && guard(found.api, dialect.calls);
	const started = api !== undefined && initialize(api, dialect);

	// From here on there is a session to be ended, whenever the page goes.
	const running: { store?: LmsStore } = {};
	let left = false;
	around.onLeave(() => {
		left = true;
		if (__MUTANT__ === 'leave') return;
		if (running.store) running.store.end();
		else if (started) api.finish();
	});
	around.onHidden(() => running.store?.hidden());
	around.onReturn(() => {
		if (left && __MUTANT__ !== 'reload') around.reload();
	});

	const start = started ? readStart(api, dialect) : undefined;
	const { side, events, aside } = unpack(tracking, start ? start.state : '');
	const { lines } = side;
	const journal = openJournal(around.indexedDB, tracking.course, ownerOf(start, around.address));
	if (aside?.text && __MUTANT__ !== 'aside') await within(journal.putAside(aside.text), around.later);
	// Rows of before are read only if it is sure whose they are.
	const sure = start === undefined || (start.mode !== 'review' && Boolean(start.learner));
	const rows = (sure && (await within(journal.rows(), around.later))) || [];
	const recovered = (__MUTANT__ === 'recover' ? [] : rows)
		.filter((row) => !contained(lines, row) && !row.local)
		.sort((a, b) => a.at - b.at);
	// Of a thought that was committed and whose row is there, nobody knows that its words were taken.
	const here = rows.filter((row) => (row.local || contained(lines, row)) && staysHere(row, false));

	const asks = start && sure && __MUTANT__ !== 'unclaimed';
	const unclaimed = asks ? await unclaimedAt(around, tracking) : undefined;

	const full =
		start !== undefined && ((start.mode === 'normal' && start.credit) || __MUTANT__ === 'no-credit');
	const line =
		api && start && !left
			? {
					api,
					teller: createTeller(api, dialect, tracking, start, side, full, unitsOf(tracking, events))
				}
			: undefined;
	const opened = createLmsStore({
		dialect,
		tracking,
		journal,
		line,
		...(line ? {} : { trouble: 'lms-missing' }),
		errors: api?.errors ?? [],
		found: found?.at,
		learner: learnerOf(start),
		mode: start?.mode ?? 'normal',
		credit: start?.credit ?? true,
		side,
		events: [...events, ...wordsOf(here, events)],
		here,
		fresh: (start?.state ?? '') === '' && !aside,
		...(aside && __MUTANT__ !== 'unreadable' ? { aside } : {}),
		recovered: recovered.map((row) => entry(row)),
		unclaimed,
		tag: newTag(around.tag, [...lines, ...rows]),
		now: around.now,
		later: around.later
	});
	running.store = opened;
	opened.begin();
	for (const row of here) if (!row.local) void journal.add({ ...row, local: true });
	void journal.erase(rows.filter((row) => contained(lines, row) && !here.includes(row)));
	return opened;
}

/** Starts the session. After a reload that nobody saw, the session of before may still be running: then it is gone on with. */
function initialize(api: Api, { elements }: Dialect): boolean {
	const code = api.initialize();
	if (code === TAKEN) return true;
	return (code === '101' || code === '103') && Boolean(api.get(elements.learner));
}

/** The state as events. One that cannot be read is set aside with the reason, and so is one that the LMS does not give out. */
function unpack(
	tracking: Tracking,
	text: string | undefined
): { side: Side; events: ProgressEvent[]; aside?: LmsSide['aside'] } {
	const side = (): Side => ({
		ledger: { count: 0, first: [], later: {} },
		lines: [],
		reported: { completed: false, passed: false, score: undefined }
	});
	if (text === '') return { side: side(), events: [] };
	if (text === undefined) return { side: side(), events: [], aside: { text: '', code: 'damaged' } };
	try {
		const read = tracking.unpack(text);
		if (read.ok) return read.value;
		return { side: side(), events: [], aside: { text, code: read.error } };
	} catch {
		return { side: side(), events: [], aside: { text, code: 'damaged' } };
	}
}

/**
 * Whose rows in the journal these are. Without an LMS, or with one that fails when asked, they belong to this computer; an LMS
 * that does not say who is learning leaves it open, and then nothing is kept: somebody else may be next.
 */
function ownerOf(start: Start | undefined, address: string): string | undefined {
	if (__MUTANT__ === 'owner') return address;
	return start?.learner === '' ? undefined : `${address} ${start?.learner ?? ''}`;
}

/** What stands in the journal in nobody's name. It may be of whoever is here now, or of somebody else: it is asked, never given. */
async function unclaimedAt(around: LmsSurroundings, tracking: Tracking): Promise<LmsSide['unclaimed']> {
	const journal = openJournal(around.indexedDB, tracking.course, ownerOf(undefined, around.address));
	const rows = (await within(journal.rows(), around.later)) ?? [];
	const events = rows.sort((a, b) => a.at - b.at).map((row) => row.event);
	if (!events.some(({ type }) => type === 'answered' || type === 'boardChecked')) return undefined;
	return { events, taken: () => void journal.erase(rows) };
}

function learnerOf(start: Start | undefined): Store['learner'] {
	const id = start?.learner || 'local';
	return start?.name ? { id, name: start.name } : { id };
}

/** How units stood in the state as the LMS had it: that much was told before. */
function unitsOf(tracking: Tracking, events: readonly ProgressEvent[]): Standing['units'] {
	return events.length === 0 ? [] : tracking.standing(fold(tracking.course, events)).units;
}

function newTag(make: () => string, taken: readonly { tag: string }[]): string {
	let tag = make().slice(0, TAG_LENGTH);
	for (let tries = 0; tries < 10 && taken.some((one) => one.tag === tag); tries += 1) {
		tag = make().slice(0, TAG_LENGTH);
	}
	return tag;
}

/** A promise's value, or undefined when it takes too long: some browsers never answer when their storage is damaged. */
async function within<T>(promise: Promise<T>, later: LmsSurroundings['later']): Promise<T | undefined> {
	let cancel = () => {};
	const tooLate = new Promise<undefined>((give) => {
		cancel = later(() => give(undefined), DATABASE_MS);
	});
	const value = await Promise.race([promise, tooLate]);
	cancel();
	return value;
}
