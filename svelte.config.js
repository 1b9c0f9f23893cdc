import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { readFileSync, readdirSync } from 'node:fs';
import { inSubFolders } from './scripts/adapter.mjs';

const edition = process.env.EDITION ?? 'web';
const { version } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));
/** All components as the compiler names them, in the same order in every build. */
const components = readdirSync(new URL('./src', import.meta.url), { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.svelte'))
	.map((name) => `src/${name.replaceAll('\\', '/')}`)
	.sort();
const out = process.env.OUT_DIR ?? `build/${edition}`;

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: {
		runes: true,
		// As short as can be, since it stands in every rule and every element of a component with styles of its own.
		cssHash: ({ hash, css, filename }) => {
			const place = components.indexOf(filename);
			return place < 0 ? `s${hash(css).slice(0, 5)}` : `S${place.toString(36)}`;
		},
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
