/**
 * npm run test:mutants [-- NAME …]: breaks one promise of the stores inside an LMS at a time (src/lib/stores/lms/mutants.ts) and expects
 * exactly the tests that carry its name in brackets to fail. A promise whose breaking nothing notices is not tested.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { bin, install, requireNode, root } from './steps.mjs';

requireNode();
install();

const source = readFileSync(join(root, 'src/lib/stores/lms/mutants.ts'), 'utf8');
const known = [...source.matchAll(/^\t'?([a-z-]+)'?: '/gm)].map(([, name = '']) => name);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !known.includes(name));
if (unknown.length > 0) {
	console.error(`Not a promise: ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
	process.exit(1);
}

const reports = join(root, 'test-results');
mkdirSync(reports, { recursive: true });

/**
 * Titles of tests that failed; undefined when the run itself broke.
 * @param {string | undefined} mutant
 */
function failures(mutant) {
	const report = join(reports, 'mutant.json');
	rmSync(report, { force: true });
	/** @type {NodeJS.ProcessEnv} */
	const env = { ...process.env };
	delete env.MUTANT;
	if (mutant !== undefined) env.MUTANT = mutant;
	spawnSync(
		bin('vitest'),
		[
			'run',
			'--project',
			'stores',
			'--reporter=json',
			`--outputFile=${report}`,
			'tests/stores/lms-contract/promises'
		],
		{ cwd: root, env, stdio: 'ignore', shell: process.platform === 'win32' }
	);
	try {
		const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
		/** @type {{ status: string, title: string }[]} */
		const all = testResults.flatMap((/** @type {any} */ file) => file.assertionResults);
		if (all.length === 0) return undefined;
		return all.filter(({ status }) => status !== 'passed').map(({ title }) => title);
	} catch {
		return undefined;
	}
}

let passed = 0;
/** @param {string} name @param {string} problem */
function say(name, problem) {
	console.log(`${problem === '' ? 'ok    ' : 'FAILED'} ${name}${problem === '' ? '' : `: ${problem}`}`);
	if (problem === '') passed += 1;
}

const whole = failures(undefined);
say('nothing broken', whole === undefined ? 'the run broke' : whole.join(' | '));
const names = wanted.length > 0 ? wanted : known;
for (const name of names) {
	const failed = failures(name);
	const others = failed?.filter((title) => !title.startsWith(`[${name}] `)) ?? [];
	if (failed === undefined) say(name, 'the run broke');
	else if (failed.length === 0) say(name, 'no test noticed');
	else say(name, others.length > 0 ? `failed too: ${others.join(' | ')}` : '');
}
const failed = names.length + 1 - passed;
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
