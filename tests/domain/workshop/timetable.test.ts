import { describe, expect, test } from 'vitest';
import { boardOf, caseOf, questionOf, roomCards, type Material } from '#workshop/material.ts';
import { clock, misreadingsOf, roundsOf, timed } from '#workshop/paper/timetable.ts';
import { LENGTHS, plan, type Step } from '#workshop/plan.ts';
import { shipped } from '../../courses/shipped.ts';
import { mini, whole } from '../tracking/courses.ts';

test('the parts of a question are as long as its step', () => {
	for (let minutes = 4; minutes <= 30; minutes++) {
		const parts = Object.values(roundsOf(minutes));
		expect(
			parts.reduce((sum, part) => sum + part, 0),
			`${minutes}`
		).toBe(minutes);
		expect(Math.min(...parts)).toBeGreaterThan(0);
	}
});

test('every step begins when the one before it ends', () => {
	const steps = plan(mini, 90).steps;
	const times = timed(steps);
	expect(times[0]?.from).toBe(0);
	times
		.slice(1)
		.forEach(({ from }, i) => expect(from).toBe((times[i]?.from ?? 0) + (steps[i]?.minutes ?? 0)));
	expect([0, 5, 59, 60, 85].map(clock)).toEqual(['0:00', '0:05', '0:59', '1:00', '1:25']);
});

describe.each<[string, Material]>([
	['the shipped course', whole(shipped())],
	['the second course', mini]
])('what is easily got wrong in %s', (_, material) => {
	const step = (kind: Step['kind']) =>
		LENGTHS.flatMap((minutes) => plan(material, minutes).steps).filter((one) => one.kind === kind);

	test('is never right, and has the reason of that option', () => {
		for (const one of step('question')) {
			const options = questionOf(material, one.item)?.options ?? [];
			const told = misreadingsOf(material, one);
			expect(told).toHaveLength(Math.min(2, options.filter(({ right }) => !right).length));
			for (const { name, reason } of told) {
				const option = options.find((it) => it.reason === reason);
				expect(option?.right).toBe(false);
				expect(name).toContain(option?.text);
			}
		}
	});

	test('is a neighbour of the column where a card stands', () => {
		const names = material.index.map.domains.map(({ name }) => name);
		for (const one of step('board')) {
			const board = boardOf(material, one.item);
			const cards = board ? roomCards(material, board, one.cards) : [];
			const told = misreadingsOf(material, one);
			expect(told.length).toBe(Math.min(4, cards.length));
			told.forEach(({ name, reason }, i) => {
				const card = cards[i];
				const column = names.indexOf(name.split('→')[1] ?? '');
				const right = material.index.map.domains.findIndex(({ id }) => id === card?.domain);
				expect(Math.abs(column - right)).toBe(1);
				expect(name).toContain(`${card?.no}　${card?.text}`);
				expect(Object.values(card?.elsewhere ?? {}).map((it) => it.reason)).toContain(reason);
			});
		}
	});

	test('in a case is what can be argued for, never the best', () => {
		for (const one of step('case')) {
			const found = caseOf(material, one.item);
			const cells = found?.type === 'domain' ? Object.values(found.cells) : (found?.options ?? []);
			const told = misreadingsOf(material, one).map(
				({ reason }) => cells.find((cell) => cell.reason === reason)?.band
			);
			expect(told[0]).toBe('defensible');
			expect(told).not.toContain('best');
		}
	});
});
