/** The shipped course keeps to every rule, is as large as promised, and the rules on fair questions really watch over it. */
import { describe, expect, test } from 'vitest';
import { checkFiles } from '#authoring/check.ts';
import { describe as line } from '#course/problem.ts';
import { unreleased } from '../domain/course/courses.ts';
import { checked, files, shipped } from './shipped.ts';

/** Questions by type, at least. */
const BY_TYPE = { single: 25, multiple: 12, matching: 10, ordering: 6, placement: 10 };

test('the shipped course has no problem', () => {
	expect(checked.problems.map(line)).toEqual([]);
});

describe('the shipped course is as large as promised', () => {
	const questions = () => shipped().units.flatMap((unit) => unit.questions);
	const teaching = () => shipped().units.filter((unit) => unit.id !== shipped().test.unit);

	test('at least 80 questions, of five types', () => {
		expect(questions().length).toBeGreaterThanOrEqual(80);
		const few = Object.entries(BY_TYPE)
			.map(([type, least]) => ({ type, least, has: questions().filter((q) => q.type === type).length }))
			.filter(({ least, has }) => has < least);
		expect(few).toEqual([]);
	});

	test('seven teaching units with at least 8 questions each', () => {
		expect(teaching()).toHaveLength(7);
		const few = teaching().map(({ id, questions }) => ({ id, has: questions.length })).filter(({ has }) => has < 8);
		expect(few).toEqual([]);
	});

	test('at least 40 questions are kept for the final test, and no lesson shows one', () => {
		const finals = questions().filter((q) => q.use === 'final').map((q) => q.id);
		const shown = teaching().flatMap((unit) => unit.pages.flatMap((page) => page.blocks.map((block) => block.id)));
		expect(finals.length).toBeGreaterThanOrEqual(40);
		expect(finals.filter((id) => shown.includes(id))).toEqual([]);
	});

	test('a glossary of about 50 terms', () => {
		expect(shipped().glossary.length).toBeGreaterThanOrEqual(45);
		expect(shipped().glossary.length).toBeLessThanOrEqual(60);
	});
});

/** What the source leaves open: each is planted in a question of the course, one at a time. */
const OPEN = ['D-16', 'D-45', 'D-46', 'D-57', 'D-60', 'D-95'];

/** Stems on what the source counts in two ways, or does not say. */
const UNFAIR = [
	'計画の表に、領域はいくつありますか。',
	'本文の言う5つの領域は、どれですか。',
	'表の列は何列ですか。',
	'芸術祭の形態は、どれですか。'
];

describe('an unfair question planted in the shipped course is refused', () => {
	const FILE = 'questions/05-projects.yaml';
	const rulesOf = (extra: string) => {
		const before = new Set(checked.problems.map(line));
		const planted = unreleased(files).set(FILE, `${files.get(FILE) ?? ''}\n${extra}`);
		return checkFiles(planted).problems.filter((p) => !before.has(line(p)) && p.file === FILE).map((p) => p.rule);
	};
	const single = (asks: string, stem: string) => `
- id: planted
  type: single
  use: practice
  asks: [${asks}]
  stem: ${stem}
  options:
    - { id: a, text: 市民主導, domain: shimin_shudo, right: true, reason: 試しに植えた問題の、1つ目の選択肢の理由です。, cite: [D-64] }
    - { id: b, text: 協力, domain: kyoryoku, reason: 試しに植えた問題の、2つ目の選択肢の理由です。, cite: [D-64] }
  takeaway: 試しに植えた問題です。
  cite: [D-64]
  page: u5_p1
`;

	test('a fair one is not', () => {
		expect(rulesOf(single('D-61', '表では、補助はどの領域にありますか。'))).toEqual([]);
	});

	test.each(OPEN)('one that asks %s', (id) => {
		expect(rulesOf(single(id, '次のうち、正しいのはどれですか。'))).toEqual(['unasked-asked']);
	});

	test.each(['実行委員会', '事業協力'])('one that gives %s a single column', (form) => {
		expect(rulesOf(single('D-64', `表では、${form}はどの領域にありますか。`))).toEqual(['several-one-key']);
		const matching = `
- id: planted
  type: matching
  use: practice
  asks: [D-64]
  stem: 形態と領域を組み合わせてください。
  pairs:
    - { id: p1, text: ${form}, answer: a1, reason: 試しに植えた問題の、1つ目の組の理由です。, cite: [D-64] }
    - { id: p2, text: 補助, answer: a1, reason: 試しに植えた問題の、2つ目の組の理由です。, cite: [D-61] }
    - { id: p3, text: 共催, answer: a2, reason: 試しに植えた問題の、3つ目の組の理由です。, cite: [D-66] }
  answers:
    - { id: a1, text: 市民主導, domain: shimin_shudo }
    - { id: a2, text: 協力, domain: kyoryoku }
  takeaway: 試しに植えた問題です。
  cite: [D-64]
  page: u5_p1
`;
		expect(rulesOf(matching)).toEqual(['several-one-key']);
	});

	test.each(UNFAIR)('one with the stem 「%s」', (stem) => {
		expect(rulesOf(single('D-61', stem))).toContain('stem-refused');
	});
});
