/** What a record means for a course: status, results, the place to go on. Pure, and at most one walk over the course. */
import type { CourseIndex, PageMeta, UnitIndex } from '#course/parts.ts';
import { own } from './json.ts';
import type { ItemRecord, LearnerRecord, RunRecord } from './record.ts';

/** 未着手 / 学習中 / 修了. */
export type UnitStatus = 'untouched' | 'underway' | 'done';

export type TestResult = {
	/** Final runs finished so far. */
	finished: number;
	/** A pass is never lost by a later try. */
	passed: boolean;
	/** Highest share of right answers, the earliest of equals. `at`: epoch milliseconds. */
	best?: { run: string; right: number; total: number; at: number };
	latest?: { run: string; right: number; total: number; at: number; passed: boolean };
};

/** Where 「続きから」 leads. `test`: all pages are done and the test is not passed; `done`: nothing is left. */
export type Target =
	| { kind: 'page'; unit: string; page: string }
	| { kind: 'board'; unit: string; board: string; page?: string }
	| { kind: 'run'; run: string }
	/** A case, or a case in steps (`work`), that was opened and has no answer yet. */
	| { kind: 'case' | 'work'; unit: string; id: string }
	| { kind: 'pretest'; time: 'before' | 'after' }
	| { kind: 'test'; unit: string }
	| { kind: 'done' };

/** What is known of one item; undefined before its first event. */
export function itemRecord(record: LearnerRecord, id: string): ItemRecord | undefined {
	return own(record.items, id);
}

/** What is known of one run; undefined for an unknown id. */
export function runRecord(record: LearnerRecord, id: string): RunRecord | undefined {
	return own(record.runs, id);
}

/** Whether a page was finished. */
export function pageDone(record: LearnerRecord, id: string): boolean {
	return own(record.pages, id)?.done !== undefined;
}

/**
 * The pages that this learner has to finish. What a later revision added is offered to whoever had begun before, and never asked: a
 * course that was finished stays finished, and nobody's progress falls because the course has grown. Who begins today has all to do.
 */
function askedPages(unit: UnitIndex, { revision = Infinity }: LearnerRecord): PageMeta[] {
	return unit.pages.filter(({ since = 1 }) => since <= revision);
}

/** Whether a unit counts for this learner: one that a later revision added as a whole does not. */
export function unitCounts(unit: UnitIndex, record: LearnerRecord): boolean {
	return unit.pages.length === 0 || askedPages(unit, record).length > 0;
}

/** Pages finished of those that this learner has to finish; of all in a unit of which none is. */
export function unitPages(unit: UnitIndex, record: LearnerRecord): { done: number; total: number } {
	const pages = unitCounts(unit, record) ? askedPages(unit, record) : unit.pages;
	return { done: pages.filter((page) => pageDone(record, page.id)).length, total: pages.length };
}

/** A teaching unit is done when all its pages are that are asked; the final test's unit when the test is passed. */
export function unitStatus(index: CourseIndex, unit: UnitIndex, record: LearnerRecord): UnitStatus {
	if (unit.id === index.test.unit) {
		if (testResult(index, record).passed) return 'done';
		return finalRuns(record).length > 0 ? 'underway' : 'untouched';
	}
	const { done, total } = unitPages(unit, record);
	if (done === total) return 'done';
	const touched =
		done > 0 ||
		unit.pages.some((page) => own(record.pages, page.id) !== undefined) ||
		unit.boards.some((board) => own(record.boards, board.id) !== undefined) ||
		unit.questions.some((question) => question.use === 'practice' && tried(record, question.id));
	return touched ? 'underway' : 'untouched';
}

/** All results of the final test. A run without its own verdict is judged by the course's pass share. */
export function testResult(index: CourseIndex, record: LearnerRecord): TestResult {
	const result: TestResult = { finished: 0, passed: false };
	for (const [run, it] of finalRuns(record)) {
		if (it.finishedAt === undefined) continue;
		const right = it.right?.length ?? 0;
		const total = it.total ?? it.items.length;
		const passed = it.passed ?? (total > 0 && right / total >= index.test.pass);
		const now = { run, right, total, at: it.finishedAt };
		result.finished += 1;
		result.passed ||= passed;
		result.latest = { ...now, passed };
		if (!result.best || right * result.best.total > result.best.right * total) result.best = now;
	}
	return result;
}

