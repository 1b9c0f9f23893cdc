/** One session as a window holds it: what happened, where it stands, and that every event is put away and told to the other window. */
import type { StoreErrorCode } from '#record/errors.ts';
import { eventOf, merged, sessionOf, type Session } from './fold.ts';
import type { Items } from './items.ts';
import type { Kept, Line, Told, TrainingStore } from './port.ts';
import type { Move, TrainingEvent } from './prepared.ts';

export type Around = {
	store: TrainingStore;
	openLine(id: string, on: (told: Told) => void): Line;
	now(): number;
	/** A new id. */
	tag(): string;
	/** This window is the one that is projected. */
	wall: boolean;
};

/** How long to wait for another window to hand over a session that this browser does not keep, in milliseconds. */
const PATIENCE = 1_500;
/** How long to wait before a write that failed is tried again, in milliseconds. */
const AGAIN = 3_000;
/** How often a window says that it is there, in milliseconds: windows must find each other within PATIENCE. */
const BEAT = 1_000;

export class LiveSession {
	readonly kept: Kept;
	readonly items: Items;
	readonly session: Session;
	events: readonly TrainingEvent[] = $state.raw([]);
	/** Why the last event could not be put away. */
	trouble: StoreErrorCode | undefined = $state();
	/** Something is on its way to the disk, or could not be put there yet. */
	pending = $state(false);
	/** When the wall was last heard of in this window, epoch milliseconds. */
	wallHeard: number | undefined = $state();
	readonly standing = $derived.by(() => this.session.stand(this.events));
	#around: Around;
	#line: Line | undefined;
	#beat: ReturnType<typeof setInterval> | undefined;
	#unsaved: TrainingEvent[] = [];
	#saving: Promise<void> = Promise.resolve();
	#waiting = false;

	private constructor(kept: Kept, items: Items, session: Session, events: TrainingEvent[], around: Around) {
		this.kept = kept;
		this.items = items;
		this.session = session;
		this.events = merged([], events);
		this.trouble = around.store.fleeting;
		this.#around = around;
	}

	/** Opens a session by its id, from the store or else from another window; undefined when neither has it. */
	static async open(id: string, items: Items, around: Around): Promise<LiveSession | undefined> {
		const window: { live?: LiveSession } = {};
		const waiting: TrainingEvent[] = [];
		let handed: (all: Extract<Told, { type: 'all' }>) => void = () => {};
		const asked = new Promise<Extract<Told, { type: 'all' }> | undefined>((resolve) => {
			handed = resolve;
			setTimeout(() => resolve(undefined), PATIENCE);
		});
		const line = around.openLine(id, (told) => {
			if (told.type === 'all') handed(told);
			if (window.live) window.live.#hear(told);
			else if ('events' in told) waiting.push(...told.events);
		});
		line.tell({ type: 'hello' });
		const loaded = await around.store.load(id);
		const found = (loaded.ok ? loaded.value : undefined) ?? (await asked);
		const session = found && sessionOf(items, found.kept.prepared);
		if (!session) {
			line.close();
			return undefined;
		}
		const live = new LiveSession(found.kept, items, session, [...found.events, ...waiting], around);
		live.#line = line;
		window.live = live;
		live.#here(false);
		live.#beat = setInterval(() => live.#here(false), BEAT);
		return live;
	}

	send(move: Move): void {
		if (!this.standing.can(move)) return;
		const event = eventOf(this.events, move, this.#around.now(), this.#around.tag());
		this.events = merged(this.events, [event]);
		this.#line?.tell({ type: 'events', events: [event] });
		this.#unsaved.push(event);
		this.pending = true;
		this.#saving = this.#saving.then(() => this.#save());
	}

	/** Resolves when everything up to now is put away, or could not be. */
	saved(): Promise<void> {
		return this.#saving;
	}

	close(): void {
		clearInterval(this.#beat);
		this.#line?.close();
		this.#line = undefined;
	}

	#here(answer: boolean): void {
		this.#line?.tell({ type: 'here', wall: this.#around.wall, answer });
	}

	async #save(): Promise<void> {
		const batch = [...this.#unsaved];
		if (batch.length === 0) return;
		const done = await this.#around.store.add(this.kept, batch, this.events);
		if (done.ok) this.#unsaved = this.#unsaved.filter((event) => !batch.includes(event));
		else this.#later();
		this.pending = this.#unsaved.length > 0;
		this.trouble = done.ok ? this.#around.store.fleeting : done.error;
	}

	/** What could not be written goes along with the next event, or by itself after a while. */
	#later(): void {
		if (this.#waiting) return;
		this.#waiting = true;
		setTimeout(() => {
			this.#waiting = false;
			this.#saving = this.#saving.then(() => this.#save());
		}, AGAIN);
	}

	#hear(told: Told): void {
		if (told.type === 'hello') {
			this.#line?.tell({ type: 'all', kept: this.kept, events: [...this.events] });
		} else if (told.type === 'here') {
			if (told.wall) this.wallHeard = this.#around.now();
			// A timer is slow in a window that is covered; an answer is not.
			else if (this.#around.wall && !told.answer) this.#here(true);
		} else this.events = merged(this.events, told.events);
	}
}
