/**
 * Keeps a record in an LMS. An event goes to the journal on this computer at once, and soon into the LMS's state together with all
 * that changed; it is saved when the LMS has accepted a commit. Everything towards the LMS is synchronous, so that a page being
 * closed still gets through. What fails is tried again after a growing pause, and at the latest at the next launch.
 */
import type { StoreErrorCode } from '#record/errors.ts';
import type { ProgressEvent } from '#record/events.ts';
import { mergeEvents } from '#record/kiroku.ts';
import type { LmsSide } from '#record/lms.ts';
import type { Loaded } from '#record/port.ts';
import { fold, type LearnerRecord } from '#record/record.ts';
import { err, ok, type Result } from '#record/result.ts';
import { copyEvent, createSaving } from '../saving.ts';
import { TAKEN, THROWN } from './api.ts';
import type { Row } from './journal.ts';
import {
	countIn,
	entry,
	isUrgent,
	lateEvents,
	linesWith,
	parted,
	settle,
	type Entry,
	type Outcome
} from './queue.ts';
import type { When } from './teller.ts';
import type { LmsStore, LmsStoreOptions } from './types.ts';

/** How long answers, and all other events, may wait for a commit; milliseconds. */
const SOON_MS = 1_000;
const LATEST_MS = 3_000;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

