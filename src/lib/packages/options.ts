/**
 * What may be chosen when a package is made. Every option carries its Japanese label, its explanation and the words of its choices
 * as metadata, so that the page and the command line show what a target says of itself.
 */
import * as v from 'valibot';
import type { CourseIndex } from '#course/parts.ts';
import { err, ok, type Result } from '#record/result.ts';
import { Rule } from '#record/rule.ts';
import type { OptionName, Problem } from './problem.ts';

/** Words of a target where the standards differ: label and explanation of each choice. */
export type TargetWords = {
	onComplete: Record<Rule['onComplete'], string>;
	onFail: Record<Rule['onFail'], string>;
};

const { completes, onComplete, onFail, score } = Rule.entries;

/** The options of a target; every one has a default, `pass` and `title` the course's own. */
export function optionsFor(words: TargetWords) {
	return v.strictObject({
		title: v.optional(
			v.pipe(
				v.string(),
				v.title('LMSに表示する名前'),
				v.description('LMSの教材の一覧に出ます。200文字までです。')
			)
		),
		completes: v.optional(
			v.pipe(
				completes,
				v.title('修了の条件'),
				v.description('何をすれば、この課程を終えたことにするかを決めます。'),
				choices({
					both: 'すべての章を終え、最終テストに合格する',
					test: '最終テストに合格する',
					units: 'すべての章を終える'
				})
			),
			'both'
		),
		pass: v.optional(
			v.pipe(
				v.number('合格点は、数字で書いてください。'),
				v.minValue(1, '合格点は、1以上にしてください。'),
				v.maxValue(100, '合格点は、100以下にしてください。'),
				v.title('合格点'),
				v.description('最終テストで正解する割合です。受講者の画面にも、この基準が出ます。')
			)
		),
		onComplete: v.optional(
			v.pipe(
				onComplete,
				v.title('修了したときの報告'),
				v.description('修了の条件を満たしたときに、LMSに伝える言葉です。'),
				choices<Rule['onComplete']>(words.onComplete)
			),
			'passed'
		),
		onFail: v.optional(
			v.pipe(
				onFail,
				v.title('不合格のときの報告'),
				v.description('最終テストが基準に届かなかったときに、LMSに伝える言葉です。'),
				choices<Rule['onFail']>(words.onFail)
			),
			'incomplete'
		),
		score: v.optional(
			v.pipe(
				score,
				v.title('得点'),
				v.description('LMSの成績の欄に入る、最終テストの点数です。'),
				choices({ best: '最高点を送る（0〜100）', none: '送らない' })
			),
			'best'
		),
		interactions: v.optional(
			v.pipe(
				v.boolean(),
				v.title('一問ごとの答え'),
				v.description('番号だけを送ります。番号の意味は、書き出したファイルの中の codebook.csv にあります。'),
				choices({ true: '送る', false: '送らない' })
			),
			true
		)
	});
}
export type OptionsSchema = ReturnType<typeof optionsFor>;
/** All options with their values; `pass` in percent. */
export type Options = v.InferOutput<OptionsSchema>;

function choices<T extends boolean | string>(labels: Record<`${T}`, string>) {
	return v.metadata<T, { choices: Record<`${T}`, string> }>({ choices: labels });
}

/** How an option is shown: a text, a number, or one of several choices in order. */
export type OptionField = {
	name: OptionName;
	label: string;
	help: string;
	kind: 'text' | 'number' | 'choice';
	choices: { value: string; label: string }[];
	/** As written in a form or on the command line; undefined: the course's own. */
	standard: string | undefined;
};

/** The options of a target in the order they are asked. */
export function optionFields(schema: OptionsSchema): OptionField[] {
	return Object.entries(schema.entries).map(([name, entry]) => {
		const { wrapped } = entry;
		const { choices: labels }: { choices?: Record<string, string> } = v.getMetadata(wrapped);
		const standard = entry.default;
		return {
			name: name as OptionName,
			label: v.getTitle(wrapped) ?? name,
			help: v.getDescription(wrapped) ?? '',
			kind: labels ? 'choice' : wrapped.type === 'number' ? 'number' : 'text',
			choices: Object.entries(labels ?? {}).map(([value, label]) => ({ value, label })),
			standard: standard === undefined ? undefined : String(standard)
		};
	});
}

/** Options as written in a form or on the command line; what is not there has its default. */
export type Written = { [name in OptionName]?: string };

/** Reads what was written, or says of every option what may stand there. */
export function readOptions(schema: OptionsSchema, written: Written): Result<Options, Problem[]> {
	const fields = optionFields(schema);
	const given = Object.fromEntries(
		fields.flatMap((field) => {
			const text = written[field.name];
			return text === undefined ? [] : [[field.name, valueOf(field, text)]];
		})
	);
	const read = v.safeParse(schema, given);
	if (read.success) return ok(read.output);
	return err(
		read.issues.flatMap((issue): Problem[] => {
			const field = fields.find(({ name }) => name === issue.path?.[0].key);
			if (!field) return [];
			const message =
				field.kind === 'choice'
					? `「${field.label}」は、${field.choices.map(({ value }) => value).join('、')} のどれかにしてください。`
					: issue.message;
			return [{ code: 'option', fields: [field.name], message }];
		})
	);
}

function valueOf({ kind, choices }: OptionField, text: string): string | number | boolean {
	if (kind === 'number') {
		// An emptied field is no 0, and full-width digits are digits.
		const plain = text.normalize('NFKC').trim();
		return plain === '' ? Number.NaN : Number(plain);
	}
	const truth = choices.some(({ value }) => value === 'true');
	return truth && (text === 'true' || text === 'false') ? text === 'true' : text;
}

/** The rule these options give for a course. */
export function ruleOf(options: Options, index: CourseIndex): Rule {
	const { title: _title, pass, ...rest } = options;
	return { pass: pass === undefined ? index.test.pass : pass / 100, ...rest };
}

/** A share of 0 to 1 in percent with at most two decimals. */
export function percent(share: number): number {
	return Math.round(share * 10_000) / 100;
}
