import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createRawSnippet } from 'svelte';
import { render } from 'vitest-browser-svelte';
import Banner from '#ui/Banner.svelte';
import Header from '#ui/Header.svelte';
import { incomplete, storage } from '#ui/messages.ts';
import SaveState from '#ui/SaveState.svelte';
import Slip from '#ui/Slip.svelte';
import DialogOwner from '../support/DialogOwner.svelte';
import Frame from '../support/Frame.svelte';
import { DESK, NARROW, overflow, size, smallTargets, theme, violations } from '../support/look.ts';

const links = [
	{ href: '#/records', text: '学習記録' },
	{ href: '#/settings', text: '設定', current: true },
	{ href: '#/help', text: '使い方' }
];

beforeEach(async () => {
	theme('light');
	await size(DESK);
});

describe('the dialog', () => {
	it('puts the focus on its heading, and gives it back when Esc cancels', async () => {
		const screen = await render(DialogOwner, {}, { wrapper: Frame });
		const opener = screen.getByRole('button', { name: '記録を消す' });
		opener.element().focus();
		await userEvent.keyboard('{Enter}');
		await expect.element(screen.getByRole('heading', { name: '記録を消しますか' })).toHaveFocus();
		expect(await violations(screen.container)).toEqual([]);
		await userEvent.keyboard('{Escape}');
		await expect.element(screen.getByTestId('said')).toHaveTextContent('やめました');
		await expect.element(opener).toHaveFocus();
	});

	it('confirms with a verb', async () => {
		const screen = await render(DialogOwner, {}, { wrapper: Frame });
		await screen.getByRole('button', { name: '記録を消す' }).click();
		await screen.getByRole('button', { name: '消す', exact: true }).click();
		await expect.element(screen.getByTestId('said')).toHaveTextContent('消しました');
	});
});

describe('the header', () => {
	it('has the help last, marks where one is, and skips to the content without leaving the screen', async () => {
		const screen = await render(Header, { home: '#/', course: '本の置き方', links, main: 'content' });
		const main = document.createElement('div');
		main.id = 'content';
		screen.container.append(main);
		const nav = screen.getByRole('navigation').getByRole('link');
		await expect.element(nav.last()).toHaveTextContent('使い方');
		await expect.element(nav.nth(1)).toHaveAttribute('aria-current', 'page');
		const before = location.hash;
		screen.getByRole('link', { name: '本文へ進む' }).element().focus();
		await userEvent.keyboard('{Enter}');
		expect(document.activeElement).toBe(main);
		expect(location.hash).toBe(before);
	});

	it.each([DESK, NARROW])('fits and is accessible at %i px', async (...measure) => {
		await size(measure);
		const status = createRawSnippet(() => ({ render: () => '<span>保存しました 10:32</span>' }));
		const screen = await render(Header, { home: '#/', course: '本の置き方', links, status });
		expect(overflow()).toBeLessThanOrEqual(0);
		expect(smallTargets(screen.container.querySelector('header') ?? screen.container)).toEqual([]);
		for (const name of ['light', 'dark'] as const) {
			theme(name);
			expect(await violations(screen.container)).toEqual([]);
		}
	});
});

describe('saving', () => {
	it('shows its state, and announces only a failure', async () => {
		const screen = await render(SaveState, { saving: { status: 'saving' } });
		const state = screen.container.querySelector('[data-saving]');
		const region = screen.getByRole('status');
		expect(state?.textContent?.trim()).toBe('保存中');
		await expect.element(region).toHaveTextContent('');
		await screen.rerender({ saving: { status: 'saved', at: new Date(2026, 3, 1, 10, 5).getTime() } });
		expect(state?.textContent?.trim()).toBe('保存しました 10:05');
		expect(state?.getAttribute('data-saving')).toBe('saved');
		await expect.element(region).toHaveTextContent('');
		await screen.rerender({ saving: { status: 'failed', code: 'full' } });
		await expect.element(region).toHaveTextContent('保存できません');
	});

	it.each(['refused', 'full', 'blocked', 'newer-version', 'wiped', 'closed', 'unknown'])(
		'has a banner for %s that says what to do',
		async (code) => {
			const screen = await render(Banner, { code });
			await expect.element(screen.getByRole('status')).toHaveTextContent(storage[code]?.text ?? '?');
			expect(await violations(screen.container)).toEqual([]);
		}
	);

	it('has a banner for a code it does not know', async () => {
		const screen = await render(Banner, { code: 'new-kind' });
		await expect.element(screen.getByRole('status')).toHaveTextContent('記録を保存できませんでした');
	});
});

it('a slip says the verdict with sign and word, and its heading can take the focus', async () => {
	const screen = await render(Slip, { verdict: 'wrong', title: '正解は「イ」です' });
	screen.component.focus();
	const heading = screen.getByRole('heading', { name: '不正解', exact: false });
	await expect.element(heading).toHaveFocus();
	expect(heading.element().querySelector('svg')).not.toBeNull();
	for (const name of ['light', 'dark'] as const) {
		theme(name);
		expect(await violations(screen.container)).toEqual([]);
	}
});

it.each(['nothing-chosen', 'choose-more', 'some-unmatched', 'some-unplaced', 'new-kind'])(
	'says what to do when an answer is incomplete: %s',
	(reason) => {
		expect(incomplete(reason)).toMatch(/。$/);
		expect(incomplete(reason, 2).length).toBeLessThanOrEqual(40);
	}
);
