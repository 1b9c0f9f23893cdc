/** What must hold of a case in steps, whichever it is. */
import { expect } from 'vitest';
import type { Casework } from '#course/schema.ts';
import {
	caseworkMachine,
	standOf,
	walked,
	type CaseworkMove,
	type CaseworkSnapshot
} from '#scenario/casework.ts';
import { pathText, ways } from '#scenario/enumerate.ts';
import { next, replay, start } from '#scenario/replay.ts';

const seen = ({ value, context }: CaseworkSnapshot) => ({ value, path: context.path });

/** Walks every way: none is dead or too long, resuming at any step gives the same, and taking back restores exactly what was. */
export function checkCasework(work: Casework): void {
	const machine = caseworkMachine(work);
	const found = ways(work);
	expect(found.dead.map(pathText)).toEqual([]);
	expect(found.long.map(pathText)).toEqual([]);
	expect(found.unreached).toEqual([]);
	expect(Math.max(...found.whole.map(({ path }) => path.length))).toBe(work.longest);
	expect(Math.min(...found.whole.map(({ path }) => path.length))).toBeGreaterThanOrEqual(3);

	const wholeOf = new Map(found.whole.map(({ path, end }) => [pathText(path), end]));
	for (const state of found.states) {
		const { path } = state.context;
		const moves = path.map(({ option }): CaseworkMove => ({ type: 'CHOOSE', option }));
		const resumed = replay(machine, undefined, JSON.parse(JSON.stringify(moves)));
		expect(seen(resumed), pathText(path)).toEqual(seen(state));
		expect(walked(work, path)).toHaveLength(path.length);
		expect(standOf(work, state).end?.id).toBe(wholeOf.get(pathText(path)));

		const back = next(machine, state, { type: 'BACK' });
		const before = replay(machine, undefined, moves.slice(0, -1));
		expect(seen(back), `taking back after ${pathText(path)}`).toEqual(seen(path.length > 0 ? before : state));
	}
	expect(start(machine, undefined).context.path).toEqual([]);
}
