/** Moving a machine without running it: resuming is replaying the recorded moves, there is no second code path. */
import {
	initialTransition,
	transition,
	type AnyStateMachine,
	type EventFromLogic,
	type InputFrom,
	type SnapshotFrom
} from 'xstate';

/** The snapshot after all moves. A move that no longer fits (its card or question is gone) is passed over. */
export function replay<M extends AnyStateMachine>(
	machine: M,
	input: InputFrom<M>,
	moves: readonly EventFromLogic<M>[]
): SnapshotFrom<M> {
	return moves.reduce<SnapshotFrom<M>>(
		(snapshot, move) => next(machine, snapshot, move),
		start(machine, input)
	);
}

/** The first snapshot. */
export function start<M extends AnyStateMachine>(machine: M, input: InputFrom<M>): SnapshotFrom<M> {
	return initialTransition<M>(machine, input)[0];
}

/** The snapshot after one event. An event that does not fit leaves state and context as they are; it never throws. */
export function next<M extends AnyStateMachine>(
	machine: M,
	snapshot: SnapshotFrom<M>,
	event: EventFromLogic<M>
): SnapshotFrom<M> {
	return transition(machine, snapshot, event)[0];
}

/** Whether a snapshot takes this event now. */
export function can<E>(snapshot: { can(event: E): boolean }, event: E): boolean {
	return snapshot.can(event);
}
