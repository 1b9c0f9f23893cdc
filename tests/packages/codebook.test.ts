import { describe, expect, test } from 'vitest';
import { code } from '#packages/codebook-rows.ts';
import { codebook } from '#packages/codebook.ts';
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

	test('has every question, board, case, case in steps and statement', () => {
		const told = new Set(
			rows(mini)
				.slice(1)
				.map(([item]) => item)
		);
		const all = [...knownOf(mini).tasks.keys(), ...knownOf(mini).boards.keys()];
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

	test('gives cases their columns or options with what they are worth, as the LMS is told', () => {
		expect(of('k_niwa')).toEqual([
			['列', '0', '台所で生かす', '正'],
			['列', '1', '拠点に持ち込む', '4点中3点'],
			['列', '2', '町が集める', '4点中0点']
		]);
		expect(of('k_mizu').map(([part, at, , right]) => [part, at, right])).toEqual([
			['選択肢', '0', '正'],
			['選択肢', '1', '4点中3点'],
			['選択肢', '2', '4点中0点']
		]);
	});

	test('gives the answer that nothing is decided the rule’s name for it, after the columns', () => {
		const cell = { band: 'best' as const, reason: '。', from: 'general' as const, cite: [] };
		const units = mini.units.map((unit) => ({
			...unit,
			cases: unit.cases.map((it) => (it.type === 'domain' ? { ...it, undecided: cell } : it))
		}));
		const row = rows({ ...mini, units }).findLast(([item]) => item === 'k_niwa');
		expect(row?.slice(6)).toEqual(['列', '3', '手引きからは決まらない', '正']);
	});

	test('gives a case in steps its steps, and the options of each by its number', () => {
		expect(of('w_hikkoshi').map(([part, at]) => `${part} ${at}`)).toEqual([
			...['段 0', '段 1', '段 2', '段 3'],
			...['段0の選択肢 0', '段0の選択肢 1', '段1の選択肢 0', '段1の選択肢 1'],
			...['段2の選択肢 0', '段2の選択肢 1', '段3の選択肢 0', '段3の選択肢 1', '段3の選択肢 2']
		]);
		expect(of('w_hikkoshi')[5]).toEqual(['段0の選択肢', '1', '袋に詰める', '4点中1点']);
	});

	test('gives a statement its words before and after, under the chapter it is about', () => {
		const told = rows(mini).filter(([item]) => item === 't_m2_before' || item === 't_m1_after');
		expect(
			told.map(([item, unit, , use, , stem, , at, , right]) => [item, unit, use, stem, at, right])
		).toEqual([
			['t_m2_before', 'm2', '学ぶ前', '袋に入れる前に、種類を分けておく。', '0', '正'],
			['t_m2_before', 'm2', '学ぶ前', '袋に入れる前に、種類を分けておく。', '1', ''],
			['t_m1_after', 'm1', '学んだ後', '使い終えた瓶は、洗っても資源には戻らない。', '0', ''],
			['t_m1_after', 'm1', '学んだ後', '使い終えた瓶は、洗っても資源には戻らない。', '1', '正']
		]);
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
		const { boards, tasks } = knownOf(course);
		for (const it of course.units.flatMap((unit) => unit.cases)) {
			const { space, score, told } = tasks.get(it.id) ?? {};
			const best = space?.of.filter((id) => score?.(id)?.earned === 4) ?? [];
			const { answer } = told?.(best[0], { earned: 4, total: 4 }) ?? {};
			expect(
				rightOnes(it.id)
					.filter(([, , right]) => right === '正')
					.map(([, at]) => at)
			).toEqual(answer?.correct.map((at) => code(Number(at))));
			expect(known.get(it.id)).toHaveLength(space?.of.length ?? 0);
		}
		for (const { board, input } of boards.values())
			expect(rightOnes(board.id).map(([, , right]) => right)).toEqual(
				input.cards.map((card) => code(input.columns.indexOf(card.columns[0] ?? '')))
			);
	});

	test('has one character for every place up to the 36th', () => {
		expect([code(0), code(9), code(10), code(35), code(36)]).toEqual(['0', '9', 'a', 'z', '10']);
	});
});
