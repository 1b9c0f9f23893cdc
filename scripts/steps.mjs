/** What the commands share: installing what is missing and running a tool. No dependency: nothing may be installed yet. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Stops with a plain sentence when Node is too old to run anything here. */
export function requireNode() {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major > 20 || (major === 20 && minor >= 19)) return;
	console.error(`Node.js 20.19 or newer is needed; this is ${process.versions.node}.`);
	process.exit(1);
}

/** Installs the packages of package-lock.json when they are missing or older than it. */
export function install() {
	const done = join(root, 'node_modules/.package-lock.json');
	const lock = join(root, 'package-lock.json');
	if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs - 1000) return;
	if (existsSync(done) && sameLock(done, lock)) return;
	console.log('Installing packages (npm ci) …');
	run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/**
 * A clone gives package-lock.json a new date although nothing changed: compare what is listed.
 * @param {string} done
 * @param {string} lock
 */
function sameLock(done, lock) {
	const versions = (/** @type {string} */ file) =>
		Object.entries(JSON.parse(readFileSync(file, 'utf8')).packages)
			.filter(([name, entry]) => name !== '' && !entry.optional)
			.map(([name, entry]) => `${name}@${entry.version}`)
			.sort()
			.join('\n');
	return versions(done) === versions(lock);
}

/**
 * Runs a command in the project's root; ends this process when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
export function run(command, args, env = {}) {
	const code = attempt(command, args, env);
	if (code !== 0) process.exit(code);
}

/**
 * Runs a command in the project's root and gives its exit code.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
export function attempt(command, args, env = {}) {
	const { status, error } = spawnSync(command, args, {
		cwd: root,
		stdio: 'inherit',
		env: { ...process.env, ...env },
		shell: process.platform === 'win32'
	});
	if (error) console.error(`${command}: ${error.message}`);
	return status ?? 1;
}

/**
 * Like `attempt`, but beside others: what it says is printed in one piece when it has ended.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} its exit code
 */
export function attemptBeside(command, args, env = {}) {
	return new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: root,
			stdio: ['ignore', 'pipe', 'pipe'],
			env: { ...process.env, ...env },
			shell: process.platform === 'win32'
		});
		let said = '';
		const hear = (/** @type {Buffer} */ chunk) => (said += chunk.toString());
		child.stdout.on('data', hear);
		child.stderr.on('data', hear);
		child.once('error', (error) => {
			console.error(`${command}: ${error.message}`);
			resolve(1);
		});
		child.once('close', (code) => {
			process.stdout.write(said);
			resolve(code ?? 1);
		});
	});
}

/** @param {string} name a package's command @returns {string} */
export function bin(name) {
	return join(root, 'node_modules/.bin', process.platform === 'win32' ? `${name}.cmd` : name);
}
