/**
 * What memory.ts uses of ts-fsrs, in its words: FSRS-6 with default weights, without fuzz and short-term steps. The player of an LMS
 * package is built with this in its place (vite.config.ts): the rest schedules, logs and tunes, which nobody does there. A browser and an
 * LMS have to give the same dates, so every step is rounded as ts-fsrs does it; tests/domain/record/small-fsrs.test.ts holds the two
 * against each other.
 */
type State = { stability: number; difficulty: number };

const W = [
	0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
	1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542
] as const;
const DECAY = -W[20];
const AGAIN = 1;
const HARD = 2;
const EASY = 4;

const round = (value: number): number => Math.round(value * 10 ** 8) / 10 ** 8;
const within = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
const stable = (days: number): number => round(within(days, 0.001, 36_500));
const FACTOR = round(Math.exp(DECAY ** -1 * Math.log(0.9)) - 1);
const difficultyAt = (grade: number): number => round(W[4] - Math.exp((grade - 1) * W[5]) + 1);

export class FSRSAlgorithm {
	readonly #longest: number;
	readonly #modifier: number;

	/** @param retention share still known when it is asked again @param maximum_interval days */
	constructor({
		request_retention: retention,
		maximum_interval
	}: {
		request_retention: number;
		maximum_interval: number;
	}) {
		this.#longest = maximum_interval;
		this.#modifier = round((retention ** (1 / DECAY) - 1) / FACTOR);
	}

	/** Days, at least one. */
	next_interval(stability: number): number {
		return Math.min(Math.max(1, Math.round(stability * this.#modifier)), this.#longest);
	}

	/** @param before null for the first time @param days since the last time, at least 1 @param grade from 1 (again) */
	next_state(before: State | null, days: number, grade: number): State {
		if (!before)
			return {
				difficulty: within(difficultyAt(grade), 1, 10),
				stability: Math.max(W[grade - 1] ?? 0, 0.1)
			};
		const { difficulty: d, stability: s } = before;
		const known = round((1 + (FACTOR * days) / s) ** DECAY);
		const harder = -W[6] * (grade - 3);
		const damped = d + round((harder * (10 - d)) / 9);
		return {
			difficulty: within(round(W[7] * difficultyAt(EASY) + (1 - W[7]) * damped), 1, 10),
			stability: grade === AGAIN ? forgotten(d, s, known) : recalled(d, s, known, grade)
		};
	}
}

function forgotten(d: number, s: number, known: number): number {
	const after = stable(W[11] * d ** -W[12] * ((s + 1) ** W[13] - 1) * Math.exp((1 - known) * W[14]));
	// Forgetting makes nothing hold longer.
	return within(round(s), 0.001, after);
}

function recalled(d: number, s: number, known: number, grade: number): number {
	const hard = grade === HARD ? W[15] : 1;
	const easy = grade === EASY ? W[16] : 1;
	return stable(
		s * (1 + Math.exp(W[8]) * (11 - d) * s ** -W[9] * (Math.exp((1 - known) * W[10]) - 1) * hard * easy)
	);
}
