/**
 * npm run test:long: browsers killed at a thousand moments, and packages in an LMS left at a thousand moments in every way a window can
 * go; a hostile LMS by one seed more; the whole course by touch. What `npm test` does with fixed seeds is drawn here, and the seeds are printed.
 * CRASH_MOMENTS and CRASH_SEED, LMS_RUNS (for each of three targets) and LMS_SEED may be given.
 */
import { bin, install, requireNode, run } from './steps.mjs';
import { ensureBrowser } from './ensure-browser.mjs';

requireNode();
install();
ensureBrowser();
run(process.execPath, ['scripts/build.mjs']);
const drawn = () => String(Math.floor(Math.random() * 2 ** 31));
const seeds = { CRASH_SEED: process.env.CRASH_SEED ?? drawn(), LMS_SEED: process.env.LMS_SEED ?? drawn() };
console.log(seeds);
const parts = ['tests/e2e/crash', 'tests/e2e/lms/leaving', 'tests/e2e/lms/hostile', 'tests/e2e/touch'];
run(bin('playwright'), ['test', ...parts, '--timeout', '0'], {
	...seeds,
	TOUCH_SHIPPED: '1',
	CRASH_MOMENTS: process.env.CRASH_MOMENTS ?? '1000',
	LMS_RUNS: process.env.LMS_RUNS ?? '334'
});
