/** What is prepared before a training session, and what happens during it: the shapes that are kept, and checked when read. */
import * as v from 'valibot';
import { LENGTHS } from '../plan.ts';

export const STEP_KINDS = ['opening', 'lecture', 'question', 'board', 'talk', 'case', 'closing'] as const;
/** A room can show the placements of so many tables. */
export const MAX_TABLES = 8;
export const MAX_PEOPLE = 999;

const Key = v.pipe(v.string(), v.minLength(1), v.maxLength(80));
const Words = v.pipe(v.string(), v.maxLength(200));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_PEOPLE));
const Moment = v.pipe(v.number(), v.finite(), v.minValue(0));

export const Step = v.object({
	/** Unique in the session. */
	id: v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,60}$/)),
	kind: v.picklist(STEP_KINDS),
	minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600)),
	/** Id of the question, board or case. */
	item: v.optional(Key),
	/** Of a board: the cards to place, all of them without it. */
	cards: v.optional(v.pipe(v.array(Key), v.minLength(1), v.maxLength(60)))
});
export type Step = v.InferOutput<typeof Step>;

export const Prepared = v.object({
	course: v.object({ id: Key, revision: v.pipe(v.number(), v.integer(), v.minValue(1)), title: Words }),
	name: Words,
	/** The day of the session, such as `2027-04-05`. */
	day: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
	place: Words,
	minutes: v.picklist(LENGTHS),
	people: Count,
	tables: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_TABLES)),
	steps: v.pipe(
		v.array(Step),
		v.minLength(1),
		v.maxLength(60),
		v.check((steps) => new Set(steps.map(({ id }) => id)).size === steps.length, 'two steps have one id')
	)
});
export type Prepared = v.InferOutput<typeof Prepared>;

const Round = v.picklist([1, 2]);
const Move = v.variant('type', [
	v.object({ type: v.literal('NEXT') }),
	v.object({ type: v.literal('BACK') }),
	v.object({ type: v.literal('GO'), slide: Key }),
	v.object({ type: v.literal('COUNT'), step: Key, round: Round, option: Key, count: Count }),
	/** `column` null: the card is taken back. Tables count from 1. */
	v.object({
		type: v.literal('PLACE'),
		step: Key,
		card: Key,
		table: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_TABLES)),
		column: v.nullable(Key)
	}),
	v.object({ type: v.literal('TURN'), step: Key, switch: Key, option: Key }),
	v.object({ type: v.literal('RESET'), step: Key }),
	/** The timer ends at `until`, epoch milliseconds; absent: no timer. */
	v.object({ type: v.literal('TIMER'), until: v.optional(Moment) }),
	v.object({ type: v.literal('BLANK'), on: v.boolean() }),
	v.object({ type: v.literal('NOTE'), step: Key, text: v.pipe(v.string(), v.maxLength(2_000)) }),
	v.object({ type: v.literal('PEOPLE'), count: Count }),
	v.object({ type: v.literal('UNDO') })
]);
export type Move = v.InferOutput<typeof Move>;

export const TrainingEvent = v.object({
	/** Unique. */
	id: Key,
	/** Greater than that of every event known when it was made: events are taken in this order, then in that of their ids. */
	n: v.pipe(v.number(), v.integer(), v.minValue(1)),
	/** When, epoch milliseconds. */
	at: Moment,
	move: Move
});
export type TrainingEvent = v.InferOutput<typeof TrainingEvent>;

/** An event that comes from a file or another window; undefined when it is none. */
export function readEvent(value: unknown): TrainingEvent | undefined {
	const read = v.safeParse(TrainingEvent, value);
	return read.success ? read.output : undefined;
}

/** The same for what is prepared. */
export function readPrepared(value: unknown): Prepared | undefined {
	const read = v.safeParse(Prepared, value);
	return read.success ? read.output : undefined;
}
