import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

function files(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? files(path) : [path];
	});
}

/** The shipped course's own words: its columns, its table, its names. */
function termsOfTheCourse(): string[] {
	const map = parse(readFileSync('courses/kami-kyodo/map.yaml', 'utf8')) as {
		domains: { name: string }[];
		rows: { entries: { text: string }[] }[];
	};
	// Everyday words that stand in any program's sentences.
	const everyday = ['協力', '（参画）', '補助', '後援', '委託'];
	const names = [...map.domains.map((d) => d.name), ...map.rows.flatMap((r) => r.entries.map((e) => e.text))];
	return [
		...new Set([...names, '香美', '協働', '自治会', '参画', '泰山', 'kami_kyodo', 'kami-kyodo'])
	].filter((term) => !everyday.includes(term));
}

test('the engine knows none of the words of the course it ships with', () => {
	const terms = termsOfTheCourse();
	expect(terms.length).toBeGreaterThan(30);
	const found = files('src').flatMap((file) => {
		const text = readFileSync(file, 'utf8');
		return terms.filter((term) => text.includes(term)).map((term) => `${file}: ${term}`);
	});
	expect(found).toEqual([]);
});
