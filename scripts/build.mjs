/**
 * Builds the editions: build/lms/index.html (the player of LMS packages, without a course), build/web/ (any static host) and
 * build/single/manabiya.html (one file, by double click). The latter two carry the player, so it comes first.
 * node scripts/build.mjs [lms] [web] [single]; COURSES_DIR and OUT_DIR build another set of courses elsewhere.
 */
import {
	appendFileSync,
	existsSync,
	readFileSync,
	readdirSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensurePlayer, rememberPlayer } from './player.mjs';
import { attemptBeside, bin, install, requireNode, root, run } from './steps.mjs';

requireNode();
install();

const asked = process.argv.slice(2);
const editions = asked.length ? asked : ['lms', 'web', 'single'];
const base = process.env.OUT_DIR ?? 'build';
/** The most a file may have, gzip, in kB of 1,024 bytes. Raise one only on purpose. */
const BUDGET = { lms: 171, single: 706 };

/** What must not come into the player unseen: a listener, and words of libraries and of a course's schemas. */
const NOT_IN_PLAYER = ['unload', 'Dexie', 'scorm-again', 'strict_object'];

// The bundler reads tsconfig.json, which extends what this writes.
run(bin('svelte-kit'), ['sync']);

// The others make packages of it.
if (editions.includes('lms')) await make('lms');
const others = editions.filter((edition) => edition !== 'lms');
if (others.length > 0) ensurePlayer();
// Beside each other: a build keeps one core busy.
await Promise.all(others.map(make));

/** @param {string} edition */
async function make(edition) {
	const out = join(base, edition);
	rmSync(resolve(root, out), { recursive: true, force: true });
	const code = await attemptBeside(bin('vite'), ['build', '--configLoader', 'runner', '--logLevel', 'warn'], {
		EDITION: edition,
		// A tool that starts this build may itself run in another mode.
		NODE_ENV: 'production',
		OUT_DIR: out,
		KIT_DIR: process.env.KIT_DIR ?? `.svelte-kit/${edition}`
	});
	if (code !== 0) process.exit(code);
	const size =
		edition === 'lms'
			? player(resolve(root, out))
			: edition === 'single'
				? oneFile(resolve(root, out))
				: undefined;
	if (edition === 'lms' && base === 'build') rememberPlayer();
	console.log(size === undefined ? `Built ${out}` : `Built ${out} (${size} kB gzip)`);
}

/**
 * Leaves the player alone in its folder, with the empty element that a package fills, and makes sure that nothing is in it
 * that an LMS suffers from.
 * @param {string} folder
 */
function player(folder) {
	const file = join(folder, 'index.html');
	for (const name of readdirSync(folder)) {
		if (name !== 'index.html') rmSync(join(folder, name), { recursive: true });
	}
	const html = readFileSync(file, 'utf8');
	const found = NOT_IN_PLAYER.filter((word) => html.includes(word));
	if (found.length) stop(`The player must not have: ${found.join(', ')}`);
	const body = /<body[^>]*>/u;
	if (!body.test(html)) stop('The player has no <body>');
	writeFileSync(file, html.replace(body, '$&\n\t\t<script type="application/json" id="payload"></script>'));
	return within('lms', file);
}

/**
 * The size of a file; stops when it is over its edition's budget.
 * @param {'lms' | 'single'} edition
 * @param {string} file
 */
function within(edition, file) {
	const size = Math.ceil(gzipSync(readFileSync(file), { level: 9 }).length / 1024);
	if (size > BUDGET[edition]) stop(`${file} has ${size} kB gzip; its budget is ${BUDGET[edition]} kB`);
	return size;
}

/** @param {string} why */
function stop(why) {
	console.error(why);
	process.exit(1);
}

/**
 * Leaves the one file, under its own name, and makes sure that it asks for nothing else.
 * @param {string} folder
 */
function oneFile(folder) {
	renameSync(join(folder, 'index.html'), join(folder, 'manabiya.html'));
	// What packages are made with and checked by: texts that no browser reads before they are asked for (src/cli/kit-plugin.ts).
	for (const id of ['kit', 'again']) {
		const text = readFileSync(join(folder, `${id}.txt`), 'utf8');
		appendFileSync(
			join(folder, 'manabiya.html'),
			`\n<script type="text/plain" id="${id}">${text}</script>\n`
		);
	}
	// One file has to carry the licences of what is inside, too.
	const licences = readFileSync(join(root, 'static/licenses.txt'), 'utf8').replaceAll('--', '- -');
	appendFileSync(join(folder, 'manabiya.html'), `\n<!--\n${licences}\n-->\n`);
	for (const name of readdirSync(folder)) {
		if (name !== 'manabiya.html') rmSync(join(folder, name), { recursive: true });
	}
	const html = readFileSync(join(folder, 'manabiya.html'), 'utf8');
	const outside = html.match(/<(?:script|link|img)[^>]+(?:src|href)="(?!data:)[^"]*"/);
	if (outside || existsSync(join(folder, '_app')))
		stop(`The single file would ask for another: ${outside?.[0]}`);
	return within('single', join(folder, 'manabiya.html'));
}
