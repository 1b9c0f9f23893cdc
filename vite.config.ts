import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { readFileSync } from 'node:fs';
import { courses } from './src/cli/course-plugin.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

export default defineConfig({
	plugins: [courses({ dir: process.env.COURSES_DIR ?? 'courses' }), sveltekit()],
	define: { __EDITION__: JSON.stringify(process.env.EDITION ?? 'web'), __VERSION__: JSON.stringify(version) },
	build: { target: 'es2022', assetsInlineLimit: 1_000_000, reportCompressedSize: false }
});
