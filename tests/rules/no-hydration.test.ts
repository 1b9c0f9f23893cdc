import { readFileSync } from 'node:fs';
import { compile } from 'svelte/compiler';
import { expect, test } from 'vitest';
import { withoutHydration } from '../../src/cli/no-hydration.ts';

const inPackage = (name: string) => {
	const file = `node_modules/${name}`;
	const code = readFileSync(file, 'utf8');
	return { file, code, without: withoutHydration(code, file) ?? '' };
};

test('Svelte as it is installed loses what sets hydrating, and nothing else', () => {
	const { code, without } = inPackage('svelte/src/internal/client/dom/hydration.js');
	expect(code).toMatch(/hydrating = (?:value|false)/u);
	expect(without).toContain('export const hydrating = false;');
	expect(without.match(/hydrating =/gu)).toHaveLength(1);
	expect(code.split('\n').length - without.split('\n').length).toBe(1);
});

test('Kit as it is installed asks Svelte for no hydration', () => {
	const root = inPackage('svelte/src/legacy/legacy-client.js');
	expect(root.without).toContain('= mount(options.component');
	const client = inPackage('@sveltejs/kit/src/runtime/client/client.js');
	expect(client.code).toContain('await _hydrate(');
	expect(client.without).not.toContain('await _hydrate(');
	const used = new Set(
		[...client.code.matchAll(/\bsvelte\s*\.(?!dev\b|js\b)(\w+)/gu)].map((found) => found[1])
	);
	// `fork` stands behind a setting that is off.
	expect([...used].sort()).toEqual(['fork', 'settled', 'tick', 'untrack']);
	expect(client.code).toContain('const { onMount, tick } = svelte;');
	expect(client.without).not.toContain('import * as svelte');
	// The start without it is as it was.
	expect(client.without).toContain("type: 'enter'");
});

test('a component keeps all but the steps of hydration', () => {
	const source = '{#if a}<p><b>{a}</b> text</p>{/if}<script>let { a } = $props();</script>';
	const { code } = compile(source, { generate: 'client', runes: true }).js;
	expect(code).toMatch(/\$\.reset\(\w+\);/u);
	const without = withoutHydration(code, 'src/Some.svelte') ?? '';
	expect(without).not.toMatch(/\$\.(?:reset|next)\(/u);
	const other = code.split('\n').filter((line) => !/^\t*\$\.(?:reset|next)\(\w*\);$/u.test(line));
	expect(without.split('\n')).toEqual(other);
});

test('another way of writing it stops the build, and other files are left alone', () => {
	const file = 'node_modules/svelte/src/legacy/legacy-client.js';
	expect(() => withoutHydration('mount(options.component)', file)).toThrow(/has changed/u);
	expect(withoutHydration('let hydrating = true;', 'src/lib/ui/board.ts')).toBeUndefined();
});
