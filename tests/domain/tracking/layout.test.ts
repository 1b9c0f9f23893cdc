/** The course changes while people are learning: states of earlier revisions are read, and what is gone is kept. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Happened } from '#record/events.ts';
import { fold, type LearnerRecord } from '#record/record.ts';
import type { WholeCourse } from '#tracking/course.ts';
import type { Layout } from '#tracking/layout.ts';
import { emptySide } from '#tracking/side.ts';
import { createTracking } from '#tracking/tracking.ts';
import { stamped } from '../record/events.ts';
import { mini } from './courses.ts';
import { Learner } from './learner.ts';
import { rule } from './shown.ts';
import { steps } from './steps.ts';
import { same } from './valid.ts';

const seed = Number(process.env['SEED'] ?? 20261103);
console.info(`property tests: SEED=${seed}`);
const side = emptySide();

/** The next revision: a page, two questions, an option and a card are gone, the rest stands in another order. */
const later: WholeCourse = {
	index: {
		...mini.index,
		revision: mini.index.revision + 1,
		units: mini.index.units.map((unit) => ({
			...unit,
			pages: unit.pages.filter((page) => page.id !== 'm1_p1').reverse(),
			questions: unit.questions.filter(({ id }) => id !== 'q1_2' && id !== 'f2_3').reverse()
		}))
	},
	units: mini.units.map((unit) => ({
		...unit,
		questions: unit.questions
			.filter(({ id }) => id !== 'q1_2' && id !== 'f2_3')
			.map((q) =>
				q.type === 'single' ? { ...q, options: q.options.filter((o) => o.id !== 'c').reverse() } : q
			)
			.reverse(),
		boards: unit.boards.map((board) => ({ ...board, cards: board.cards.slice(1).reverse() }))
	}))
};
const old = createTracking(mini, rule);
/** A layout as it comes from a file. */
const kept = JSON.parse(JSON.stringify(old.layout)) as Layout;
const now = createTracking(later, rule, [kept]);
const read = (tracking: typeof old, text: string): LearnerRecord => {
	const state = tracking.unpack(text);
	if (!state.ok) throw new Error(state.error);
	return fold('mini_gomi', state.value.events);
};
const after = (...list: Happened[]) =>
	fold(
		'mini_gomi',
		stamped(
			[{ type: 'started', revision: 3, seed: 'abcdefghijklmnop' }, ...list],
			(step) => 1_800_000_000_000 + step
		)
	);
const answer = (
	item: string,
	response: string | string[] | Record<string, string>,
	right: boolean
): Happened => ({
	type: 'answered',
	item,
	response,
	earned: right ? 1 : 0,
	total: 1
});

describe('a state of an earlier revision', () => {
	it('is read by its layout: nothing moves to another place', () => {
		const text = old.pack(
			after(
				{ type: 'pageDone', page: 'm1_p1' },
				{ type: 'pageOpened', page: 'm2_p1' },
				answer('q1_1', 'b', true),
				answer('q2_3', ['a', 'b'], false),
				{ type: 'flagged', item: 'q2_1', on: true }
			),
			side
		);
		const record = read(now, text);
		expect(Object.keys(record.pages).sort()).toEqual(['m1_p1', 'm2_p1']);
		expect(record.items.q1_1).toMatchObject({ right: true, last: { response: 'b' } });
		expect(record.items.q2_3).toMatchObject({ right: false, last: { response: ['a', 'b'] } });
		expect(record.flagged).toEqual(['q2_1']);
	});

	it('keeps what the course no longer has, with its verdict, through any number of packings', () => {
		const first = read(
			now,
			old.pack(
				after(
					answer('q1_2', { p1: 'a1', p2: 'a2', p3: 'a4' }, false),
					answer('f2_3', { c1: 'ie', c2: 'ie', c3: 'machi' }, true),
					answer('f1_1', 'c', false)
				),
				side
			)
		);
		const again = read(now, now.pack(read(now, now.pack(first, side)), side));
		for (const record of [first, again]) {
			expect(record.items.q1_2).toMatchObject({
				right: false,
				last: { response: { p1: 'a1', p2: 'a2', p3: 'a4' } }
			});
			expect(record.items.f2_3).toMatchObject({
				right: true,
				last: { response: { c1: 'ie', c2: 'ie', c3: 'machi' } }
			});
			expect(record.items.f1_1).toMatchObject({ right: false, last: { response: 'c' } });
		}
	});

	it('keeps a passed test whose questions are gone', () => {
		const learner = new Learner(mini).takesTest(1, 4).takesTest(2, 0);
		const record = read(now, now.pack(read(now, old.pack(learner.record, side)), side));
		expect(now.standing(record)).toMatchObject({ passed: true, score: 100 });
	});

	it('is packed again without a loss, whatever was done', () => {
		fc.assert(
			fc.property(steps(80), (list) => {
				const first = now.pack(read(now, old.pack(new Learner(mini).does(list).record, side)), side);
				expect(first.length).toBeLessThanOrEqual(now.worst);
				same(now.pack(read(now, first), side), first);
			}),
			{ seed, numRuns: 150 }
		);
	});

	it('leaves a board where it stood, as far as its cards are there', () => {
		const place = (card: string, column: string): Happened => ({
			type: 'boardMoved',
			board: 'b_mono',
			move: { type: 'PLACE', card, column }
		});
		const text = old.pack(
			after(place('c_yasai', 'kyoten'), place('c_kami', 'atsumeru'), place('c_furugi', 'daidokoro')),
			side
		);
		const moves = read(now, text).boards.b_mono?.moves;
		expect(moves?.filter((move) => move.type === 'PLACE')).toEqual([
			{ type: 'PLACE', card: 'c_kami', column: 'atsumeru' },
			{ type: 'PLACE', card: 'c_furugi', column: 'daidokoro' }
		]);
	});
});

describe('a state of an unknown layout', () => {
	const code = (tracking: typeof old, text: string) => {
		const state = tracking.unpack(text);
		return state.ok ? 'ok' : state.error;
	};
	it('is newer when a later revision wrote it, and foreign when an earlier one did', () => {
		const record = after({ type: 'pageOpened', page: 'm2_p1' });
		const alone = createTracking(later, rule);
		expect(code(old, alone.pack(record, side))).toBe('newer');
		expect(code(alone, old.pack(record, side))).toBe('foreign');
		expect(code(now, alone.pack(record, side))).toBe('ok');
		expect(code(createTracking(later, rule, [now.layout]), now.pack(record, side))).toBe('ok');
	});

	it('does not come from new wording: the same things at the same places are the same layout', () => {
		const reworded = {
			index: { ...mini.index, revision: 9 },
			units: mini.units.map((unit) => ({
				...unit,
				questions: unit.questions.map((q) => ({ ...q, stem: `${q.stem}。` }))
			}))
		};
		const text = old.pack(after(answer('q1_1', 'b', true)), side);
		expect(read(createTracking(reworded, rule), text).items.q1_1?.right).toBe(true);
	});
});
