/** What a record says, by ids alone: what it said on the day its revision was released must be said of it ever after. */
import { courseDone, pageDone, resumeTarget, testResult, unitStatus } from '#record/progress.ts';
import { gainOf, gains } from '#record/gain.ts';
import type { Attempt, BoardCheck, LearnerRecord } from '#record/record.ts';
import type { Rule } from '#record/rule.ts';
import { standing } from '#record/standing.ts';
import type { WholeCourse } from '#tracking/course.ts';

export const RULES: Record<Rule['completes'], Rule> = {
	units: rule('units'),
	test: rule('test'),
	both: rule('both')
};

function rule(completes: Rule['completes']): Rule {
	return {
		pass: 0.8,
		completes,
		onComplete: completes === 'units' ? 'completed' : 'passed',
		onFail: 'incomplete',
		score: 'best',
		interactions: true
	};
}

export type Told = ReturnType<typeof toldOf>;

export function toldOf(record: LearnerRecord, { index }: WholeCourse) {
	const test = testResult(index, record);
	return {
		startedAt: record.startedAt,
		seed: record.seed,
		revision: record.revision,
		items: mapped(record.items, ({ tries, first, last, right, drafts }) => ({
			tries,
			right,
			first: first && attempt(first),
			last: last && attempt(last),
			drafts
		})),
		pages: mapped(record.pages, (_, id) => (pageDone(record, id) ? 'done' : 'opened')),
		boards: mapped(record.boards, ({ firstTry, last }) => ({
			first: firstTry && check(firstTry),
			last: last && check(last)
		})),
		runs: mapped(record.runs, ({ kind, items, finishedAt, right, wrong, total, passed }) => ({
			kind,
			items,
			finished: finishedAt !== undefined,
			right: [...(right ?? [])].sort(),
			wrong: [...(wrong ?? [])].sort(),
			total,
			passed
		})),
		flagged: record.flagged,
		...(Object.keys(record.revised).length > 0 ? { revised: Object.keys(record.revised) } : {}),
		comments: mapped(record.comments, ({ text }) => text ?? null),
		test: {
			finished: test.finished,
			passed: test.passed,
			best: test.best && [test.best.right, test.best.total],
			latest: test.latest && [test.latest.right, test.latest.total]
		},
		gain: gainOf(gains(index, record)),
		done: courseDone(index, record),
		units: Object.fromEntries(index.units.map((unit) => [unit.id, unitStatus(index, unit, record)])),
		standing: mapped(RULES, (one) => {
			const { units: _units, ...rest } = standing(index, one, record);
			return rest;
		}),
		resume: resumeTarget(index, record)
	};
}

function mapped<T, U>(map: Record<string, T>, of: (value: T, key: string) => U): Record<string, U> {
	return Object.fromEntries(
		Object.keys(map)
			.sort()
			.map((key) => [key, of(map[key] as T, key)])
	);
}

const attempt = ({ response, earned, total, confidence }: Attempt) => ({
	response,
	earned,
	total,
	...(confidence === undefined ? {} : { confidence })
});
const check = ({ right, wrong, round }: BoardCheck) => ({ right: [...right].sort(), wrong, round });
