/**
 * Everything that can be answered, in one shape: questions, cases, cases in steps, and the statements before and after the course.
 * What is kept, scored again and told of an answer then knows no kinds.
 */
import type { CourseIndex, UnitContent } from '#course/parts.ts';
import type { Case, Casework } from '#course/schema.ts';
import { scoreQuestion, spaceOf, toldOf, type Question } from '#questions/registry.ts';
import type { Space } from '#questions/space.ts';
import type { Interaction } from '#record/lms.ts';
import {
	answersOf,
	cellOf,
	scoreCase,
	scoreStatement,
	scoreWork,
	statementId,
	TIMES,
	VERDICTS,
	type Points
} from '#scenario/judge.ts';

export type Task = {
	unit: string;
	space: Space;
	/** Undefined for what is no whole answer. */
	score(response: unknown): Points | undefined;
	/** What an LMS is told of an answer, given its points: asked only of what has some. */
	told(response: unknown, points: Points): ToldAnswer | undefined;
};
type ToldAnswer = Pick<Interaction, 'answer' | 'share' | 'neutral'>;

/** By id, in the course's order: of each unit its questions, cases and cases in steps; the statements at the end. */
export function tasksOf(index: CourseIndex, units: readonly UnitContent<Question>[]): Map<string, Task> {
	const columns = index.map.domains.map(({ id }) => id);
	const tasks = new Map<string, Task>();
	for (const unit of units) {
		for (const it of unit.questions) tasks.set(it.id, questionTask(unit.id, it));
		for (const it of unit.cases) tasks.set(it.id, caseTask(unit.id, it, columns));
		for (const it of unit.casework) tasks.set(it.id, workTask(unit.id, it));
	}
	for (const it of index.pretest)
		for (const time of TIMES) tasks.set(statementId(it.id, time), statementTask(it));
	return tasks;
}

/** The space of every statement: it is so, or not. */
export const STATEMENT: Space = { kind: 'one', of: [...VERDICTS] };

function questionTask(unit: string, question: Question): Task {
	return {
		unit,
		space: spaceOf(question),
		score(response) {
			const score = scoreQuestion(question, response);
			return score.status === 'scored' ? score : undefined;
		},
		told(response) {
			const answer = toldOf(question, response);
			return answer && { answer };
		}
	};
}

/** What can be defended is not wrong: the share of its points is told. */
const shareOf = ({ earned, total }: Points): number => earned / total;

function caseTask(unit: string, it: Case, columns: readonly string[]): Task {
	const answers = answersOf(it, columns);
	const best = answers.flatMap((id, place) => (cellOf(it, id)?.band === 'best' ? [place] : []));
	// A right pattern with two places would say that both have to be chosen.
	const correct = best.length === 1 ? best : [];
	return {
		unit,
		space: { kind: 'one', of: answers },
		score: (response) => scoreCase(it, response),
		told: (response, points) => ({
			answer: { type: 'choice', response: [answers.indexOf(String(response))], correct },
			share: shareOf(points)
		})
	};
}

function workTask(unit: string, it: Casework): Task {
	const steps = it.steps.map((step) => ({ id: step.id, options: step.options.map(({ id }) => id) }));
	return {
		unit,
		space: {
			kind: 'each',
			of: steps.map(({ id }) => id),
			to: [...new Set(steps.flatMap(({ options }) => options))]
		},
		score: (response) => scoreWork(it, response),
		told(response, points) {
			const taken = new Map(Object.entries(response as Record<string, string>));
			const pairs = steps.flatMap(({ id, options }, step): [number, number][] => {
				const option = options.indexOf(taken.get(id) ?? '');
				return option < 0 ? [] : [[step, option]];
			});
			// No way through is the right one.
			return { answer: { type: 'matching', response: pairs, correct: [] }, share: shareOf(points) };
		}
	};
}

/** Asked to see what the course changes: nothing is right or wrong about it. */
function statementTask(it: CourseIndex['pretest'][number]): Task {
	return {
		unit: it.unit,
		space: STATEMENT,
		score: (response) => scoreStatement(it, response),
		told: (response) => ({
			answer: {
				type: 'choice',
				response: [STATEMENT.of.indexOf(String(response))],
				correct: []
			},
			neutral: true
		})
	};
}
