/** What the trainer says now: the lines of the printed time plan that belong to what is on the wall. Pure. */
import { texts } from '../paper/texts.ts';
import { roundsOf } from '../paper/timetable.ts';
import { askedOf } from '../session/choices.ts';
import type { Items } from '../session/items.ts';
import type { Step } from '../session/prepared.ts';
import type { Phase } from '../session/slides.ts';
import { slide as words } from './texts.ts';

const t = texts.timetable;

/** Lines in the order they are said; none where the answer or the reason on the wall says all. */
export function sayOf(items: Items, step: Step, phase: Phase): string[] {
	const { index, boards } = items;
	const board = boards.get(step.item ?? '');
	switch (step.kind) {
		case 'opening':
			return t.opening(index.serves.text);
		case 'lecture':
			return t.lecture(index.map.title);
		case 'talk':
			return board ? [...t.talkBoard, ...(board.notice === undefined ? [] : [board.notice])] : t.talk;
		case 'closing':
			return t.closing;
		case 'board':
			return sayOfBoard(phase, board?.lead, index.map.column);
		default:
			return sayOfVote(items, step, phase);
	}
}

function sayOfVote(items: Items, step: Step, phase: Phase): string[] {
	const [alone = '', talk = '', again = ''] = t.question;
	const [read = '', discuss = '', turn = ''] = t.case;
	const scene = step.kind === 'case';
	switch (phase) {
		case 'vote1':
			return [scene ? read : alone, t.rounds(roundsOf(step.minutes))];
		case 'talk':
			return [scene ? discuss : talk];
		case 'vote2':
		case 'compare':
			return [again];
		case 'answer':
		case 'reason': {
			const takeaway = askedOf(items, step)?.takeaway;
			return takeaway === undefined ? [] : [t.takeaway(takeaway)];
		}
		case 'what':
			return [turn];
		default:
			return [];
	}
}

function sayOfBoard(phase: Phase, lead: string | undefined, column: string): string[] {
	const [disputed = '', listen = ''] = t.talkBoard;
	switch (phase) {
		case 'place':
			return [...(lead === undefined ? [] : [lead]), ...t.board];
		case 'hold':
			return [words.hold(column)];
		case 'heat':
			return [disputed];
		case 'card':
			return [listen];
		default:
			return [];
	}
}
