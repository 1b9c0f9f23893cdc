/** Checks a value read from YAML against a schema and tells its author, in Japanese, what does not fit. */
import * as v from 'valibot';
import { problem, type Problem } from '../problem.ts';
import type { Path, YamlFile } from './yaml.ts';

type Issue = v.BaseIssue<unknown>;

/** The checked value; nothing when a problem was found. */
export function valid<T>(
	schema: v.GenericSchema<unknown, T>,
	value: unknown,
	yaml: YamlFile,
	path: Path,
	problems: Problem[]
): T | undefined {
	const result = v.safeParse(schema, value);
	if (result.success) return result.output;
	for (const { issue, path: inner } of result.issues.flatMap((i) => spread(i, []))) {
		const { rule, message } = explain(issue, inner);
		problems.push(problem(rule, yaml.at([...path, ...inner]), message));
	}
	return undefined;
}

/** A union's issue says little: the issues inside the variant that got furthest say more. */
function spread(issue: Issue, outer: Path): { issue: Issue; path: Path }[] {
	const path = [...outer, ...(issue.path ?? []).map((item) => item.key as string | number)];
	const deeper = (issue.issues ?? []).filter((inner) => inner.path);
	if (issue.type === 'union' && deeper.length > 0) return deeper.flatMap((inner) => spread(inner, path));
	return [{ issue, path }];
}

function explain(issue: Issue, path: Path): { rule: string; message: string } {
	const key = String(path.at(-1) ?? '');
	const name =
		typeof path.at(-1) === 'number'
			? `「${path.at(-2) ?? '一覧'}」の${Number(path.at(-1)) + 1}番目`
			: `「${key}」`;
	if (issue.type === 'strict_object' && issue.expected === 'never') {
		const hint =
			issue.input === null
				? '文の中の「, 」「: 」は、文を引用符で囲んで書いてください。'
				: '綴りを直すか、消してください。';
		return { rule: 'unknown-key', message: `「${key}」という項目はありません。${hint}` };
	}
	if (issue.received === 'undefined') {
		if (key === 'reason')
			return { rule: 'reason-missing', message: '理由（reason）がありません。15字以上で書いてください。' };
		return { rule: 'missing-key', message: `${name}がありません。書き足してください。` };
	}
	const own = /^(?:\[([a-z-]+)\] )?(.*[ぁ-ん].*)$/su.exec(issue.message);
	if (issue.kind === 'schema') {
		if (issue.type === 'picklist' || issue.type === 'variant') {
			return {
				rule: 'wrong-choice',
				message: `${name}は ${issue.expected?.replaceAll(' | ', '、')} のどれかにしてください。`
			};
		}
		const got = issue.received.replaceAll('"', '');
		return { rule: 'wrong-type', message: `${name}は${expected(issue)}にしてください。今は ${got} です。` };
	}
	if (issue.type === 'regex')
		return { rule: 'bad-id', message: `${name}の ${issue.received} は使えません。${own?.[2] ?? ''}` };
	if (issue.type === 'non_empty')
		return { rule: 'empty-text', message: `${name}が空です。文を書くか、項目を消してください。` };
	if (own) return { rule: own[1] ?? 'wrong-value', message: own[2] ?? '' };
	return { rule: 'wrong-value', message: limit(issue, name) };
}

function limit(issue: Issue, name: string): string {
	const bound = (issue.expected ?? '').replace(/^(>=|<=)/u, '');
	const unit = issue.type.endsWith('length') ? 'つ' : '';
	if (issue.type.startsWith('min')) return `${name}は${bound}${unit}以上にしてください。`;
	if (issue.type.startsWith('max')) return `${name}は${bound}${unit}以下にしてください。`;
	if (issue.type === 'integer') return `${name}は整数にしてください。`;
	return `${name}の値が決まりに合いません。docs/course-format.md を見て直してください。`;
}

function expected(issue: Issue): string {
	const names: Record<string, string> = {
		string: '文字（引用符で囲む）',
		number: '数',
		boolean: ' true か false ',
		array: '一覧（- で始まる行、または [ ]）',
		strict_object: '項目の組（名前: 値）',
		record: '項目の組（名前: 値）'
	};
	return names[issue.type] ?? (issue.expected === null ? '決まった形' : ` ${issue.expected} `);
}
