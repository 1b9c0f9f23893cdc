/** Turns Markdown's inline and list nodes into the safe tree of the course; everything else is refused by name. */
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import type { Flow, Inline } from '../schema.ts';
import { problem, type Problem } from '../problem.ts';

export type Reading = {
	file: string;
	problems: Problem[];
	/** Called for every `:term`, to check its id later. */
	term(id: string, line: number): void;
};

const REFUSED: Record<string, [rule: string, message: string]> = {
	html: ['html', 'HTML は書けません。消して、Markdown で書いてください。'],
	link: ['link', 'リンクは置けません。文字だけにしてください。'],
	linkReference: ['link', 'リンクは置けません。文字だけにしてください。'],
	definition: ['link', 'リンクの定義は置けません。消してください。'],
	image: ['image', '画像は置けません。::figure を使うか、消してください。'],
	imageReference: ['image', '画像は置けません。::figure を使うか、消してください。'],
	heading: ['heading', '見出しは書けません。見出しは ::::page の title に書いてください。']
};

export const lineOf = (node: { position?: { start: { line: number } } | undefined }): number =>
	node.position?.start.line ?? 1;

/** Adds the problem that fits a node which may not stand here. */
export function refuse(node: RootContent, reading: Reading): void {
	const [rule, message] = REFUSED[node.type] ?? [
		'markdown-unsupported',
		'この書き方（引用・表・区切り線・コードなど）は使えません。段落か一覧にしてください。'
	];
	reading.problems.push(problem(rule, { file: reading.file, line: lineOf(node) }, message));
}

/** A paragraph or a list; nothing, and a problem, for anything else. */
export function flow(node: RootContent, reading: Reading): Flow | undefined {
	if (node.type === 'paragraph') return { t: 'p', c: inlines(node.children, reading) };
	if (node.type === 'list') {
		return { t: node.ordered ? 'ol' : 'ul', items: node.children.map((item) => listItem(item, reading)) };
	}
	refuse(node, reading);
	return undefined;
}

function listItem(item: ListItem, reading: Reading): Inline[] {
	const [first, ...rest] = item.children;
	for (const extra of rest) {
		reading.problems.push(
			problem(
				'markdown-unsupported',
				{ file: reading.file, line: lineOf(extra) },
				'一覧の項目は1段落だけです。入れ子や2つ目の段落をやめてください。'
			)
		);
	}
	if (first?.type === 'paragraph') return inlines(first.children, reading);
	if (first) refuse(first, reading);
	return [];
}

/** Inline nodes, with neighbouring texts joined. */
export function inlines(nodes: PhrasingContent[], reading: Reading): Inline[] {
	const out: Inline[] = [];
	for (const node of nodes) {
		const made = inline(node, reading);
		const last = out.at(-1);
		if (made?.t === 'text' && last?.t === 'text') last.v += made.v;
		else if (made) out.push(made);
	}
	return out;
}

function inline(node: PhrasingContent, reading: Reading): Inline | undefined {
	const fail = (rule: string, message: string) => {
		reading.problems.push(problem(rule, { file: reading.file, line: lineOf(node) }, message));
		return undefined;
	};
	switch (node.type) {
		case 'text':
			if (node.value.includes('*')) {
				fail('emphasis-broken', '「**」が太字になっていません。句読点やかぎ括弧を ** の外に出してください。');
			}
			if (/:(term|ruby)\b/u.test(node.value)) {
				return fail(
					'directive-syntax',
					'「:term」「:ruby」は、:term[文字]{#id}、:ruby[文字]{yomi="よみ"} の形にしてください。'
				);
			}
			return { t: 'text', v: unfold(node.value) };
		case 'strong':
			return { t: 'strong', c: inlines(node.children, reading) };
		case 'emphasis':
			return { t: 'em', c: inlines(node.children, reading) };
		case 'break':
			return { t: 'break' };
		case 'textDirective': {
			const { id, yomi, ...others } = node.attributes ?? {};
			if (node.name !== 'term' && node.name !== 'ruby') {
				return fail(
					'directive-unknown',
					`「:${node.name}」は使えません。文中で使えるのは :term と :ruby です。コロンは全角「：」にしてください。`
				);
			}
			const needed = node.name === 'term' ? id : yomi;
			const spare = node.name === 'term' ? yomi : id;
			if (!needed || spare || Object.keys(others).length > 0 || node.children.length === 0) {
				const form = node.name === 'term' ? ':term[文字]{#id}' : ':ruby[文字]{yomi="よみ"}';
				return fail('directive-attribute', `「:${node.name}」は ${form} の形にしてください。`);
			}
			if (node.name === 'term') {
				reading.term(needed, lineOf(node));
				return { t: 'term', id: needed, c: inlines(node.children, reading) };
			}
			return { t: 'ruby', v: plain(inlines(node.children, reading)), yomi: needed };
		}
		default:
			refuse(node, reading);
			return undefined;
	}
}

/** A line break in the file is no blank between Japanese characters. */
function unfold(text: string): string {
	return text.replace(/[ \t]*\n[ \t]*/gu, (_, at: number) =>
		/[!-~]/u.test(text[at - 1] ?? '') && /[!-~]/u.test(text.slice(at).trimStart()[0] ?? '') ? ' ' : ''
	);
}

/** The letters of inline content, without ruby readings. */
export function plain(content: readonly Inline[]): string {
	return content
		.map((i) => (i.t === 'text' || i.t === 'ruby' ? i.v : i.t === 'break' ? '' : plain(i.c)))
		.join('');
}
