/** What a session is made of, in a few lines for the first slide. Pure. */
import type { Step } from '../session/prepared.ts';

export type Part = { kind: Step['kind']; minutes: number };

/** The most lines that the first slide holds. */
const LINES = 8;

/**
 * The kinds of steps after the opening, with their minutes: neighbours of one kind together, and when those are too many,
 * every kind once.
 */
export function agendaOf(steps: readonly Pick<Step, 'kind' | 'minutes'>[]): Part[] {
	const rest = steps.filter(({ kind }) => kind !== 'opening');
	const inOrder = joined(rest, (parts, kind) => (parts.at(-1)?.kind === kind ? parts.at(-1) : undefined));
	if (inOrder.length <= LINES) return inOrder;
	return joined(rest, (parts, kind) => parts.find((one) => one.kind === kind));
}

/** `place` names the part that takes a step of this kind in; without one, a new part begins. */
function joined(
	steps: readonly Pick<Step, 'kind' | 'minutes'>[],
	place: (parts: readonly Part[], kind: Step['kind']) => Part | undefined
): Part[] {
	const parts: Part[] = [];
	for (const { kind, minutes } of steps) {
		const part = place(parts, kind);
		if (part) part.minutes += minutes;
		else parts.push({ kind, minutes });
	}
	return parts;
}
