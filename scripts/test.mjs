/**
 * npm test: installs what is missing, finds or installs a browser, and runs everything.
 * npm test -- node|chromium|e2e|static runs one part. Ends with a line «N passed, N failed».
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, attemptBeside, bin, install, requireNode, root } from './steps.mjs';
import { ensureBrowser } from './ensure-browser.mjs';

requireNode();
install();

const parts = process.argv.slice(2);
const wanted = (/** @type {string} */ part) => parts.length === 0 || parts.includes(part);
const reports = join(root, 'test-results');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

let passed = 0;
let failed = 0;
/** @type {string[]} */
const failures = [];

/**
 * A step that is one check in itself. Several may be under way.
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 */
async function check(name, command, args) {
	const started = Date.now();
	const ok = (await attemptBeside(command, args)) === 0;
	if (ok) passed += 1;
	else fail(name);
	console.log(`\n— ${name}\n  ${ok ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`);
	return ok;
}

/** @param {string} name @param {number} [count] */
function fail(name, count = 1) {
	failed += count;
	failures.push(name);
}

/**
 * A test runner: counts what its report says, and a crash without a report as one failure.
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @param {string} report
 * @param {(report: any) => { passed: number, failed: number }} read
 * @param {Record<string, string>} [env]
 */
function tests(name, command, args, report, read, env = {}) {
	const started = Date.now();
	console.log(`\n— ${name}`);
	const code = attempt(command, args, env);
	let counts = { passed: 0, failed: 0 };
	try {
		counts = read(JSON.parse(readFileSync(report, 'utf8')));
	} catch {
		console.error(`${name}: no report was written.`);
	}
	passed += counts.passed;
	if (counts.failed > 0) fail(name, counts.failed);
	else if (code !== 0 || counts.passed === 0) fail(name);
	console.log(
		`  ${counts.passed} passed, ${counts.failed} failed (${Math.round((Date.now() - started) / 1000)} s)`
	);
}

/** @param {string} part @param {string[]} projects */
function vitest(part, projects) {
	const report = join(reports, `vitest-${part}.json`);
	tests(
		`Tests in ${part}`,
		bin('vitest'),
		[
			'run',
			...projects.flatMap((name) => ['--project', name]),
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${report}`
		],
		report,
		(r) => ({ passed: r.numPassedTests, failed: r.numFailedTests })
	);
}

attempt(bin('svelte-kit'), ['sync']);
if (wanted('static')) {
	console.log('\n— Rooms, lint, format, types');
	// Each keeps one core busy. Two by two, the long ones first.
	await Promise.all([
		check('Lint (ESLint)', bin('eslint'), ['.']),
		check('Types (svelte-check)', bin('svelte-check'), [
			'--tsconfig',
			'./tsconfig.json',
			'--fail-on-warnings',
			'--threshold',
			'warning',
			'--output',
			'human'
		]).then(async () => {
			await check('Rooms (dependency-cruiser)', bin('depcruise'), [
				'--config',
				'.dependency-cruiser.js',
				'src'
			]);
			await check('Format (Prettier)', bin('prettier'), ['--check', '--log-level', 'warn', '.']);
		})
	]);
}
if (wanted('node')) vitest('node', ['node', 'stores']);
if (wanted('chromium') || wanted('e2e')) ensureBrowser();
if (wanted('chromium')) vitest('chromium', ['chromium']);
if (wanted('e2e')) {
	console.log('\n— Build (web, single)');
	const built = await check('Build (web, single)', process.execPath, ['scripts/build.mjs']);
	if (built) {
		const report = join(reports, 'playwright.json');
		tests(
			'End to end on the built editions',
			bin('playwright'),
			['test'],
			report,
			(r) => ({ passed: r.stats.expected, failed: r.stats.unexpected + r.stats.flaky }),
			{ PLAYWRIGHT_JSON_OUTPUT_NAME: report }
		);
	}
}

if (failures.length) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
