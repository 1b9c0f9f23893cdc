import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Flow } from '#course/schema.ts';
import Cite from '#ui/Cite.svelte';
import { idList } from '#ui/messages.ts';
import Rich from '#ui/Rich.svelte';
import Text from '#ui/Text.svelte';
import Frame from '../support/Frame.svelte';
import { DESK, size, smallTargets, theme, violations } from '../support/look.ts';

const flow: Flow[] = [
	{
		t: 'p',
		c: [
			{ t: 'text', v: '本は' },
			{ t: 'term', id: 'g_tana', c: [{ t: 'ruby', v: '棚', yomi: 'たな' }] },
			{ t: 'text', v: 'に置き、' },
			{ t: 'ruby', v: '媒体', yomi: 'ばいたい' },
			{ t: 'text', v: 'で分けます。' }
		]
	},
	{ t: 'ul', items: [[{ t: 'text', v: '昔話の本' }], [{ t: 'strong', c: [{ t: 'text', v: '図鑑' }] }]] }
];

beforeEach(async () => {
	theme('light');
	document.documentElement.dataset.ruby = 'on';
	await size(DESK);
});

describe('a tag', () => {
	it('names its passages, neighbours joined', () => {
		expect(idList(['X-52'])).toBe('X-52');
		expect(idList(['X-92', 'X-53'])).toBe('X-53、X-92');
		expect(idList(['X-50', 'X-51', 'X-52', 'X-60'])).toBe('X-50〜X-52、X-60');
		expect(idList(['X-09', 'X-10'])).toBe('X-09、X-10');
	});

	it('opens the printed words in place and closes with Esc, giving the focus back', async () => {
		const screen = await render(Cite, { cite: ['X-03'] }, { wrapper: Frame });
		const tag = screen.getByRole('button', { name: '手引き X-03' });
		await expect.element(tag).toHaveAttribute('aria-expanded', 'false');
		tag.element().focus();
		await userEvent.keyboard('{Enter}');
		await expect
			.element(screen.getByRole('group', { name: '出典 X-03' }))
			.toHaveTextContent('「3番目の原文」');
		await expect.element(screen.getByText('3段落')).toBeVisible();
		await userEvent.tab();
		await expect.element(screen.getByRole('button', { name: '閉じる' })).toHaveFocus();
		await userEvent.keyboard('{Escape}');
		await expect.element(tag).toHaveFocus();
		await expect.element(tag).toHaveAttribute('aria-expanded', 'false');
		expect(screen.container.querySelector('.passages')).toBeNull();
	});

	it('closes with 閉じる, giving the focus back', async () => {
		const screen = await render(Cite, { cite: ['X-03', 'X-05'] }, { wrapper: Frame });
		await screen.getByRole('button', { name: '手引き X-03、X-05' }).click();
		await screen.getByRole('button', { name: '閉じる' }).click();
		await expect.element(screen.getByRole('button', { name: '手引き X-03、X-05' })).toHaveFocus();
	});

	it.each([
		['general', '補足（手引き外の一般知識）'],
		['note', '原文の注意'],
		['ordinance', '条例（公開資料で確認）']
	] as const)('of %s says so in words', async (from, words) => {
		const screen = await render(Cite, { cite: [], from }, { wrapper: Frame });
		await expect.element(screen.getByText(words)).toBeVisible();
		expect(screen.container.querySelector('button')).toBeNull();
	});

	it('is accessible open and closed, light and dark, with a hit area of 44 px', async () => {
		const screen = await render(Cite, { cite: ['X-03'], from: 'note' }, { wrapper: Frame });
		for (const name of ['light', 'dark'] as const) {
			theme(name);
			expect(await violations(screen.container)).toEqual([]);
			expect(smallTargets(screen.container)).toEqual([]);
			await screen.getByRole('button', { name: '手引き X-03' }).click();
		}
	});
});

describe('written text', () => {
	it('opens a term below its paragraph by key and closes it with Esc', async () => {
		const screen = await render(Rich, { flow }, { wrapper: Frame });
		const term = screen.getByRole('button', { name: '棚' });
		term.element().focus();
		await userEvent.keyboard('{Enter}');
		await expect.element(screen.getByRole('group', { name: '用語' })).toHaveTextContent('本を置く台のこと。');
		await expect.element(term).toHaveAttribute('aria-expanded', 'true');
		await userEvent.tab();
		await expect.element(screen.getByRole('button', { name: '閉じる' })).toHaveFocus();
		await userEvent.keyboard('{Escape}');
		await expect.element(term).toHaveFocus();
		expect(screen.container.querySelector('.gloss')).toBeNull();
	});

	it('has no reading in an accessible name, and none at all for a screen reader', async () => {
		const screen = await render(Rich, { flow }, { wrapper: Frame });
		expect(screen.container.querySelector('button rt')).toBeNull();
		const spoken = [...screen.container.querySelectorAll('rt')].filter(
			(rt) => rt.getAttribute('aria-hidden') !== 'true'
		);
		expect(spoken).toEqual([]);
		expect(screen.container.querySelectorAll('rt')).toHaveLength(1);
	});

	it('hides readings when they are switched off', async () => {
		const screen = await render(Rich, { flow }, { wrapper: Frame });
		const reading = screen.container.querySelector('rt');
		expect(reading?.offsetHeight).toBeGreaterThan(0);
		document.documentElement.dataset.ruby = 'off';
		expect(reading?.offsetHeight).toBe(0);
	});

	it('keeps a name in one piece, and breaks it only when the line is shorter', async () => {
		const screen = await render(Text, { value: 'この棚には昔話の本があります。' }, { wrapper: Frame });
		const name = screen.container.querySelector<HTMLElement>('.nb');
		expect(name?.textContent).toBe('昔話の本');
		const box = screen.container.querySelector('main') ?? screen.container;
		box.style.padding = '0';
		const pieces = () => name?.getClientRects().length;
		for (const width of [80, 90, 100, 110, 120, 130]) {
			box.style.inlineSize = `${width}px`;
			expect(pieces(), `${width}`).toBe(1);
		}
		box.style.inlineSize = '40px';
		expect(pieces()).toBeGreaterThan(1);
		expect(box.scrollWidth).toBeLessThanOrEqual(40);
	});

	it('is accessible with a term open, light and dark', async () => {
		const screen = await render(Rich, { flow }, { wrapper: Frame });
		await screen.getByRole('button', { name: '棚' }).click();
		for (const name of ['light', 'dark'] as const) {
			theme(name);
			expect(await violations(screen.container)).toEqual([]);
		}
	});
});
