/** Reads one YAML file: its plain value, and the line of every part of it. */
import {
	LineCounter,
	isMap,
	isScalar,
	isSeq,
	parseDocument,
	visit,
	type Document,
	type Node,
	type Scalar
} from 'yaml';
import { problem, type Place, type Problem } from '../problem.ts';

export type Path = readonly (string | number)[];

export type YamlFile = {
	file: string;
	/** Strings, numbers, booleans, null, arrays and records; `null` for an empty file. */
	value: unknown;
	/** The line of the value at a path, or of the nearest part around it that exists. */
	at(path: Path): Place;
};

const EXPLAINED: Record<string, string> = {
	DUPLICATE_KEY: '同じ項目名が2回あります。片方を消してください。',
	TAB_AS_INDENT: '字下げにタブは使えません。半角の空白にしてください。',
	BAD_INDENT: '字下げがそろっていません。前後の行に合わせてください。',
	MISSING_CHAR: '閉じる引用符・括弧、または区切りがありません。補ってください。',
	MULTILINE_IMPLICIT_KEY: '項目名が次の行に続いています。コロンを補うか、文を引用符で囲んでください。',
	UNEXPECTED_TOKEN: 'ここに置けない記号があります。文は引用符で囲んでください。'
};

const JAPANESE = '[\\u3000-\\u30ff\\u3400-\\u9fff\\uff00-\\uffef]';
const FOLD = new RegExp(`(?<=${JAPANESE}) (?=${JAPANESE})`, 'gu');

/**
 * Parses YAML 1.2. A text folded over several lines gets no blank between two Japanese characters, as it would in English.
 * Returns nothing, and adds problems (`yaml-syntax`, `duplicate-key`, `yaml-alias`), when the file cannot be read.
 */
export function readYaml(file: string, text: string, problems: Problem[]): YamlFile | undefined {
	const counter = new LineCounter();
	const doc = parseDocument(text, { lineCounter: counter, prettyErrors: false });
	const line = (offset: number) => Math.max(1, counter.linePos(offset).line);
	for (const error of doc.errors) {
		problems.push(
			problem(
				error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml-syntax',
				{ file, line: line(error.pos[0]) },
				EXPLAINED[error.code] ?? `YAML として読めません（${error.code}）。書き方を直してください。`
			)
		);
	}
	let readable = doc.errors.length === 0;
	visit(doc, {
		Alias(_key, node) {
			readable = false;
			const place = { file, line: line(start(node) ?? 0) };
			problems.push(
				problem('yaml-alias', place, '「*」で始まる値は使えません。文なら引用符で囲んでください。')
			);
		},
		Scalar(_key, node) {
			if (isFolded(node, text)) node.value = node.value.replace(FOLD, '');
		}
	});
	if (!readable) return undefined;
	return { file, value: doc.toJS(), at: (path) => ({ file, line: lineAt(doc, path, line) }) };
}

function isFolded(node: Scalar, text: string): node is Scalar<string> & { range: [number, number, number] } {
	if (typeof node.value !== 'string' || !node.range || node.type === 'BLOCK_LITERAL') return false;
	return text.slice(node.range[0], node.range[1]).includes('\n');
}

function lineAt(doc: Document, path: Path, line: (offset: number) => number): number {
	let node: unknown = doc.contents;
	let found = start(node) ?? 0;
	for (const step of path) {
		let next: unknown;
		if (isMap(node)) {
			const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
			if (!pair) break;
			found = start(pair.key) ?? found;
			next = pair.value;
		} else if (isSeq(node)) {
			next = node.items[Number(step)];
			found = start(next) ?? found;
		} else break;
		node = next;
	}
	return line(found);
}

const start = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];
