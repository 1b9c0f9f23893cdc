/** Finds a Chromium, Chrome or Edge for the tests, or installs one. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './find-browser.mjs';
import { attempt, bin } from './steps.mjs';

/** Leaves the computer with a browser that the tests can start, or says how to get one and ends. */
export function ensureBrowser() {
	if (findBrowser()) return installFonts();
	if (isDebianRoot()) {
		console.log('Installing Chromium with apt …');
		attempt('apt-get', ['update', '-qq']);
		attempt('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk'], {
			DEBIAN_FRONTEND: 'noninteractive'
		});
		if (findBrowser()) return;
	}
	console.log("Installing Playwright's Chromium …");
	if (attempt(bin('playwright'), ['install', 'chromium']) === 0) return;
	console.error(
		'No browser was found. Install Chromium, Chrome or Edge, or name one: CHROMIUM_PATH=/path npm test'
	);
	process.exit(1);
}

/** Layout is only tested truly with Japanese letters. */
function installFonts() {
	const { stdout, error } = spawnSync('fc-list', [':lang=ja'], { encoding: 'utf8' });
	if (error || stdout.trim() !== '' || !isDebianRoot()) return;
	attempt('apt-get', ['update', '-qq']);
	attempt('apt-get', ['install', '-y', '-qq', 'fonts-noto-cjk'], { DEBIAN_FRONTEND: 'noninteractive' });
}

function isDebianRoot() {
	return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}
