import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { browserLaunch } from './tests/support/browser.ts';

/** `npm run test:mutants` breaks one promise of a store at a time. */
const define = { __MUTANT__: JSON.stringify(process.env.MUTANT) ?? 'undefined' };

export default defineConfig({
	test: {
		// One less would be the default, and half the speed on two cores.
		maxWorkers: availableParallelism(),
		projects: [
			{
				define,
				test: {
					name: 'node',
					environment: 'node',
					include: ['tests/{domain,courses,rules,bench}/**/*.test.ts'],
					// Nothing they test keeps anything: files may share what was read in, which takes longer than many of the tests.
					isolate: false,
					// The walks over full-size boards take their time on a busy computer.
					testTimeout: 240_000
				}
			},
			{
				define,
				test: {
					name: 'stores',
					environment: 'node',
					include: ['tests/{stores,packages}/**/*.test.ts'],
					testTimeout: process.env.MUTANT ? 20_000 : 240_000
				}
			},
			{
				define,
				plugins: [
					// Kit's own settings are not for the test library's components, which have no runes.
					svelte({
						configFile: false,
						preprocess: vitePreprocess(),
						dynamicCompileOptions: ({ filename }) =>
							filename.includes('node_modules') ? undefined : { runes: true }
					})
				],
				optimizeDeps: {
					include: ['axe-core', 'dexie', 'ts-fsrs', 'valibot', 'xstate', 'yaml', 'vitest-browser-svelte']
				},
				test: {
					name: 'chromium',
					include: ['tests/browser/**/*.test.ts'],
					testTimeout: 30_000,
					browser: {
						enabled: true,
						headless: true,
						screenshotFailures: false,
						provider: playwright({ launchOptions: browserLaunch() }),
						instances: [{ browser: 'chromium' }]
					}
				}
			}
		]
	}
});
