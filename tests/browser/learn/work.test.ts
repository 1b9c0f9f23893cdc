import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import WorkScreen from '#learn/screens/WorkScreen.svelte';
import type { Session } from '#learn/session.svelte.ts';
import { texts } from '#learn/texts.ts';
import { own } from '#record/json.ts';
import { placeOf, type Happened } from '#record/events.ts';
import { actions, incomplete } from '#ui/messages.ts';
import Learner from '../support/Learner.svelte';
import { session, work } from '../support/learning.ts';
import { DESK, NARROW, overflow, size, smallTargets, theme, violations } from '../support/look.ts';

const t = texts.work;
const at = { page: work.id };
const half = (response: Record<string, string>): Happened => ({
	type: 'drafted',
	item: work.id,
	where: placeOf(at),
	response
});

beforeEach(async () => {
	theme('light');
	await size(DESK);
});

async function open(learner?: Session) {
	const current = learner ?? (await session());
	const screen = await render(Learner, {
		session: current,
		screen: WorkScreen as never,
		given: { id: work.id }
	});
	await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent(work.title);
	const button = (name: string) => screen.getByRole('button', { name, exact: true });
	const heading = (name: string | RegExp) => screen.getByRole('heading', { name });
	const choose = (id: string) => screen.getByRole('radio', { name: new RegExp(`${id}を選ぶ`) }).click();
	const decide = async (id: string) => {
		await choose(id);
		await button(t.decide).click();
	};
	/** All that stands there, and what is chosen. */
	const seen = () => {
		const chosen = [...screen.container.querySelectorAll('input')].map((input) => input.checked);
		return `${screen.container.textContent}${chosen.join()}`;
	};
	return { learner: current, screen, button, heading, choose, decide, seen };
}

describe('a case in several steps', () => {
	it('says that it is invented, how long it is at most, and what is found and asked', async () => {
		const { screen } = await open();
		for (const text of [t.invented, work.scene, '本が10冊あります。'])
			await expect.element(screen.getByText(text)).toBeVisible();
		await expect.element(screen.getByText('1段目／最大3段')).toBeVisible();
		await expect.element(screen.getByRole('radiogroup', { name: 'まず、何をしますか。' })).toBeVisible();
		expect(await violations(screen.container)).toEqual([]);
		expect(smallTargets(screen.container)).toEqual([]);
	});

	it('asks for a choice where none was made, and keeps nothing', async () => {
		const { screen, button, learner } = await open();
		await button(t.decide).click();
		await expect.element(screen.getByText(incomplete('nothing-chosen'))).toBeVisible();
		expect(document.activeElement?.matches('input[type=radio]')).toBe(true);
		expect(learner.draftOf(work.id, at)).toBeUndefined();
	});

	it('tells what followed with its band, reason and source, moves the focus there, and judges no right or wrong', async () => {
		const { screen, heading, decide, learner } = await open();
		await decide('wait');
		await expect.element(heading(/waitの後のことです。/)).toHaveFocus();
		await expect.element(heading(new RegExp(texts.bands.conduct.hard))).toHaveFocus();
		await expect.element(screen.getByText('waitの理由です。')).toBeVisible();
		await expect.element(screen.getByRole('button', { name: '手引き X-01' })).toBeVisible();
		expect(screen.container.textContent).not.toMatch(/正解|まちが/);
		expect(screen.container.querySelector('.verdict')).toBeNull();
		const marked = screen.getByRole('list', { name: t.options }).getByRole('listitem');
		const mine = marked.elements().filter((item) => item.textContent?.includes(t.chosen));
		expect(mine.map((item) => item.textContent?.includes('waitを選ぶ'))).toEqual([true]);
		await expect.element(marked).toHaveLength(3);
		expect(learner.draftOf(work.id, at)).toEqual({ first: 'wait' });
		expect(await violations(screen.container)).toEqual([]);
	});

	it('goes on with what an earlier choice has left, the focus on the new step', async () => {
		const { screen, button, heading, decide } = await open();
		await decide('wait');
		await button(actions.next).click();
		await expect.element(heading('棚を考える')).toHaveFocus();
		await expect.element(screen.getByText('もう昼です。')).toBeVisible();
		await expect.element(screen.getByText('2段目／最大3段')).toBeVisible();
		// Columns stand in the order of the file.
		const shown = [...screen.container.querySelectorAll('input')].map((input) => input.value);
		expect(shown).toEqual(['shelf_f', 'shelf_a']);
	});

	it('does not recall what was not chosen', async () => {
		const { screen, button, decide } = await open();
		await decide('sort');
		await button(actions.next).click();
		await expect.element(screen.getByText('昔話の本が残りました。')).toBeVisible();
		await expect.element(screen.getByText('もう昼です。')).not.toBeInTheDocument();
	});

	it('takes a choice back to exactly what stood there before it', async () => {
		const { learner, button, heading, decide, seen } = await open(await session(half({ first: 'wait' })));
		const before = seen();
		await decide('shelf_a');
		expect(learner.draftOf(work.id, at)).toEqual({ first: 'wait', place: 'shelf_a' });
		await button(t.takeBack).click();
		await expect.element(heading('棚を考える')).toHaveFocus();
		expect(seen()).toBe(before);
		expect(learner.draftOf(work.id, at)).toEqual({ first: 'wait' });
		await decide('shelf_f');
		expect(learner.draftOf(work.id, at)).toEqual({ first: 'wait', place: 'shelf_f' });
	});

	it('keeps nothing half made when the first choice is taken back', async () => {
		const { learner, button, decide } = await open();
		await decide('drop');
		await button(t.takeBack).click();
		expect(learner.draftOf(work.id, at)).toBeUndefined();
		expect(own(learner.record.items, work.id)?.tries).toBe(0);
	});

	const ways = [{ first: 'sort' }, { first: 'drop', place: 'shelf_f' }] as Record<string, string>[];
	it.each(ways.map((way) => [Object.keys(way).length, way] as const))(
		'comes back after %i choices at the step that was to come',
		async (count, way) => {
			const { screen, heading } = await open(await session(half(way)));
			const step = work.steps[count];
			await expect.element(heading(step?.title ?? '')).toBeVisible();
			await expect.element(screen.getByText(`${count + 1}段目／最大3段`)).toBeVisible();
			await screen.getByText(t.soFar).click();
			for (const option of Object.values(way))
				await expect.element(screen.getByText(`${option}の後のことです。`)).toBeVisible();
		}
	);

	it('comes back to what followed from the last choice, as long as one has not gone on to the ending', async () => {
		const way = { first: 'sort', place: 'shelf_a', last: 'note' };
		const { learner, button, heading } = await open(await session(half(way)));
		await expect.element(heading(/noteの後のことです。/)).toBeVisible();
		expect(own(learner.record.items, work.id)?.tries).toBe(0);
		await button(actions.next).click();
		await expect.element(heading('片づいた棚')).toHaveFocus();
		expect(own(learner.record.items, work.id)?.tries).toBe(1);
	});
});