/** Items whose last answer was wrong, in the course's order. Items of the final test never come up in practice, so they are apart. */
export function wrongItems(
	index: CourseIndex,
	record: LearnerRecord,
	use: 'practice' | 'final' = 'practice'
): string[] {
	return items(index, use).filter((id) => tried(record, id) && itemRecord(record, id)?.right === false);
}

/** Practice items with a review mark, in the order they were marked; marks of items the course no longer has are left out. */
export function flaggedItems(index: CourseIndex, record: LearnerRecord): string[] {
	const known = new Set(items(index, 'practice'));
	return record.flagged.filter((id) => known.has(id));
}

/** Items that stood in a final run, each once, in the order first drawn: a retry draws others first. */
export function seenFinal(record: LearnerRecord): string[] {
	return [...new Set(finalRuns(record).flatMap(([, run]) => run.items))];
}

/** The final run that was begun and not finished, if any: the latest. */
export function openFinal(record: LearnerRecord): string | undefined {
	return finalRuns(record).findLast(([, run]) => run.finishedAt === undefined)?.[0];
}

/** All teaching units done and the final test passed. */
export function courseDone(index: CourseIndex, record: LearnerRecord): boolean {
	return index.units.every((unit) => !unitCounts(unit, record) || unitStatus(index, unit, record) === 'done');
}

/**
 * Where to go on: the last place, as long as there is something to do at it; otherwise the first page not done,
 * then the test. A place that this revision of the course no longer has is passed over.
 */
export function resumeTarget(index: CourseIndex, record: LearnerRecord): Target {
	const place = record.resume;
	const leaving = (unit: UnitIndex, { page, left }: { page: string; left?: true }): boolean => {
		if (!left) return false;
		const last = [unit.pages.at(-1), askedPages(unit, record).at(-1)].some((one) => one?.id === page);
		return (last && pagesDone(unit, record)) || courseDone(index, record);
	};
	if (place?.kind === 'run' && runRecord(record, place.run)?.finishedAt === undefined) {
		return { kind: 'run', run: place.run };
	}
	if (place?.kind === 'page') {
		const beside = besideLessons(index, record, place.page);
		if (beside) return beside;
		const unit = index.units.find((one) => one.pages.some((page) => page.id === place.page));
		if (unit && !leaving(unit, place)) return { kind: 'page', unit: unit.id, page: place.page };
	}
	if (place?.kind === 'board') {
		const unit = index.units.find((one) => one.boards.some((board) => board.id === place.board));
		const page = unit?.pages.find((one) => one.boards.includes(place.board))?.id;
		if (unit)
			return { kind: 'board', unit: unit.id, board: place.board, ...(page === undefined ? {} : { page }) };
	}
	for (const unit of index.units) {
		const page = askedPages(unit, record).find((one) => !pageDone(record, one.id));
		if (page) return { kind: 'page', unit: unit.id, page: page.id };
	}
	return testResult(index, record).passed ? { kind: 'done' } : { kind: 'test', unit: index.test.unit };
}

/** Screens beside the lessons stand in the record as pages of the id of their case, or of `pretestPage`. */
function besideLessons(index: CourseIndex, record: LearnerRecord, page: string): Target | undefined {
	for (const time of ['before', 'after'] as const) {
		if (page === pretestPage(time)) return pageDone(record, page) ? undefined : { kind: 'pretest', time };
	}
	if (tried(record, page)) return undefined;
	for (const unit of index.units) {
		if (unit.cases.some(({ id }) => id === page)) return { kind: 'case', unit: unit.id, id: page };
		if (unit.casework.some(({ id }) => id === page)) return { kind: 'work', unit: unit.id, id: page };
	}
	return undefined;
}

/** The page in the record under which the statements before or after the course stand. */
export const pretestPage = (time: 'before' | 'after'): string => `pretest_${time}`;

function pagesDone(unit: UnitIndex, record: LearnerRecord): boolean {
	const { done, total } = unitPages(unit, record);
	return done === total;
}

function tried(record: LearnerRecord, id: string): boolean {
	return (itemRecord(record, id)?.tries ?? 0) > 0;
}

function items(index: CourseIndex, use: 'practice' | 'final'): string[] {
	return index.units.flatMap((unit) => unit.questions.flatMap((one) => (one.use === use ? [one.id] : [])));
}

function finalRuns(record: LearnerRecord): [string, RunRecord][] {
	return record.runOrder.flatMap((id): [string, RunRecord][] => {
		const run = runRecord(record, id);
		return run?.kind === 'final' ? [[id, run]] : [];
	});
}
