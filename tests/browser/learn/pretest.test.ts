import { beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';
import PretestScreen from '#learn/screens/PretestScreen.svelte';
import RecordScreen from '#learn/screens/RecordScreen.svelte';
import type { Session } from '#learn/session.svelte.ts';
import { texts } from '#learn/texts.ts';
import { own } from '#record/json.ts';
import type { Happened } from '#record/events.ts';
import { pageDone, pretestPage } from '#record/progress.ts';
import { statementId, type Time } from '#scenario/judge.ts';
import { verdicts } from '#ui/messages.ts';
import Learner from '../support/Learner.svelte';
import { pretest, session } from '../support/learning.ts';
import { DESK, NARROW, overflow, size, smallTargets, theme, violations } from '../support/look.ts';

const t = texts.pretest;
type Answers = Record<string, 'yes' | 'no'>;
/** t_a and t_c are so, t_b is not. */
const BEFORE: Answers = { t_a: 'no', t_b: 'yes', t_c: 'yes' };
const AFTER: Answers = { t_a: 'yes', t_b: 'yes', t_c: 'yes' };

const answered = (time: Time, answers: Answers): Happened[] => [
	...Object.entries(answers).map(([id, response]): Happened => {
		const item = statementId(id, time);
		const right = (response === 'yes') === (id !== 't_b');
		return { type: 'answered', item, response, earned: right ? 1 : 0, total: 1, page: pretestPage(time) };
	}),
	{ type: 'pageDone', page: pretestPage(time) }
];

beforeEach(async () => {
	theme('light');
	await size(DESK);
});

async function open(time: Time, learner?: Session) {
	const current = learner ?? (await session());
	const screen = await render(Learner, {
		session: current,
		screen: PretestScreen as never,
		given: { time }
	});
	await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent(t[time].title);
	const statement = (id: string) => screen.getByRole('radiogroup', { name: `${id}の` });
	const say = (id: string, word: 'yes' | 'no') =>
		statement(id).getByRole('radio', { name: t[word], exact: true }).click();
	const send = () => screen.getByRole('button', { name: t.send }).click();
	const all = async (answers: Answers) => {
		for (const [id, word] of Object.entries(answers)) await say(id, word);
		await send();
	};
	return { learner: current, screen, statement, say, send, all };
}
const rows = (root: Element) =>
	[...root.querySelectorAll('tbody tr, tfoot tr')].map((row) =>
		[...row.children].map((cell) => cell.textContent?.trim())
	);

describe('the statements before the course', () => {
	it('stand on one page, each with two answers, and say why it is worth guessing', async () => {
		const { screen } = await open('before');
		await expect.element(screen.getByRole('radiogroup')).toHaveLength(3);
		await expect.element(screen.getByText(t.why)).toBeVisible();
		await expect.element(screen.getByText(/^補足/)).toBeVisible();
		for (const item of pretest) await expect.element(screen.getByText(item.before)).toBeVisible();
		expect(await violations(screen.container)).toEqual([]);
		expect(smallTargets(screen.container)).toEqual([]);
		await size(NARROW);
		expect(overflow()).toBe(0);
	});

	it('keep what was chosen so far', async () => {
		const learner = await session();
		const first = await open('before', learner);
		await first.say('t_b', 'no');
		await first.screen.unmount();
		const { statement } = await open('before', learner);
		await expect.element(statement('t_b').getByRole('radio', { name: t.no, exact: true })).toBeChecked();
		expect(own(learner.record.items, statementId('t_b', 'before'))?.tries).toBe(0);
	});

	it('are not taken while one is missing: it is said, and the focus goes there', async () => {
		const { screen, say, send, statement, learner } = await open('before');
		await say('t_a', 'yes');
		await say('t_c', 'yes');
		await send();
		await expect.element(screen.getByRole('alert')).toHaveTextContent(t.left(1));
		await expect.element(statement('t_b').getByRole('radio').first()).toHaveFocus();
		expect(await violations(screen.container)).toEqual([]);
		expect(pageDone(learner.record, pretestPage('before'))).toBe(false);
	});

	it('are received without a verdict, a reason or a number', async () => {
		const { screen, all, learner } = await open('before');
		await all(BEFORE);
		await expect.element(screen.getByRole('heading', { name: t.received })).toHaveFocus();
		await expect.element(screen.getByText(t.receivedText)).toBeVisible();
		const said = screen.container.textContent;
		expect(said).not.toMatch(/正解|理由です|／|そのとおり/);
		expect(screen.container.querySelector('table, [data-verdict], .verdict')).toBeNull();
		for (const item of pretest)
			expect(own(learner.record.items, statementId(item.id, 'before'))?.first).toMatchObject({
				response: BEFORE[item.id],
				total: 1
			});
		expect(pageDone(learner.record, pretestPage('before'))).toBe(true);
	});

	it('show no verdict to one who comes back either', async () => {
		const { screen } = await open('before', await session(...answered('before', BEFORE)));
		await expect.element(screen.getByText(t.receivedText)).toBeVisible();
		expect(screen.container.textContent).not.toMatch(/正解|理由です/);
	});
});

const GAIN = [
	['棚の章', '0／2', '1／2', t.more(1)],
	['係の章', '1／1', '1／1', t.same],
	[t.all, '1／3', '2／3', t.more(1)]
];

describe('the statements after the course', () => {
	it('are put in other words, and then say of each whether it is so, why, and on what that rests', async () => {
		const { screen, all } = await open('after', await session(...answered('before', BEFORE)));
		for (const item of pretest) {
			await expect.element(screen.getByText(item.after)).toBeVisible();
			await expect.element(screen.getByText(item.before)).not.toBeInTheDocument();
		}
		await all(AFTER);
		await expect.element(screen.getByRole('heading', { name: t.gain })).toHaveFocus();
		const items = screen.getByRole('list', { name: t.each }).getByRole('listitem');
		for (const [i, [verdict, so]] of [
			[verdicts.right, t.isSo],
			[verdicts.wrong, t.isNotSo],
			[verdicts.right, t.isSo]
		].entries()) {
			const item = items.nth(i);
			await expect.element(item).toHaveTextContent(`${pretest[i]?.id}の理由です。`);
			await expect.element(item).toHaveTextContent(so ?? '');
			expect(item.element().querySelector('.badge')?.textContent?.trim()).toBe(verdict);
			await expect.element(item.getByRole('button', { name: '手引き X-03' })).toBeVisible();
		}
		expect(await violations(screen.container)).toEqual([]);
	});

	it('show the gain chapter by chapter, in numbers and words', async () => {
		const { screen, all } = await open('after', await session(...answered('before', BEFORE)));
		await all(AFTER);
		await expect.element(screen.getByText(t.sum(1, 2, 3))).toBeVisible();
		expect(rows(screen.container)).toEqual(GAIN);
		await size(NARROW);
		expect(overflow()).toBe(0);
	});

	it('compare with nothing where nothing was answered before', async () => {
		const { screen, all } = await open('after');
		await all(AFTER);
		await expect.element(screen.getByText(t.sumAfter(2, 3))).toBeVisible();
		expect(rows(screen.container)[0]).toEqual(['棚の章', t.none, '1／2', '']);
	});
});

describe('the record’s screen', () => {
	async function record(...happened: Happened[]) {
		return render(Learner, {
			session: await session(...happened),
			screen: RecordScreen as never,
			given: {}
		});
	}
	it('shows the same gain', async () => {
		const screen = await record(...answered('before', BEFORE), ...answered('after', AFTER));
		const gain = screen.getByRole('region', { name: t.gain });
		await expect.element(gain).toBeVisible();
		expect(rows(gain.element())).toEqual(GAIN);
	});

	it('leads to the statements not answered yet, and shows no number before those after the course', async () => {
		const screen = await record(...answered('before', BEFORE));
		const gain = screen.getByRole('region', { name: t.gain });
		const link = gain.getByRole('link');
		await expect.element(link).toHaveLength(1);
		await expect.element(link).toHaveAttribute('href', '#/books/pretest/after');
		expect(gain.element().textContent).not.toContain('／');
	});
});
