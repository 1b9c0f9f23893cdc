/** Rules on single-choice questions taken together: neither the place nor the length of an option may give the answer away. */
import type { Question } from '#questions/registry.ts';
import type { Finding, Rule } from './rule.ts';
import { lengthOf } from './rule.ts';

type Single = Extract<Question, { type: 'single' }>;

/** Fewer questions than this say nothing about a habit. */
const ENOUGH = 12;
/** A position's share of the keys, against an even one: with four options 15 % to 40 %. */
const SHARE = { least: 0.6, most: 1.6 };
/** How often the right option may be the one longest, or the one shortest, of all. */
const OFTEN = 0.4;
/** Length of right options against wrong ones, as a geometric mean. */
const RATIO = { least: 0.8, most: 1.25 };
/** Chi-square at 5 %, by degrees of freedom: beyond it, chance is a poor explanation. */
const CHI_SQUARE = [0, 3.84, 5.99, 7.81, 9.49, 11.07];

const singles = (questions: Question[]): Single[] => questions.filter((q) => q.type === 'single');

/**
 * Keys are spread over the positions, among questions with the same number of options. Two bounds: each position's share,
 * rounded in the author's favour, and a chi-square test, which is the stricter one when there are many questions.
 */
export const keysUnbalanced: Rule = {
	name: 'keys-unbalanced',
	whole: true,
	*find({ questions, locate }) {
		const all = singles(questions);
		for (const options of new Set(all.map((q) => q.options.length))) {
			const group = all.filter((q) => q.options.length === options);
			const first = group[0];
			if (!first || group.length < ENOUGH) continue;
			const counts = Array.from({ length: options }, () => 0);
			for (const q of group) {
				const at = q.options.findIndex((option) => option.right);
				counts[at] = (counts[at] ?? 0) + 1;
			}
			const even = group.length / options;
			const chi = counts.reduce((sum, n) => sum + (n - even) ** 2 / even, 0);
			const outside = counts.some(
				(n) => n < Math.floor(SHARE.least * even) || n > Math.ceil(SHARE.most * even)
			);
			if (!outside && chi <= (CHI_SQUARE[options - 1] ?? Infinity)) continue;
			const message = `${options}択${group.length}問の正答の位置が偏っています（上から ${counts.join('、')}）。選択肢を並べ替えてください。`;
			yield { place: locate(first.id), message };
		}
	}
};

/** The right option is not the longest, the shortest, or the wordiest more often than its neighbours would be. */
export const lengthTells: Rule = {
	name: 'length-tells',
	whole: true,
	*find({ questions, locate }): Iterable<Finding> {
		const all = singles(questions).map((q) => {
			const right = lengthOf(q.options.find((option) => option.right)?.text ?? '');
			return {
				q,
				right,
				wrong: q.options.filter((option) => !option.right).map((option) => lengthOf(option.text))
			};
		});
		const first = all[0];
		if (!first || all.length < ENOUGH) return;
		const longest = all.filter(({ right, wrong }) => wrong.every((n) => right > n));
		const shortest = all.filter(({ right, wrong }) => wrong.every((n) => right < n));
		for (const [list, word] of [
			[longest, '長い'],
			[shortest, '短い']
		] as const) {
			if (list.length <= OFTEN * all.length) continue;
			const ids = list.map(({ q }) => q.id).join('、');
			const message = `正答がいちばん${word}問題が${all.length}問中${list.length}問あります。長さをそろえてください（${ids}）。`;
			yield { place: locate(list[0]?.q.id ?? first.q.id), message };
		}
		if (longest.length > OFTEN * all.length || shortest.length > OFTEN * all.length) return;
		const mean = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;
		const ratio = Math.exp(mean(all.map(({ right, wrong }) => Math.log(right / mean(wrong)))));
		if (ratio >= RATIO.least && ratio <= RATIO.most) return;
		const message = `正答の長さが誤答の平均 ${ratio.toFixed(2)} 倍です。${RATIO.least}〜${RATIO.most} 倍にそろえてください。`;
		yield { place: locate(first.q.id), message };
	}
};
