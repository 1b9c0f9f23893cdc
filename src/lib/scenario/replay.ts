/** Moving a machine without running it: resuming is replaying the recorded moves, there is no second code path. */
import {
	createActor,
	type AnyActorScope,
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
	return machine.getInitialSnapshot(scopeOf(machine), input) as SnapshotFrom<M>;
}

/** The snapshot after one event. An event that does not fit leaves state and context as they are; it never throws. */
export function next<M extends AnyStateMachine>(
	machine: M,
	snapshot: SnapshotFrom<M>,
	event: EventFromLogic<M>
): SnapshotFrom<M> {
	return machine.transition(snapshot, event, scopeOf(machine)) as SnapshotFrom<M>;
}

const scopes = new WeakMap<AnyStateMachine, AnyActorScope>();
const nothing = () => {};

/**
 * Where nothing is done: what a machine is told to do besides moving is left out. XState's own pure functions make one for every
 * event, with an actor that fails to start without its input, which costs more than the move.
 */
function scopeOf(machine: AnyStateMachine): AnyActorScope {
	let scope = scopes.get(machine);
	if (!scope) {
		const self = createActor(machine);
		scope = {
			self,
			system: self.system,
			id: '',
			sessionId: '',
			logger: nothing,
			defer: nothing,
			emit: nothing,
			stopChild: nothing,
			actionExecutor: nothing
		};
		scopes.set(machine, scope);
	}
	return scope;
}

/** Whether a snapshot takes this event now. */
export function can<E>(snapshot: { can(event: E): boolean }, event: E): boolean {
	return snapshot.can(event);
}
