/** The map and the boards hold exactly what the source's own table holds, column by column. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { BoardFile, DomainMap } from '#course/schema.ts';

const FOLDER = new URL('../../courses/kami-kyodo/', import.meta.url);
const CELLS_IN_A_ROW = 7;

const text = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8');
const yaml = (file: string): unknown => parse(text(file));

const map = v.parse(DomainMap, yaml('map.yaml'));
const boards = v.parse(v.array(BoardFile), yaml('cases/boards.yaml'));

/** White space is layout, and the width of brackets is a matter of type. */
function same(words: string): string {
	return words.replace(/\s/gu, '').normalize('NFKC');
}

/** The table, row by row: a label and six cells. */
const table = text('source.txt')
	.split('\n')
	.map((line) => line.split('\t'))
	.filter((parts) => parts.length === CELLS_IN_A_ROW);

/** The six cells right of the first row with this label, `after` rows further down. */
function cells(label: string, after = 0): string[] {
	const row = table[table.findIndex((parts) => parts[0] === label) + after];
	if (row === undefined) throw new Error(`The table has no row 「${label}」.`);
	return row.slice(1);
}

/** Entries of a cell: quoted, bulleted (white space inside is a line break), or separated by spaces. */
function entriesOf(cell: string): string[] {
	if (cell.includes('『')) return (cell.match(/『[^』]*』/gu) ?? []).map(same);
	const parts = cell.includes('・') ? cell.replace('(例)', '').split('・') : cell.split(' ');
	return parts.map(same).filter((part) => part !== '');
}

function mapped(rowId: string): string[][] {
	const row = map.rows.find((r) => r.id === rowId);
	if (row === undefined) throw new Error(`The map has no row ${rowId}.`);
	return map.domains.map((d) => row.entries.filter((e) => e.domain === d.id).map((e) => same(e.text)));
}

/** Every entry in a column the source heads with 例 instead of the row's name. */
function exampleIds(): string[] {
	return map.rows.flatMap((row) => row.entries.filter((e) => e.domain in row.instead).map((e) => e.id));
}

function cardsOf(boardId: string) {
	return boards.find((b) => b.id === boardId)?.cards ?? [];
}

describe('the map', () => {
	it('has the columns of the source table in its order, with their printed definitions', () => {
		const below = cells('領域', 1);
		const names = cells('領域').map((name, i) => below[i] || name);
		expect(map.domains.map((d) => same(d.name))).toEqual(names.map(same));
		expect(map.domains.map((d) => same(d.definition))).toEqual(cells('領域', 2).map(same));
	});

	it('has the forms and examples of the source table, column by column', () => {
		expect(mapped('row_form')).toEqual(cells('協働の形態').map(entriesOf));
	});

	it('has the projects of the source table, column by column', () => {
		expect(mapped('row_project')).toEqual(cells('事業(例)').map(entriesOf));
	});

	it('has 34 entries in all, and no other row', () => {
		const printed = [...cells('協働の形態'), ...cells('事業(例)')].flatMap(entriesOf);
		expect(printed).toHaveLength(34);
		expect(map.rows.flatMap((r) => r.entries)).toHaveLength(34);
	});

	it('cuts long entries without losing a character', () => {
		const cut = map.rows.flatMap((r) => r.entries).filter((e) => e.breaks !== undefined);
		expect(cut.map((e) => e.breaks?.join(''))).toEqual(cut.map((e) => e.text));
	});
});

describe('the boards', () => {
	it('place every project of the table once', () => {
		const projects = map.rows.find((r) => r.id === 'row_project')?.entries.map((e) => e.id);
		expect(cardsOf('b_projects').map((c) => c.entry)).toEqual(projects);
	});

	it('place every example of the table once', () => {
		expect(cardsOf('b_examples').map((c) => c.entry)).toEqual(exampleIds());
		expect(exampleIds()).toHaveLength(7);
	});

	it('can be gone through once more with all twenty cards', () => {
		const all = boards.find((b) => b.id === 'b_all')?.cards_of ?? [];
		const cards = all.flatMap(cardsOf);
		expect(all).toEqual(['b_projects', 'b_examples']);
		expect(new Set(cards.map((c) => c.id)).size).toBe(20);
	});

	it('give every card a sentence for each other column, and for no column twice', () => {
		const columnOf = new Map(map.rows.flatMap((r) => r.entries).map((e) => [e.id, e.domain]));
		for (const card of boards.flatMap((b) => b.cards ?? [])) {
			const others = map.domains.map((d) => d.id).filter((id) => id !== columnOf.get(card.entry));
			expect(Object.keys(card.elsewhere).sort(), card.id).toEqual(others.sort());
		}
	});

	it('say 120 different things, each in 15 to 70 characters', () => {
		const reasons = boards
			.flatMap((b) => b.cards ?? [])
			.flatMap((c) => [c.reason, ...Object.values(c.elsewhere).map((e) => e.reason)]);
		expect(new Set(reasons).size).toBe(120);
		expect(reasons.filter((r) => [...r].length < 15 || [...r].length > 70)).toEqual([]);
	});
});
