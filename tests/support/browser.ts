/** The browser the tests drive: the one named, or a Chromium, Chrome or Edge that this computer has. */
import { existsSync } from 'node:fs';
import { findBrowser as find } from '../../scripts/find-browser.mjs';

/** Full path of a browser, or undefined when only Playwright's own can be used. */
export function findBrowser(): string | undefined {
	return find();
}

/**
 * Features no test needs. The address bar's pop-ups are pages that Chromium draws for every new context, though nobody sees a bar:
 * a second of work each. Only the last list of a command line counts, so those that Playwright turns off stand here again.
 */
const OFF = [
	'WebUIOmniboxPopup',
	'WebUIOmniboxAimPopup',
	'AimEnabled',
	'AvoidCorsURLLoaderRestartOnRedirect',
	'AvoidUnnecessaryBeforeUnloadCheckSync',
	'DestroyProfileOnBrowserClose',
	'HttpsFirstBalancedModeAutoEnable',
	'HttpsUpgrades',
	'LensOverlay',
	'MediaRouter',
	'NetworkTimeServiceQuerying',
	'OptimizationHints',
	'PaintHolding',
	'PreconnectToSearch',
	'ThirdPartyStoragePartitioning'
];

/** Options for `chromium.launch`: quiet, offline, without a sandbox only where the user is root. */
export function browserLaunch() {
	const executablePath = findBrowser();
	return {
		...(executablePath && existsSync(executablePath) ? { executablePath } : {}),
		args: [
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			`--disable-features=${OFF.join()}`
		]
	};
}
