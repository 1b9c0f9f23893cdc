import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { readFileSync } from 'node:fs';
import { courses } from './src/cli/course-plugin.ts';
import { firstScreenAtOnce, startChunk } from './src/cli/start-chunk.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const edition = process.env.EDITION ?? 'web';
// The one-file editions are not split at all.
const split = edition === 'web';

export default defineConfig({
	plugins: [
		courses({ dir: process.env.COURSES_DIR ?? 'courses' }),
		sveltekit(),
		split && firstScreenAtOnce()
	],
	define: {
		__EDITION__: JSON.stringify(edition),
		__VERSION__: JSON.stringify(version),
		__MUTANT__: 'undefined'
	},
	build: { target: 'es2022', assetsInlineLimit: 1_000_000, reportCompressedSize: false },
	environments: split
		? { client: { build: { rolldownOptions: { output: { codeSplitting: startChunk } } } } }
		: {}
});
