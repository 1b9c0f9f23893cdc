/** What later revisions of a course changed, for someone who had begun before: what is left to learn, and when it was learnt. Pure. */
import type { ChangeMeta, CourseIndex, RevisionMeta } from '#course/parts.ts';
import { own } from './json.ts';
import type { LearnerRecord } from './record.ts';

/** `left`: changes not learnt yet. `learntAt`: when the last one was, epoch milliseconds; only when none is left. */
export type Revised = RevisionMeta & { left: ChangeMeta[]; learntAt?: number };

/** Revisions after the one that was begun, oldest first. Who has done nothing yet meets their changes in the lessons. */
export function revisedFor(index: CourseIndex, record: LearnerRecord): Revised[] {
	const { revision: begun = Infinity } = record;
	const worked =
		Object.values(record.pages).some(({ done }) => done !== undefined) ||
		Object.values(record.items).some(({ tries }) => tries > 0);
	return (index.revisions ?? []).flatMap((one): Revised[] => {
		if (!worked || one.revision <= begun) return [];
		const times = one.changes.map(({ id }) => own(record.revised, id));
		const left = one.changes.filter((_, n) => times[n] === undefined);
		return [
			{ ...one, left, ...(left.length > 0 ? {} : { learntAt: Math.max(...times.map((at) => at ?? 0)) }) }
		];
	});
}
