/** A session is the fold of its events: both windows, a reload and a file read in come to the same state on the same way. Pure. */
import { next, start } from '#scenario/replay.ts';
import { shapesOf, type Items, type StepShape } from './items.ts';
import { sessionMachine, type SessionContext, type SessionMove, type SessionSnapshot } from './machine.ts';
import type { Move, Prepared, TrainingEvent } from './prepared.ts';
import { slidesOf, type Slide } from './slides.ts';

/** Joins events by id, in their one order. */
export function merged(known: readonly TrainingEvent[], more: readonly TrainingEvent[]): TrainingEvent[] {
	const all = new Map([...more, ...known].map((event) => [event.id, event]));
	return [...all.values()].sort((a, b) => a.n - b.n || (a.id < b.id ? -1 : 1));
}

export type Standing = SessionContext & {
	slide: Slide;
	/** Place of the slide in the list, from 0. */
	at: number;
	/** When the session left its first slide, epoch milliseconds; undefined before. */
	begun: number | undefined;
	/** When the slide in view was come to. */
	since: number | undefined;
	/** The event that an UNDO would take back. */
	undoable: TrainingEvent | undefined;
	/** Whether a move would change anything. */
	can(move: Move): boolean;
};

export type Session = {
	shapes: StepShape[];
	slides: Slide[];
	/** Where the session stands after these events, which are in order. */
	stand(events: readonly TrainingEvent[]): Standing;
};

/** A count that was there already is no change, and nothing to undo. */
const same = (a: SessionSnapshot, b: SessionSnapshot): boolean =>
	a === b || (a.value === b.value && JSON.stringify(a.context) === JSON.stringify(b.context));

const MOVES = new Set(['NEXT', 'BACK', 'GO']);

/** The session of what was prepared; undefined when the course has nothing of it any more. */
export function sessionOf(items: Items, prepared: Prepared): Session | undefined {
	const shapes = shapesOf(items, prepared.steps);
	const slides = slidesOf(shapes);
	const first = slides[0];
	if (!first) return undefined;
	const machine = sessionMachine({ shapes, slides, people: prepared.people, tables: prepared.tables });
	return {
		shapes,
		slides,
		stand(events) {
			/** What happened and was not taken back, each with the state before it. */
			const kept: { event: TrainingEvent; before: ReturnType<typeof begin> }[] = [];
			let snapshot = begin();
			for (const event of events) {
				if (event.move.type === 'UNDO') {
					snapshot = kept.pop()?.before ?? snapshot;
				} else {
					const after = next(machine, snapshot, event.move);
					if (same(snapshot, after)) continue;
					kept.push({ event, before: snapshot });
					snapshot = after;
				}
			}
			const at = slides.findIndex(({ id }) => id === snapshot.value);
			const moves = kept.filter(({ event }) => MOVES.has(event.move.type));
			const undoable = kept.at(-1)?.event;
			const now = snapshot;
			return {
				...now.context,
				slide: slides[at] ?? first,
				at: Math.max(at, 0),
				begun: moves[0]?.event.at,
				since: moves.at(-1)?.event.at,
				undoable,
				can: (move) => (move.type === 'UNDO' ? undoable !== undefined : !same(now, next(machine, now, move)))
			};
		}
	};

	function begin() {
		return start(machine, undefined);
	}
}

/** Makes the event of a move, after all that are known. `at`: epoch milliseconds; `id`: unique. */
export function eventOf(
	known: readonly TrainingEvent[],
	move: Move | SessionMove,
	at: number,
	id: string
): TrainingEvent {
	return { id, n: (known.at(-1)?.n ?? 0) + 1, at, move };
}
