import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { texts } from '#learn/texts.ts';
import CaseOwner from '../support/CaseOwner.svelte';
import { newSession } from '../support/cases.ts';
import { DESK, FRAME, NARROW, overflow, size, smallTargets, theme, violations } from '../support/look.ts';

const t = texts.what;

async function open() {
	const screen = await render(CaseOwner, { session: await newSession() });
	const group = (name: string) => screen.getByRole('group', { name });
	const option = (name: string) => screen.getByRole('radio', { name, exact: true });
	const status = screen.getByRole('status');
	/** The column that the card lies in, by name. */
	const column = () => document.querySelector('.now')?.closest('li')?.querySelector('.name')?.textContent;
	const press = async (name: string) => {
		const input = option(name).element();
		if (input instanceof HTMLElement) input.click();
		await expect.element(option(name)).toBeChecked();
	};
	return { screen, group, option, status, column, press };
}

beforeEach(async () => {
	theme('light');
	delete document.documentElement.dataset.motion;
	await size(DESK);
});

describe('turning the circumstances', () => {
	it('begins where the scene puts the card, says why, and asks in the words of the scene', async () => {
		const { screen, group, option, column } = await open();
		expect(column()).toBe('読書主体');
		await expect.element(screen.getByText(`${t.here}：`)).toBeInTheDocument();
		await expect.element(screen.getByText('助けがないので、読書主体です。')).toBeVisible();
		await expect.element(group('係は助けるか')).toBeVisible();
		await expect.element(option('本を探す')).not.toBeChecked();
		await expect.element(option('助けない')).toBeChecked();
	});

	it('moves the card and announces in one sentence where to and why; its first place stays marked', async () => {
		const { screen, status, column, press } = await open();
		await press('本を探す');
		expect(column()).toBe('読書優先');
		await expect
			.element(status)
			.toHaveTextContent('「選んだ本」は、読書優先に移りました。係が助けるので、読書優先です。');
		await expect.element(screen.getByText(t.first)).toBeVisible();
		await expect.element(screen.getByRole('button', { name: '手引き X-02' })).toBeVisible();
	});

	it('lets the card lie where the source does not sort by what was turned, and says whose reading that is', async () => {
		const { screen, status, column, press } = await open();
		await press('高い');
		expect(column()).toBe('読書主体');
		await expect
			.element(status)
			.toHaveTextContent('「選んだ本」は、読書主体のままです。手引きは値段で分けていません。');
		await expect.element(screen.getByText('この教材の読み方')).toBeVisible();
		expect(document.querySelector('legend .label')).toBeNull();
	});

	it('puts the card outside the columns where the source decides nothing, and says so', async () => {
		const { screen, status, column, press } = await open();
		await press('決まっていない');
		expect(column()).toBeUndefined();
		await expect.element(status).toHaveTextContent('「手引きからは決まらない」になりました');
		await expect.element(screen.getByText('手引きに説明がありません。')).toBeVisible();
		expect(document.querySelector('.nowhere .now')).not.toBeNull();
	});

	it('works by keyboard alone, and goes back to the scene', async () => {
		const { screen, option, status, column } = await open();
		const first = option('読む人').element();
		if (first instanceof HTMLElement) first.focus();
		await userEvent.keyboard('{ArrowDown}');
		await expect.element(option('係')).toHaveFocus();
		expect(column()).toBe('係主体');
		await userEvent.tab();
		await userEvent.keyboard('{ArrowDown}');
		expect(column()).toBe('係主体');
		await userEvent.tab();
		await userEvent.tab();
		await expect.element(screen.getByRole('button', { name: t.reset })).toHaveFocus();
		await userEvent.keyboard('{Enter}');
		expect(column()).toBe('読書主体');
		await expect.element(option('読む人')).toBeChecked();
		await expect.element(option('助けない')).toBeChecked();
		await expect.element(status).toHaveTextContent(t.back('読書主体'));
	});

	it('glides, and does not where movement is to be reduced', async () => {
		const { press } = await open();
		await press('本を探す');
		expect(document.querySelector('.now')?.getAnimations()).toHaveLength(1);
		document.documentElement.dataset.motion = 'reduce';
		await press('助けない');
		expect(document.getAnimations().filter((one) => one.playState === 'running')).toEqual([]);
	});

	it.each([DESK, FRAME, NARROW])(
		'fits into %i×%i in both colour schemes, its targets large enough',
		async (...to) => {
			await size(to);
			const { screen, press } = await open();
			await press('係');
			for (const name of ['light', 'dark'] as const) {
				theme(name);
				expect(await violations(screen.container)).toEqual([]);
			}
			expect(overflow()).toBeLessThanOrEqual(0);
			expect(smallTargets(screen.container)).toEqual([]);
		}
	);
});
