/** One learner at work on one course: takes what happens, keeps it, and tells the screens. Receives its store; never opens one. */
import { getContext, setContext } from 'svelte';
import type { CourseIndex, CourseSource, PageMeta, UnitContent, UnitIndex } from '#course/parts.ts';
import type { Board, Case, Casework, Page } from '#course/schema.ts';
import type { Question } from '#questions/registry.ts';
import { scoreQuestion } from '#questions/registry.ts';
import type { Score } from '#questions/types.ts';
import { placeOf, type Confidence, type Happened, type ProgressEvent } from '#record/events.ts';
import type { StoreErrorCode } from '#record/errors.ts';
import { mergeEvents } from '#record/kiroku.ts';
import { own, type Json } from '#record/json.ts';
import type { Carried } from '#record/payload.ts';
import type { Saving, Store } from '#record/port.ts';
import { apply, emptyRecord, fold, type LearnerRecord } from '#record/record.ts';
import { createStamp, type Stamp } from '#record/stamp.ts';
import { withdrawal, withdrawnIn } from '#record/withdrawn.ts';

/** What the session needs of the outside: the clock (epoch ms), a random tag of letters and digits, the way to another screen. */
export type Surroundings = {
	now: () => number;
	tag: () => string;
	go: (href: string) => void;
	/** Events of a file with every verdict made again from the answers: points in a file are not believed. */
	rescore: (events: ProgressEvent[], course: WholeCourse) => Promise<ProgressEvent[]>;
};
/** The index and the content of every unit. */
type WholeCourse = { index: CourseIndex; units: UnitContent<Question>[] };

/** Where an answer is given. */
export type At = { run?: string; page?: string };
/** What else is known of an answer. */
export type Extra = { confidence?: Confidence; ms?: number };

export class Session {
	readonly source: CourseSource;
	readonly surroundings: Surroundings;
	readonly store: Store;
	record: LearnerRecord = $state.raw(emptyRecord(''));
	saving: Saving = $state.raw({ status: 'idle' });
	/** Why nothing outlives this window, when that was not the learner's choice. */
	problem: StoreErrorCode | undefined = $state();
	/** Progress that came with the package and has been neither taken over nor left. */
	carried: Carried | undefined = $state.raw();
	/** Answers of this computer that are in nobody's name, and have been neither taken over nor left. */
	unclaimed: ProgressEvent[] | undefined = $state.raw();
	/** The learner pressed the exit: the store is closed for good. */
	ended = $state(false);
	/** What the last file added, as long as it can be taken back. */
	#added: string[] = [];
	#events: ProgressEvent[] = [];
	#stamp: () => Stamp;
	#units = new Map<string, Promise<UnitContent>>();
	#stops: (() => void)[] = [];

	private constructor(
		source: CourseSource,
		store: Store,
		surroundings: Surroundings,
		events: ProgressEvent[]
	) {
		this.source = source;
		this.store = store;
		this.surroundings = surroundings;
		this.#events = events;
		this.record = fold(source.index.id, events);
		this.saving = store.saving;
		this.problem = store.reason;
		this.#stamp = this.#newStamp();
		this.#stops.push(store.subscribe((saving) => (this.saving = saving)));
		if (store.onForeign) this.#stops.push(store.onForeign((foreign) => this.#take(foreign)));
		if (store.onCleared) this.#stops.push(store.onCleared(() => this.#forget()));
	}

