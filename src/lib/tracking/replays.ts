/**
 * Where boards and runs stand, by replaying their moves. Packing after every answer would replay everything every time: what has
 * been replayed is remembered, and only new moves are made.
 */
import type { RunRecord } from '#record/record.ts';
import { boardMachine, type BoardInput, type BoardMove, type BoardSnapshot } from '#scenario/board.ts';
import { next, start } from '#scenario/replay.ts';
import { runMachine, type RunMove, type RunSnapshot } from '#scenario/run.ts';

/** One machine and how far it has come. */
class Replay<S, M> {
	readonly #first: S;
	readonly #step: (at: S, move: M) => S;
	#seen: readonly M[] = [];
	#at: S;

	constructor(first: S, step: (at: S, move: M) => S) {
		this.#first = first;
		this.#step = step;
		this.#at = first;
	}

	upTo(moves: readonly M[]): S {
		if (moves === this.#seen) return this.#at;
		const grown = this.#seen.length <= moves.length && this.#seen.every((move, i) => move === moves[i]);
		const from = grown ? this.#seen.length : 0;
		this.#at = moves.slice(from).reduce(this.#step, grown ? this.#at : this.#first);
		this.#seen = moves;
		return this.#at;
	}
}

export class Replays {
	readonly #boards = new Map<string, Replay<BoardSnapshot, BoardMove>>();
	readonly #runs = new Map<string, Replay<RunSnapshot, RunMove>>();

	board(id: string, input: BoardInput, moves: readonly BoardMove[]): BoardSnapshot {
		const replay =
			this.#boards.get(id) ??
			new Replay<BoardSnapshot, BoardMove>(start(boardMachine, input), (at, move) =>
				next(boardMachine, at, move)
			);
		this.#boards.set(id, replay);
		return replay.upTo(moves);
	}

	/** @param items the run's questions, as its screen shows them */
	run(id: string, items: string[], run: RunRecord): RunSnapshot {
		const mode = run.kind === 'final' ? 'final' : 'practice';
		const key = [id, mode, ...items].join();
		const replay =
			this.#runs.get(key) ??
			new Replay<RunSnapshot, RunMove>(start(runMachine, { items, mode }), (at, move) =>
				next(runMachine, at, move)
			);
		this.#runs.set(key, replay);
		return replay.upTo(run.moves);
	}
}
