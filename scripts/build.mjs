/**
 * Builds the editions: build/web/ (any static host) and build/single/manabiya.html (one file, by double click).
 * node scripts/build.mjs [web] [single]; COURSES_DIR and OUT_DIR build another set of courses elsewhere.
 */
import { appendFileSync, existsSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { bin, install, requireNode, root, run } from './steps.mjs';

requireNode();
install();

const asked = process.argv.slice(2);
const editions = asked.length ? asked : ['web', 'single'];
const base = process.env.OUT_DIR ?? 'build';

// The bundler reads tsconfig.json, which extends what this writes.
run(bin('svelte-kit'), ['sync']);

for (const edition of editions) {
	const out = join(base, edition);
	rmSync(resolve(root, out), { recursive: true, force: true });
	run(bin('vite'), ['build', '--configLoader', 'runner', '--logLevel', 'warn'], {
		EDITION: edition,
		OUT_DIR: out,
		KIT_DIR: process.env.KIT_DIR ?? `.svelte-kit/${edition}`
	});
	if (edition === 'single') oneFile(resolve(root, out));
	console.log(`Built ${out}`);
}

/**
 * Leaves the one file, under its own name, and makes sure that it asks for nothing else.
 * @param {string} folder
 */
function oneFile(folder) {
	renameSync(join(folder, 'index.html'), join(folder, 'manabiya.html'));
	// One file has to carry the licences of what is inside, too.
	const licences = readFileSync(join(root, 'static/licenses.txt'), 'utf8').replaceAll('--', '- -');
	appendFileSync(join(folder, 'manabiya.html'), `\n<!--\n${licences}\n-->\n`);
	for (const name of readdirSync(folder)) {
		if (name !== 'manabiya.html') rmSync(join(folder, name), { recursive: true });
	}
	const html = readFileSync(join(folder, 'manabiya.html'), 'utf8');
	const outside = html.match(/<(?:script|link|img)[^>]+(?:src|href)="(?!data:)[^"]*"/);
	if (outside || existsSync(join(folder, '_app'))) {
		console.error(`The single file would ask for another: ${outside?.[0]}`);
		process.exit(1);
	}
}
