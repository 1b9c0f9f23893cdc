/** Tells the LMS what has changed and nothing twice. What single elements are called is the dialect's business. */
import type { ProgressEvent } from '#record/events.ts';
import type { LmsFacts, LmsSide, Side, Standing, Tracking } from '#record/lms.ts';
import type { LearnerRecord } from '#record/record.ts';
import { TAKEN, type Api } from './api.ts';
import type { Dialect, StatusElement } from './dialect.ts';
import { createComments } from './comments.ts';
import { createLists } from './lists.ts';
import type { Start } from './read.ts';

/** How often the last chance to say it is taken. */
const EXIT_TRIES = 3;
/** Whatever the standing: any other word lets LMSs throw the state away. */
const EXIT = __MUTANT__ === 'suspend' ? '' : 'suspend';
const UNIT_LEVELS: Record<Standing['units'][number]['status'], number> = {
	untouched: 0,
	underway: 1,
	done: 2
};

/** `leaving` says the end's elements too, in the order they must come. */
export type When = 'opened' | 'working' | 'hidden' | 'leaving';

export type Teller = {
	readonly accepts: LmsFacts['accepts'];
	/** See `LmsSide`. */
	readonly comments: LmsSide['comments'];
	/** Status words and score as last told or read. */
	told(): Record<string, string>;
	/** Characters of the state as last told. */
	readonly size: number;
	/** The word of a beginning, where nothing was said yet and nothing is to be told anyway. True: it was written. */
	begin(untouched: boolean): boolean;
	/**
	 * Gives a checked answer, in an interaction of its own or in the one for later answers, or a learner's own thought.
	 * True: it was taken; false: it was refused for now; undefined: there is nothing to give.
	 */
	answer(event: ProgressEvent): boolean | undefined;
	/** Whether a status or a better score is to be told. */
	decides(record: LearnerRecord): boolean;
	/** Makes the LMS keep what it has, and nothing else. */
	keep(): void;
	/** Whether the LMS has taken the word without which it may throw the state away at the end. */
	readonly keeps: boolean;
	/** Writes state, place, score, status and units as far as they changed. True: the LMS has the state. */
	write(record: LearnerRecord | undefined, when: When, sessionMs: number, answered: boolean): boolean;
};

/**
 * @param side what travels in the state; changed as things are told
 * @param full false: state, place and time only (browsing, no credit)
 * @param units how units stood when the course was opened
 */
