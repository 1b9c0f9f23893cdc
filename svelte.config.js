import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { readFileSync } from 'node:fs';
import { inSubFolders } from './scripts/adapter.mjs';

const edition = process.env.EDITION ?? 'web';
const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));
const out = process.env.OUT_DIR ?? `build/${edition}`;

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: {
		runes: true,
		// Short, since it stands in every element that has a style of its own.
		cssHash: ({ hash, css }) => `s${hash(css).slice(0, 5)}`,
		// Screens are made anew for what they show ({#key}): a prop's first value is its value.
		warningFilter: (warning) => warning.code !== 'state_referenced_locally'
	},
	kit: {
		adapter: inSubFolders(adapter({ pages: out, assets: out }), out),
		// The player of a package holds the learner's pages and no others.
		...(edition === 'lms' ? { files: { routes: 'src/routes/(learner)' } } : {}),
		router: { type: 'hash' },
		// One file carries everything when there is no server to ask for the rest.
		output: { bundleStrategy: edition === 'web' ? 'split' : 'inline' },
		outDir: process.env.KIT_DIR ?? '.svelte-kit',
		// The same source must give the same bytes: Kit would write the build time here.
		version: { name: version }
	}
};
