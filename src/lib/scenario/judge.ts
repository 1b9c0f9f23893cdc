/** What an answer to a case, a case in steps or a statement is worth: by bands, not by one key. Pure. */
import type { Band, Case, Casework, Cell, PretestItem } from '#course/schema.ts';
import { caseworkMachine, standOf, walked, type CaseworkSnapshot, type Choice } from './casework.ts';
import { can, next, start } from './replay.ts';

/** Points of `FULL`: the best earns all, what can be defended most. */
export const POINTS: Record<Band, number> = { best: 4, defensible: 3, hard: 1, impossible: 0 };
export const FULL = 4;
/** The answer 「the source decides nothing」 to a case about the column. */
export const UNDECIDED = 'undecided';

export type Points = { earned: number; total: number };

const bands = Object.keys(POINTS) as Band[];
/** The band that an answer to a case earned; undefined for points of anything else. */
export const bandOf = ({ earned, total }: Points): Band | undefined =>
	total === FULL ? bands.find((band) => POINTS[band] === earned) : undefined;

/** What can be answered to a case: columns in the order of the map (and that nothing is decided), or options. */
export function answersOf(it: Case, columns: readonly string[]): string[] {
	if (it.type === 'conduct') return it.options.map(({ id }) => id);
	return [...columns.filter((id) => Object.hasOwn(it.cells, id)), ...(it.undecided ? [UNDECIDED] : [])];
}

/** What the case says of an answer; undefined for what is none. */
export function cellOf(it: Case, answer: unknown): Cell | undefined {
	if (typeof answer !== 'string') return undefined;
	if (it.type === 'conduct') return it.options.find(({ id }) => id === answer);
	if (answer === UNDECIDED) return it.undecided;
	return Object.hasOwn(it.cells, answer) ? it.cells[answer] : undefined;
}

/** Undefined for what is no answer. */
export function scoreCase(it: Case, answer: unknown): Points | undefined {
	const cell = cellOf(it, answer);
	return cell && { earned: POINTS[cell.band], total: FULL };
}

/** A path as it is kept: step → option. No step comes twice on one path. */
export const answerOfPath = (path: readonly Choice[]): Record<string, string> =>
	Object.fromEntries(path.map(({ step, option }) => [step, option]));

/** Where choosing as kept leads, as far as it fits. */
export function replayWork(work: Casework, answer: unknown): CaseworkSnapshot {
	const chosen = new Map<string, unknown>(
		typeof answer === 'object' && answer !== null ? Object.entries(answer) : []
	);
	const machine = caseworkMachine(work);
	let snapshot = start(machine, undefined);
	for (;;) {
		const { step } = standOf(work, snapshot);
		const option = step && chosen.get(step.id);
		if (step) chosen.delete(step.id);
		if (typeof option !== 'string' || !can(snapshot, { type: 'CHOOSE', option })) return snapshot;
		snapshot = next(machine, snapshot, { type: 'CHOOSE', option });
	}
}

/** By bands, over the choices taken. Undefined while the path has not come to an end. */
export function scoreWork(work: Casework, answer: unknown): Points | undefined {
	const snapshot = replayWork(work, answer);
	if (!standOf(work, snapshot).end) return undefined;
	const taken = walked(work, snapshot.context.path);
	return {
		earned: taken.reduce((sum, { option }) => sum + POINTS[option.band], 0),
		total: taken.length * FULL
	};
}

export { statementId, TIMES, type Time } from '#course/statements.ts';
/** What is answered to a statement: it is so, or not. */
export const VERDICTS = ['yes', 'no'] as const;

export function scoreStatement({ right }: Pick<PretestItem, 'right'>, answer: unknown): Points | undefined {
	if (answer !== 'yes' && answer !== 'no') return undefined;
	return { earned: (answer === 'yes') === right ? 1 : 0, total: 1 };
}
