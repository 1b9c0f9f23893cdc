/** Reads a course's files from disk: the only place of the course tools that touches the file system. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const READ = /\.(?:ya?ml|md|txt)$|^revisions\/\d+\.json$/u;

/** Text of every course file below a folder, by its path with forward slashes. Hidden files and media are left out. */
export function readCourse(folder: string): Map<string, string> {
	const files = new Map<string, string>();
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
		const path = join(entry.parentPath, entry.name);
		const name = relative(folder, path).split(sep).join('/');
		if (!entry.isFile() || !READ.test(name) || name.split('/').some((part) => part.startsWith('.'))) continue;
		files.set(name, readFileSync(path, 'utf8').replace(/^\uFEFF/u, ''));
	}
	return files;
}

/** Names of the folders below `dir` that hold a course, sorted. */
export function courseFolders(dir: string): string[] {
	if (!existsSync(dir)) return [];
	return readdirSync(dir)
		.filter((name) => existsSync(join(dir, name, 'course.yaml')))
		.sort();
}

/** The folder of a course given by its name below `dir`, by its id (`_` for `-`), or by a path; nothing when there is none. */
export function findCourse(name: string, dir: string): string | undefined {
	return [join(dir, name), join(dir, name.replaceAll('_', '-')), name].find(
		(path) => existsSync(path) && statSync(path).isDirectory()
	);
}
