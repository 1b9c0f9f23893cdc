import { describe, expect, test } from 'vitest';
import { boardOf, caseOf, questionOf, roomCards, type Material } from '#workshop/material.ts';
import { askedIn, boardsIn, programmeOf, standardOf } from '#workshop/paper/programme.ts';
import { clock, misreadingsOf, roundsOf, timed } from '#workshop/paper/timetable.ts';
import { LENGTHS, plan, type Step } from '#workshop/plan.ts';
import { cardViews } from '#workshop/session/cards.ts';
import { proposed } from '#workshop/session/draft.ts';
import { sessionOf } from '#workshop/session/fold.ts';
import { shipped } from '../../courses/shipped.ts';
import { mini, whole } from '../tracking/courses.ts';
import { someCards } from '#workshop/words.ts';
import { items, prepared } from './room.ts';

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

describe('what is printed for', () => {
	const step = (kind: Step['kind'], item: string): Step => ({
		id: `${kind}_${item}`,
		kind,
		minutes: 9,
		item
	});
	const [one, other] = [...items.boards.values()];
	const open = [...items.cases.values()].find((it) => it.type === 'domain' && it.undecided);
	if (!one || !other || !open) throw new Error('the course has too little');
	const steps = [
		step('case', open.id),
		step('question', 'q_gone'),
		{ ...step('board', one.id), cards: [...one.cards.slice(3, 6).map(({ id }) => id), 'c_gone'] },
		step('question', [...items.questions.keys()][0] ?? ''),
		step('board', other.id),
		{ ...step('board', other.id), id: 'gone', cards: ['c_gone'] }
	];
	const programme = programmeOf(items, { ...prepared, minutes: 90, steps });

	test.each(LENGTHS)('%i minutes is what is proposed for a session of them', (minutes) => {
		const standard = standardOf(items, minutes);
		expect(standard).toEqual({ minutes, steps: proposed(items, minutes) });
		expect(boardsIn(items, standard.steps)).toHaveLength(minutes === 30 ? 0 : 1);
	});

	test('a session are the steps that its wall shows', () => {
		const wall = sessionOf(items, { ...prepared, steps })?.shapes.map(({ step: { id } }) => id);
		expect(programme.steps.map(({ id }) => id)).toEqual(wall);
		expect(wall).toHaveLength(4);
		expect(programme).toMatchObject({ minutes: 90, prepared: { name: prepared.name } });
	});

	test('its boards are all of them, and a title says when cards stay in the box', () => {
		const boards = boardsIn(items, programme.steps);
		expect(boards.map(({ title }) => title)).toEqual([someCards(one.title, 3), other.title]);
		const shown = programme.steps.filter(({ kind }) => kind === 'board').map((it) => cardViews(items, it));
		const called = (all: readonly { no: number; id: string }[]) => all.map(({ no, id }) => [no, id]);
		expect(boards.map(({ cards }) => called(cards))).toEqual(shown.map(called));
		expect(boards[0]?.cards.map(({ no }) => no)).toEqual([1, 2, 3]);
	});

	test('is asked with every answer that the wall offers: questions by number, then cases', () => {
		const asked = askedIn(items, programme.steps);
		expect(asked.map(({ no, title }) => [no, title])).toEqual([
			[1, ''],
			[undefined, open.title]
		]);
		expect(asked[1]?.options).toHaveLength(
			sessionOf(items, { ...prepared, steps })?.shapes[0]?.options.length ?? 0
		);
		expect(asked[1]?.options).toContain(items.rule?.undecided.name);
	});
});