export function createTeller(
	api: Api,
	dialect: Dialect,
	tracking: Tracking,
	start: Start,
	side: Side,
	full: boolean,
	units: Standing['units']
): Teller {
	const { elements, statuses } = dialect;
	const { rule } = tracking;
	const known = new Map(start.told);
	known.set(elements.state, start.state ?? '');
	const levels = new Map(units.map((unit) => [unit.id, UNIT_LEVELS[unit.status]]));
	const accepts: LmsFacts['accepts'] = { interactions: undefined, objectives: undefined };
	const lists = createLists(api, dialect, side.ledger, accepts, tracking.answers);
	const comments = createComments(api, dialect, full);
	let keeps = __MUTANT__ === 'exit-told';

	/** @param insist false: a refused value is not tried again before it changes */
	function tell(element: string, value: string, insist = false): boolean {
		if (known.get(element) === value && __MUTANT__ !== 'changed') return true;
		const taken = api.set(element, value) === TAKEN;
		if (taken || !insist) known.set(element, value);
		return taken;
	}

	/** What an LMS does not take here is lost with everything else when the session ends: it is told until it is taken. */
	function suspend(tries = 1): void {
		for (let n = 0; n < tries; n += 1) {
			if (api.set(elements.exit, EXIT) !== TAKEN) continue;
			keeps = true;
			return;
		}
	}

	function floor(status: StatusElement): number {
		const best = status.reported(side.reported);
		return best === undefined ? 0 : status.rank(best);
	}

	function isDone(status: StatusElement): boolean {
		return known.get(status.element) === 'completed' || status.reported(side.reported) === 'completed';
	}

	/** The word to be told now, if any. What was reported once is never taken back, by whatever the LMS says it has. */
	function wordFor(status: StatusElement, standing: Standing): string | undefined {
		const word = status.word(standing, rule);
		if (word === undefined) return undefined;
		const to = status.rank(word);
		if (to < floor(status) && __MUTANT__ !== 'reported') return undefined;
		const has = known.get(status.element);
		// Not knowing what is there, only the words that stay are told.
		if (has === undefined) return to > 1 ? word : undefined;
		const at = status.rank(has) > 1 ? Math.max(status.rank(has), floor(status)) : status.rank(has);
		if (to > at || (__MUTANT__ === 'no-lower' && word !== has)) return word;
		// A failed test and an unfinished course stand equally high; a failure is taken back by passing alone.
		const other = to === 1 && at === 1 && word !== has;
		return other && (word === 'failed' || standing.passed) ? word : undefined;
	}

	function scoreFor({ score, passed }: Standing): number | undefined {
		if (score === undefined || rule.score === 'none') return undefined;
		const text = known.get(elements.score);
		// Not knowing what is there, only a score that passes is told: a lower one could replace a better.
		if (text === undefined && !passed) return undefined;
		const has = text === undefined || text.trim() === '' || Number.isNaN(Number(text)) ? -1 : Number(text);
		if (__MUTANT__ === 'no-lower' ? score === has : score <= has) return undefined;
		return score >= (side.reported.score ?? -1) || __MUTANT__ === 'reported' ? score : undefined;
	}

	function raise(score: number | undefined, words: readonly string[], standing: Standing): Side['reported'] {
		const { completed, passed, score: best } = side.reported;
		return {
			completed: completed || (standing.completed && words.some((word) => word !== 'failed')),
			passed: passed || words.includes('passed'),
			score: score ?? best
		};
	}

	return {
		accepts,
		get comments() {
			return comments.state;
		},
		told: () =>
			Object.fromEntries(
				[...statuses.map((one) => one.element), elements.score].flatMap((element) => {
					const value = known.get(element);
					return value === undefined || value === '' ? [] : [[element, value]];
				})
			),
		get size() {
			return (known.get(elements.state) ?? '').length;
		},
		begin(first) {
			if (full && rule.interactions) lists.count();
			suspend();
			if (!full || !first) return false;
			const open = statuses.filter(
				(one) => one.atFirst !== undefined && floor(one) === 0 && untouched(one, known.get(one.element))
			);
			for (const one of open) {
				tell(one.element, (__MUTANT__ === 'opening' ? 'completed' : one.atFirst) ?? '', true);
			}
			return open.length > 0;
		},
		answer(event) {
			if (event.type === 'commented') return comments.tell(event);
			if (!full || !rule.interactions || accepts.interactions === false) return undefined;
			const it = tracking.interaction(event);
			return it && lists.interaction(it);
		},
		decides(record) {
			if (!full) return false;
			const standing = tracking.standing(record);
			const words = statuses.map((status) => wordFor(status, standing));
			return words.some((word) => word !== undefined) || scoreFor(standing) !== undefined;
		},
		keep: () => suspend(EXIT_TRIES),
		get keeps() {
			return keeps;
		},
		write(record, when, sessionMs, answered) {
			let kept = true;
			const standing = record && tracking.standing(record);
			const words = new Map<StatusElement, string>();
			let score: number | undefined;
			if (standing && full) {
				for (const status of statuses) {
					const word = wordFor(status, standing);
					if (word !== undefined) words.set(status, word);
				}
				score = scoreFor(standing);
			}
			const before = side.reported;
			if (record && standing) {
				side.reported = raise(score, [...words.values()], standing);
				kept = tell(elements.state, tracking.pack(record, side), true);
				tell(elements.place, tracking.place(record));
				side.reported = before;
			}
			if (standing && full) {
				if (__MUTANT__ === 'order') for (const [status, word] of words) tell(status.element, word, true);
				// The first one counts; an LMS may know no others.
				const [scored] =
					score === undefined
						? []
						: dialect.score(score).map(([element, value], n) => tell(element, value, n === 0));
				const said = [...words].filter(([status, word]) => tell(status.element, word, true));
				side.reported = raise(
					scored ? score : undefined,
					said.map(([, word]) => word),
					standing
				);
				for (const { id, status } of standing.units) {
					const level = UNIT_LEVELS[status];
					if (level <= (levels.get(id) ?? 0)) continue;
					levels.set(id, level);
					lists.unit(id, level);
				}
				// A longer course must not take completion back from an LMS that derives it from this.
				const progress = statuses.some(isDone) ? 1 : standing.progress;
				if (elements.progress !== undefined) tell(elements.progress, String(progress));
			}
			if (__MUTANT__ === 'end-order') tell(elements.time, dialect.duration(sessionMs));
			if (when === 'leaving') suspend(EXIT_TRIES);
			else if (!keeps) suspend();
			// An answer has enough calls of its own; the time goes with the next commit without one.
			if (!answered || when !== 'working') tell(elements.time, dialect.duration(sessionMs));
			return kept;
		}
	};
}

function untouched(status: StatusElement, word: string | undefined): boolean {
	return word !== undefined && status.untouched.includes(word);
}
