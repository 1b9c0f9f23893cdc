/**
 * What is known about one learner in one course: plain JSON, folded from events and from nothing else.
 * Scores, completion and the place to go on are derived from it (progress.ts).
 */
import {
	placeOf,
	type BoardMove,
	type Confidence,
	type ProgressEvent,
	type RunKind,
	type RunMove
} from './events.ts';
import { own, type Json } from './json.ts';
import { counting } from './withdrawn.ts';
import { withAnswer, type Sitting } from './sittings.ts';

/** One checked answer. `at` in epoch milliseconds. */
export type Attempt = { earned: number; total: number; response: Json; at: number; confidence?: Confidence };

export type ItemRecord = {
	/** Checked answers so far. */
	tries: number;
	first?: Attempt;
	last?: Attempt;
	/** Whether the last answer earned everything. */
	right: boolean;
	/** What memory is derived from (review.ts). */
	sittings: Sitting[];
	/** Half-made answers by place (`placeOf`). */
	drafts: Record<string, Json>;
};

export type BoardCheck = { right: string[]; wrong: Record<string, string>; round: number; at: number };

export type BoardRecord = {
	/** Every move since the beginning or the last RESTART, so that the machine can be replayed to the same state. */
	moves: BoardMove[];
	/** The first check ever: later rounds and restarts do not change it. */
	firstTry?: BoardCheck;
	last?: BoardCheck;
};

/** An answer in a run. `correct`: it earned everything. The machine needs no more; the rest shows it again. */
export type RunAnswer = {
	type: 'ANSWERED';
	item: string;
	correct: boolean;
	response: Json;
	confidence?: Confidence;
};
/** What the run's machine is fed, in order. */
export type RunStep = RunMove | RunAnswer;

export type RunRecord = {
	kind: RunKind;
	unit?: string;
	items: string[];
	seed: string;
	moves: RunStep[];
	startedAt: number;
	finishedAt?: number;
	right?: string[];
	wrong?: string[];
	total?: number;
	passed?: boolean;
};

/** `opened`: first time; `done`: first time it was finished. */
export type PageRecord = { opened: number; done?: number };

/** The last place the learner was at. `left`: the page was finished there and not opened again. */
export type Place =
	| { kind: 'page'; page: string; left?: true }
	| { kind: 'board'; board: string; page?: string }
	| { kind: 'run'; run: string };

export type LearnerRecord = {
	version: 1;
	course: string;
	/** The earliest revision of the course that it was begun under: what later ones added is not asked (progress.ts). */
	revision?: number;
	/** Drives shuffles outside runs; the first start decides, so that coming back shows the same order. */
	seed?: string;
	startedAt?: number;
	lastAt?: number;
	items: Record<string, ItemRecord>;
	pages: Record<string, PageRecord>;
	boards: Record<string, BoardRecord>;
	runs: Record<string, RunRecord>;
	/** Run ids in the order they were started. */
	runOrder: string[];
	/** Items with a review mark set outside a run. */
	flagged: string[];
	/** Case → the learner's own thought. Without `text`: the words are kept elsewhere. */
	comments: Record<string, { text?: string; at: number }>;
	/** Change of the course → when it was first learnt. */
	revised: Record<string, number>;
	resume?: Place;
};

export function emptyRecord(course: string): LearnerRecord {
	return {
		version: 1,
		course,
		items: {},
		pages: {},
		boards: {},
		runs: {},
		runOrder: [],
		flagged: [],
		comments: {},
		revised: {}
	};
}

/** The record of events in whatever order they come. An event must not occur twice: stores see to that. */
export function fold(course: string, events: readonly ProgressEvent[]): LearnerRecord {
	// Nobody else holds these maps yet: copying them for every event would cost events times items.
	return counting(events).reduce((record, event) => step(record, event, into), emptyRecord(course));
}

/** Gives a map with one more value. */
type Put = <T>(map: Record<string, T>, key: string, value: T) => Record<string, T>;
const copied: Put = (map, key, value) => ({ ...map, [key]: value });
const into: Put = (map, key, value) => {
	map[key] = value;
	return map;
};

/**
 * The record after one more event. Pure; the given record is not changed, and parts without a change are shared.
 * Ids unknown to the course are kept: they may belong to another revision. After `withdrawn` the record has to be folded anew.
 */
export function apply(record: LearnerRecord, event: ProgressEvent): LearnerRecord {
	return step(record, event, copied);
}

function step(record: LearnerRecord, event: ProgressEvent, put: Put): LearnerRecord {
	// Nothing is begun by taking something back.
	if (event.type === 'withdrawn') return { ...record, lastAt: Math.max(record.lastAt ?? 0, event.at) };
	const next = happened(record, event, put);
	return {
		...next,
		startedAt: record.startedAt === undefined ? event.at : Math.min(record.startedAt, event.at),
		lastAt: Math.max(record.lastAt ?? 0, event.at)
	};
}

