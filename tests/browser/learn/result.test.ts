import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Result from '#learn/Result.svelte';
import { texts } from '#learn/texts.ts';
import type { Question } from '#questions/registry.ts';
import { scoreQuestion } from '#questions/registry.ts';
import type { Confidence, Happened } from '#record/events.ts';
import Learner from '../support/Learner.svelte';
import { example, rightResponse, wrongResponse } from '../support/examples.ts';
import { session } from '../support/learning.ts';
import { DESK, size, theme, violations } from '../support/look.ts';

const t = texts.calibration;
const questions = ['qa', 'qb', 'qc', 'qd'].map((id): Question => ({
	...example('single'),
	id,
	stem: `${id}の問い`
}));

beforeEach(async () => {
	theme('light');
	await size(DESK);
});

/** The result of a practice in which each question was answered so. */
async function result(answers: [right: boolean, sure?: Confidence][]) {
	const answered = answers.map(([right, confidence], i): Happened => {
		const question = questions[i] ?? example('single');
		const response = right ? rightResponse(question) : wrongResponse(question);
		const score = scoreQuestion(question, response);
		if (score.status !== 'scored') throw new Error('not answered');
		const { earned, total } = score;
		const sure = confidence ? { confidence } : {};
		return {
			type: 'answered',
			item: question.id,
			response: String(response),
			earned,
			total,
			run: 'r1',
			...sure
		};
	});
	const items = questions.slice(0, answers.length).map(({ id }) => id);
	const learner = await session(
		{ type: 'runStarted', run: 'r1', kind: 'practice', items, seed: 's' },
		...answered
	);
	return render(Learner, {
		session: learner,
		screen: Result as never,
		given: {
			id: 'r1',
			title: '練習',
			questions,
			mode: 'practice',
			context: { items, round: 1, answers: Object.fromEntries(items.map((id, i) => [id, answers[i]?.[0]])) },
			onretry: () => {}
		}
	});
}

describe('the result of a practice', () => {
	it('begins with what one was sure of and got wrong, and counts how sureness matched truth', async () => {
		const screen = await result([
			[false, 'unsure'],
			[true, 'sure'],
			[false, 'sure'],
			[true, 'unsure']
		]);
		const sections = [...screen.container.querySelectorAll('section.items')].map((section) => [
			section.querySelector('h2')?.textContent?.trim(),
			[...section.querySelectorAll('.stem')].map((stem) => stem.textContent)
		]);
		expect(sections).toEqual([
			[t.missed, ['qcの問い']],
			[t.otherMissed(1), ['qaの問い']]
		]);
		const table = screen.getByRole('table', { name: t.title });
		const rows = [...table.element().querySelectorAll('tbody tr')].map((row) =>
			[...row.children].map((cell) => cell.textContent)
		);
		expect(rows).toEqual([
			[texts.confidence.sure, t.of(2, 1)],
			[texts.confidence.unsure, t.of(2, 1)]
		]);
		expect(await violations(screen.container)).toEqual([]);
	});

	it('says nothing of sureness where none was told', async () => {
		const screen = await result([[false], [true]]);
		await expect.element(screen.getByRole('heading', { name: texts.result.missed(1) })).toBeVisible();
		expect(screen.container.textContent).not.toContain(t.title);
		expect(screen.container.textContent).not.toContain(t.missed);
	});
});
