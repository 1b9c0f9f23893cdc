/** Records of the second course, as files: somebody who has begun, and somebody who has done everything. */
import { readResponse, rightResponse, scoreQuestion, type Question } from '#questions/registry.ts';
import type { Happened, ProgressEvent } from '#record/events.ts';
import type { Kiroku } from '#record/kiroku.ts';
import { mini, questionOf, questionsOf } from '../support/course.ts';

const course = mini();
export const CARRIER = '佐藤 一郎';
/** 1 April 2026, noon in Japan. */
const AT = Date.UTC(2026, 3, 1, 3);

function answered(question: Question, at: { page?: string; run?: string }): Happened {
	const response = readResponse(question, rightResponse(question));
	const score = scoreQuestion(question, response);
	if (response === undefined || score.status !== 'scored') throw new Error(question.id);
	return { type: 'answered', item: question.id, response, earned: score.earned, total: score.total, ...at };
}

/** Every page of a unit opened, answered and left; every board placed rightly. */
function learned(unit: (typeof course.units)[number]): Happened[] {
	return unit.pages.flatMap(({ id: page, blocks }): Happened[] => [
		{ type: 'pageOpened', page },
		...blocks.flatMap((block): Happened[] => {
			if (block.kind === 'question') return [answered(questionOf(course, block.question), { page })];
			return block.kind === 'board' ? placed(block.board) : [];
		}),
		{ type: 'pageDone', page }
	]);
}

function placed(id: string): Happened[] {
	const board = course.units.flatMap((unit) => unit.boards).find((one) => one.id === id);
	const columns = new Map(course.map.rows.flatMap(({ entries }) => entries).map((it) => [it.id, it.domain]));
	const cards = board?.cards ?? [];
	return [
		...cards.map(({ id: card, entry }): Happened => {
			const move = { type: 'PLACE' as const, card, column: columns.get(entry) ?? '' };
			return { type: 'boardMoved', board: id, move };
		}),
		{ type: 'boardMoved', board: id, move: { type: 'CHECK' } },
		{ type: 'boardChecked', board: id, right: cards.map((card) => card.id), wrong: {}, round: 1 }
	];
}

function file(happened: Happened[], name: string): Kiroku {
	const { id, revision, title } = course;
	const begun: Happened = { type: 'started', revision, seed: 'begin' };
	const events = [begun, ...happened].map((what, n): ProgressEvent => ({
		...what,
		id: `c${n}`,
		at: AT + n * 1_000
	}));
	return {
		course: { id, revision, title },
		learner: { id: 'elsewhere', name },
		events,
		exportedAt: AT + 3_600_000
	};
}

/** The first unit is done: two questions are answered. */
export function carried(): Kiroku {
	return file(course.units.slice(0, 1).flatMap(learned), CARRIER);
}

/** Everything is done, and the test passed with all of it right. */
export function finished(): Kiroku {
	const items = questionsOf(course, 'final').slice(0, course.test.draw);
	const right = items.map(({ id }) => id);
	const run = 'r1_begin0';
	return file(
		[
			...course.units.flatMap(learned),
			{ type: 'runStarted', run, kind: 'final', items: right, seed: 'begin0' },
			...items.map((question) => answered(question, { run })),
			{ type: 'runFinished', run, right, wrong: [], total: right.length, passed: true }
		],
		CARRIER
	);
}
