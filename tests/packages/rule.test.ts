import { describe, expect, test } from 'vitest';
import { writtenProblems } from '#packages/deliver.ts';
import { optionFields, readOptions, ruleOf, type Written } from '#packages/options.ts';
import { contradictions, judgedByScore } from '#packages/rule.ts';
import { targets } from '#packages/targets.ts';
import { Rule } from '#record/rule.ts';
import { TARGETS, type Target } from '#record/payload.ts';
import { mini, rule, value } from './orders.ts';

const { completes, onComplete, onFail, score } = Rule.entries;
const every: Rule[] = completes.options.flatMap((c) =>
	onComplete.options.flatMap((d) =>
		onFail.options.flatMap((f) =>
			score.options.map((s) => ({ ...rule, completes: c, onComplete: d, onFail: f, score: s }))
		)
	)
);
const words = ({ completes: c, onComplete: d, onFail: f }: Rule) => `${c} ${d} ${f}`;

describe('a rule', () => {
	test('can be packed when it says one thing: seven of the twelve ways to put condition and words together', () => {
		const fine = every.filter((one) => contradictions(one).length === 0);
		expect([...new Set(fine.map(words))].sort()).toEqual([
			'both completed incomplete',
			'both passed failed',
			'both passed incomplete',
			'test completed incomplete',
			'test passed failed',
			'test passed incomplete',
			'units completed incomplete'
		]);
	});

	test('says of a contradiction which options it lies between, and what to choose instead', () => {
		const found = every.flatMap(contradictions);
		expect(new Set(found.map((one) => one.code))).toEqual(
			new Set(['units-passed', 'units-failed', 'completed-failed'])
		);
		for (const { fields, message } of found) {
			expect(fields).toHaveLength(2);
			expect(message).toMatch(/(?:ください)。$/u);
		}
	});

	test('needs a pass mark above 0', () => {
		expect(contradictions({ ...rule, pass: 0 }).map((one) => one.code)).toEqual(['pass-zero']);
	});

	test('lets the LMS judge by the score only when its verdict is the rule’s whatever the learner does', () => {
		const judged = (target: Target) =>
			every.filter((one) => judgedByScore(one, target)).map((one) => `${words(one)} ${one.score}`);
		expect(judged('scorm12')).toEqual(['test passed failed best']);
		const apart = ['both passed failed best', 'test passed failed best'];
		expect(judged('scorm2004-3').sort()).toEqual(apart);
		expect(judged('scorm2004-4').sort()).toEqual(apart);
	});
});

describe.each(TARGETS)('the options of %s', (target) => {
	const { options } = targets[target];
	const read = (written: Written) => readOptions(options, written);

	test('have a label, one sentence of explanation, and a word for every choice', () => {
		for (const field of optionFields(options)) {
			expect(field.label).not.toBe(field.name);
			expect(field.help).toMatch(/。$/u);
			expect(field.choices.every(({ label }) => label !== '')).toBe(true);
			if (field.kind === 'choice') expect(field.choices.map(({ value: v }) => v)).toContain(field.standard);
		}
	});

	test('give, when nothing is chosen, a rule that contradicts nothing, with the course’s own pass mark', () => {
		const standard = ruleOf(value(read({})), mini.index);
		expect(standard).toEqual({ ...rule, pass: 0.75 });
		expect(writtenProblems(target, {}, mini.index)).toEqual([]);
	});

	test('read what is written, full-width digits too', () => {
		const written = { pass: '８５', completes: 'test', score: 'none', interactions: 'false', title: '題' };
		expect(value(read(written))).toEqual({
			title: '題',
			pass: 85,
			completes: 'test',
			onComplete: 'passed',
			onFail: 'incomplete',
			score: 'none',
			interactions: false
		});
	});

	test.each<[keyof Written, string, string]>([
		['pass', '', '数字'],
		['pass', '八割', '数字'],
		['pass', '0', '1以上'],
		['pass', '101', '100以下'],
		['completes', 'all', 'both、test、units'],
		['onComplete', 'done', 'passed、completed'],
		['onFail', 'fail', 'incomplete、failed'],
		['score', 'max', 'best、none'],
		['interactions', 'yes', 'true、false']
	])('refuse %s “%s” and say what may stand there', (name, written, says) => {
		const found = writtenProblems(target, { [name]: written }, mini.index);
		expect(found).toEqual([{ code: 'option', fields: [name], message: expect.stringContaining(says) }]);
	});
});
