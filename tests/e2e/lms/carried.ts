/** The progress that one of the packages carries: somebody has answered the second course's first two questions. */
import { rightResponse, scoreQuestion } from '#questions/registry.ts';
import { readResponse } from '#questions/registry.ts';
import type { ProgressEvent } from '#record/events.ts';
import type { Kiroku } from '#record/kiroku.ts';
import { mini, questionsOf } from '../support/course.ts';

export const CARRIER = '佐藤 一郎';
/** 1 April 2026, noon in Japan. */
const AT = Date.UTC(2026, 3, 1, 3);

export function carried(): Kiroku {
	const course = mini();
	const unit = course.units[0];
	const questions = questionsOf(course, 'practice').slice(0, 2);
	const happened: ProgressEvent[] = [
		{ type: 'started', revision: course.revision, seed: 'carried', id: 'c0', at: AT }
	];
	for (const [i, page] of (unit?.pages ?? []).entries()) {
		const question = questions[i];
		if (!question) continue;
		const response = readResponse(question, rightResponse(question));
		const score = scoreQuestion(question, response);
		if (response === undefined || score.status !== 'scored') throw new Error(question.id);
		const { earned, total } = score;
		const at = AT + (i + 1) * 60_000;
		happened.push(
			{ type: 'pageOpened', page: page.id, id: `c${i}a`, at },
			{
				...{ type: 'answered', item: question.id, response, earned, total, page: page.id },
				...{ id: `c${i}b`, at: at + 1 }
			},
			{ type: 'pageDone', page: page.id, id: `c${i}c`, at: at + 2 }
		);
	}
	const { id, revision, title } = course;
	return {
		course: { id, revision, title },
		learner: { id: 'elsewhere', name: CARRIER },
		events: happened,
		exportedAt: AT + 3_600_000
	};
}
