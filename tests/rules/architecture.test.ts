import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rooms } from '../../rooms.js';
import { section, table } from './markdown.ts';

const page = readFileSync('ARCHITECTURE.md', 'utf8');
const folders = (parent: string) =>
	readdirSync(parent, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => `${parent}/${entry.name}`);

/** `course, ui` → both; `–` → none. */
const listed = (cell: string | undefined) => (cell === '–' ? [] : (cell ?? '').split(', ')).sort();

describe('ARCHITECTURE.md', () => {
	const told = table(section(page, 'Rooms'));

	test('names every room of rooms.js once, in its order', () => {
		expect(told.map(([name]) => name)).toEqual(Object.keys(rooms));
	});

	test.each(Object.entries(rooms))('says of %s what rooms.js says', (name, room) => {
		const [, folder, may, views, packages, core] = told.find(([first]) => first === name) ?? [];
		expect({ folder, rooms: listed(may), views: listed(views), packages: listed(packages), core }).toEqual({
			folder: room.folder,
			rooms: [...room.rooms].sort(),
			views: [...(room.views ?? [])].sort(),
			packages: [...room.packages].sort(),
			core: room.core ? 'yes' : 'no'
		});
	});

	test('names every folder of the program, and none that is not there', () => {
		const real = [...folders('src/lib'), ...folders('src').filter((folder) => folder !== 'src/lib')];
		expect(told.map(([, folder]) => folder).sort()).toEqual(real.sort());
	});

	test('names every folder of tests, and none that is not there', () => {
		expect(
			table(section(page, 'Tests'))
				.map(([folder]) => folder)
				.sort()
		).toEqual(folders('tests').sort());
	});
});
