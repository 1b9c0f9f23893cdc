import { describe, expect, test } from 'vitest';
import type { Material } from '#workshop/material.ts';
import type { Question } from '#questions/registry.ts';
import { boardsOf, casesOf, isVotable, practiceQuestions, roomCards } from '#workshop/material.ts';
import { LENGTHS, plan, type Plan } from '#workshop/plan.ts';
import { shipped } from '../../courses/shipped.ts';
import { mini, whole } from '../tracking/courses.ts';

const courses: [string, Material][] = [
	['the shipped course', whole(shipped())],
	['the second course', mini]
];
const bare = ({ index, units }: Material): Material => ({
	index,
	units: units.map((unit) => ({ ...unit, questions: [], boards: [], cases: [] }))
});
const items = (made: Plan) => made.steps.flatMap(({ item }) => item ?? []);
const whichOf = (made: Plan, kind: string) => made.steps.filter((step) => step.kind === kind);

describe.each(courses)('a plan of %s', (_, material) => {
	const known = {
		question: practiceQuestions(material).map(({ id }) => id),
		board: boardsOf(material).map(({ id }) => id),
		case: casesOf(material).map(({ id }) => id)
	};

	test.each(LENGTHS)('fills %i minutes, in whole ones', (minutes) => {
		const made = plan(material, minutes);
		expect(made.minutes).toBe(minutes);
		expect(made.steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes);
		expect(made.steps.every((step) => Number.isInteger(step.minutes) && step.minutes > 0)).toBe(true);
		expect(made.steps[0]?.kind).toBe('opening');
		expect(made.steps.at(-1)?.kind).toBe('closing');
		expect(new Set(made.steps.map(({ id }) => id)).size).toBe(made.steps.length);
	});

	test.each(LENGTHS)('of %i minutes is the same when it is made again', (minutes) => {
		expect(plan(structuredClone(material), minutes)).toEqual(plan(material, minutes));
	});

	test.each(LENGTHS)('of %i minutes names practice items of its kind, and none twice', (minutes) => {
		const made = plan(material, minutes);
		for (const kind of ['question', 'board', 'case'] as const) {
			for (const { item } of whichOf(made, kind)) expect(known[kind]).toContain(item);
		}
		const once = items({ ...made, steps: made.steps.filter(({ kind }) => kind !== 'talk') });
		expect(new Set(once).size).toBe(once.length);
		const final = material.units.flatMap(({ questions }) =>
			questions.filter(({ use }) => use === 'final').map(({ id }) => id)
		);
		expect(final.length).toBeGreaterThan(0);
		expect(items(made).filter((id) => final.includes(id))).toEqual([]);
		expect(whichOf(made, 'question').length).toBeGreaterThan(0);
	});

	test.each([60, 90] as const)(
		'of %i minutes places cards of its board, from every column it has',
		(minutes) => {
			const [step] = whichOf(plan(material, minutes), 'board');
			const board = boardsOf(material).find(({ id }) => id === step?.item);
			const cards = board?.cards.filter(({ id }) => step?.cards?.includes(id)) ?? [];
			expect(cards.map(({ id }) => id)).toEqual(step?.cards);
			expect(cards.length).toBe(Math.min(board?.cards.length ?? 0, minutes === 60 ? 8 : 16));
			const domainOf = (entry: string) =>
				material.index.map.rows.flatMap(({ entries }) => entries).find(({ id }) => id === entry)?.domain;
			const domains = (some: typeof cards) => new Set(some.map(({ entry }) => domainOf(entry)));
			expect(domains(cards)).toEqual(domains(board?.cards ?? []));
		}
	);

	test.each([60, 90] as const)('of %i minutes asks nothing that tells where a card lies', (minutes) => {
		const made = plan(material, minutes);
		const [step] = whichOf(made, 'board');
		const board = boardsOf(material).find(({ id }) => id === step?.item);
		if (!board) throw new Error('No board');
		const cards = roomCards(material, board, step?.cards).map(({ text }) => text);
		const asked = practiceQuestions(material).filter(({ id }) =>
			whichOf(made, 'question').some(({ item }) => item === id)
		);
		expect(asked.length).toBeGreaterThan(0);
		const tells = (question: Question) => cards.some((card) => JSON.stringify(question).includes(card));
		const harmless = practiceQuestions(material).filter((one) => isVotable(one) && !tells(one));
		// Where there are not enough of them, what is left is asked all the same.
		expect(asked.filter((one) => !tells(one)).length).toBe(Math.min(asked.length, harmless.length));
	});

	test('has a case that can be argued about, and a talk about the board', () => {
		const made = plan(material, 60);
		const found = casesOf(material).find(({ id }) => id === whichOf(made, 'case')[0]?.item);
		expect(found?.type).toBe('domain');
		expect(JSON.stringify(found)).toContain('"defensible"');
		expect(whichOf(made, 'talk').map(({ item }) => item)).toEqual([boardsOf(material)[0]?.id]);
	});

	test.each(LENGTHS)('of %i minutes talks instead where there is nothing to ask', (minutes) => {
		const made = plan(bare(material), minutes);
		expect(made.steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes);
		expect(items(made)).toEqual([]);
		expect(new Set(made.steps.map(({ kind }) => kind))).not.toContain('question');
	});
});

test('questions of a short plan are of several units and drill several pairs', () => {
	const material = whole(shipped());
	const chosen = practiceQuestions(material).filter(({ id }) => items(plan(material, 30)).includes(id));
	expect(chosen).toHaveLength(3);
	expect(new Set(chosen.map(({ unit }) => unit)).size).toBe(3);
	expect(new Set(chosen.map(({ drills }) => drills)).size).toBe(3);
	expect(chosen.map(({ drills }) => drills)).not.toContain(undefined);
});
