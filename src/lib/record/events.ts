/**
 * What happened to one learner in one course, one event each. Events are facts: they are appended and never changed,
 * and everything the tool knows about a learner is folded from them (record.ts).
 */
import * as v from 'valibot';
import { isJson, type Json } from './json.ts';

/** An id made elsewhere (item, page, board, run, card, column). Wider than the course's ids, so that records of other revisions are kept. */
const Key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_:.-]{0,79}$/));
/** Longer than a key by the prefix that `placeOf` puts before it. */
const Where = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9_:.-]{0,89}$/));
/** Epoch milliseconds. */
const Time = v.pipe(v.number(), v.finite(), v.minValue(0));
const Points = v.pipe(v.number(), v.finite(), v.minValue(0));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Seed = v.pipe(v.string(), v.maxLength(100));
const Keys = v.pipe(v.array(Key), v.maxLength(5_000));
const Response = v.custom<Json>(isJson);
const Remembered = v.object({
	stability: v.pipe(v.number(), v.finite(), v.minValue(0)),
	difficulty: v.pipe(v.number(), v.minValue(1), v.maxValue(10))
});

/** Most characters of a learner's own thought about a case. */
export const COMMENT_LENGTH = 100;

/** How sure the learner was, asked before the answer is checked. */
export const Confidence = v.picklist(['sure', 'rather', 'unsure']);
export type Confidence = v.InferOutput<typeof Confidence>;

/** Moves on a placement board, as its machine takes them. */
export const BoardMove = v.variant('type', [
	v.object({ type: v.literal('PLACE'), card: Key, column: Key }),
	v.object({ type: v.literal('TAKE_BACK'), card: Key }),
	v.object({ type: v.picklist(['UNDO', 'UNDO_ALL', 'CHECK', 'RETRY', 'RESTART']) })
]);
export type BoardMove = v.InferOutput<typeof BoardMove>;

/** Moves in a run of questions, as its machine takes them. Answers are events of their own. */
export const RunMove = v.variant('type', [
	v.object({ type: v.picklist(['NEXT', 'PREV', 'REVIEW', 'FINISH', 'RETRY_WRONG']) }),
	v.object({ type: v.literal('GO'), index: Count }),
	v.object({ type: v.picklist(['FLAG', 'UNFLAG']), item: Key })
]);
export type RunMove = v.InferOutput<typeof RunMove>;

export const RunKind = v.picklist(['practice', 'final', 'wrong', 'flagged']);
export type RunKind = v.InferOutput<typeof RunKind>;

/** `id` is unique and made by the caller (see stamp.ts); `at` is epoch milliseconds. */
const base = { id: Key, at: Time };

export const ProgressEvent = v.variant('type', [
	/** The course was begun; `seed` drives the shuffles outside runs. */
	v.object({ ...base, type: v.literal('started'), revision: v.pipe(Count, v.minValue(1)), seed: Seed }),
	v.object({ ...base, type: v.literal('pageOpened'), page: Key }),
	v.object({ ...base, type: v.literal('pageDone'), page: Key }),
	/** A complete answer was checked. `ms`: time taken. */
	v.object({
		...base,
		type: v.literal('answered'),
		item: Key,
		response: Response,
		earned: Points,
		total: Points,
		run: v.optional(Key),
		page: v.optional(Key),
		confidence: v.optional(Confidence),
		ms: v.optional(Points),
		/** How many answers to the item this is: said in a packed record, which does not keep every answer. It is then no further one. */
		nth: v.optional(Count),
		/** What is remembered after this answer (memory.ts): said with `nth`, since the answers that led there are not kept. */
		memory: v.optional(Remembered)
	}),
	/** A half-made answer; `where` is `placeOf(...)`; null clears it. */
	v.object({ ...base, type: v.literal('drafted'), item: Key, where: Where, response: Response }),
	v.object({ ...base, type: v.literal('boardMoved'), board: Key, move: BoardMove }),
	/** A board was checked; `round` counts from 1; `wrong` maps a card to the column it stood in. */
	v.object({
		...base,
		type: v.literal('boardChecked'),
		board: Key,
		right: Keys,
		wrong: v.record(Key, Key),
		round: v.pipe(Count, v.minValue(1))
	}),
	/** `items` in the order they are asked; `seed` drives the shuffles inside. */
	v.object({
		...base,
		type: v.literal('runStarted'),
		run: Key,
		kind: RunKind,
		unit: v.optional(Key),
		items: Keys,
		seed: Seed
	}),
	v.object({ ...base, type: v.literal('runMoved'), run: Key, move: RunMove }),
	v.object({
		...base,
		type: v.literal('runFinished'),
		run: Key,
		right: Keys,
		wrong: Keys,
		total: Count,
		passed: v.optional(v.boolean())
	}),
	/** A review mark set outside a run. */
	v.object({ ...base, type: v.literal('flagged'), item: Key, on: v.boolean() }),
	/** The learner's own thought about a case. Without `text`: there is one, and its words are kept elsewhere (a packed record). */
	v.object({
		...base,
		type: v.literal('commented'),
		item: Key,
		text: v.optional(v.pipe(v.string(), v.maxLength(COMMENT_LENGTH)))
	}),
	/** Events of a file that was taken back count no more; with `back` they count again (withdrawn.ts). */
	v.object({ ...base, type: v.literal('withdrawn'), events: Keys, back: v.optional(v.literal(true)) }),
	/** A change that a later revision of the course made has been learnt. */
	v.object({ ...base, type: v.literal('revised'), change: Key })
]);
export type ProgressEvent = v.InferOutput<typeof ProgressEvent>;
export type EventType = ProgressEvent['type'];

/** What a caller says of an event before it is stamped with `id` and `at`. */
export type Happened = ProgressEvent extends infer E
	? E extends ProgressEvent
		? Omit<E, 'id' | 'at'>
		: never
	: never;

/** The event, or undefined when the value is none (another version, a damaged row). Unknown keys are dropped. */
export function readEvent(value: unknown): ProgressEvent | undefined {
	const read = v.safeParse(ProgressEvent, value);
	return read.success ? read.output : undefined;
}

/** Where an answer is being made: the key of its draft. An answer given at a place clears the draft of that place. */
export function placeOf(at: { run?: string; page?: string }): string {
	if (at.run !== undefined) return `run:${at.run}`;
	return at.page === undefined ? 'alone' : `page:${at.page}`;
}

/** Events in the order they happened. Ids of one window rise (stamp.ts), so that events of one millisecond keep their order. */
export function inOrder(events: readonly ProgressEvent[]): ProgressEvent[] {
	return [...events].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
