/** Everything that screens show and that is derived from a record: what packing may not change. */
import { own } from '#record/json.ts';
import {
	courseDone,
	flaggedItems,
	openFinal,
	resumeTarget,
	seenFinal,
	testResult,
	unitPages,
	unitStatus,
	wrongItems
} from '#record/progress.ts';
import type { LearnerRecord, RunRecord } from '#record/record.ts';
import { cardState } from '#record/review.ts';
import { standing } from '#record/standing.ts';
import type { Rule } from '#record/rule.ts';
import { TIMES } from '#scenario/judge.ts';
import { boardMachine } from '#scenario/board.ts';
import { replay } from '#scenario/replay.ts';
import { currentItem, runMachine } from '#scenario/run.ts';
import { knownOf, type WholeCourse } from '#tracking/course.ts';
import { FINALS, ROUNDS, TRIES } from '#tracking/kept.ts';

export const rule: Rule = {
	pass: 0.75,
	completes: 'both',
	onComplete: 'passed',
	onFail: 'incomplete',
	score: 'best',
	interactions: true
};

export function shown(record: LearnerRecord, course: WholeCourse): unknown {
	const { index } = course;
	const test = testResult(index, record);
	const unfinished = (final: boolean) =>
		record.runOrder.findLast((id) => {
			const run = own(record.runs, id);
			return run && (run.kind === 'final') === final && run.finishedAt === undefined;
		});
	const last = record.resume?.kind === 'run' ? record.resume.run : undefined;
	return {
		begun: record.startedAt,
		seed: record.seed,
		revision: record.revision,
		units: index.units.map((unit) => [unitStatus(index, unit, record), unitPages(unit, record)]),
		test: {
			passed: test.passed,
			best: test.best && { ...test.best, at: minute(record, test.best.at) },
			latest: test.latest && { ...test.latest, at: minute(record, test.latest.at) }
		},
		wrong: [wrongItems(index, record), wrongItems(index, record, 'final')],
		flagged: [record.flagged, flaggedItems(index, record)],
		open: [openFinal(record), unfinished(false)],
		done: courseDone(index, record),
		resume: resumeTarget(index, record),
		standing: standing(index, rule, record),
		items: items(record, course),
		remembered: remembered(record, course),
		commented: Object.keys(record.comments).sort(),
		revised: Object.keys(record.revised).sort(),
		pages: [...pagesOf(course).keys()].map((id) => [id, own(record.pages, id)?.done !== undefined]),
		boards: [...knownOf(course).boards.keys()].map((id) => board(record, course, id)),
		runs: [unfinished(true), unfinished(false), last].map((id) => id !== undefined && run(record, course, id))
	};
}

/** A list with the results of its finished tests: the youngest ones are kept whole. */
export function tests(record: LearnerRecord): unknown[] {
	return record.runOrder.flatMap((id) => {
		const one = own(record.runs, id);
		if (one?.kind !== 'final' || one.finishedAt === undefined) return [];
		const { items, right, wrong, total, passed } = one;
		const at = minute(record, one.finishedAt);
		return [
			{
				id,
				items,
				right: [...(right ?? [])].sort(),
				wrong: [...(wrong ?? [])].sort(),
				total,
				passed,
				at,
				...answers(one)
			}
		];
	});
}

/** Items of all tests, as long as none is left out: more finished ones than are kept, or a second open one. */
export function drawn(record: LearnerRecord): string[] | undefined {
	const all = Object.values(record.runs).filter((one) => one.kind === 'final');
	const open = all.filter((one) => one.finishedAt === undefined).length;
	return open > 1 || all.length - open > FINALS ? undefined : seenFinal(record).sort();
}

/** The minute a clock shows; what happens within 20 seconds of the start may be shown in the minute that begins then. */
function minute({ startedAt = 0 }: LearnerRecord, at: number): number {
	return Math.max(Math.floor(at / 60_000), Math.floor((startedAt + 20_000) / 60_000));
}

