/** Looks for a Chromium, Chrome or Edge. No dependency: it runs before anything is installed. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = [
	'chromium',
	'chromium-browser',
	'google-chrome-stable',
	'google-chrome',
	'microsoft-edge-stable',
	'microsoft-edge',
	'chrome.exe',
	'msedge.exe'
];
const PLACES = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
		const base = process.env[variable];
		return base
			? [
					join(base, 'Google/Chrome/Application/chrome.exe'),
					join(base, 'Microsoft/Edge/Application/msedge.exe')
				]
			: [];
	})
];

/**
 * @returns {string | undefined} full path; CHROMIUM_PATH wins
 */
export function findBrowser() {
	const named = process.env.CHROMIUM_PATH;
	if (named) return named;
	const onPath = (process.env.PATH ?? '')
		.split(delimiter)
		.flatMap((folder) => NAMES.map((name) => join(folder, name)));
	return [...onPath, ...PLACES].find((path) => existsSync(path));
}
