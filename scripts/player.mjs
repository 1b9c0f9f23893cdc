/**
 * The built player: one page that plays the course it is given, made as the edition `lms`. The other editions carry it to make LMS
 * packages, and so does npm run package. It is of the present source when the fingerprint beside it says so: a sum over the contents
 * of everything it could be made from, since dates of files mean nothing after a checkout.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { attempt, root } from './steps.mjs';

export const PLAYER = join(root, 'build/lms/index.html');
const MARK = join(root, 'build/lms/source.sha256');
const SOURCES = [
	'src',
	'scripts',
	'static/licenses.txt',
	'svelte.config.js',
	'vite.config.ts',
	'package-lock.json'
];

/** @param {string} path @returns {string[]} the files at or below a path, sorted */
function files(path) {
	if (!existsSync(path)) return [];
	const names = readdirSync(path, { recursive: true, withFileTypes: true });
	return names
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
}

/**
 * @param {string} [base] the project's folder
 * @returns {string} a sum over all sources, by name and content
 */
export function fingerprint(base = root) {
	const sum = createHash('sha256');
	for (const source of SOURCES) {
		const path = join(base, source);
		const below = /\.\w+$/u.test(source) ? [path] : files(path);
		for (const file of below) {
			sum.update(`${relative(base, file)}\0`);
			sum.update(createHash('sha256').update(readFileSync(file)).digest());
		}
	}
	return sum.digest('hex');
}

/** @returns {boolean} whether the player is there and of the present source */
export function playerIsFresh() {
	return existsSync(PLAYER) && existsSync(MARK) && readFileSync(MARK, 'utf8') === fingerprint();
}

/** To be called when the player has just been built. */
export function rememberPlayer() {
	writeFileSync(MARK, fingerprint());
}

/** Builds the player unless it is fresh; ends this process when that fails. */
export function ensurePlayer() {
	if (playerIsFresh()) return;
	const code = attempt(process.execPath, [join(root, 'scripts/build.mjs'), 'lms'], { OUT_DIR: 'build' });
	if (code !== 0) process.exit(code);
}
