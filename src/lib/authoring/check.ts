/** Checks a course whole: what it is made of (the parser) and what it says (the editorial rules). */
import { parseCourse } from '#course/parse.ts';
import { tidy, type Problem } from '#course/problem.ts';
import type { Course } from '#course/schema.ts';
import { questionSchemas, type Question } from '#questions/schemas.ts';
import { checkCourse } from './check/rules.ts';
import { withEarlier, readFrozen } from './frozen.ts';

export type Checked = {
	/** Only when there is no problem. */
	course?: Course<Question>;
	/** As much of it as could be read; for reports on courses in the making. */
	draft?: Course<Question>;
	problems: Problem[];
};

/**
 * Reads and checks a course. Rules that weigh the course as a whole (is everything asked? are the keys spread?) wait until
 * every part of it can be read, since a part left out would make them speak of faults that are not there.
 * @param files text by path within the course's folder
 */
export function checkFiles(files: ReadonlyMap<string, string>): Checked {
	const { course: parsed, draft: read, problems, locate } = parseCourse<Question>(files, questionSchemas);
	if (!read) return { problems };
	const frozen = readFrozen(files);
	const draft = withEarlier(read, frozen);
	const course = parsed && draft;
	const source = files.get('source.txt') ?? '';
	const whole = course !== undefined;
	const all = tidy([...problems, ...checkCourse(draft, source, locate, { whole, frozen })]);
	return { draft, problems: all, ...(all.length === 0 && course ? { course } : {}) };
}
