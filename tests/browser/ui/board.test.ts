import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import BoardOwner from '../support/BoardOwner.svelte';
import Frame from '../support/Frame.svelte';
import {
	DESK,
	FRAME,
	NARROW,
	PHONE,
	overflow,
	size,
	smallTargets,
	theme,
	violations
} from '../support/look.ts';

const open = (
	props: {
		table?: boolean;
		locked?: string[];
		start?: Record<string, string>;
		done?: boolean;
		compact?: boolean;
	} = {}
) => render(BoardOwner, props, { wrapper: Frame });
type Screen = Awaited<ReturnType<typeof open>>;
const card = (screen: Screen, text: string) =>
	screen.getByRole('button', { name: text, exact: false }).first();
const put = (screen: Screen, name: string) => screen.getByRole('button', { name });
const focused = () => document.activeElement?.textContent ?? '';

beforeEach(async () => {
	theme('light');
	await size(DESK);
});

describe('placing', () => {
	it('places by click: select a card, then a column', async () => {
		const screen = await open();
		await card(screen, '昔話の本').click();
		await put(screen, '「昔話の本」を共同に置く').click();
		expect(screen.component.kept()).toEqual({ k1: 'c' });
	});

	it('places by keyboard alone', async () => {
		const screen = await open();
		card(screen, '図鑑').element().focus();
		await userEvent.keyboard(' ');
		put(screen, '「図鑑」を係主体に置く').element().focus();
		await userEvent.keyboard('{Enter}');
		expect(screen.component.kept()).toEqual({ k3: 'f' });
	});

	it('places by dragging with the same result', async () => {
		const screen = await open();
		await userEvent.dragAndDrop(card(screen, '昔話の本'), screen.getByRole('group', { name: '共同' }));
		expect(screen.component.kept()).toEqual({ k1: 'c' });
		await expect
			.element(screen.getByRole('status'))
			.toHaveTextContent('「昔話の本」を共同に置きました。残り2枚です。');
	});

	it('cancels a drag that is released outside the board, and selects nothing by it', async () => {
		const screen = await open();
		await userEvent.dragAndDrop(card(screen, '昔話の本'), screen.getByTestId('outside'));
		expect(screen.component.kept()).toEqual({});
		await expect.element(card(screen, '昔話の本')).toHaveAttribute('aria-pressed', 'false');
		expect(document.querySelectorAll('[data-column] .card, .hand .card')).toHaveLength(3);
	});

	it('does not take a drag that ends on the card itself for a press', async () => {
		const screen = await open();
		const own = card(screen, '昔話の本');
		await userEvent.dragAndDrop(own, own, {
			sourcePosition: { x: 20, y: 40 },
			targetPosition: { x: 100, y: 40 }
		});
		await expect.element(own).toHaveAttribute('aria-pressed', 'false');
		expect(screen.component.kept()).toEqual({});
	});

	it('places the same by the list of choices', async () => {
		const screen = await open({ table: true });
		await screen.getByRole('combobox', { name: '昔話の本', exact: false }).selectOptions('c');
		expect(screen.component.kept()).toEqual({ k1: 'c' });
		await screen.getByRole('combobox', { name: '昔話の本', exact: false }).selectOptions('');
		expect(screen.component.kept()).toEqual({});
	});

	it('says that a card must be selected first', async () => {
		const screen = await open();
		await put(screen, '共同に置く').click();
		await expect.element(screen.getByRole('status')).toHaveTextContent('先にカードを1枚選んでください。');
		expect(screen.component.kept()).toEqual({});
	});

	it('says in one sentence what happened, in a region that was there before', async () => {
		const screen = await open();
		const region = screen.getByRole('status').element();
		await card(screen, '図鑑').click();
		expect(region.textContent).toBe('「図鑑」を置く棚を選びます。');
		await put(screen, '「図鑑」を意見に置く').click();
		expect(region.isConnected).toBe(true);
		expect(region.textContent).toBe('「図鑑」を意見に置きました。残り2枚です。');
	});

	it('moves the focus to the next card, and to the placed one when none is left', async () => {
		const screen = await open();
		await card(screen, '地図とかるた').click();
		await put(screen, '「地図とかるた」を共同に置く').click();
		await expect.poll(focused).toContain('図鑑');
		await userEvent.keyboard('{Enter}');
		await put(screen, '「図鑑」を共同に置く').click();
		await expect.poll(focused).toContain('昔話の本');
		await userEvent.keyboard('{Enter}');
		await put(screen, '「昔話の本」を共同に置く').click();
		await expect.poll(focused).toContain('昔話の本');
	});

	it('deselects with Esc', async () => {
		const screen = await open();
		await card(screen, '図鑑').click();
		await userEvent.keyboard('{Escape}');
		await expect.element(card(screen, '図鑑')).toHaveAttribute('aria-pressed', 'false');
	});

	it('moves a placed card to another column, and takes it back into the hand', async () => {
		const screen = await open({ start: { k1: 'a' } });
		await card(screen, '昔話の本').click();
		await put(screen, '「昔話の本」を係優先に置く').click();
		expect(screen.component.kept()).toEqual({ k1: 'd' });
		await screen
			.getByRole('group', { name: '係優先' })
			.getByRole('button', { name: '1', exact: false })
			.last()
			.click();
		await screen.getByRole('button', { name: '手もとに戻す' }).click();
		expect(screen.component.kept()).toEqual({});
		await expect.poll(focused).toContain('昔話の本');
	});

	it('leaves locked cards where they are', async () => {
		const screen = await open({ start: { k1: 'a' }, locked: ['k1'] });
		const zone = screen.getByRole('group', { name: '読書主体' }).element();
		expect(zone.querySelector('.card')?.tagName).toBe('DIV');
		await userEvent.dragAndDrop(
			zone.querySelector('.card') ?? zone,
			screen.getByRole('group', { name: '共同' })
		);
		expect(screen.component.kept()).toEqual({ k1: 'a' });
	});

	it('shows one card at a time on a phone, and goes through them', async () => {
		await size(PHONE);
		const screen = await open();
		const shown = () =>
			[...document.querySelectorAll<HTMLElement>('.hand .card')].filter((c) => c.offsetWidth > 0);
		expect(shown().map((c) => c.dataset.card)).toEqual(['k1']);
		await screen.getByRole('button', { name: '次のカード' }).click();
		expect(shown().map((c) => c.dataset.card)).toEqual(['k2']);
		await put(screen, '「地図とかるた」を共同に置く').click();
		await expect.poll(() => shown().map((c) => c.dataset.card)).toEqual(['k3']);
	});

	it('fits all columns into an LMS frame', async () => {
		await size(FRAME);
		const screen = await open({ compact: true });
		const board = screen.container.querySelector('.board')?.getBoundingClientRect();
		expect(board?.bottom).toBeLessThanOrEqual(600);
		await screen.getByRole('button', { name: 'ほかの2枚を見る' }).click();
		await card(screen, '図鑑').click();
		await put(screen, '「図鑑」を共同に置く').click();
		expect(screen.component.kept()).toEqual({ k3: 'c' });
	});
});

describe.each([DESK, FRAME, PHONE, NARROW])('at %i px', (...measure) => {
	it.each([{ table: false }, { table: true }])(
		'is wide enough, large enough and accessible (%o)',
		async (props) => {
			await size(measure);
			const screen = await open({ ...props, start: { k1: 'a' } });
			await expect.poll(overflow).toBeLessThanOrEqual(0);
			expect(smallTargets(screen.container)).toEqual([]);
			for (const name of ['light', 'dark'] as const) {
				theme(name);
				expect(await violations(screen.container)).toEqual([]);
			}
		}
	);
});

it('says right and wrong with a word, not with colour alone', async () => {
	const screen = await open({ done: true, start: { k1: 'a', k2: 'b', k3: 'c' } });
	expect(screen.getByRole('group', { name: '読書主体' }).element().textContent).toContain('正解');
	expect(screen.getByRole('group', { name: '読書優先' }).element().textContent).toContain('不正解');
	expect(screen.container.querySelector('.put')).toBeNull();
	expect(await violations(screen.container)).toEqual([]);
});
