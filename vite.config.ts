import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { courses } from './src/cli/course-plugin.ts';

export default defineConfig({
	plugins: [courses({ dir: process.env.COURSES_DIR ?? 'courses' }), sveltekit()],
	define: { __EDITION__: JSON.stringify(process.env.EDITION ?? 'web') },
	build: { target: 'es2022', assetsInlineLimit: 1_000_000, reportCompressedSize: false }
});
