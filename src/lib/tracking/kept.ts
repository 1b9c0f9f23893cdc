/**
 * What is kept of a record in an LMS, in its one normal form: two records that differ only in what is not kept have the same.
 * Packing writes it as bits (state.ts); unpacking gives the events it stands for (expand.ts).
 */
import type { Confidence } from '#record/events.ts';
import type { MemoryCode } from '#record/memory.ts';

/**
 * Most tries that are counted, rounds of a board or a run, finished final tests that are kept. To change one of these, or a list
 * of words below, is to change the format: packed.ts then needs another version, and a way to read this one.
 */
export const TRIES = 16;
export const ROUNDS = 8;
export const FINALS = 5;
/** Minutes are counted from the start of the course and stop there: nearly two years. */
export const MINUTES = 2 ** 20;
/** A change may be learnt years after the course: sixteen of them. */
export const LONG = 2 ** 23;
/** Runs are numbered `r1`, `r2`, …; higher numbers are not kept. */
export const NUMBERS = 4096;

export type KeptAttempt = {
	/** Number of the response in its space plus 1; 0 for one that does not fit. */
	response: number;
	right: boolean;
	confidence: Confidence | undefined;
};

export type KeptItem = {
	tries: number;
	last: KeptAttempt;
	/** Time of the last answer. */
	at: number;
	/** Absent when it is the only one. */
	first?: KeptAttempt | undefined;
	/** Of what is asked again: after the last answer. Version A does not have it. */
	memory?: MemoryCode | undefined;
};

/** One number a card: 0 absent, 1 right (or locked), `2 + n` in column n. */
export type KeptCards = number[];

export type KeptCheck = { at: number; round: number; cards: KeptCards };

export type KeptBoard = {
	/** Absent at the very beginning. */
	state?: { stage: BoardStage; round: number; cards: KeptCards } | undefined;
	first?: KeptCheck | undefined;
	/** Absent when it is the first. */
	last?: KeptCheck | undefined;
};
export const BOARD_STAGES = ['placing', 'reviewed', 'done'] as const;
export type BoardStage = (typeof BOARD_STAGES)[number];

/** `n` and the seed make the run's id. */
type Run = { n: number; seed: string; startedAt: number };

/** A finished final test. Of its seed only what the id needs: nothing in it is shuffled any more. */
export type KeptFinal = Run & {
	finishedAt: number;
	passed: boolean;
	items: [id: string, answer: { right: boolean; response: number }][];
};

export const FINAL_STAGES = ['asking', 'review', 'finished'] as const;
/** A final test under way. */
export type OpenFinal = Run & {
	stage: (typeof FINAL_STAGES)[number];
	/** Place of the question in view. */
	index: number;
	items: [id: string, state: OpenAnswer][];
};
export type OpenAnswer = {
	answer?: { right: boolean; response: number } | undefined;
	/** Number of a half-made response in its space. */
	draft?: number | undefined;
	flagged: boolean;
};

/**
 * A question in a practice, by its first answer and the round it is in:
 * `open`, `right`, `wrong` in the first; later `right-before`, `wrong-before` when it is out, and `wrong-open`, `wrong-right`, `wrong`.
 */
export const PRACTICE_STATES = [
	'open',
	'right',
	'wrong',
	'right-before',
	'wrong-before',
	'wrong-open',
	'wrong-right'
] as const;
export type PracticeState = (typeof PRACTICE_STATES)[number];
export const PRACTICE_STAGES = ['asking', 'feedback', 'finished'] as const;
export const PRACTICE_KINDS = ['practice', 'wrong', 'flagged'] as const;

