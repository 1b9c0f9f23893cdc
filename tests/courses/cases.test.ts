/** The shipped cases: every combination of every case is enumerated, every way of every case in steps is walked. */
import { describe, expect, it, test } from 'vitest';
import { combinations } from '#scenario/enumerate.ts';
import { start } from '#scenario/replay.ts';
import { placeOf, ruleMachine } from '#scenario/rule.ts';
import { checkCasework } from '../domain/scenario/walk-casework.ts';
import { shipped } from './shipped.ts';

const course = shipped();
const { rule, map } = course;
if (!rule) throw new Error('the course has no rule');
const cases = course.units.flatMap((unit) => unit.cases);
const domainCases = cases.flatMap((item) => (item.type === 'domain' ? [item] : []));
const casework = course.units.flatMap((unit) => unit.casework);

describe.each(domainCases)('the case $id', (item) => {
	const all = combinations(rule, item.set, item.turn);

	it('leads every combination of its switches to one column, or says that the source decides nothing', () => {
		const options = item.turn.map((id) => rule.switches.find((one) => one.id === id)?.options.length ?? 0);
		expect(all).toHaveLength(options.reduce((product, n) => product * n, 1));
		for (const { snapshot, values } of all) expect(placeOf(snapshot), JSON.stringify(values)).toBeDefined();
	});

	it('has its best answer where the rule leads', () => {
		const place = placeOf(start(ruleMachine(rule), { values: item.set }));
		expect(typeof place === 'object' ? item.cells[place.domain]?.band : item.undecided?.band).toBe('best');
	});
});

test('turning the switches of the cases reaches every column', () => {
	const places = domainCases.flatMap((item) =>
		combinations(rule, item.set, item.turn).map(({ snapshot }) => placeOf(snapshot))
	);
	const reached = new Set(places.flatMap((place) => (typeof place === 'object' ? [place.domain] : [])));
	expect([...reached].sort()).toEqual(map.domains.map(({ id }) => id).sort());
});

test.each(casework)('the case in steps $id is sound on every way', (work) => checkCasework(work));
