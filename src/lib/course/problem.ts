/** What is wrong with a course, told to its author: where, what, and what to do. */

/** A place in a course's files; `line` counts from 1. */
export type Place = { file: string; line: number };

export type Problem = Place & {
	/** Stable name of the rule that refused it, such as `duplicate-id`. */
	rule: string;
	/** Japanese: what is wrong and what to do. */
	message: string;
	severity: 'error';
};

/** Finds the place of a thing with an id, or of a field in it; falls back to the nearest known place. */
export type Locate = (id: string, ...path: (string | number)[]) => Place;

/** Makes a problem. */
export function problem(rule: string, place: Place, message: string): Problem {
	return { rule, file: place.file, line: place.line, message, severity: 'error' };
}

/** One line for a terminal or a build log. */
export function describe(p: Problem): string {
	return `${p.file}:${p.line} [${p.rule}] ${p.message}`;
}

/** Sorts by file and line, and drops exact repetitions. */
export function tidy(problems: readonly Problem[]): Problem[] {
	const seen = new Set<string>();
	return [...problems]
		.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line))
		.filter((p) => {
			const line = describe(p);
			if (seen.has(line)) return false;
			seen.add(line);
			return true;
		});
}
