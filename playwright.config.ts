import { defineConfig } from '@playwright/test';
import { browserLaunch } from './tests/support/browser.ts';

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results/e2e',
	fullyParallel: true,
	workers: 2,
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
