import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { readFileSync } from 'node:fs';
import { courseOfPage, courses } from './src/cli/course-plugin.ts';
import { kit } from './src/cli/kit-plugin.ts';
import { noLeavePrompt } from './src/cli/no-leave-prompt.ts';
import { atOnce, startChunk } from './src/cli/start-chunk.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const edition = process.env.EDITION ?? 'web';
// The one-file editions are not split at all.
const split = edition === 'web';
// The player of a package knows no course until it is opened.
const lms = edition === 'lms';

export default defineConfig({
	plugins: [
		lms ? courseOfPage() : courses({ dir: process.env.COURSES_DIR ?? 'courses' }),
		kit({ edition }),
		sveltekit(),
		atOnce(split ? 'first' : 'all'),
		lms && noLeavePrompt()
	],
	define: {
		__EDITION__: JSON.stringify(edition),
		__VERSION__: JSON.stringify(version),
		__MUTANT__: 'undefined'
	},
	build: {
		target: 'es2022',
		assetsInlineLimit: 1_000_000,
		reportCompressedSize: false,
		// What packages are made with is one large file, which nobody waits for.
		chunkSizeWarningLimit: 1_000
	},
	environments: split
		? { client: { build: { rolldownOptions: { output: { codeSplitting: startChunk } } } } }
		: {}
});