/** A practice of any kind. What was answered in it is not kept apart, but for the answer in view: it is the item's own last answer. */
export type KeptPractice = Run & {
	kind: (typeof PRACTICE_KINDS)[number];
	unit: string | undefined;
	finishedAt?: number | undefined;
	round: number;
	stage: (typeof PRACTICE_STAGES)[number];
	items: [id: string, state: { state: PracticeState; flagged: boolean }][];
	/** Half-made response to the question in view. */
	draft?: number | undefined;
	/** The answer in view, with its feedback. */
	given?: KeptGiven | undefined;
};
export type KeptGiven = { response: number; confidence: Confidence | undefined };

export type KeptPlace =
	| { kind: 'page'; page: string; left: boolean }
	| { kind: 'board'; board: string }
	| { kind: 'run'; slot: number };

export type Kept = {
	/** Epoch milliseconds; all other times are minutes since (times.ts). */
	startedAt: number;
	lastAt: number;
	revision: number;
	seed: string;
	pages: Record<string, 'opened' | 'done'>;
	items: Record<string, KeptItem>;
	/** Half-made responses on pages, by `draftKey`. */
	drafts: Record<string, number>;
	/** In the order they were marked. */
	flagged: string[];
	/** Cases with a thought of the learner's own, in the layout's order; its words are not kept. */
	commented: string[];
	/** Changes of the course that have been learnt, in the layout's order, and when the latest was, in minutes. */
	revised?: { at: number; changes: string[] } | undefined;
	boards: Record<string, KeptBoard>;
	/** Oldest first. */
	finals: KeptFinal[];
	/** The last place, when it is a run that none of the others holds. It was started before them. */
	older?: { kind: 'final'; of: OpenFinal } | { kind: 'practice'; of: KeptPractice } | undefined;
	openFinal?: OpenFinal | undefined;
	openPractice?: KeptPractice | undefined;
	resume: KeptPlace | undefined;
};

export const draftKey = (page: string, item: string): string => `${page}>${item}`;

/** The question a practice has in view: the first without an answer, or the last with one while its feedback is shown. */
export function inView(run: Pick<KeptPractice, 'stage' | 'items'>): string | undefined {
	const asked = ({ state }: { state: PracticeState }) => state === 'open' || state === 'wrong-open';
	const out = ({ state }: { state: PracticeState }) => state === 'right-before' || state === 'wrong-before';
	if (run.stage === 'asking') return run.items.find(([, one]) => asked(one))?.[0];
	if (run.stage === 'feedback') return run.items.findLast(([, one]) => !asked(one) && !out(one))?.[0];
	return undefined;
}

/** Slots of runs in `resume`; finished tests have theirs from `FIRST_FINAL` on. */
export const OPEN_FINAL = 0;
export const OPEN_PRACTICE = 1;
const FIRST_FINAL = 2;
export const SLOTS = FIRST_FINAL + FINALS;
/** The run that is kept for being the last place. */
export const OLDER = SLOTS;

/** Every run with its slot, in an order that keeps the older before the younger. */
export function slotsOf<T>({
	older,
	finals,
	openFinal,
	openPractice
}: Slotted<T>): { slot: number; run: T }[] {
	return [
		...(older ? [{ slot: OLDER, run: older }] : []),
		...finals.map((run, i) => ({ slot: FIRST_FINAL + i, run })),
		...(openFinal ? [{ slot: OPEN_FINAL, run: openFinal }] : []),
		...(openPractice ? [{ slot: OPEN_PRACTICE, run: openPractice }] : [])
	];
}
type Slotted<T> = {
	older?: T | undefined;
	finals: T[];
	openFinal?: T | undefined;
	openPractice?: T | undefined;
};

export type KeptRun = KeptFinal | OpenFinal | KeptPractice;
export function runsOf({ older, finals, openFinal, openPractice }: Kept): { slot: number; run: KeptRun }[] {
	return slotsOf<KeptRun>({ older: older?.of, finals, openFinal, openPractice });
}

/** Id of a run, in the form that starting one gives it. */
export const runId = ({ n, seed }: { n: number; seed: string }): string => `r${n}_${seed.slice(0, 6)}`;
