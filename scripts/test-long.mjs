/**
 * npm run test:long: browsers killed at a thousand moments, and packages in an LMS left at a thousand moments in every way a window can
 * go. CRASH_MOMENTS and CRASH_SEED, LMS_RUNS (for each of three targets) and LMS_SEED may be given.
 */
import { bin, install, requireNode, run } from './steps.mjs';
import { ensureBrowser } from './ensure-browser.mjs';

requireNode();
install();
ensureBrowser();
run(process.execPath, ['scripts/build.mjs']);
run(bin('playwright'), ['test', 'tests/e2e/crash', 'tests/e2e/lms/leaving', '--timeout', '0'], {
	CRASH_MOMENTS: process.env.CRASH_MOMENTS ?? '1000',
	LMS_RUNS: process.env.LMS_RUNS ?? '334'
});
