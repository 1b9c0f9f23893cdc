/** Rules on the statements asked before and after the course. */
import { partsOf } from '#questions/registry.ts';
import type { Rule } from './rule.ts';
import { squeezed } from './rule.ts';

/** Every teaching unit has as many statements as the others: the gain is shown unit by unit. */
export const pretestUneven: Rule = {
	name: 'pretest-uneven',
	whole: true,
	*find({ course, teaching, locate }) {
		const first = course.pretest[0];
		if (!first) return;
		const count = (unit: string) => course.pretest.filter((item) => item.unit === unit).length;
		const most = Math.max(...teaching.map(({ id }) => count(id)));
		for (const { id } of teaching) {
			if (count(id) === most) continue;
			const message = `章「${id}」の問いは${count(id)}つで、ほかの章は${most}つです。数をそろえてください。`;
			yield { place: locate(first.id), message };
		}
	}
};

/** True and false statements are mixed: a third of either at least. */
export const pretestOneSided: Rule = {
	name: 'pretest-one-sided',
	whole: true,
	*find({ course, locate }) {
		const first = course.pretest[0];
		const right = course.pretest.filter((item) => item.right).length;
		const few = Math.min(right, course.pretest.length - right);
		if (!first || course.pretest.length < 2 || few * 3 >= course.pretest.length) return;
		const message = `正しい文が${course.pretest.length}つ中${right}つです。正しい文も誤りの文も3分の1以上にしてください。`;
		yield { place: locate(first.id), message };
	}
};

/** The statements appear nowhere else, and the two wordings differ: otherwise remembering would pass for knowing. */
export const pretestElsewhere: Rule = {
	name: 'pretest-elsewhere',
	*find({ course, questions, locate }) {
		const core = (text: string) => squeezed(text).replace(/[\p{P}\p{S}]/gu, '');
		const elsewhere = new Set(
			[
				...course.passages.map(({ statement }) => statement),
				...questions.flatMap((q) => [q.stem, q.takeaway, ...partsOf(q).map(({ text }) => text)])
			].map(core)
		);
		const seen = new Set<string>();
		for (const item of course.pretest) {
			for (const key of ['before', 'after'] as const) {
				const text = core(item[key]);
				if (elsewhere.has(text) || seen.has(text)) {
					const message = 'この文は、ほかの場所にもあります。ここだけの言い方にしてください。';
					yield { place: locate(item.id, key), message };
				}
				seen.add(text);
			}
		}
	}
};