describe('the ending of a case', () => {
	async function ended() {
		const opened = await open();
		for (const id of ['wait', 'shelf_a', 'note']) {
			await opened.decide(id);
			await opened.button(actions.next).click();
		}
		return opened;
	}

	it('is told with the whole way: every choice, what followed, its band, reason and source', async () => {
		const { screen, heading, learner } = await ended();
		await expect.element(heading('遅い片づけ')).toHaveFocus();
		const steps = screen.getByRole('region', { name: t.way }).getByRole('listitem');
		const bands = [texts.bands.conduct.hard, texts.bands.domain.best, texts.bands.conduct.best];
		for (const [i, id] of ['wait', 'shelf_a', 'note'].entries()) {
			const item = steps.nth(i);
			for (const text of [`${id}を選ぶ`, `${id}の後のことです。`, `${id}の理由です。`, bands[i] ?? ''])
				await expect.element(item).toHaveTextContent(text);
			await expect.element(item.getByRole('button', { name: '手引き X-01' })).toBeVisible();
		}
		expect(screen.container.textContent).not.toMatch(/正解|まちが/);
		expect(own(learner.record.items, work.id)).toMatchObject({
			tries: 1,
			last: { response: { first: 'wait', place: 'shelf_a', last: 'note' }, earned: 9, total: 12 },
			drafts: {}
		});
		expect(own(learner.record.pages, work.id)?.done).toBeDefined();
		expect(await violations(screen.container)).toEqual([]);
		await size(NARROW);
		expect(overflow()).toBe(0);
	});

	it('stands there again for one who comes back', async () => {
		const { learner, screen } = await ended();
		await screen.unmount();
		const { heading } = await open(learner);
		await expect.element(heading('遅い片づけ')).toBeVisible();
		expect(own(learner.record.items, work.id)?.tries).toBe(1);
	});

	it('can be left for the last choice, with the way before it kept', async () => {
		const { learner, button, heading, decide } = await ended();
		await button(t.lastChoice).click();
		await expect.element(heading('夕方')).toHaveFocus();
		expect(learner.draftOf(work.id, at)).toEqual({ first: 'wait', place: 'shelf_a' });
		await decide('leave');
		await expect.element(heading(/leaveの後のことです。/)).toHaveFocus();
	});

	it('can be left for the beginning; the answer given stays', async () => {
		const { learner, button, heading, screen } = await ended();
		await button(t.restart).click();
		await expect.element(heading('朝の机')).toHaveFocus();
		await expect.element(screen.getByText('1段目／最大3段')).toBeVisible();
		expect(own(learner.record.items, work.id)?.tries).toBe(1);
	});

	it('leads to the lesson page and to the list of cases', async () => {
		const { screen } = await ended();
		const link = (name: string) => screen.getByRole('link', { name });
		await expect.element(link(actions.reread('棚の章のページ'))).toHaveAttribute('href', '#/books/learn/p1');
		await expect.element(link(t.toCases)).toHaveAttribute('href', '#/books/cases');
	});

	it('can be reached with the keyboard alone', async () => {
		const { heading } = await open(await session(half({ first: 'sort', place: 'shelf_a' })));
		const radio = document.querySelector<HTMLElement>('input[value=note]');
		radio?.focus();
		await userEvent.keyboard(' {Enter}');
		await expect.element(heading(/noteの後のことです。/)).toHaveFocus();
		for (let i = 0; i < 5 && document.activeElement?.textContent !== actions.next; i += 1)
			await userEvent.tab();
		await userEvent.keyboard('{Enter}');
		await expect.element(heading('片づいた棚')).toHaveFocus();
	});
});
