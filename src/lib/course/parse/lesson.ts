/** Reads a lesson: Markdown with directives into pages of blocks. */
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import * as v from 'valibot';
import {
	Id,
	PassageId,
	Provenance,
	TEXT_BLOCKS,
	type Block,
	type Flow,
	type Page,
	type TextBlockKind
} from '../schema.ts';
import { problem, type Place, type Problem } from '../problem.ts';
import { flow, lineOf, refuse, type Reading } from './inline.ts';
import { checkFences } from './lines.ts';

/** A use of an id of some other place, to be checked when all files are read. */
export type Reference = {
	kind: 'passage' | 'domain' | 'term' | 'question' | 'board';
	id: string;
	place: Place;
};

export type Lesson = {
	pages: Page[];
	lines: { id: string; line: number; part: 'page' | 'block' }[];
	references: Reference[];
};

type Directive = ContainerDirective | LeafDirective;
type Head = { id: string; from: Provenance; cite: string[]; caption?: string };

const markdown = unified().use(remarkParse).use(remarkDirective);
const isTextBlock = (name: string): name is TextBlockKind => TEXT_BLOCKS.some((kind) => kind === name);

/** Reads one lesson. With a fence left open nothing else is said of the file: every block after it would be misread. */
export function readLesson(file: string, text: string, problems: Problem[]): Lesson | undefined {
	const before = problems.length;
	checkFences(file, text, problems);
	if (problems.length > before) return undefined;
	const reader = new LessonReader(file, problems);
	reader.root(markdown.parse(text).children);
	return reader.lesson;
}

class LessonReader implements Reading {
	readonly lesson: Lesson = { pages: [], lines: [], references: [] };
	readonly file: string;
	readonly problems: Problem[];

	constructor(file: string, problems: Problem[]) {
		this.file = file;
		this.problems = problems;
	}

	term(id: string, line: number): void {
		this.refer('term', id, line);
	}

	root(nodes: RootContent[]): void {
		for (const node of nodes) {
			if (node.type === 'containerDirective' && node.name === 'page') this.page(node);
			else if (node.type === 'html' || node.type === 'heading' || node.type === 'definition')
				refuse(node, this);
			else this.fail(node, 'outside-page', 'ページの外には何も書けません。::::page の中に入れてください。');
		}
	}

	private page(node: ContainerDirective): void {
		const { id, title, ...others } = this.attributes(node);
		this.unknownAttributes(node, others, 'id、title');
		this.noLabel(node);
		if (!title?.trim())
			this.fail(node, 'directive-attribute', 'ページには title="…" が要ります。題を書いてください。');
		const page: Page = { id: this.id(node, id, 'page'), title: title?.trim() ?? '', blocks: [] };
		this.lesson.pages.push(page);
		for (const child of node.children) {
			const block = this.block(child);
			if (block) page.blocks.push(block);
		}
		if (page.blocks.length === 0)
			this.fail(node, 'page-empty', 'ページに何もありません。ブロックを置くか、ページを消してください。');
	}

	private block(node: RootContent): Block | undefined {
		if (node.type === 'containerDirective') {
			if (node.name === 'page')
				return this.fail(
					node,
					'nested-page',
					'ページの中にページは置けません。前のページを先に閉じてください。'
				);
			if (isTextBlock(node.name)) return this.textBlock(node, node.name);
			return this.unknown(node, ':::');
		}
		if (node.type === 'leafDirective') {
			if (node.name === 'figure') return this.figure(node);
			if (node.name === 'question' || node.name === 'board') return this.asked(node, node.name);
			return this.unknown(node, '::');
		}
		if (node.type === 'heading' || node.type === 'html' || node.type === 'definition') {
			refuse(node, this);
			return undefined;
		}
		return this.fail(node, 'outside-block', '本文はブロックの中に書きます。:::text などで囲んでください。');
	}

	private unknown(node: Directive, colons: string): undefined {
		const known =
			colons === ':::' ? TEXT_BLOCKS.map((k) => `:::${k}`).join('、') : '::figure、::question、::board';
		return this.fail(
			node,
			'directive-unknown',
			`「${colons}${node.name}」は使えません。ここで使えるのは ${known} です。`
		);
	}

	private textBlock(node: ContainerDirective, kind: TextBlockKind): Block {
		const { id, from, cite, caption, ...others } = this.attributes(node);
		this.unknownAttributes(node, others, 'id、from、cite、caption');
		this.noLabel(node);
		const head = this.head(node, { id, from, cite, caption });
		const body = node.children.flatMap((child) => {
			if (child.type === 'containerDirective' || child.type === 'leafDirective') {
				this.fail(
					child,
					'nested-block',
					'ブロックの中にブロックは置けません。先に閉じてから置いてください。'
				);
				return [];
			}
			const made = flow(child, this);
			return made ? [made] : [];
		});
		if (body.length === node.children.length) this.shape(node, kind, body);
		return { kind, ...head, body };
	}

