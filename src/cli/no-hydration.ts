/**
 * Takes hydration out of the edition for an LMS: taking over a page that a server has drawn. Nothing is drawn before the player runs, so
 * what Svelte and Kit have for it never runs, and all of it would be carried along. Svelte guards it by one variable for this
 * purpose; the bundler does not see that nobody sets it.
 */
import type { Plugin } from 'vite';

/** What Kit takes of Svelte, under the name it has there. */
const USED =
	"import { onMount as a, settled as b, tick as c, untrack as d } from 'svelte';\n" +
	'const svelte = { onMount: a, settled: b, tick: c, untrack: d };';

/** What is replaced in which file, each exactly once. */
const CHANGES: Record<string, [from: string, to: string][]> = {
	'/svelte/src/internal/client/dom/hydration.js': [
		['export let hydrating = false;', 'export const hydrating = false;'],
		['\thydrating = value;\n', '']
	],
	'/svelte/src/legacy/legacy-client.js': [['(options.hydrate ? hydrate : mount)(', 'mount(']],
	'/@sveltejs/kit/src/runtime/client/client.js': [
		['if (hydrate) {\n\t\trestore_scroll();\n\n\t\tawait _hydrate(target, hydrate);', 'if (false) {'],
		// All of Svelte's functions would stay, and hydrate with them.
		["import * as svelte from 'svelte';", USED]
	]
};
/** What the compiler writes after every element for hydration alone. */
const STEPS = /^\t*\$\.(?:reset|next)\(\w*\);\n/gmu;

/** A file's code without hydration; undefined for a file that has none. Throws when it is written in another way than expected. */
export function withoutHydration(code: string, file: string): string | undefined {
	if (file.endsWith('.svelte')) return code.replace(STEPS, '');
	const changes = Object.entries(CHANGES).find(([end]) => file.endsWith(end))?.[1];
	return changes?.reduce((text, [from, to]) => {
		if (text.split(from).length !== 2) throw new Error(`${file} has changed: see src/cli/no-hydration.ts`);
		return text.replace(from, () => to);
	}, code);
}

export function noHydration(): Plugin {
	const missing = new Set(Object.keys(CHANGES));
	return {
		name: 'no-hydration',
		enforce: 'post',
		applyToEnvironment: (environment) => environment.name === 'client',
		transform(code, id) {
			const file = id.split('?')[0] ?? '';
			// Only a component's code, not its styles.
			if (file.endsWith('.svelte') && file !== id) return undefined;
			const without = withoutHydration(code, file);
			if (without === undefined) return undefined;
			for (const end of missing) if (file.endsWith(end)) missing.delete(end);
			return { code: without, map: null };
		},
		buildEnd(error) {
			if (!error && missing.size)
				this.error(`${[...missing].join(', ')} was not part of the build: see src/cli/no-hydration.ts`);
		}
	};
}
