/**
 * Lets everything the first screen needs come in one file of code and one of styles, both named in the page's head, so that a
 * browser asks for them at once. Split as Kit and the bundler would, it is forty files in five steps, each waiting for the last.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** What a first visit shows; modules these import come with them. */
const FIRST = [
	'/runtime/components/svelte-5/layout.svelte',
	'/runtime/components/svelte-5/error.svelte',
	'/routes/(learner)/+layout.svelte',
	'/routes/(learner)/+error.svelte',
	'/routes/(learner)/[course]/+layout.svelte',
	'/routes/(learner)/[course]/+page.svelte'
];
const ALWAYS = ['/runtime/client/entry.js', 'vite/preload-helper.js'];

/** Modules by which Kit wraps the pages and layouts of the first screen. */
const wrappers = new Set<string>();

/** For the web edition's code splitting. */
export const startChunk: Rolldown.CodeSplittingOptions = {
	groups: [
		{
			name: 'start',
			test: (id) => [...FIRST, ...ALWAYS].some((end) => id.endsWith(end)) || wrappers.has(id)
		}
	]
};

/** The one step of the app's own that every edition takes. */
const STEP = /import\((["'])#tracking\/rescore\.ts\1\)/u;

/**
 * Kit loads every page and layout by a step of its own. Here those of the first screen come with the app, or all of them, and the app's
 * own step, too: in one file there is nothing to wait for, and code that is imported in a step of its own is kept whole, used or not.
 * @param which `first`: what a first visit shows; `all`: for the editions in one file
 */
export function atOnce(which: 'first' | 'all'): Plugin {
	return {
		name: 'screens-at-once',
		applyToEnvironment: (environment) => environment.name === 'client',
		transform(code, id) {
			if (which === 'all' && id.endsWith('/routes/(learner)/open.ts'))
				return { code: stepAtOnce(code), map: null };
			if (!id.endsWith('/client-optimized/app.js')) return undefined;
			const imports: string[] = [];
			const nodes = code.replace(
				/\(\) => import\('(\.\/nodes\/(\d+))'\)/gu,
				(lazy, path: string, n: string) => {
					const wrapper = join(dirname(id), `${path}.js`);
					const wrapped = readFileSync(wrapper, 'utf8');
					if (which === 'first' && !FIRST.some((end) => wrapped.includes(`${end}"`))) return lazy;
					wrappers.add(wrapper);
					imports.push(`import * as node_${n} from '${path}';`);
					return `async () => node_${n}`;
				}
			);
			return {
				code: `${imports.join('\n')}\n${which === 'all' ? errorPageAtOnce(nodes) : nodes}`,
				map: null
			};
		}
	};
}

/** Kit's last resort, when not even the error page can be shown, is a step of its own as well. */
function errorPageAtOnce(code: string): string {
	const lazy = /\(\) => import\('([^']+\/error-template\.js)'\)\.then\(m => m\.default\)/u;
	const path = lazy.exec(code)?.[1];
	if (path === undefined)
		throw new Error('Kit asks for its error template in another way: see src/cli/start-chunk.ts');
	return `import errorTemplate from '${path}';\n${code.replace(lazy, 'async () => errorTemplate')}`;
}

function stepAtOnce(code: string): string {
	if (!STEP.test(code)) throw new Error('The step is taken in another way: see src/cli/start-chunk.ts');
	return `import * as step from '#tracking/rescore.ts';\n${code.replace(STEP, 'step')}`;
}
