/**
 * Between a store that speaks to an LMS and the course: what has to be told, in words of no SCORM version. A store writes
 * these down in its version's own formats and learns neither what a question is nor how a record is packed.
 */
import type { ProgressEvent } from './events.ts';
import type { LearnerRecord } from './record.ts';
import type { Result } from './result.ts';
import type { Rule } from './rule.ts';

/** Places of options in the course's file, from 0: permanent, whatever the order on the screen. A store writes 0 to 35 as one character. */
export type Answer =
	| { type: 'choice'; response: number[]; correct: number[] }
	| { type: 'sequencing'; response: number[]; correct: number[] }
	/** Pairs of what is matched and what with. `correct` lists at most ten full patterns; empty when there are more. */
	| { type: 'matching'; response: [number, number][]; correct: [number, number][][] };

/** One checked answer. */
export type Interaction = {
	/** Permanent id of the question or board. */
	item: string;
	unit: string;
	/** When it was given, epoch milliseconds. */
	at: number;
	/** Time taken, milliseconds. */
	ms?: number;
	right: boolean;
	answer: Answer;
};

/** Where a learner stands under the package's rule. */
export type Standing = {
	completed: boolean;
	/** Undefined until a final test has been finished. */
	passed: boolean | undefined;
	/** Best final test, 0 to 100 with at most two decimals; undefined without one, or when no score is wanted. */
	score: number | undefined;
	/** Share of the course that is done, 0 to 1 with at most four decimals; 1 only when completed. */
	progress: number;
	units: { id: string; status: 'untouched' | 'underway' | 'done' }[];
	/** What is still missing under the rule; empty when completed. */
	missing: { units: number; test: boolean };
};

/** Which interactions the LMS has been given. 1.2 cannot be read back, so this travels in the state. */
export type Ledger = {
	/** Indices used so far; the next one is this number. */
	count: number;
	/** Items whose first answer has been written. */
	first: string[];
	/** Item → index of the interaction that holds its latest later answer. */
	later: Record<string, number>;
};

/** What one launch has put into the state: its tag and the time of its last event in it, epoch milliseconds. */
export type Line = { tag: string; upTo: number };

/** What travels in the state besides the record. */
export type Side = {
	ledger: Ledger;
	/** The latest launches first, at most four. */
	lines: Line[];
	/** The best that was ever reported: a later course or test never takes it back. */
	reported: { completed: boolean; passed: boolean; score: number | undefined };
};

/** Why a state cannot be read: cut or altered, of another course or program, or of a newer format. */
export type StateErrorCode = 'damaged' | 'foreign' | 'newer';

/** What a store for an LMS is given to know of the course. All pure. */
export interface Tracking {
	readonly course: string;
	readonly revision: number;
	readonly rule: Rule;
	/** ASCII, at most `worst` characters. */
	pack(record: LearnerRecord, side: Side): string;
	/** The events a packed record stands for: their fold is the record as far as it is kept (tracking/compact.ts). */
	unpack(text: string): Result<{ events: ProgressEvent[]; side: Side }, StateErrorCode>;
	/** Longest state this course can have, in characters. */
	readonly worst: number;
	/** What an event tells of an answer; undefined for all that is none, and for items the course does not have. */
	interaction(event: ProgressEvent): Interaction | undefined;
	standing(record: LearnerRecord): Standing;
	/** Where the learner is, at most 255 ASCII characters; for people who read the LMS's reports. */
	place(record: LearnerRecord): string;
}

export type LmsMode = 'normal' | 'browse' | 'review';

/** What only a store inside an LMS can tell and do. */
export interface LmsSide {
	readonly version: '1.2' | '2004';
	/** False: no LMS answered; the course goes on and is kept on this computer. */
	readonly connected: boolean;
	readonly mode: LmsMode;
	readonly credit: boolean;
	readonly rule: Rule;
	/** The LMS held no state of this learner when the course was opened. */
	readonly fresh: boolean;
	/** State that was found and cannot be read. While it is there nothing is written to the LMS. */
	readonly aside: { text: string; code: StateErrorCode } | undefined;
	/** The learner has been told and goes on: the unreadable state may be replaced. A copy stays on this computer. */
	release(): void;
	/** Answers given at this computer when no LMS said who was learning: perhaps this learner's. Undefined when there are none. */
	readonly unclaimed: { events: ProgressEvent[]; taken(): void } | undefined;
	/** Whether the LMS takes a learner's own words, or they stay on this computer. Absent: they stay. */
	readonly comments?: 'sent' | 'local';
	/** For the self-check page; may change with every call. */
	facts(): LmsFacts;
}

/** What the self-check page and a support text say. No answers and no names. */
export type LmsFacts = {
	/** Where the API was found: own window, parent (how many levels up), opener; undefined when it was not. */
	found: string | undefined;
	/** Initialize's answer, and the code after it. */
	initialized: boolean;
	/** Element groups the LMS takes; undefined before one was tried. */
	accepts: { interactions: boolean | undefined; objectives: boolean | undefined };
	/** Characters of the state as last written, and the most there may be. */
	size: number;
	worst: number;
	/** Epoch milliseconds of the last commit the LMS accepted. */
	committedAt: number | undefined;
	/** Events the LMS has not accepted yet. */
	waiting: number;
	/** What was last told: status words of the version, score. */
	told: Record<string, string>;
	/** Calls that were answered with an error, the latest last, at most twenty: `LMSSetValue(cmi.core.score.raw) → 405`. */
	errors: string[];
};