function happened(
	record: LearnerRecord,
	event: Exclude<ProgressEvent, { type: 'withdrawn' }>,
	put: Put
): LearnerRecord {
	switch (event.type) {
		case 'started':
			return {
				...record,
				revision: Math.min(record.revision ?? event.revision, event.revision),
				seed: record.seed ?? event.seed
			};
		case 'pageOpened':
			return withPage(
				record,
				put,
				event.page,
				{ kind: 'page', page: event.page },
				(page) => page ?? { opened: event.at }
			);
		case 'pageDone':
			return withPage(record, put, event.page, { kind: 'page', page: event.page, left: true }, (page) =>
				page?.done === undefined ? { opened: page?.opened ?? event.at, done: event.at } : page
			);
		case 'answered':
			return answered(record, event, put);
		case 'drafted':
			return withItem(record, put, event.item, (item) => ({
				...item,
				drafts:
					event.response === null
						? without(item.drafts, event.where)
						: { ...item.drafts, [event.where]: event.response }
			}));
		case 'boardMoved': {
			const before = own(record.boards, event.board) ?? { moves: [] };
			// A restart forgets the moves: the board begins anew, and the list stays as short as one sitting.
			const moves = event.move.type === 'RESTART' ? [] : [...before.moves, event.move];
			return {
				...record,
				boards: put(record.boards, event.board, { ...before, moves }),
				resume: atBoard(record, event.board)
			};
		}
		case 'boardChecked': {
			const before = own(record.boards, event.board) ?? { moves: [] };
			const check = { right: event.right, wrong: event.wrong, round: event.round, at: event.at };
			return {
				...record,
				boards: put(record.boards, event.board, {
					...before,
					firstTry: before.firstTry ?? check,
					last: check
				}),
				resume: atBoard(record, event.board)
			};
		}
		case 'runStarted': {
			const { run, kind, unit, items, seed, at } = event;
			if (own(record.runs, run)) return record;
			const started: RunRecord = {
				kind,
				...(unit === undefined ? {} : { unit }),
				items,
				seed,
				moves: [],
				startedAt: at
			};
			return {
				...record,
				runs: put(record.runs, run, started),
				runOrder: [...record.runOrder, run],
				resume: { kind: 'run', run }
			};
		}
		case 'runMoved':
			return withRun(record, put, event.run, (run) => ({ ...run, moves: [...run.moves, event.move] }));
		case 'runFinished':
			return withRun(record, put, event.run, (run) => ({
				...run,
				finishedAt: event.at,
				right: event.right,
				wrong: event.wrong,
				total: event.total,
				...(event.passed === undefined ? {} : { passed: event.passed })
			}));
		case 'flagged': {
			const others = record.flagged.filter((item) => item !== event.item);
			return { ...record, flagged: event.on ? [...others, event.item] : others };
		}
		case 'commented': {
			const text = event.text ?? own(record.comments, event.item)?.text;
			const comment = { ...(text === undefined ? {} : { text }), at: event.at };
			return { ...record, comments: put(record.comments, event.item, comment) };
		}
		case 'revised': {
			const at = own(record.revised, event.change) ?? event.at;
			return { ...record, revised: put(record.revised, event.change, at) };
		}
	}
}

function answered(
	record: LearnerRecord,
	event: Extract<ProgressEvent, { type: 'answered' }>,
	put: Put
): LearnerRecord {
	const { item, earned, total, response, at, run, page, confidence } = event;
	const sure = confidence === undefined ? {} : { confidence };
	const attempt: Attempt = { earned, total, response, at, ...sure };
	const correct = earned === total;
	const counted = withItem(record, put, item, (before) => {
		// Two packed states of one learner: an answer known to come before the last one does not take its place.
		const earlier = event.nth !== undefined && event.nth < before.tries;
		return {
			tries: event.nth === undefined ? before.tries + 1 : Math.max(before.tries, event.nth, 1),
			first: before.first ?? attempt,
			last: earlier ? before.last : attempt,
			right: earlier ? before.right : correct,
			sittings: earlier ? before.sittings : withAnswer(before.sittings, event, record.startedAt ?? at),
			// The answer replaces what was half made at the same place, even if the clearing event was lost.
			drafts: without(before.drafts, placeOf(event))
		};
	});
	if (run !== undefined) {
		return withRun(counted, put, run, (now) => ({
			...now,
			moves: [...now.moves, { type: 'ANSWERED', item, correct, response, ...sure }]
		}));
	}
	return page === undefined ? counted : { ...counted, resume: { kind: 'page', page } };
}

function withItem(
	record: LearnerRecord,
	put: Put,
	id: string,
	change: (item: ItemRecord) => ItemRecord
): LearnerRecord {
	const before = own(record.items, id) ?? { tries: 0, right: false, sittings: [], drafts: {} };
	return { ...record, items: put(record.items, id, change(before)) };
}

function withPage(
	record: LearnerRecord,
	put: Put,
	id: string,
	resume: Place,
	change: (page?: PageRecord) => PageRecord
): LearnerRecord {
	const before = own(record.pages, id);
	const after = change(before);
	const pages = after === before ? record.pages : put(record.pages, id, after);
	return { ...record, pages, resume };
}

/** A run whose start is unknown (its event is in a file not read yet) cannot be replayed: its moves are left out. */
function withRun(
	record: LearnerRecord,
	put: Put,
	id: string,
	change: (run: RunRecord) => RunRecord
): LearnerRecord {
	const before = own(record.runs, id);
	if (!before) return record;
	return { ...record, runs: put(record.runs, id, change(before)), resume: { kind: 'run', run: id } };
}

/** Boards stand on pages: coming back opens the page that was open when the board was moved. */
function atBoard(record: LearnerRecord, board: string): Place {
	const at = record.resume;
	if (at?.kind === 'board' && at.board === board) return at;
	return at?.kind === 'page' ? { kind: 'board', board, page: at.page } : { kind: 'board', board };
}

function without<T>(map: Record<string, T>, key: string): Record<string, T> {
	if (!Object.hasOwn(map, key)) return map;
	const { [key]: _gone, ...rest } = map;
	return rest;
}
