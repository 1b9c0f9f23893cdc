/** Events from a file, with every verdict made again from the answers: points in a file are not believed. */
import { inOrder, type ProgressEvent } from '#record/events.ts';
import type { WholeCourse } from './course.ts';
import { tasksOf, type Task } from './tasks.ts';

type Answered = Extract<ProgressEvent, { type: 'answered' }>;
type Finished = Extract<ProgressEvent, { type: 'runFinished' }>;
type Started = Extract<ProgressEvent, { type: 'runStarted' }>;

/**
 * Answers to all that the course asks are scored by their responses, and finished runs by their answers; an answer that does not fit its
 * task is not right. Items the course does not have are left as they are. The finish of a run that is not begun in these events
 * is left out. All other events are the same.
 * @param pass share of right answers that passes a final test
 */
export function rescore(
	events: readonly ProgressEvent[],
	{ index, units }: WholeCourse,
	pass: number
): ProgressEvent[] {
	const tasks = tasksOf(index, units);
	const scored = events.map((event) => (event.type === 'answered' ? rescored(event, tasks) : event));
	const ordered = inOrder(scored);
	return scored.flatMap((event): ProgressEvent[] => {
		if (event.type !== 'runFinished') return [event];
		const started = ordered.find((one): one is Started => one.type === 'runStarted' && one.run === event.run);
		if (!started) return [];
		const answers = ordered.filter(
			(one): one is Answered => one.type === 'answered' && one.run === event.run && tasks.has(one.item)
		);
		return [judged(event, started, answers, (item) => tasks.has(item), pass)];
	});
}

function rescored(event: Answered, tasks: ReadonlyMap<string, Task>): Answered {
	const task = tasks.get(event.item);
	if (!task) return event;
	const points = task.score(event.response);
	return points
		? { ...event, earned: points.earned, total: points.total }
		: { ...event, earned: 0, total: Math.max(1, event.total) };
}

/** In a test the last answer to an item counts, in a practice the first; no answer is not right. */
function judged(
	event: Finished,
	{ kind, items }: Started,
	answers: readonly Answered[],
	known: (item: string) => boolean,
	pass: number
): Finished {
	const verdicts = new Map<string, boolean>(items.filter(known).map((item) => [item, false]));
	for (const { item, earned, total } of kind === 'final' ? answers : answers.toReversed()) {
		if (verdicts.has(item)) verdicts.set(item, earned === total);
	}
	for (const item of event.right) if (!known(item)) verdicts.set(item, true);
	for (const item of event.wrong) if (!known(item)) verdicts.set(item, false);
	const of = (verdict: boolean) =>
		[...verdicts].flatMap(([item, right]) => (right === verdict ? [item] : []));
	const right = of(true);
	const { passed: _believed, ...rest } = event;
	return {
		...rest,
		right,
		wrong: of(false),
		total: verdicts.size,
		...(kind === 'final' ? { passed: verdicts.size > 0 && right.length / verdicts.size >= pass } : {})
	};
}
