/** What a learner does beside the lessons: cases, cases in steps, statements, and a thought of their own. */
import { placeOf, type Happened } from '#record/events.ts';
import { own } from '#record/json.ts';
import type { LearnerRecord } from '#record/record.ts';
import { standOf } from '#scenario/casework.ts';
import {
	answersOf,
	replayWork,
	scoreCase,
	scoreStatement,
	scoreWork,
	statementId,
	TIMES,
	VERDICTS,
	type Points
} from '#scenario/judge.ts';
import type { WholeCourse } from '#tracking/course.ts';
import { CONFIDENCE, pick } from './steps.ts';

export function besides(course: WholeCourse, record: LearnerRecord, a: number, b: number): Happened[] {
	return a % 5 === 0 ? statement(course, record, a >> 3, b) : atCase(course, a, b);
}

function atCase({ index, units }: WholeCourse, a: number, b: number): Happened[] {
	const columns = index.map.domains.map(({ id }) => id);
	const cases = units.flatMap((unit) => unit.cases);
	const works = units.flatMap((unit) => unit.casework);
	const it = pick([...cases, ...works], a);
	if (!it) return [];
	const page = it.id;
	if (b % 7 === 0) return [{ type: 'pageOpened', page }];
	if (b % 7 === 1) return [{ type: 'commented', item: it.id, text: `考え${b}` }];
	if (!('steps' in it)) {
		const response = pick(answersOf(it, columns), b >> 2) ?? '';
		return given(it.id, page, response, b, scoreCase(it, response));
	}
	const response: Record<string, string> = {};
	for (let n = 0; n < 9; n += 1) {
		const { step } = standOf(it, replayWork(it, response));
		if (!step || (b % 7 === 2 && n > b % 4)) break;
		response[step.id] = pick(step.options, b >> n)?.id ?? '';
	}
	return given(it.id, page, response, b, scoreWork(it, response));
}

/** Half made, and then perhaps answered. */
function given(
	item: string,
	page: string,
	response: string | Record<string, string>,
	n: number,
	points: Points | undefined
): Happened[] {
	const drafted: Happened = { type: 'drafted', item, where: placeOf({ page }), response };
	if (!points || n % 5 === 0) return [drafted];
	const confidence = pick(CONFIDENCE, n >> 3);
	return [
		...(n % 2 ? [drafted] : []),
		{ type: 'answered', item, page, response, ...points, ...(confidence ? { confidence } : {}) },
		...(n % 3 ? [{ type: 'pageDone', page } as const] : [])
	];
}

/** Each is answered once. */
function statement({ index }: WholeCourse, record: LearnerRecord, a: number, b: number): Happened[] {
	const time = pick(TIMES, b) ?? 'before';
	const page = `pretest_${time}`;
	const it = pick(index.pretest, a);
	const item = it && statementId(it.id, time);
	if (!it || own(record.items, item ?? '')?.tries) return [{ type: 'pageDone', page }];
	const response = pick(VERDICTS, b >> 2) ?? 'yes';
	const points = scoreStatement(it, response);
	const drafted: Happened = { type: 'drafted', item: item ?? '', where: placeOf({ page }), response };
	if (!points || b % 4 === 3) return [{ type: 'pageOpened', page }, drafted];
	return [{ type: 'answered', item: item ?? '', page, response, ...points }];
}
