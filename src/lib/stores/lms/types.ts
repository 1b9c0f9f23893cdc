/** What a store inside an LMS is made of, and what it is to the page. */
import type { StoreErrorCode } from '#record/errors.ts';
import type { ProgressEvent } from '#record/events.ts';
import type { LmsMode, LmsSide, Side, StateErrorCode, Tracking } from '#record/lms.ts';
import type { Store } from '#record/port.ts';
import type { Api } from './api.ts';
import type { Dialect } from './dialect.ts';
import type { Journal, Row } from './journal.ts';
import type { Entry } from './queue.ts';
import type { Teller } from './teller.ts';

export type LmsStoreOptions = {
	dialect: Dialect;
	tracking: Tracking;
	journal: Journal;
	/** Absent: no LMS, or one that did not start the course. */
	line: { api: Api; teller: Teller } | undefined;
	trouble?: StoreErrorCode;
	/** Refused calls so far; grows. */
	errors: readonly string[];
	found: string | undefined;
	learner: { id: string; name?: string };
	mode: LmsMode;
	credit: boolean;
	/** What the LMS held: events and what came with them, or a state that cannot be read. */
	side: Side;
	events: ProgressEvent[];
	fresh: boolean;
	aside?: { text: string; code: StateErrorCode };
	/** Rows of earlier launches that the LMS has not got. */
	recovered: Entry[];
	/** Rows whose words are kept on this computer alone. */
	here: Row[];
	unclaimed: LmsSide['unclaimed'];
	/** Tells this launch from others. */
	tag: string;
	now: () => number;
	later: (run: () => void, ms: number) => () => void;
};

export type LmsStore = Store & {
	/** Writes what opening the course has to write. */
	begin(): void;
	/** The page is hidden: it may never come back. */
	hidden(): void;
	/** Ends the session, once. True: there was one to end, so a page that comes back must be loaded anew. */
	end(): boolean;
	readonly ended: boolean;
};
