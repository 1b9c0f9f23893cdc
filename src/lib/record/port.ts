/** The one port behind which a learner's record is kept. The app never learns where; the store never learns what a question is. */
import type { StoreErrorCode } from './errors.ts';
import type { ProgressEvent } from './events.ts';
import type { LmsSide } from './lms.ts';
import type { Learner } from './people.ts';
import type { LearnerRecord } from './record.ts';
import type { Result } from './result.ts';

/** What the header shows. `at`: epoch milliseconds of the last complete save. `failed` stays until everything is saved. */
export type Saving =
	| { status: 'idle' }
	| { status: 'saving' }
	| { status: 'saved'; at: number }
	| { status: 'failed'; code: StoreErrorCode };

export type Loaded = { record: LearnerRecord | undefined; events: ProgressEvent[] };

export interface Store {
	/** `memory`, `indexeddb`, … */
	readonly kind: string;
	/** False: nothing outlives the window. */
	readonly durable: boolean;
	/** Why nothing can be kept, when that was not the learner's choice. */
	readonly reason?: StoreErrorCode;
	readonly learner: Learner;
	/** Only of a store inside an LMS. */
	readonly lms?: LmsSide;

	/** Everything kept so far, events in order; `record` is undefined when there is nothing. */
	load(): Promise<Result<Loaded, StoreErrorCode>>;
	/** Takes one event and the record after it. Resolves when it is durable, or failed; a failed event is kept and retried. Never throws. */
	save(record: LearnerRecord, event: ProgressEvent): Promise<Result<void, StoreErrorCode>>;
	/** Writes what is still open and lets go. `finish`: the learner is done, not only leaving. */
	close(how: 'suspend' | 'finish'): Promise<void>;
	/** Deletes this learner's record of this course. */
	clear(): Promise<Result<void, StoreErrorCode>>;

	readonly saving: Saving;
	/** Tells every change of `saving`; returns the way to stop. */
	subscribe(listener: (saving: Saving) => void): () => void;
	/** Events that another window saved for the same learner. */
	onForeign?(listener: (events: ProgressEvent[]) => void): () => void;
	/** Another window deleted this learner's record. */
	onCleared?(listener: () => void): () => void;
}
