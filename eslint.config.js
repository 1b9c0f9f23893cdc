import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { IMPURE, rooms } from './rooms.js';
import svelteConfig from './svelte.config.js';

const names = Object.keys(rooms);
const any = (list) => list.map((text) => text.replaceAll('/', '\\/')).join('|');

/**
 * `regex`, not `group`: a group treats a leading `#` as a comment and never fires.
 * @param {string} name
 * @param {boolean} view
 */
function imports(name, view) {
	const room = rooms[name];
	const allowed = [name, ...room.rooms, ...(view ? (room.views ?? []) : [])];
	const packages = [...room.packages, ...(view ? ['svelte'] : []), ...(name === 'cli' ? ['node:.*'] : [])];
	const shut = names.filter((other) => other !== name && !allowed.includes(other));
	const app = name === 'routes' ? '|\\$app\\/|virtual:' : name === 'cli' ? '|virtual:' : '';
	const none = '(?!)';
	return [
		'error',
		{
			patterns: [
				{ regex: `^#(?!(${any(allowed)})\\/)`, message: `${name}: ${room.why}` },
				{
					regex: `^\\.\\.?\\/(.*\\/)?(${shut.length ? any(shut) : none})\\/`,
					message: `${name}: ${room.why}`
				},
				{
					regex: `^(?!#|\\.\\.?\\/${app}|(${packages.length ? any(packages) : none})(\\/|$))`,
					message: `${name}: ${room.why}`
				}
			]
		}
	];
}

/** @param {string} name */
function roomConfigs(name) {
	const room = rooms[name];
	const views = [`${room.folder}/**/*.svelte`, `${room.folder}/**/views.ts`, `${room.folder}/**/*.svelte.ts`];
	return [
		{
			files: [`${room.folder}/**/*.ts`, ...(room.views ? [] : [`${room.folder}/**/*.svelte`])],
			ignores: room.views ? views : [],
			rules: {
				'no-restricted-imports': imports(name, false),
				...(room.core
					? {
							'no-restricted-globals': [
								'error',
								...IMPURE.map((global) => ({ name: global, message: `${name} is core: pass it in.` }))
							],
							'no-restricted-properties': [
								'error',
								{ object: 'Math', property: 'random', message: `${name} is core: pass a seed.` }
							]
						}
					: {})
			}
		},
		...(room.views ? [{ files: views, rules: { 'no-restricted-imports': imports(name, true) } }] : [])
	];
}

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'test-results/', 'tests/rules/planted/', 'dist/'] },
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs['flat/recommended'],
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node, __EDITION__: 'readonly' } },
		rules: {
			'no-undef': 'off',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-dynamic-delete': 'off',
			// With the hash router resolve() drops the file name: links are written #/…
			'svelte/no-navigation-without-resolve': 'off',
			// Japanese is written with full-width spaces.
			'no-irregular-whitespace': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
		rules: {
			// What must redraw is $state; a cache must not.
			'svelte/prefer-svelte-reactivity': 'off',
			'svelte/no-at-html-tags': 'error'
		}
	},
	...names.flatMap(roomConfigs)
);
