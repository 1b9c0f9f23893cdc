/** The machine of a training session, from every slide, and what undoing, replaying and the two windows make of it. */
import { describe, expect, test } from 'vitest';
import { merged, type Standing } from '#workshop/session/fold.ts';
import type { Move } from '#workshop/session/prepared.ts';
import { happened, room, stepOf, wholeSession } from './room.ts';

const session = room();
const { slides } = session;
const question = stepOf(session, 'question');
const board = stepOf(session, 'board');
const shown = ({ can: _can, undoable: _undoable, since: _since, begun: _begun, ...rest }: Standing) => rest;
/** The session standing on a slide. */
const on = (slide: string) => happened([{ type: 'GO', slide }]);

describe('from every slide', () => {
	test.each(slides.map(({ id }, at) => [id, at] as const))('%s: each control does what it says', (id, at) => {
		const before = at === 0 ? [] : on(id);
		const here = session.stand(before);
		const after = (move: Move) => session.stand(happened([move], before));
		expect(here.slide.id).toBe(id);
		expect(here.at).toBe(at);

		// Onward and back by one, and no further than there are slides.
		expect(here.can({ type: 'NEXT' })).toBe(at < slides.length - 1);
		expect(after({ type: 'NEXT' }).at).toBe(Math.min(at + 1, slides.length - 1));
		expect(here.can({ type: 'BACK' })).toBe(at > 0);
		expect(after({ type: 'BACK' }).at).toBe(Math.max(at - 1, 0));
		for (const slide of slides) expect(after({ type: 'GO', slide: slide.id }).slide).toEqual(slide);

		// Everything that is entered leaves the slide where it is.
		const entries: Move[] = [
			{ type: 'COUNT', step: question.step.id, round: 1, option: question.options[1] ?? '', count: 7 },
			{ type: 'COUNT', step: question.step.id, round: 2, option: question.options[0] ?? '', count: 9 },
			{
				type: 'PLACE',
				step: board.step.id,
				card: board.cards[0] ?? '',
				table: 3,
				column: board.columns[2] ?? ''
			},
			{ type: 'TIMER', until: 5_000 },
			{ type: 'BLANK', on: true },
			{ type: 'NOTE', step: question.step.id, text: '問い' },
			{ type: 'PEOPLE', count: 23 }
		];
		for (const move of entries) {
			const entered = session.stand(happened([move], before));
			expect(entered.slide.id).toBe(id);
			expect(shown(entered), move.type).not.toEqual(shown(here));
			expect(entered.undoable?.move).toEqual(move);
			// And is taken back by one UNDO, whatever it was.
			expect(shown(session.stand(happened([move, { type: 'UNDO' }], before)))).toEqual(shown(here));
		}
		const all = session.stand(happened(entries, before));
		expect(all.steps[question.step.id]?.counts).toEqual([
			{ [question.options[1] ?? '']: 7 },
			{ [question.options[0] ?? '']: 9 }
		]);
		expect(all.steps[board.step.id]?.placed).toEqual({ [board.cards[0] ?? '']: { 3: board.columns[2] } });
		expect(all.steps[question.step.id]?.note).toBe('問い');
		expect([all.until, all.blank, all.people]).toEqual([5_000, true, 23]);

		// What does not fit changes nothing.
		const wrong: Move[] = [
			{ type: 'GO', slide: 'nowhere' },
			{ type: 'GO', slide: id },
			{ type: 'COUNT', step: board.step.id, round: 1, option: 'a', count: 1 },
			{ type: 'COUNT', step: question.step.id, round: 1, option: 'nobody', count: 1 },
			{ type: 'PLACE', step: board.step.id, card: 'nobody', table: 1, column: board.columns[0] ?? '' },
			{
				type: 'PLACE',
				step: board.step.id,
				card: board.cards[0] ?? '',
				table: 4,
				column: board.columns[0] ?? ''
			},
			{ type: 'PLACE', step: board.step.id, card: board.cards[0] ?? '', table: 1, column: 'nowhere' },
			{ type: 'NOTE', step: 'constructor', text: 'x' },
			{ type: 'TURN', step: question.step.id, switch: 'toString', option: 'x' }
		];
		for (const move of wrong) {
			expect(here.can(move)).toBe(false);
			expect(shown(after(move))).toEqual(shown(here));
		}
	});
});

describe('a whole session', () => {
	const events = happened(wholeSession(session));

	test('shows every slide once, each with what is entered there', () => {
		const last = session.stand(events);
		expect(last.slide).toEqual(slides.at(-1));
		expect(Object.keys(last.steps[board.step.id]?.placed ?? {})).toEqual(board.cards);
		expect(last.steps[question.step.id]?.counts).toEqual([
			Object.fromEntries(question.options.map((option, i) => [option, i + 1])),
			Object.fromEntries(question.options.map((option, i) => [option, i * 2 + 1]))
		]);
	});

	test('the answer is on no slide before the one that is called so', () => {
		for (const { step } of session.shapes.filter(({ options }) => options.length > 0)) {
			const phases = slides.filter((slide) => slide.step === step.id).map(({ phase }) => phase);
			expect(phases.slice(0, 5)).toEqual(['vote1', 'talk', 'vote2', 'compare', 'answer']);
		}
	});

	test('comes to the same state from any prefix replayed, in any order of arrival', () => {
		for (let length = 0; length <= events.length; length += 7) {
			const prefix = events.slice(0, length);
			const once = shown(session.stand(prefix));
			expect(shown(room().stand(structuredClone(prefix)))).toEqual(once);
			expect(shown(session.stand(merged(prefix.slice(length / 2), [...prefix].reverse())))).toEqual(once);
		}
	});

	test('is undone to its beginning, and no further', () => {
		const undo = events.map((): Move => ({ type: 'UNDO' }));
		const back = session.stand(happened(undo, events));
		expect(shown(back)).toEqual(shown(session.stand([])));
		expect(back.can({ type: 'UNDO' })).toBe(false);
		const further = session.stand(happened([{ type: 'UNDO' }, { type: 'NEXT' }], happened(undo, events)));
		expect(further.at).toBe(1);
	});

	test('events of two windows made at the same time are taken in one order', () => {
		const known = happened([{ type: 'NEXT' }]);
		const count = (id: string, n: number) => ({
			id,
			n: 2,
			at: 0,
			move: {
				type: 'COUNT' as const,
				step: question.step.id,
				round: 1 as const,
				option: question.options[0] ?? '',
				count: n
			}
		});
		const [a, b] = [count('a', 5), count('b', 6)];
		expect(merged([...known, a], [b])).toEqual(merged([...known, b], [a]));
	});

	test('moving on shows something again and stops the clock', () => {
		const moved = session.stand(
			happened([{ type: 'TIMER', until: 9 }, { type: 'BLANK', on: true }, { type: 'NEXT' }])
		);
		expect([moved.until, moved.blank, moved.at]).toEqual([undefined, false, 1]);
	});
});
