/** Where a learner is, for people who read an LMS's reports. */
import type { CourseIndex } from '#course/parts.ts';
import { resumeTarget } from '#record/progress.ts';
import type { LearnerRecord } from '#record/record.ts';

/** `page:…`, `board:…`, `run:…`, `case:…`, `work:…`, `pretest:…`, `test` or `done`; empty before the course was begun. ASCII, below 100 characters. */
export function placeOf(index: CourseIndex, record: LearnerRecord): string {
	if (record.startedAt === undefined) return '';
	const target = resumeTarget(index, record);
	switch (target.kind) {
		case 'page':
			return `page:${target.page}`;
		case 'board':
			return `board:${target.board}`;
		case 'run':
			return `run:${target.run}`;
		case 'case':
		case 'work':
			return `${target.kind}:${target.id}`;
		case 'pretest':
			return `pretest:${target.time}`;
		default:
			return target.kind;
	}
}
