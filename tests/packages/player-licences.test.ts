import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NOT_IN_PLAYER, playerLicences } from '../../src/cli/kit.ts';

const all = readFileSync('static/licenses.txt', 'utf8');
const named = (text: string) => [...text.matchAll(/^=+\n(\S+) \(.+\)\n=+$/gm)].map((found) => found[1] ?? '');

test('a package carries the licences of what is in its player, word for word, and no others', () => {
	const own = playerLicences(all);
	expect(named(own)).toEqual(named(all).filter((name) => !NOT_IN_PLAYER.includes(name)));
	expect(named(own)).toEqual(expect.arrayContaining(['svelte', '@sveltejs/kit', 'ts-fsrs', 'valibot']));
	// What is left is a part of the whole: nothing was cut or joined within a section.
	for (const section of own.split(/^(?==+\n\S+ \()/mu)) expect(all).toContain(section.trimEnd());
});

test('every licence that is left out is one the product has', () => {
	expect(named(all)).toEqual(expect.arrayContaining(NOT_IN_PLAYER));
});