/** Pages of lessons, and what stands beside them like one. */
function pagesOf({ index, units }: WholeCourse): Map<string, string[]> {
	const cases = units.flatMap((unit) => [...unit.cases, ...unit.casework]);
	return new Map<string, string[]>([
		...index.units.flatMap((unit) => unit.pages).map((page) => [page.id, page.questions] as const),
		...cases.map(({ id }) => [id, [id]] as [string, string[]]),
		...TIMES.map((time) => [`pretest_${time}`, index.pretest.map(({ id }) => `${id}_${time}`)] as const)
	]);
}

function items(record: LearnerRecord, course: WholeCourse): unknown {
	return [...knownOf(course).tasks.keys()].map((id) => {
		const item = own(record.items, id);
		const attempt = (one: typeof item extends undefined ? never : NonNullable<typeof item>['last']) =>
			one && [one.response, one.earned, one.total, one.confidence];
		const where = [...pagesOf(course)].filter(([, asked]) => asked.includes(id));
		return [
			id,
			Math.min(item?.tries ?? 0, TRIES),
			attempt(item?.first),
			attempt(item?.last),
			item?.right ?? false,
			where.map(([page]) => own(item?.drafts ?? {}, `page:${page}`))
		];
	});
}

/** When everything is asked again. */
function remembered(record: LearnerRecord, { units }: WholeCourse): unknown {
	return units.flatMap((unit) => [
		...unit.questions.map(({ id, use }) => use === 'practice' && cardState(record, id, 'question')),
		...unit.cases.map(({ id }) => cardState(record, id, 'case'))
	]);
}

function board(record: LearnerRecord, course: WholeCourse, id: string): unknown {
	const input = knownOf(course).boards.get(id)?.input;
	if (!input) return undefined;
	const kept = own(record.boards, id);
	const snapshot = replay(boardMachine, input, kept?.moves ?? []);
	const { placements, results, locked, round } = snapshot.context;
	const check = (one: NonNullable<typeof kept>['last']) =>
		one && {
			right: [...one.right].sort(),
			wrong: one.wrong,
			round: Math.min(one.round, ROUNDS),
			at: minute(record, one.at)
		};
	return {
		stage: snapshot.matches('placing') ? 'placing' : snapshot.value,
		placements,
		results,
		locked: [...locked].sort(),
		round: Math.min(round, ROUNDS),
		first: check(kept?.firstTry),
		last: check(kept?.last)
	};
}

function run(record: LearnerRecord, { units }: WholeCourse, id: string): unknown {
	const one = own(record.runs, id);
	if (!one) return undefined;
	const questions = new Set(units.flatMap((unit) => unit.questions.map((q) => q.id)));
	const list = one.items.filter((item) => questions.has(item));
	const mode = one.kind === 'final' ? 'final' : 'practice';
	const { context, value } = replay(runMachine, { items: list, mode }, one.moves);
	const where = `run:${id}`;
	return {
		id,
		kind: one.kind,
		unit: one.kind === 'final' ? undefined : one.unit,
		items: one.items,
		// A finished test is shown no more as it was asked.
		...(value === 'finished' && mode === 'final'
			? {}
			: { seed: one.seed, index: context.index, flagged: [...context.flagged].sort() }),
		value,
		inView: context.items,
		answers: context.answers,
		firstTry: context.firstTry,
		results: context.results,
		round: Math.min(context.round, ROUNDS),
		finished: one.finishedAt === undefined ? undefined : minute(record, one.finishedAt),
		right: [...(one.right ?? [])].sort(),
		...(mode === 'final'
			? answers(one)
			: value === 'feedback'
				? { given: answerTo(one, currentItem(context) ?? '') }
				: {}),
		drafts:
			mode === 'final' && value !== 'finished'
				? list.map((item) => own(own(record.items, item)?.drafts ?? {}, where))
				: value === 'asking'
					? own(own(record.items, currentItem(context) ?? '')?.drafts ?? {}, where)
					: undefined
	};
}

function answerTo(one: RunRecord, item: string): unknown {
	const move = one.moves.findLast((each) => each.type === 'ANSWERED' && each.item === item);
	return move?.type === 'ANSWERED' ? [move.response, move.correct, move.confidence] : undefined;
}

function answers(one: RunRecord): { answers: Record<string, unknown> } {
	return { answers: Object.fromEntries(one.items.map((item) => [item, answerTo(one, item)])) };
}
