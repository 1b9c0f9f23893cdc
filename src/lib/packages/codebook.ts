/**
 * What the answer codes in an LMS's report mean: one row for every option, item, pair, answer, card, column
 * and step of the course.
 * A code is the place in the course's file (record/lms.ts), written as one character 0-9a-z (two beyond the 36th).
 */
import type { Board, DomainMap } from '#course/schema.ts';
import { columnIds } from '#questions/placement/columns.ts';
import { isQuestion, type QuestionOf, type QuestionTypeName } from '#questions/registry.ts';
import { listed } from '#questions/types.ts';
import { csv, UTF8_MARK } from '#record/csv.ts';
import { TIMES } from '#scenario/judge.ts';
import { caseItem, statementItem, workItem } from './codebook-cases.ts';
import { code, columnName, type Groups, type Item, type Row } from './codebook-rows.ts';
import type { CourseParts } from './kit.ts';

/** The columns, in order. */
export const CODEBOOK_HEAD = [
	'項目ID',
	'章ID',
	'章',
	'区分',
	'形式',
	'問題文',
	'部分',
	'番号',
	'文言',
	'正答'
];
const KINDS: { [T in QuestionTypeName]: string } = {
	single: '単一選択',
	multiple: '複数選択',
	matching: '組み合わせ',
	ordering: '並べ替え',
	placement: '仕分け'
};

const groupsOf: { [T in QuestionTypeName]: (q: QuestionOf[T], map: DomainMap) => Groups } = {
	single: (q) => [options(q.options)],
	multiple: (q) => [options(q.options)],
	matching: (q) => [
		q.pairs.map((pair) => ({
			part: '組',
			text: pair.text,
			right: code(q.answers.findIndex((answer) => answer.id === pair.answer))
		})),
		q.answers.map((answer) => ({ part: '答え', text: answer.text, right: '' }))
	],
	ordering: (q) => [q.items.map((item, at) => ({ part: '項目', text: item.text, right: `${at + 1}番目` }))],
	placement: (q, map) => {
		const columns = columnIds(q);
		return [
			q.cards.map((card) => ({
				part: 'カード',
				text: card.text,
				right: listed(card.column)
					.map((id) => code(columns.indexOf(id)))
					.join(' ')
			})),
			q.columns.map((column) => ({
				part: '列',
				text: typeof column === 'string' ? columnName(map, column) : column.name,
				right: ''
			}))
		];
	}
};

function options(list: { text: string; right: boolean }[]): Row[] {
	return list.map((option) => ({ part: '選択肢', text: option.text, right: option.right ? '正' : '' }));
}

function boardGroups(board: Board, map: DomainMap): Groups {
	const entries = new Map(map.rows.flatMap((row) => row.entries).map((entry) => [entry.id, entry]));
	return [
		board.cards.map((card) => {
			const entry = entries.get(card.entry);
			const at = map.domains.findIndex((domain) => domain.id === entry?.domain);
			return { part: 'カード', text: entry?.text ?? card.id, right: at < 0 ? '' : code(at) };
		}),
		map.domains.map((domain) => ({ part: '列', text: domain.name, right: '' }))
	];
}

function itemsOf(course: CourseParts): { unit: { id: string; title: string }; item: Item }[] {
	const { index, units, reference } = course;
	const named = (id: string) => ({ id, title: index.units.find((one) => one.id === id)?.title ?? '' });
	const statements = TIMES.flatMap((time) =>
		reference.pretest.map((it) => ({ unit: named(it.unit), item: statementItem(it, time) }))
	);
	const items = units.flatMap((unit) => {
		const questions = unit.questions.filter(isQuestion).map((q) => ({
			id: q.id,
			use: q.use === 'final' ? '最終テスト' : '練習',
			kind: KINDS[q.type],
			stem: [q.scene, q.stem].filter(Boolean).join(' '),
			groups: groups(q, index.map)
		}));
		const boards = unit.boards.map((board) => ({
			id: board.id,
			use: 'ボード',
			kind: '仕分け',
			stem: board.title,
			groups: boardGroups(board, index.map)
		}));
		const cases = unit.cases.map((it) => caseItem(it, course));
		const casework = unit.casework.map(workItem);
		return [...questions, ...boards, ...cases, ...casework].map((item) => ({ unit: named(unit.id), item }));
	});
	return [...items, ...statements];
}

function groups<T extends QuestionTypeName>(q: QuestionOf[T], map: DomainMap): Groups {
	const rows: (q: QuestionOf[T], map: DomainMap) => Groups = groupsOf[q.type];
	return rows(q, map);
}

/** The codebook as CSV for Excel: UTF-8 with its mark, CRLF. */
export function codebook(course: CourseParts): string {
	const rows = itemsOf(course).flatMap(({ unit, item }) =>
		item.groups.flatMap((group) =>
			group.map(({ part, text, right }, place) => [
				item.id,
				unit.id,
				unit.title,
				item.use,
				item.kind,
				item.stem,
				part,
				code(place),
				text,
				right
			])
		)
	);
	return UTF8_MARK + csv([CODEBOOK_HEAD, ...rows].map((row) => row.map(oneLine)));
}

/** A lesson's line breaks mean nothing in a cell. */
function oneLine(text: string): string {
	return text.replaceAll(/\s+/gu, ' ').trim();
}
