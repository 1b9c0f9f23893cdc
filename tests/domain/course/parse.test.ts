import { describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { parseCourse } from '#course/parse.ts';
import { describe as line } from '#course/problem.ts';
import { readLesson } from '#course/parse/lesson.ts';
import { splitCourse } from '#course/parts.ts';
import { questionBase } from '#course/schema.ts';
import { checkFiles } from '#authoring/check.ts';
import type { Problem } from '#course/problem.ts';
import { readCourse } from '../../../src/cli/read-course.ts';
import { edited, MINI, unreleased } from './courses.ts';

const mini = unreleased(readCourse(MINI));

function lesson(block: string) {
	const problems: Problem[] = [];
	const read = readLesson('lesson.md', `::::page{#p title="題"}\n\n${block}\n\n::::\n`, problems);
	return { block: read?.pages[0]?.blocks[0], problems: problems.map(line) };
}

describe('a lesson becomes a tree without markup', () => {
	test('strong, terms, ruby and lists', () => {
		const { block, problems } = lesson(
			':::text{#b cite="A-01 A-02"}\n**太い**字と:term[語]{#g_go}。\n\n- :ruby[媒体]{yomi="ばいたい"}\n- 二つめ\n:::'
		);
		expect(problems).toEqual([]);
		expect(block).toEqual({
			kind: 'text',
			id: 'b',
			from: 'plan',
			cite: ['A-01', 'A-02'],
			body: [
				{
					t: 'p',
					c: [
						{ t: 'strong', c: [{ t: 'text', v: '太い' }] },
						{ t: 'text', v: '字と' },
						{ t: 'term', id: 'g_go', c: [{ t: 'text', v: '語' }] },
						{ t: 'text', v: '。' }
					]
				},
				{ t: 'ul', items: [[{ t: 'ruby', v: '媒体', yomi: 'ばいたい' }], [{ t: 'text', v: '二つめ' }]] }
			]
		});
	});

	test('a line folded in the file gets no blank between Japanese characters, and one between words in letters', () => {
		const { block } = lesson(':::text{#b from="general"}\n一行目の\n続き。web\nbrowser\n:::');
		expect(block).toMatchObject({ body: [{ t: 'p', c: [{ t: 'text', v: '一行目の続き。web browser' }] }] });
	});

	test('a half-width colon before a word is told, not swallowed', () => {
		expect(lesson(':::text{#b from="general"}\n例:補助\n:::').problems).toEqual([
			expect.stringContaining('lesson.md:4 [directive-unknown]')
		]);
	});

	test('a page fence does not pass for the end of the block inside it', () => {
		const problems: Problem[] = [];
		readLesson('lesson.md', '::::page{#p title="題"}\n:::text{#b from="general"}\n文\n::::\n', problems);
		expect(problems.map((p) => `${p.rule} ${p.line}`)).toEqual(['directive-unclosed 2']);
	});
});

describe('texts in YAML', () => {
	const titleOf = (written: string) => {
		const files = edited(mini, [{ file: 'course.yaml', find: 'title: ごみの分け方を学ぶ', put: written }]);
		return checkFiles(files).course?.title;
	};

	test('stay plain text, whatever they look like', () => {
		expect(titleOf('title: "<b>**太い**</b> :term[語]{#g}"')).toBe('<b>**太い**</b> :term[語]{#g}');
	});

	test('folded over lines, they get no blank between Japanese characters', () => {
		expect(titleOf('title: >-\n  ごみの分け方を\n  学ぶ')).toBe('ごみの分け方を学ぶ');
		expect(titleOf('title: 分け方 を学ぶ')).toBe('分け方 を学ぶ');
	});
});

describe('a board put together from others', () => {
	const all = (ids: string) => ({
		file: 'cases/boards.yaml',
		append: `\n- { id: b_all, unit: m2, title: 全部, lead: 全部を置きます。, cards_of: [${ids}] }\n`
	});

	test('has their cards, and their sentences count once', () => {
		const { course, problems } = checkFiles(edited(mini, [all('b_mono')]));
		expect(problems.map(line)).toEqual([]);
		const boards = course?.units.find((unit) => unit.id === 'm2')?.boards ?? [];
		expect(boards[1]?.cards).toEqual(boards[0]?.cards);
		expect(boards[1]).not.toHaveProperty('cards_of');
	});

	test.each([
		['a board that does not exist', 'b_nothing', ['unknown-board']],
		['itself', 'b_all', ['board-cards']],
		['the same cards twice', 'b_mono, b_mono', ['duplicate-part']]
	])('may not name %s', (_, ids, rules) => {
		expect([...new Set(checkFiles(edited(mini, [all(ids)])).problems.map((p) => p.rule))]).toEqual(rules);
	});
});

test('the parser knows no question type but those it is given', () => {
	const Yes = v.strictObject({ type: v.literal('yes'), ...questionBase, sure: v.boolean() });
	const question = (id: string, more: string) =>
		`- { id: ${id}, type: yes, use: practice, asks: [G-01], stem: 問い, takeaway: 答え, cite: [G-01], page: m1_p1, ${more} }\n`;
	const files = edited(mini, [
		{
			file: 'questions/01-kotoba.yaml',
			put: question('q1_1', 'sure: true') + question('q1_2', 'sure: maybe')
		},
		{ file: 'questions/02-ikisaki.yaml', remove: true }
	]);
	const { draft, problems } = parseCourse(files, { yes: Yes });
	expect(problems.map((p) => `${p.file}:${p.line} ${p.rule}`)).toEqual([
		'questions/01-kotoba.yaml:2 wrong-type',
		'questions/02-ikisaki.yaml:1 file-missing'
	]);
	expect(draft?.units[0]?.questions).toMatchObject([{ id: 'q1_1', sure: true, unit: 'm1' }]);
});

test('a course without its head says so and nothing else', () => {
	const files = edited(mini, [{ file: 'course.yaml', remove: true }]);
	expect(checkFiles(files).problems.map(line)).toEqual([
		expect.stringContaining('course.yaml:1 [file-missing]')
	]);
});

test('any text in place of a file is an error with a place, never an exception', () => {
	for (const file of mini.keys()) {
		for (const text of [
			'',
			'null',
			'- null',
			'[[[',
			'{}',
			'42',
			':::',
			'a: *b',
			'- - -',
			'::::page\n::::',
			'\u0000'
		]) {
			for (const p of checkFiles(edited(mini, [{ file, put: text }])).problems) {
				expect(p.line, line(p)).toBeGreaterThan(0);
				expect(p.message).toMatch(/[ぁ-んァ-ヶ一-龠]/u);
			}
		}
	}
});

test('cut into parts, the course loses nothing that a screen shows, and carries nothing else', () => {
	const { course } = checkFiles(mini);
	if (!course) throw new Error('the fixture is broken');
	const { index, units, reference } = splitCourse(course);
	expect(units.flatMap((unit) => unit.questions)).toEqual(course.units.flatMap((unit) => unit.questions));
	expect(units.flatMap((unit) => [unit.cases, unit.casework])).toEqual(
		course.units.flatMap((unit) => [unit.cases, unit.casework])
	);
	const { passages, glossary, rule, pretest } = course;
	expect(reference).toEqual({ passages, glossary, rule, pretest });
	expect(index.units.map((unit) => unit.pages.map((page) => page.questions))).toEqual([
		[['q1_1'], ['q1_2']],
		[['q2_1'], [], ['q2_2', 'q2_3']],
		[]
	]);
	expect(index).not.toHaveProperty('fairness');
});
