/** npm run test:long: the crash test at a thousand moments. CRASH_MOMENTS and CRASH_SEED may be given. */
import { bin, install, requireNode, run } from './steps.mjs';
import { ensureBrowser } from './ensure-browser.mjs';

requireNode();
install();
ensureBrowser();
run(process.execPath, ['scripts/build.mjs', 'web', 'single']);
run(bin('playwright'), ['test', 'tests/e2e/crash', '--timeout', '0'], {
	CRASH_MOMENTS: process.env.CRASH_MOMENTS ?? '1000'
});
