import { describe, expect, test } from 'vitest';
import { code, codebook } from '#packages/codebook.ts';
import { questionTypes } from '#questions/registry.ts';
import type { CourseParts } from '#packages/kit.ts';
import { rightResponse, toldOf } from '#questions/registry.ts';
import { knownOf } from '#tracking/course.ts';
import { mini, shipped } from './orders.ts';

/** The rows, cell by cell; every cell is quoted. */
function rows(course: CourseParts): string[][] {
	return codebook(course)
		.replace(/^\uFEFF/u, '')
		.split('\r\n')
		.filter(Boolean)
		.map((line) =>
			[...line.matchAll(/"((?:[^"]|"")*)"/gu)].map((match) => (match[1] ?? '').replaceAll('""', '"'))
		);
}
const of = (id: string) => rows(mini).flatMap(([item, , , , , , ...rest]) => (item === id ? [rest] : []));

describe('the codebook', () => {
	test('opens in Excel: a mark at the start, CRLF, ten quoted cells a row', () => {
		expect(codebook(mini).startsWith('\uFEFF"項目ID",')).toBe(true);
		expect(codebook(mini).endsWith('\r\n')).toBe(true);
		expect(new Set(rows(mini).map((row) => row.length))).toEqual(new Set([10]));
	});

	test('has every question and every board', () => {
		const told = new Set(
			rows(mini)
				.slice(1)
				.map(([item]) => item)
		);
		const all = mini.units.flatMap((unit) => [...unit.questions, ...unit.boards].map((item) => item.id));
		expect([...told].sort()).toEqual(all.sort());
		expect(new Set(mini.units.flatMap((unit) => unit.questions.map((q) => q.type)))).toEqual(
			new Set(Object.keys(questionTypes))
		);
	});

	test('gives options their places in the file, and says which are right', () => {
		const single = mini.units.flatMap((unit) => unit.questions).find((q) => q.type === 'single');
		if (single?.type !== 'single') throw new Error('no single choice');
		expect(of(single.id)).toEqual(
			single.options.map((o, at) => ['選択肢', String(at), o.text, o.right ? '正' : ''])
		);
	});

	test('gives cards the codes of all their right columns, and the columns their names', () => {
		expect(
			of('q2_1')
				.slice(0, 4)
				.map(([, at, , right]) => [at, right])
		).toEqual([
			['0', '0'],
			['1', '1'],
			['2', '1 2'],
			['3', '2']
		]);
		expect(of('q2_1').slice(4)).toEqual(
			mini.index.map.domains.map((domain, at) => ['列', String(at), domain.name, ''])
		);
	});

	test('gives a board’s cards their entry’s words and the place of its column on the map', () => {
		expect(of('b_mono').slice(0, 4)).toEqual([
			['カード', '0', '野菜くず', '0'],
			['カード', '1', '古着', '1'],
			['カード', '2', '乾電池', '1'],
			['カード', '3', '紙くず', '2']
		]);
	});

	test('gives pairs the code of their answer, and items their place in the right order', () => {
		const all = mini.units.flatMap((unit) => unit.questions);
		const matching = all.find((q) => q.type === 'matching');
		if (matching?.type !== 'matching') throw new Error('no matching');
		for (const [at, pair] of matching.pairs.entries()) {
			const [part, place, words, right] = of(matching.id)[at] ?? [];
			expect([part, place, words]).toEqual(['組', String(at), pair.text]);
			expect(matching.answers[Number(right)]?.id).toBe(pair.answer);
		}
		const ordering = all.find((q) => q.type === 'ordering');
		expect(of(ordering?.id ?? '').map(([part, , , right]) => [part, right])[1]).toEqual(['項目', '2番目']);
	});

	test('keeps a text that a spreadsheet would run as a formula from being one', () => {
		const units = mini.units.map((unit) => ({
			...unit,
			questions: unit.questions.map((q) => ({ ...q, stem: '=HYPERLINK("x")\r\n次' }))
		}));
		expect(rows({ ...mini, units })[1]?.[5]).toBe('\'=HYPERLINK("x") 次');
	});

	test.each([
		['second', mini],
		['shipped', shipped]
	])('of the %s course means what the LMS is told: every right answer, code by code', (_, course) => {
		const known = new Map<string, string[][]>();
		for (const [item = '', , , , , , part = '', at = '', , right = ''] of rows(course).slice(1))
			known.set(item, [...(known.get(item) ?? []), [part, at, right]]);
		const rightOnes = (item: string) => (known.get(item) ?? []).filter(([, , right]) => right !== '');
		let looked = 0;
		for (const question of course.units.flatMap((unit) => unit.questions)) {
			const told = toldOf(question, rightResponse(question));
			if (!told) throw new Error(`${question.id} tells nothing`);
			const said = rightOnes(question.id);
			looked += 1;
			if (told.type === 'matching') {
				for (const pattern of told.correct)
					for (const [item, target] of pattern) expect(said[item]?.[2]?.split(' ')).toContain(code(target));
				expect(said.map(([, at]) => at)).toEqual(told.response.map(([item]) => code(item)));
			} else if (told.type === 'choice') expect(said.map(([, at]) => at)).toEqual(told.correct.map(code));
			else expect(said.map(([, , right]) => right)).toEqual(told.correct.map((at) => `${at + 1}番目`));
		}
		expect(looked).toBeGreaterThan(5);
		const { boards } = knownOf(course);
		for (const { board, input } of boards.values())
			expect(rightOnes(board.id).map(([, , right]) => right)).toEqual(
				input.cards.map((card) => code(input.columns.indexOf(card.columns[0] ?? '')))
			);
	});

	test('has one character for every place up to the 36th', () => {
		expect([code(0), code(9), code(10), code(35), code(36)]).toEqual(['0', '9', 'a', 'z', '10']);
	});
});
