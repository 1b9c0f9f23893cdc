/** Where the changes of a course are to be seen. */
import type { ChangeMeta, CourseIndex } from '#course/parts.ts';
import { revisions as t } from './texts-revisions.ts';

/** The chapter and the page in words; empty when a change is nowhere to be seen, or its page is gone again. */
export function placeOfChange(index: CourseIndex, { page, question }: ChangeMeta): string {
	for (const [at, unit] of index.units.entries()) {
		const found = unit.pages.find((one) => one.id === page || one.questions.some((id) => id === question));
		if (found) return t.place(at + 1, found.title);
		if (unit.questions.some(({ id }) => id === question)) return t.place(at + 1, unit.title);
	}
	return '';
}
