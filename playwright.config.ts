import { defineConfig } from '@playwright/test';
import { browserLaunch } from './tests/support/browser.ts';

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results/e2e',
	fullyParallel: true,
	// One more than two cores: much of a test's time is waiting, for a pause or a round trip.
	workers: 3,
	retries: 0,
	timeout: 90_000,
	reporter: [['list'], ['json']],
	globalSetup: './tests/e2e/global-setup.ts',
	use: {
		browserName: 'chromium',
		locale: 'ja-JP',
		timezoneId: 'Asia/Tokyo',
		viewport: { width: 1280, height: 800 },
		launchOptions: browserLaunch()
	}
});