	/** Figures drawn from a list need that list; a notice says it is one. */
	private shape(node: ContainerDirective, kind: TextBlockKind, body: Flow[]): void {
		const [first, ...rest] = body;
		const items = first && first.t !== 'p' && rest.length === 0 ? first.items : undefined;
		if (!first) this.fail(node, 'block-shape', 'ブロックが空です。本文を書くか、ブロックを消してください。');
		else if (kind === 'steps' && (!items || first.t !== 'ol'))
			this.fail(node, 'block-shape', ':::steps は番号付きの一覧1つだけにしてください。');
		else if (kind === 'parts' && (!items || items.length < 2))
			this.fail(node, 'block-shape', ':::parts は2項目以上の一覧1つだけにしてください。');
		else if (kind === 'pair' && items?.length !== 2)
			this.fail(node, 'block-shape', ':::pair はちょうど2項目の一覧1つだけにしてください。');
		else if (kind === 'lead' && (first.t !== 'p' || rest.length > 0))
			this.fail(node, 'block-shape', ':::lead は1段落だけにしてください。');
	}

	private figure(node: LeafDirective): Block | undefined {
		const { id, from, cite, caption, type, at, ...others } = this.attributes(node);
		this.unknownAttributes(node, others, 'id、type、at、caption、cite、from');
		this.noLabel(node);
		const head = this.head(node, { id, from, cite, caption });
		const marked = words(at);
		for (const domain of marked) this.refer('domain', domain, lineOf(node));
		if (type !== 'axis' && type !== 'map') {
			return this.fail(node, 'directive-attribute', '::figure の type は axis か map にしてください。');
		}
		return { kind: 'figure', ...head, figure: type, at: marked };
	}

	private asked(node: LeafDirective, kind: 'question' | 'board'): Block | undefined {
		const { id, ...others } = this.attributes(node);
		this.unknownAttributes(node, others, 'id');
		this.noLabel(node);
		if (!id)
			return this.fail(node, 'directive-attribute', `::${kind} には {#id} が要ります。id を書いてください。`);
		this.refer(kind, id, lineOf(node));
		return kind === 'question' ? { kind, id, question: id } : { kind, id, board: id };
	}

	private head(node: Directive, a: Record<'id' | 'from' | 'cite' | 'caption', string | undefined>): Head {
		const from = v.safeParse(Provenance, a.from ?? 'plan');
		if (!from.success) {
			this.fail(
				node,
				'wrong-choice',
				`from="${a.from}" は使えません。${Provenance.options.join('、')} のどれかにしてください。`
			);
		}
		const cite = words(a.cite);
		for (const passage of cite) {
			if (!v.is(PassageId, passage)) {
				this.fail(node, 'bad-id', `cite の「${passage}」は「D-01」の形にしてください。`);
			} else this.refer('passage', passage, lineOf(node));
		}
		const caption = a.caption?.trim();
		const id = this.id(node, a.id, 'block');
		return { id, from: from.success ? from.output : 'general', cite, ...(caption ? { caption } : {}) };
	}

	private id(node: Directive, id: string | undefined, part: 'page' | 'block'): string {
		if (!id) {
			this.fail(
				node,
				'directive-attribute',
				`${part === 'page' ? 'ページ' : 'ブロック'}には {#id} が要ります。id を書いてください。`
			);
			return '';
		}
		if (!v.is(Id, id)) {
			this.fail(
				node,
				'bad-id',
				`id「${id}」は使えません。英小文字で始まる英小文字・数字・下線にしてください。`
			);
		}
		this.lesson.lines.push({ id, line: lineOf(node), part });
		return id;
	}

	private attributes(node: Directive): Record<string, string | undefined> {
		return Object.fromEntries(
			Object.entries(node.attributes ?? {}).map(([key, value]) => [key, value ?? ''])
		);
	}

	private unknownAttributes(node: Directive, others: Record<string, unknown>, known: string): void {
		for (const name of Object.keys(others)) {
			this.fail(
				node,
				'directive-attribute',
				`「${node.name}」に ${name} は書けません。書けるのは ${known} です。`
			);
		}
	}

	/** A label is text in square brackets after the name; none of our directives has one. */
	private noLabel(node: Directive): void {
		if (node.type === 'leafDirective') {
			if (node.children.length > 0)
				this.fail(node, 'directive-attribute', `「::${node.name}」に [ ] は付けられません。消してください。`);
			return;
		}
		const [first] = node.children;
		if (first?.type !== 'paragraph' || !first.data || !('directiveLabel' in first.data)) return;
		this.fail(node, 'directive-attribute', `「:::${node.name}」に [ ] は付けられません。消してください。`);
		node.children.shift();
	}

	private refer(kind: Reference['kind'], id: string, line: number): void {
		this.lesson.references.push({ kind, id, place: { file: this.file, line } });
	}

	private fail(node: RootContent, rule: string, message: string): undefined {
		this.problems.push(problem(rule, { file: this.file, line: lineOf(node) }, message));
	}
}

const words = (text: string | undefined): string[] => (text ?? '').split(/\s+/u).filter(Boolean);
