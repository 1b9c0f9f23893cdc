/** What was thought before the course and after it, chapter by chapter. The first answer to a statement counts. Pure. */
import type { CourseIndex } from '#course/parts.ts';
import { statementId, TIMES, type Time } from '#course/statements.ts';
import { own } from './json.ts';
import { courseDone, pageDone, pretestPage, testResult } from './progress.ts';
import type { LearnerRecord } from './record.ts';

/** How many of `of` statements were judged rightly; undefined at a time at which none was answered. */
export type Gain = { before: number | undefined; after: number | undefined; of: number };

/** One entry for every chapter that has statements, in the course's order. */
export function gains(index: CourseIndex, record: LearnerRecord): (Gain & { unit: string })[] {
	return index.units.flatMap((unit) => {
		const statements = index.pretest.filter((statement) => statement.unit === unit.id);
		if (statements.length === 0) return [];
		const [before, after] = TIMES.map((time) => {
			const judged = statements.flatMap(({ id, right }) => {
				const first = own(record.items, statementId(id, time))?.first;
				return first ? [(first.response === 'yes') === right] : [];
			});
			return judged.length === 0 ? undefined : judged.filter(Boolean).length;
		});
		return [{ unit: unit.id, before, after, of: statements.length }];
	});
}

/** All chapters together. */
export function gainOf(all: readonly Gain[]): Gain {
	const sum = (time: Time) =>
		all.reduce<number | undefined>(
			(total, gain) => (gain[time] === undefined ? total : (total ?? 0) + gain[time]),
			undefined
		);
	return { before: sum('before'), after: sum('after'), of: all.reduce((of, gain) => of + gain.of, 0) };
}

/** The statements a learner is invited to now: before anything was begun, or once there is something to compare. */
export function pretestNow(index: CourseIndex, record: LearnerRecord): Time | undefined {
	const open = (time: Time) => index.pretest.length > 0 && !pageDone(record, pretestPage(time));
	if (open('before') && record.startedAt === undefined) return 'before';
	const learnt = courseDone(index, record) || testResult(index, record).finished > 0;
	return learnt && open('after') ? 'after' : undefined;
}
