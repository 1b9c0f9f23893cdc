/** One question being answered at one place: the half-made answer, the check, and its result. */
import type { Question } from '#questions/registry.ts';
import { arrange, scoreQuestion } from '#questions/registry.ts';
import { isCorrect, type Arrangement, type IncompleteReason, type Score } from '#questions/types.ts';
import type { Confidence } from '#record/events.ts';
import { own } from '#record/json.ts';
import type { Attempt } from '#record/record.ts';
import type { At, Session } from './session.svelte.ts';

export type Scored = Extract<Score, { status: 'scored' }>;

/** `last`: show the answer kept last, checked; `draft`: go on with the half-made one. */
export type Start = 'draft' | 'last';

export class Answering {
	readonly question: Question;
	readonly at: At;
	order: Arrangement;
	response: unknown = $state.raw();
	score: Scored | undefined = $state.raw();
	/** Why the last check did not count. */
	missing: IncompleteReason | undefined = $state();
	confidence: Confidence | undefined = $state();
	#session: Session;
	#seed: string;
	#since: number;

	/** @param seed the same seed shows the same order again, also after a restart */
	constructor(session: Session, question: Question, at: At, seed: string, start: Start) {
		this.#session = session;
		this.question = question;
		this.at = at;
		this.#seed = seed;
		this.#since = session.surroundings.now();
		const item = own(session.record.items, question.id);
		const tries = item?.tries ?? 0;
		const last = start === 'last' ? lastAnswer(session, question.id, at) : undefined;
		if (last) {
			this.response = last.response;
			const score = scoreQuestion(question, last.response);
			this.score = score.status === 'scored' ? score : undefined;
			this.confidence = last.confidence;
			this.order = this.#arrange(tries - 1);
		} else {
			this.response = session.draftOf(question.id, at) ?? undefined;
			this.order = this.#arrange(tries);
		}
	}

	get correct(): boolean {
		return this.score !== undefined && isCorrect(this.score);
	}

	change(response: unknown): void {
		this.response = response;
		this.missing = undefined;
		this.#session.draft(this.question.id, response, this.at);
	}

	/** Scores and keeps the answer; false when it is not complete yet. */
	check(): boolean {
		const { confidence } = this;
		const ms = Math.max(0, this.#session.surroundings.now() - this.#since);
		const score = this.#session.answer(this.question, this.response, this.at, {
			ms,
			...(confidence ? { confidence } : {})
		});
		if (score.status === 'incomplete') {
			this.missing = score.reason;
			return false;
		}
		this.score = score;
		this.missing = undefined;
		return true;
	}

	/** Asks the same question anew, in another order. */
	again(): void {
		this.response = undefined;
		this.score = undefined;
		this.confidence = undefined;
		this.#since = this.#session.surroundings.now();
		this.order = this.#arrange(own(this.#session.record.items, this.question.id)?.tries ?? 0);
	}

	// Inside a run the run's seed decides alone; elsewhere every try has its own order.
	#arrange(tries: number): Arrangement {
		const round = this.at.run === undefined ? `:${tries}` : '';
		return arrange(this.question, `${this.#seed}:${this.question.id}${round}`);
	}
}

/** The answer to show again: in a run the one given in it, on a page the latest from anywhere. */
function lastAnswer(
	session: Session,
	item: string,
	at: At
): Pick<Attempt, 'response' | 'confidence'> | undefined {
	const inRun =
		at.run === undefined
			? undefined
			: own(session.record.runs, at.run)?.moves.findLast(
					(move) => move.type === 'ANSWERED' && move.item === item
				);
	return inRun?.type === 'ANSWERED' ? inRun : own(session.record.items, item)?.last;
}