export function createLmsStore(options: LmsStoreOptions): LmsStore {
	const { dialect, tracking, journal, line, mode, side, tag, now, later } = options;
	const writes = mode !== 'review' || __MUTANT__ === 'review';
	const known = new Map<string, ProgressEvent>();
	const began = now();
	const lines = side.lines;
	/** Rows that are in the state as packed now. */
	const held: Entry[] = [...options.recovered];
	let waiting: Entry[] = [...options.recovered];
	let record: LearnerRecord | undefined;
	let { aside } = options;
	let initial: StoreErrorCode | undefined = aside ? 'state-unreadable' : options.trouble;
	let stamp = 0;
	let firstAt: number | undefined;
	let cancel = () => {};
	let failures = 0;
	let committedAt: number | undefined;
	let ended = false;
	let closing: Promise<void> = Promise.resolve();
	const saving = createSaving(
		initial === undefined || !writes ? { status: 'idle' } : { status: 'failed', code: initial }
	);

	const late = lateEvents(options.events, held, lines);
	for (const event of mergeEvents(countIn(options.events, late), late).events) known.set(event.id, event);
	if (known.size > 0) record = fold(tracking.course, [...known.values()]);

	function schedule(ms: number) {
		cancel();
		cancel = later(() => flush('working'), Math.max(0, ms));
	}

	async function keep(row: Row): Promise<void> {
		if (__MUTANT__ === 'journal') await new Promise<void>((go) => void later(go, 500));
		await journal.add(row);
	}

	/** Writes everything that changed. True: the LMS has it, as soon as it is committed. */
	function write(when: When): boolean {
		if (!line) return false;
		let answered = false;
		for (const one of waiting) {
			if (one.told) continue;
			const given = line.teller.answer(one.event);
			one.told = given !== false;
			one.taken = given === true;
			answered ||= given === true;
		}
		side.lines = linesWith(held, tag, lines);
		// A launch in which nothing happened leaves the state as it is.
		const changed = held.length > 0 ? record : undefined;
		return line.teller.write(changed, when, now() - began, answered);
	}

	function flush(when: When): void {
		if (!line || !writes || aside || ended) return;
		cancel();
		firstAt = undefined;
		const batch = [...waiting];
		let code: StoreErrorCode | undefined;
		try {
			const kept = write(when);
			code = meaning(line.api.commit()) ?? (kept ? undefined : 'lms-refused');
		} catch {
			code = 'unknown';
		}
		if (code === undefined) void accepted(batch);
		else refused(batch, code);
	}

	function meaning(code: string): StoreErrorCode | undefined {
		if (code === TAKEN) return undefined;
		return code === THROWN || dialect.lost.includes(code) ? 'lms-lost' : 'lms-refused';
	}

	async function accepted(batch: Entry[]): Promise<void> {
		failures = 0;
		committedAt = now();
		const gone = new Set(batch);
		waiting = waiting.filter((one) => !gone.has(one));
		await Promise.all(batch.map((one) => one.kept));
		const said = batch.length > 0 || saving.current.status !== 'idle';
		if (said && waiting.length === 0 && failures === 0) saving.set({ status: 'saved', at: committedAt });
		await settle(batch);
		// What stays is on the disk before anything goes. An LMS that was not told to keep the state may still throw it away: then the copy is all there is.
		const { go, stay } = parted(batch, options.here);
		for (const row of stay) await journal.add(row);
		if (line?.teller.keeps && __MUTANT__ !== 'erase') await journal.erase(go);
	}

	function refused(batch: Entry[], code: StoreErrorCode): void {
		saving.set({ status: 'failed', code });
		void settle(batch, code);
		if (ended) return;
		if (__MUTANT__ !== 'retry') schedule(Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS));
		failures += 1;
	}

	function end(): boolean {
		if (ended && __MUTANT__ !== 'once') return false;
		cancel();
		const batch = [...waiting];
		let code: StoreErrorCode | undefined = initial;
		if (line) {
			const { api, teller } = line;
			let kept = true;
			let committed = TAKEN;
			try {
				if (writes && !aside) {
					kept = write('leaving');
					if (dialect.commitsBeforeEnd) committed = api.commit();
				} else if (writes) teller.keep();
				if (writes && dialect.navigation) api.set(...dialect.navigation);
			} catch {
				code = 'unknown';
			}
			const finished = api.finish();
			code ??= meaning(committed) ?? meaning(finished) ?? (kept ? undefined : 'lms-refused');
		}
		ended = true;
		closing = writes && code === undefined ? accepted(batch) : settle(batch, code ?? 'closed');
		if (writes && code !== undefined) saving.set({ status: 'failed', code });
		return line !== undefined;
	}

	const lms: LmsSide = {
		version: dialect.version,
		connected: line !== undefined,
		mode,
		credit: options.credit,
		rule: tracking.rule,
		fresh: options.fresh,
		unclaimed: options.unclaimed,
		get comments() {
			return line?.teller.comments;
		},
		get aside() {
			return aside;
		},
		release() {
			if (!aside) return;
			aside = undefined;
			initial = undefined;
			if (ended) return;
			saving.set({ status: waiting.length > 0 ? 'saving' : 'idle' });
			line?.teller.begin(waiting.length === 0);
			if (waiting.length > 0) flush('working');
		},
		facts: () => ({
			found: options.found,
			initialized: line !== undefined,
			accepts: line ? { ...line.teller.accepts } : { interactions: undefined, objectives: undefined },
			size: line?.teller.size ?? 0,
			worst: tracking.worst,
			committedAt,
			waiting: waiting.length,
			told: line?.teller.told() ?? {},
			errors: [...options.errors]
		})
	};

	return {
		kind: dialect.version === '1.2' ? 'scorm12' : 'scorm2004',
		get durable() {
			return writes && (line !== undefined || journal.works);
		},
		...(options.trouble === undefined ? {} : { reason: options.trouble }),
		learner: options.learner,
		lms,
		get saving() {
			return saving.current;
		},
		subscribe: saving.subscribe,
		load(): Promise<Result<Loaded, StoreErrorCode>> {
			const { events } = mergeEvents([], [...known.values()]);
			const folded = events.length === 0 ? undefined : fold(tracking.course, events);
			return Promise.resolve(ok({ record: folded, events }));
		},
		save(after, event) {
			if (ended) return Promise.resolve(err('closed'));
			const before = known.has(event.id);
			if (before && !waiting.some((one) => one.event.id === event.id)) return Promise.resolve(ok(undefined));
			record = after;
			const outcome = new Promise<Outcome>((done) => {
				const same = waiting.find((one) => one.event.id === event.id);
				if (same) return void same.done.push(done);
				const copy = copyEvent(event);
				known.set(copy.id, copy);
				if (!writes) return done(ok(undefined));
				// Rows are told apart by it, also when the clock stands still or an old record is read in.
				stamp = Math.max(stamp + 1, Math.floor(now()));
				const row = { tag, at: stamp, event: copy };
				const one = entry(row, keep(row));
				one.done.push(done);
				waiting.push(one);
				held.push(one);
			});
			if (!writes) return outcome;
			if (initial !== undefined) void settle([...waiting], initial);
			else if (saving.current.status === 'failed') void settle([...waiting], saving.current.code);
			else {
				if (__MUTANT__ === 'saved') void settle([...waiting]);
				saving.set({ status: 'saving' });
				soon(event);
			}
			return outcome;
		},
		close() {
			end();
			return closing;
		},
		// What an LMS holds of a learner is not the learner's to delete.
		clear: () => Promise.resolve(err('closed')),
		begin() {
			if (!line || !writes || aside) return;
			if (line.teller.begin(waiting.length === 0)) {
				const code = meaning(line.api.commit());
				if (code === undefined) committedAt = now();
				else refused([], code);
			}
			if (waiting.length > 0) flush('opened');
		},
		hidden() {
			if (__MUTANT__ === 'hidden-stays') end();
			else if (__MUTANT__ !== 'hidden') flush('hidden');
		},
		end,
		get ended() {
			return ended;
		}
	};

	/** The next commit: a second after an answer, three after the first of anything else, at once when the course is decided. */
	function soon(event: ProgressEvent): void {
		if (__MUTANT__ === 'commit') return;
		const at = now();
		firstAt ??= at;
		const latest = firstAt + LATEST_MS - at;
		if (line && record && line.teller.decides(record)) schedule(0);
		else schedule(isUrgent(event) ? Math.min(SOON_MS, latest) : latest);
	}
}