	/**
	 * Loads what is kept and starts. A store that cannot be read leaves an empty record and says why.
	 * @param carried offered to the learner when the LMS holds nothing yet
	 */
	static async open(
		source: CourseSource,
		store: Store,
		surroundings: Surroundings,
		carried?: Carried
	): Promise<Session> {
		const loaded = await store.load();
		const session = new Session(source, store, surroundings, loaded.ok ? loaded.value.events : []);
		if (!loaded.ok) session.problem = loaded.error;
		if (store.lms?.fresh && session.#events.length === 0) session.carried = carried;
		session.unclaimed = store.lms?.unclaimed?.events;
		return session;
	}

	get index(): CourseIndex {
		return this.source.index;
	}
	/** Everything that happened, oldest first. */
	get events(): readonly ProgressEvent[] {
		return this.#events;
	}

	/** Keeps one thing that happened. The screens redraw at once; `saving` tells when it is kept. */
	happened(what: Happened): void {
		if (this.record.startedAt === undefined && what.type !== 'started') {
			this.#keep({ type: 'started', revision: this.index.revision, seed: this.surroundings.tag() });
		}
		this.#keep(what);
	}

	#keep(what: Happened): void {
		const event: ProgressEvent = { ...what, ...this.#stamp() };
		this.#events.push(event);
		this.record = event.type === 'withdrawn' ? fold(this.index.id, this.#events) : apply(this.record, event);
		void this.store.save(this.record, event);
	}

	/** Scores an answer and keeps it, unless it is incomplete: incomplete is not wrong and is never stored. */
	answer(question: Question, response: unknown, at: At, extra: Extra = {}): Score {
		const score = scoreQuestion(question, response);
		if (score.status === 'scored') this.judged(question.id, response, score, at, extra);
		return score;
	}

	/** Keeps an answer with the points it was found to be worth. */
	judged(
		item: string,
		response: unknown,
		{ earned, total }: { earned: number; total: number },
		at: At,
		extra: Extra = {}
	): void {
		this.happened({ type: 'answered', item, response: asJson(response), earned, total, ...at, ...extra });
	}

	/** Keeps a half-made answer. */
	draft(item: string, response: unknown, at: At): void {
		this.happened({ type: 'drafted', item, where: placeOf(at), response: asJson(response) });
	}
	draftOf(item: string, at: At): Json | undefined {
		return own(this.record.items, item)?.drafts[placeOf(at)];
	}

	/** Adds the events of a record file, its answers scored again; returns how many were new. Nothing is overwritten. */
	async merge(events: ProgressEvent[]): Promise<number> {
		const { index } = this;
		const units = (await Promise.all(
			index.units.map((unit) => this.unit(unit.id))
		)) as UnitContent<Question>[];
		const merged = mergeEvents(this.#events, await this.surroundings.rescore(events, { index, units }));
		this.#know(merged.events);
		const saved = Promise.all(merged.added.map((event) => this.store.save(this.record, event)));
		// What was taken back here is known, and counts again.
		const gone = withdrawnIn(this.#events);
		const goneThere = withdrawnIn(events);
		const again = events.flatMap(({ id }) => (gone.has(id) && !goneThere.has(id) ? [id] : []));
		for (const said of withdrawal(again, true)) this.#keep(said);
		this.#added = [...merged.added.flatMap(({ id, type }) => (type === 'withdrawn' ? [] : [id])), ...again];
		await saved;
		return this.#added.length;
	}

	/** Takes back what the last file added: the record is what it would be without it. */
	undoMerge(): void {
		for (const said of withdrawal(this.#added)) this.#keep(said);
		this.#added = [];
	}

	/** Takes over the progress that came with the package; returns how many events. */
	async takeCarried(): Promise<number> {
		const events = this.carried?.events ?? [];
		this.carried = undefined;
		return this.merge(events);
	}
	leaveCarried(): void {
		this.carried = undefined;
	}

	/** Takes over what was answered here in nobody's name; returns how many events. */
	async takeUnclaimed(): Promise<number> {
		const events = this.unclaimed ?? [];
		this.unclaimed = undefined;
		const count = await this.merge(events);
		this.store.lms?.unclaimed?.taken();
		return count;
	}
	leaveUnclaimed(): void {
		this.unclaimed = undefined;
	}

	/** The learner is done for today: everything is written and the LMS's session ended. */
	async end(): Promise<void> {
		await this.store.close('finish');
		this.ended = true;
	}

	/** Deletes this learner's record. False when the store could not. */
	async clear(): Promise<boolean> {
		const cleared = await this.store.clear();
		if (cleared.ok) this.#forget();
		return cleared.ok;
	}

	#take(foreign: ProgressEvent[]): void {
		this.#know(mergeEvents(this.#events, foreign).events);
	}

	/** Takes over events from elsewhere. They may be newer than this window's: what comes next is put after them. */
	#know(events: ProgressEvent[]): void {
		this.#events = events;
		this.record = fold(this.index.id, events);
		this.#stamp = this.#newStamp();
	}
	#forget(): void {
		this.#events = [];
		this.record = emptyRecord(this.index.id);
		this.#stamp = this.#newStamp();
	}
	#newStamp(): () => Stamp {
		return createStamp(this.surroundings.now, this.surroundings.tag(), this.record.lastAt);
	}

	unit(id: string): Promise<UnitContent> {
		const known = this.#units.get(id);
		if (known) return known;
		const loading = this.source.unit(id);
		this.#units.set(id, loading);
		return loading;
	}

	/** The questions of these ids, in their order; ids the course no longer has are left out. */
	async questions(ids: readonly string[]): Promise<Question[]> {
		const units = this.index.units.filter((u) => u.questions.some((q) => ids.includes(q.id)));
		const contents = await Promise.all(units.map((u) => this.unit(u.id)));
		const all = new Map(contents.flatMap((c) => c.questions as Question[]).map((q) => [q.id, q]));
		return ids.flatMap((id) => all.get(id) ?? []);
	}

	/** Where a page stands, by its id. */
	whereIs(page: string): { unit: UnitIndex; meta: PageMeta; number: number; unitNumber: number } | undefined {
		for (const [i, unit] of this.index.units.entries()) {
			const at = unit.pages.findIndex((p) => p.id === page);
			const meta = unit.pages[at];
			if (meta) return { unit, meta, number: at + 1, unitNumber: i + 1 };
		}
		return undefined;
	}

	async page(id: string): Promise<{ page: Page; content: UnitContent } | undefined> {
		const where = this.whereIs(id);
		if (!where) return undefined;
		const content = await this.unit(where.unit.id);
		const page = content.pages.find((p) => p.id === id);
		return page && { page, content };
	}

	async board(id: string): Promise<Board | undefined> {
		const unit = this.index.units.find((u) => u.boards.some((b) => b.id === id));
		return unit && (await this.unit(unit.id)).boards.find((b) => b.id === id);
	}

	async casework(id: string): Promise<Casework | undefined> {
		const unit = this.index.units.find((u) => u.casework.some((w) => w.id === id));
		return unit && (await this.unit(unit.id)).casework.find((w) => w.id === id);
	}

	async case(id: string): Promise<Case | undefined> {
		const unit = this.index.units.find((u) => u.cases.some((one) => one.id === id));
		return unit && (await this.unit(unit.id)).cases.find((one) => one.id === id);
	}

	/** Writes what is open and lets go. */
	async close(): Promise<void> {
		for (const stop of this.#stops) stop();
		await this.store.close('suspend');
	}
}

/** A copy as plain JSON: a response comes from a component and may be a proxy of its state. */
function asJson(value: unknown): Json {
	return JSON.parse(JSON.stringify(value ?? null)) as Json;
}

const KEY = Symbol('session');
export function setSession(session: () => Session): void {
	setContext(KEY, session);
}
export function getSession(): Session {
	return getContext<() => Session>(KEY)();
}
