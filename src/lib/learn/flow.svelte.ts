/**
 * A machine's state as the record tells it: the recorded moves replayed. Resuming is the same path as going on, and a move
 * made in another window is seen here too.
 */
import type { AnyStateMachine, EventFromLogic, InputFrom, SnapshotFrom } from 'xstate';
import { next, start } from '#scenario/replay.ts';

export class Flow<M extends AnyStateMachine> {
	readonly snapshot: SnapshotFrom<M> = $derived.by(() => this.#upTo(this.#moves()));
	#machine: M;
	#input: InputFrom<M>;
	#moves: () => readonly EventFromLogic<M>[];
	#seen: readonly EventFromLogic<M>[] = [];
	#at: SnapshotFrom<M>;

	/** @param moves reads the record, so that the state follows it */
	constructor(machine: M, input: InputFrom<M>, moves: () => readonly EventFromLogic<M>[]) {
		this.#machine = machine;
		this.#input = input;
		this.#moves = moves;
		this.#at = start(machine, input);
	}

	// Usually one move has come on top: only that one is made, so the cost of a move does not grow with the run.
	#upTo(moves: readonly EventFromLogic<M>[]): SnapshotFrom<M> {
		const grown = this.#seen.length <= moves.length && this.#seen.every((move, i) => move === moves[i]);
		let snapshot = grown ? this.#at : start(this.#machine, this.#input);
		for (const move of moves.slice(grown ? this.#seen.length : 0))
			snapshot = next(this.#machine, snapshot, move);
		this.#seen = moves;
		this.#at = snapshot;
		return snapshot;
	}
}
