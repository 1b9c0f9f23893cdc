/** The machine of a course's rule, in every combination, for two courses that share no word. */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '#authoring/check.ts';
import { combinations } from '#scenario/enumerate.ts';
import { can, next, start } from '#scenario/replay.ts';
import { branchesOf, effectOf, placeOf, ruleMachine, samePlace, switchOf } from '#scenario/rule.ts';
import { readCourse } from '../../../src/cli/read-course.ts';
import { MINI, SHIPPED } from '../course/courses.ts';

describe.each([MINI, SHIPPED])('the rule of %s', (folder) => {
	const { draft } = checkFiles(readCourse(folder));
	const rule = draft?.rule;
	if (!draft || !rule) throw new Error(`${folder} has no rule`);
	const machine = ruleMachine(rule);
	const values = Object.fromEntries(rule.switches.map(({ id, options }) => [id, options[0]?.id ?? '']));
	const all = combinations(
		rule,
		values,
		rule.switches.map(({ id }) => id)
	);
	const turns = rule.switches.flatMap(({ id, options }) =>
		options.map((option) => ({ type: 'TURN' as const, switch: id, option: option.id }))
	);

	it('is enumerated whole: as many states as combinations', () => {
		expect(all).toHaveLength(rule.switches.reduce((product, { options }) => product * options.length, 1));
	});

	it('leads every combination to one column or to where the source decides nothing, and comes to each of them', () => {
		const places = all.map(({ snapshot }) => placeOf(snapshot));
		expect(places.filter((place) => place === undefined)).toEqual([]);
		const columns = new Set(places.map((place) => (typeof place === 'object' ? place.domain : place)));
		expect([...columns].sort()).toEqual([...draft.map.domains.map(({ id }) => id), 'undecided'].sort());
	});

	it('says on every way which questions led there, each answered as the switches are set', () => {
		for (const { snapshot, values: set } of all) {
			const way = branchesOf(rule, snapshot);
			expect(way.length).toBeGreaterThan(0);
			for (const answered of way) expect(set[answered.switch]).toBe(answered.option);
			const last = way.at(-1)?.branch;
			const place = placeOf(snapshot);
			expect(last?.domain).toBe(typeof place === 'object' ? place.domain : undefined);
		}
	});

	it('says after every turn what moved the card, or why it did not move, and comes to the same place in any order', () => {
		for (const { snapshot } of all) {
			for (const turn of turns) {
				const after = next(machine, snapshot, turn);
				if (!can(snapshot, turn)) {
					expect(after.context).toEqual(snapshot.context);
					continue;
				}
				const { moved, why } = effectOf(rule, snapshot, after, turn.switch);
				expect(moved).toBe(!samePlace(placeOf(snapshot), placeOf(after)));
				expect(why.length, `${JSON.stringify(snapshot.context.values)} ${turn.switch}`).toBeGreaterThan(0);
				if (switchOf(rule, turn.switch)?.unmoved) expect(moved).toBe(false);
				const fresh = start(machine, { values: after.context.values });
				expect(samePlace(placeOf(fresh), placeOf(after))).toBe(true);
				expect(fresh.context.trail).toEqual(after.context.trail);
			}
		}
	});

	it('comes back to the scene', () => {
		for (const { snapshot } of all) {
			const back = next(machine, snapshot, { type: 'RESET' });
			expect(back.context.values).toEqual(values);
			expect(back.context.trail).toEqual(start(machine, { values }).context.trail);
		}
	});

	it('waits at a question whose switch is not set', () => {
		expect(placeOf(start(machine, { values: {} }))).toBeUndefined();
	});
});
