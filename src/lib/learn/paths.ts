/** Addresses of the learner's screens. Always `#/…`: anything else would leave the file inside an LMS or on a file server. */
export function pathsOf(course: string) {
	const base = `#/${course}`;
	return {
		home: base,
		page: (id: string) => `${base}/learn/${id}`,
		board: (id: string) => `${base}/board/${id}`,
		run: (id: string) => `${base}/run/${id}`,
		cases: `${base}/cases`,
		case: (id: string) => `${base}/case/${id}`,
		work: (id: string) => `${base}/work/${id}`,
		whatIf: `${base}/what-if`,
		/** Statements before the course, and in other words after it. */
		pretest: (time: 'before' | 'after') => `${base}/pretest/${time}`,
		/** All changes, or the one to learn now. */
		revisions: (change?: string) =>
			change === undefined ? `${base}/revisions` : `${base}/revisions/${change}`,
		practice: `${base}/practice`,
		test: `${base}/test`,
		review: `${base}/review`,
		/** What was learned before, on the day it is due. */
		remember: `${base}/remember`,
		map: `${base}/map`,
		glossary: `${base}/glossary`,
		record: `${base}/record`,
		certificate: `${base}/certificate`,
		report: `${base}/report`,
		settings: `${base}/settings`,
		about: `${base}/about`,
		/** Not in the lms edition. */
		privacy: `${base}/privacy`,
		export: `${base}/export`,
		verify: `${base}/verify`,
		training: `${base}/training`,
		materials: `${base}/materials`,
		check: `${base}/lms-check`,
		/** Only of use inside an LMS. */
		lms: `${base}/lms`
	};
}
export type Paths = ReturnType<typeof pathsOf>;

/** Where a case leads; one in several steps has its own screen. */
export const entryPath = (paths: Paths, { id, kind }: { id: string; kind: string }): string =>
	kind === 'work' ? paths.work(id) : paths.case(id);
