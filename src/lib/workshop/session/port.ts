/** What a session needs of a place that keeps it, and of the line to its other window. */
import type { StoreErrorCode } from '#record/errors.ts';
import type { Result } from '#record/result.ts';
import type { Prepared, TrainingEvent } from './prepared.ts';

/** `kept`: when it was last put away, epoch milliseconds. */
export type Kept = { id: string; prepared: Prepared; kept: number };

export interface TrainingStore {
	/** Undefined when sessions outlive the window; else why they do not. */
	readonly fleeting: StoreErrorCode | undefined;
	/** Sessions of a course, newest first. */
	list(course: string): Promise<Result<Kept[], StoreErrorCode>>;
	/** Undefined when there is none of this id. */
	load(id: string): Promise<Result<{ kept: Kept; events: TrainingEvent[] } | undefined, StoreErrorCode>>;
	/** Puts a session away, new or changed. Resolves when it is on the disk; so do all others. */
	put(kept: Kept): Promise<Result<void, StoreErrorCode>>;
	/**
	 * Puts events of a session away.
	 * @param all every event known: written with the session where it is not there any more, since somebody emptied the browser
	 */
	add(
		kept: Kept,
		events: readonly TrainingEvent[],
		all: readonly TrainingEvent[]
	): Promise<Result<void, StoreErrorCode>>;
	remove(id: string): Promise<Result<void, StoreErrorCode>>;
}

/** What the windows of one session tell each other. */
export type Told =
	| { type: 'events'; events: TrainingEvent[] }
	/** Asks the other window for all it knows. */
	| { type: 'hello' }
	/** The answer, or what is told to a window that was just opened. */
	| { type: 'all'; kept: Kept; events: TrainingEvent[] }
	/** Told every second, so that windows find each other; the wall answers it at once. */
	| { type: 'here'; wall: boolean; answer: boolean };

export interface Line {
	tell(told: Told): void;
	close(): void;
}
