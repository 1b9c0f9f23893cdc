/** What the trainer is given to say is what the printed time plan says, line by line where it belongs. */
import { expect, test } from 'vitest';
import { texts } from '#workshop/paper/texts.ts';
import { roundsOf } from '#workshop/paper/timetable.ts';
import { sayOf } from '#workshop/screens/say.ts';
import { slide as words } from '#workshop/screens/texts.ts';
import { cardOnWall, otherCards } from '#workshop/screens/notes-cards.ts';
import { cardViews } from '#workshop/session/cards.ts';
import type { Phase } from '#workshop/session/slides.ts';
import { happened, items, room, stepOf } from './room.ts';

const t = texts.timetable;
const session = room();
const say = (kind: string, phase: Phase) => sayOf(items, stepOf(session, kind).step, phase);

test('a question: a line for each phase, and what to remember once the answer is seen', () => {
	const { step } = stepOf(session, 'question');
	const takeaway = items.questions.get(step.item ?? '')?.takeaway ?? '';
	expect(takeaway).not.toBe('');
	expect(say('question', 'vote1')).toEqual([t.question[0], t.rounds(roundsOf(step.minutes))]);
	expect(say('question', 'talk')).toEqual([t.question[1]]);
	expect(say('question', 'vote2')).toEqual([t.question[2]]);
	expect(say('question', 'compare')).toEqual([t.question[2]]);
	expect(say('question', 'answer')).toEqual([t.takeaway(takeaway)]);
	expect(say('question', 'reason')).toEqual([t.takeaway(takeaway)]);
});

test('a case: its own lines, and the turning of its circumstances', () => {
	expect(say('case', 'vote1')[0]).toBe(t.case[0]);
	expect(say('case', 'talk')).toEqual([t.case[1]]);
	expect(say('case', 'what')).toEqual([t.case[2]]);
});

test('a board: placing, holding up, and the reasons of other tables', () => {
	const { step } = stepOf(session, 'board');
	expect(say('board', 'place')).toEqual([items.boards.get(step.item ?? '')?.lead, ...t.board]);
	expect(say('board', 'hold')).toEqual([words.hold(items.index.map.column)]);
	expect(say('board', 'heat')).toEqual([t.talkBoard[0]]);
	expect(say('board', 'card')).toEqual([t.talkBoard[1]]);
});

test('the steps without an item have all their lines', () => {
	expect(say('opening', 'text')).toEqual(t.opening(items.index.serves.text));
	expect(say('closing', 'text')).toEqual(t.closing);
	expect(say('talk', 'text').slice(0, 2)).toEqual(t.talkBoard);
	expect(sayOf(items, { id: 'x', kind: 'talk', minutes: 5 }, 'text')).toEqual(t.talk);
	expect(sayOf(items, { id: 'x', kind: 'lecture', minutes: 5 }, 'text')).toEqual(
		t.lecture(items.index.map.title)
	);
});

test('no slide with something to explain is silent', () => {
	for (const slide of session.slides) {
		const step = session.shapes.find((shape) => shape.step.id === slide.step)?.step;
		expect(step && sayOf(items, step, slide.phase), slide.id).not.toEqual([]);
	}
});

test('the card on the wall comes first, then the others in the order of the wall', () => {
	const { step, cards, columns } = stepOf(session, 'board');
	const [first = '', second = '', third = ''] = cards;
	const place = (card: string, ...at: number[]) =>
		at.map((column, i) => ({
			type: 'PLACE' as const,
			step: step.id,
			card,
			table: i + 1,
			column: columns[column] ?? ''
		}));
	// The third card is the most disputed, then the second.
	const entered = [...place(first, 0, 0, 0), ...place(second, 0, 0, 1), ...place(third, 0, 1, 2)];
	const at = (phase: string) =>
		session.stand(happened([...entered, { type: 'GO', slide: `${step.id}-${phase}` }]));
	const all = cardViews(items, step).map(({ id }) => id);

	expect(cardOnWall(items, step, at('hold-1'))?.id).toBe(second);
	expect(otherCards(items, step, at('hold-1')).map(({ id }) => id)).toEqual(
		all.filter((id) => id !== second)
	);
	expect(cardOnWall(items, step, at('heat-0'))).toBeUndefined();
	expect(
		otherCards(items, step, at('heat-0'))
			.slice(0, 3)
			.map(({ id }) => id)
	).toEqual([third, second, first]);
	expect(cardOnWall(items, step, at('card-0'))?.id).toBe(third);
	expect(otherCards(items, step, at('card-0'))[0]?.id).toBe(second);
});
