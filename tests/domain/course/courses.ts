/** Courses for tests, read from disk as the tools do. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readCourse } from '../../../src/cli/read-course.ts';

export const MINI = 'tests/fixtures/courses/mini';
export const SHIPPED = 'courses/kami-kyodo';
const BROKEN = 'tests/fixtures/broken';

export type Edit = {
	file: string;
	find?: string;
	put?: string;
	append?: string;
	/** How often `append` is appended; `{n}` in it counts. */
	times?: number;
	remove?: boolean;
};
export type Fault = {
	why: string;
	edits: Edit[];
	/** Where the problem is told: the line itself, the last one, or the nth (first) that holds a text. */
	at: { file: string; line?: number; last?: boolean; text?: string; nth?: number };
};

/** A course's files with one fault in them. Throws when the text to replace is not there: the fixture is out of date. */
export function edited(files: ReadonlyMap<string, string>, edits: readonly Edit[]): Map<string, string> {
	const out = new Map(files);
	for (const { file, find, put, append, times = 1, remove } of edits) {
		const text = out.get(file) ?? '';
		if (remove) out.delete(file);
		else if (append !== undefined) {
			const copies = Array.from({ length: times }, (_, n) => append.replaceAll('{n}', String(n)));
			out.set(file, text + copies.join(''));
		} else if (find === undefined) out.set(file, put ?? '');
		else if (!text.includes(find)) throw new Error(`${file} does not hold ${find}`);
		else
			out.set(
				file,
				text.replace(find, () => put ?? '')
			);
	}
	return out;
}

/** The course as if it had never been handed out: free to change. */
export function unreleased(files: ReadonlyMap<string, string>): Map<string, string> {
	const own = [...files].filter(([file]) => !file.startsWith('revisions/'));
	const head = (files.get('course.yaml') ?? '').replace(/^revision: \d+$/mu, 'revision: 1');
	return new Map([...own, ['course.yaml', head]]);
}

/** The names of all faults; what follows `--` tells variants of one rule apart. */
export const faults = (): string[] => readdirSync(BROKEN).sort();

export function fault(name: string): { rule: string; fault: Fault; files: Map<string, string> } {
	const described: Fault = parse(readFileSync(join(BROKEN, name, 'fault.yaml'), 'utf8'));
	return {
		rule: name.replace(/--.*$/u, ''),
		fault: described,
		files: edited(readCourse(MINI), described.edits)
	};
}

/** The line a fault is expected on, from 1. */
export function lineOf(files: ReadonlyMap<string, string>, at: Fault['at']): number {
	const lines = (files.get(at.file) ?? '').split('\n');
	if (at.line !== undefined) return at.line;
	if (at.last) return lines.length;
	const found = lines.flatMap((line, index) =>
		at.text !== undefined && line.includes(at.text) ? [index + 1] : []
	);
	return found[(at.nth ?? 1) - 1] ?? 0;
}
