/** What a question type has to offer, and the words all types share. Everything here is pure. */
import type { GenericSchema } from 'valibot';
import type { AnyQuestion, Provenance } from '#course/schema.ts';
import type { Space } from './space.ts';

/**
 * Why an answer cannot be scored yet. It is not a wrong answer and is never recorded.
 * - `nothing-chosen`: no option chosen, or the order not confirmed yet
 * - `choose-more`: fewer options chosen than any right answer can have
 * - `some-unmatched`: a pair without its answer
 * - `some-unplaced`: a card without its column, or an item missing in the order
 */
export type IncompleteReason = 'nothing-chosen' | 'choose-more' | 'some-unmatched' | 'some-unplaced';

export type Score =
	| { status: 'incomplete'; reason: IncompleteReason }
	| {
			status: 'scored';
			/** Parts judged rightly, 0 to `total`. */
			earned: number;
			total: number;
			/** Part id → judged rightly. */
			parts: Record<string, boolean>;
	  };

/** A sentence of feedback with its source: an option, a pair, an item, a card, or a card in a wrong column. */
export type Part = {
	/** The id in the question; `card>column` for a card in a wrong column. */
	id: string;
	text: string;
	reason: string;
	from: Provenance;
	cite: string[];
	/** Belongs to the right answer. */
	right: boolean;
};

/** The order in which things are shown. */
export type Arrangement = {
	/** Options, pairs, items or cards. */
	items: string[];
	/** What they are matched with or placed on: answers (shuffled) or columns (never shuffled). Empty otherwise. */
	targets: string[];
};

/** A question's claim that a text belongs to columns of the map. */
export type Claim = { text: string; domains: string[] };

/**
 * A complete answer by places in the file, from 0: permanent, whatever the order on the screen. What an LMS is told of it.
 * - `choice`: the options chosen, and the right ones
 * - `sequencing`: the items in the learner's order, and in the right one
 * - `matching`: pairs of what is matched and what with, and every full right pattern; none when there are more than ten
 */
export type Told =
	| { type: 'choice' | 'sequencing'; response: number[]; correct: number[] }
	| { type: 'matching'; response: [number, number][]; correct: [number, number][][] };

export interface QuestionType<Q extends AnyQuestion, R> {
	readonly type: Q['type'];
	readonly response: GenericSchema<unknown, R>;
	/** Ids that the question does not have are treated as absent, so an answer to an older revision never throws. */
	score(q: Q, response: R | undefined): Score;
	/** One fully right response. */
	right(q: Q): R;
	/** Same seed, same order. */
	arrange(q: Q, seed: string): Arrangement;
	parts(q: Q): Part[];
	/** What a rule on one-key questions has to look at: texts that stand in several columns may not get one. */
	keys(q: Q): Claim[];
	/** The answer in words, for reviews and records. `column` gives the names of the map's columns. */
	describe(q: Q, response: R, column?: (id: string) => string): string;
	/** Everything that can be answered, half-made answers included: how a response is written in a few bits. */
	space(q: Q): Space;
	/** A complete answer as an LMS is told it; asked only of what `score` calls scored. */
	told(q: Q, response: R): Told;
}

/** A score from the parts' verdicts; every part counts the same. */
export function scored(parts: [id: string, right: boolean][]): Score {
	return {
		status: 'scored',
		earned: parts.filter(([, right]) => right).length,
		total: parts.length,
		parts: Object.fromEntries(parts)
	};
}

/** Fully right: nothing less counts as a right answer. */
export function isCorrect(score: Score): boolean {
	return score.status === 'scored' && score.earned === score.total;
}

/** The value under a learner's id; an id such as `constructor` must not find what every object inherits. */
export function own<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
	return Object.hasOwn(record, id) ? record[id] : undefined;
}

/** The columns of a card that may have one or several. */
export function listed<T>(oneOrMore: T | T[]): T[] {
	return Array.isArray(oneOrMore) ? oneOrMore : [oneOrMore];
}

/** The parts of a list whose entries carry their own reason. */
export function partOf(
	entry: { id: string; text: string; reason: string; from: Provenance; cite: string[] },
	right: boolean
): Part {
	const { id, text, reason, from, cite } = entry;
	return { id, text, reason, from, cite, right };
}
