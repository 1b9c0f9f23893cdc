import { describe, expect, it } from 'vitest';
import { rightResponse, type Question } from '#questions/registry.ts';
import type { Happened, ProgressEvent } from '#record/events.ts';
import type { Json } from '#record/json.ts';
import { createTracking } from '#tracking/tracking.ts';
import { mini } from './courses.ts';
import { rule } from './shown.ts';

const tracking = createTracking(mini, rule);
const stamp = { id: 'e1', at: 1_800_000_000_000 };
const told = (happened: Happened) => tracking.interaction({ ...happened, ...stamp } as ProgressEvent);
/** The points say nothing right on purpose: the answer alone tells. */
const answer = (item: string, response: Json, more: object = {}): Happened => ({
	type: 'answered',
	item,
	response,
	earned: 0,
	total: 1,
	...more
});

describe('what an LMS is told of an answer', () => {
	it('a choice: the place of the option in the file, whatever the order on the screen', () => {
		expect(told(answer('q1_1', 'c', { ms: 1_500 }))).toEqual({
			item: 'q1_1',
			unit: 'm1',
			at: stamp.at,
			ms: 1_500,
			right: false,
			answer: { type: 'choice', response: [2], correct: [1] }
		});
		expect(told(answer('q1_1', 'b'))).toMatchObject({ right: true });
	});

	it('several choices: their places in the order of the file', () => {
		expect(told(answer('q2_3', ['c', 'a']))?.answer).toEqual({
			type: 'choice',
			response: [0, 2],
			correct: [1, 2]
		});
	});

	it('an order: places in the order given', () => {
		expect(told(answer('q2_2', ['i3', 'i1', 'i2']))?.answer).toEqual({
			type: 'sequencing',
			response: [2, 0, 1],
			correct: [0, 1, 2]
		});
	});

	it('a matching: places of pair and answer', () => {
		expect(told(answer('q1_2', { p3: 'a3', p1: 'a4', p2: 'a2' }))?.answer).toEqual({
			type: 'matching',
			response: [
				[0, 3],
				[1, 1],
				[2, 2]
			],
			correct: [
				[
					[0, 0],
					[1, 1],
					[2, 2]
				]
			]
		});
	});

	it('a placement: places of card and column, and a pattern for every way to be right', () => {
		expect(told(answer('q2_1', { c1: 'daidokoro', c2: 'kyoten', c3: 'kyoten', c4: 'kyoten' }))).toMatchObject(
			{
				right: false,
				answer: {
					type: 'matching',
					response: [
						[0, 0],
						[1, 1],
						[2, 1],
						[3, 1]
					],
					correct: [
						[
							[0, 0],
							[1, 1],
							[2, 1],
							[3, 2]
						],
						[
							[0, 0],
							[1, 1],
							[2, 2],
							[3, 2]
						]
					]
				}
			}
		);
	});

	it('more than ten ways to be right are not listed', () => {
		const question = mini.units.flatMap((unit) => unit.questions).find((one) => one.id === 'q2_1');
		if (question?.type !== 'placement') throw new Error('q2_1 is a placement');
		const patterns = (cards: number) => {
			const columns = ['daidokoro', 'kyoten', 'atsumeru'];
			const changed: Question = {
				...question,
				cards: question.cards.map((card, i) => ({ ...card, column: i < cards ? columns : 'kyoten' }))
			};
			const units = mini.units.map((unit) => ({
				...unit,
				questions: unit.questions.map((one) => (one.id === 'q2_1' ? changed : one))
			}));
			const event = answer('q2_1', rightResponse(changed));
			const interaction = createTracking({ ...mini, units }, rule).interaction({
				...event,
				...stamp
			} as ProgressEvent);
			return interaction?.answer.correct.length;
		};
		expect([0, 1, 2, 3].map(patterns)).toEqual([1, 3, 9, 0]);
	});

	it('the first round of a board: right cards in their own column, wrong ones where they stood', () => {
		const check = (round: number): Happened => ({
			type: 'boardChecked',
			board: 'b_mono',
			right: ['c_kami', 'c_yasai', 'c_denchi'],
			wrong: { c_furugi: 'atsumeru' },
			round
		});
		expect(told(check(1))).toEqual({
			item: 'b_mono',
			unit: 'm2',
			at: stamp.at,
			right: false,
			answer: {
				type: 'matching',
				response: [
					[0, 0],
					[1, 2],
					[2, 1],
					[3, 2]
				],
				correct: [
					[
						[0, 0],
						[1, 1],
						[2, 1],
						[3, 2]
					]
				]
			}
		});
		expect(told(check(2))).toBeUndefined();
		expect(
			told({
				type: 'boardChecked',
				board: 'b_mono',
				right: ['c_yasai', 'c_furugi', 'c_denchi', 'c_kami'],
				wrong: {},
				round: 1
			})
		).toMatchObject({ right: true });
	});

	it('a case about the column: the place of the column, the best one, and the share of the points', () => {
		expect(told(answer('k_niwa', 'kyoten', { page: 'k_niwa', ms: 2_000 }))).toEqual({
			item: 'k_niwa',
			unit: 'm2',
			at: stamp.at,
			ms: 2_000,
			right: false,
			share: 0.75,
			answer: { type: 'choice', response: [1], correct: [0] }
		});
		expect(told(answer('k_niwa', 'daidokoro'))).toMatchObject({ right: true, share: 1 });
		expect(told(answer('k_niwa', 'atsumeru'))).toMatchObject({ right: false, share: 0 });
	});

	it('a case about what to do: the place of the option, and no right one where several are best', () => {
		expect(told(answer('k_mizu', 'b'))).toMatchObject({
			share: 0.75,
			answer: { type: 'choice', response: [1], correct: [0] }
		});
		const units = mini.units.map((unit) => ({
			...unit,
			cases: unit.cases.map((it) =>
				it.type === 'conduct'
					? { ...it, options: it.options.map((one) => ({ ...one, band: 'best' as const })) }
					: it
			)
		}));
		const event = { ...answer('k_mizu', 'b'), ...stamp } as ProgressEvent;
		expect(createTracking({ ...mini, units }, rule).interaction(event)).toMatchObject({
			right: true,
			answer: { type: 'choice', response: [1], correct: [] }
		});
	});

	it('a case in steps: places of step and option on the way taken, the share of its points, and no right way', () => {
		expect(
			told(answer('w_hikkoshi', { houhou: 'fukuro', mae: 'tsumeru', dore: 'kyoten', yarinaosu: 'wakeru' }))
		).toMatchObject({
			item: 'w_hikkoshi',
			unit: 'm2',
			right: false,
			// 1 + 4 + 4 + 1 of 16
			share: 0.625,
			answer: {
				type: 'matching',
				response: [
					[0, 1],
					[1, 0],
					[2, 0],
					[3, 2]
				],
				correct: []
			}
		});
	});

	it('a statement: yes or no, of which nothing is right or wrong', () => {
		expect(told(answer('t_m2_after', 'no', { page: 'pretest_after' }))).toEqual({
			item: 't_m2_after',
			unit: 'm2',
			at: stamp.at,
			right: false,
			neutral: true,
			answer: { type: 'choice', response: [1], correct: [] }
		});
	});

	it('the unit of a test item is the chapter it asks about', () => {
		expect(told(answer('f2_1', 'b'))?.unit).toBe('m2');
	});

	it('nothing of what is no answer, is unknown, or does not fit the question', () => {
		for (const event of [
			{ type: 'pageDone', page: 'm1_p1' },
			{ type: 'drafted', item: 'q1_1', where: 'page:m1_p1', response: 'b' },
			answer('gone', 'b'),
			answer('constructor', 'b'),
			answer('q1_1', 'gone'),
			answer('q1_2', { p1: 'a1' }),
			answer('q2_3', null),
			answer('k_niwa', 'undecided'),
			answer('k_niwa', 'gone'),
			answer('k_mizu', ['a']),
			answer('w_hikkoshi', { mae: 'wakeru', dore: 'kyoten' }),
			answer('w_hikkoshi', 'mae'),
			answer('t_m1', 'yes'),
			answer('t_m1_before', 'maybe'),
			{ type: 'commented', item: 'k_niwa', text: '考え' },
			{ type: 'boardChecked', board: 'gone', right: ['c_yasai'], wrong: {}, round: 1 },
			{ type: 'boardChecked', board: 'b_mono', right: ['gone'], wrong: { gone: 'kyoten' }, round: 1 }
		] satisfies Happened[])
			expect(told(event)).toBeUndefined();
	});
});
