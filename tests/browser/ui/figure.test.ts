import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import DomainFigure from '#ui/DomainFigure.svelte';
import MiniAxis from '#ui/MiniAxis.svelte';
import ProgressAxis from '#ui/ProgressAxis.svelte';
import Frame from '../support/Frame.svelte';
import { map } from '../support/course.ts';
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

const open = (figure: 'axis' | 'map' = 'map') =>
	render(DomainFigure, { map, figure, at: ['c'], number: '図1', caption: '棚の並び' }, { wrapper: Frame });

beforeEach(async () => {
	theme('light');
	await size(DESK);
});

describe('the map', () => {
	it('shows all columns in order, with both ends of the axis and the page’s own column marked', async () => {
		const screen = await open();
		const names = [...screen.container.querySelectorAll('.zone .word')].map((name) => name.textContent);
		expect(names).toEqual(map.domains.map((domain) => domain.name));
		expect(screen.container.querySelector('.axis')?.textContent).toContain('読む人');
		expect(screen.container.querySelector('.axis')?.textContent).toContain('係');
		await expect
			.element(screen.getByRole('button', { name: '共同', exact: false }))
			.toHaveTextContent('このページ');
	});

	it('opens a column by key to show its entries and their passages, and closes with Esc', async () => {
		const screen = await open('axis');
		const column = screen.getByRole('button', { name: '共同', exact: false });
		column.element().focus();
		await userEvent.keyboard('{Enter}');
		const detail = screen.getByRole('region', { name: '共同の記載を見る' });
		await expect.element(detail).toHaveTextContent('地図とかるた');
		await detail.getByRole('button', { name: '手引き X-03' }).first().click();
		await expect.element(detail).toHaveTextContent('3番目の原文');
		await userEvent.keyboard('{Escape}{Escape}');
		await expect.element(column).toHaveFocus();
		await expect.element(column).toHaveAttribute('aria-expanded', 'false');
	});

	it('can be read as a table with caption and headers, and seen as a drawing again', async () => {
		const screen = await open();
		await screen.getByRole('button', { name: '表で読む' }).click();
		const table = screen.getByRole('table');
		await expect.element(table).toHaveTextContent('本の置き方');
		expect(table.element().querySelector('caption')).not.toBeNull();
		expect(table.element().querySelectorAll('tbody th[scope=row]')).toHaveLength(6);
		expect(table.element().querySelectorAll('thead th[scope=col]')).toHaveLength(4);
		expect(table.element().textContent).toContain('地図とかるた');
		expect(await violations(screen.container)).toEqual([]);
		await screen.getByRole('button', { name: '図で見る' }).click();
		expect(screen.container.querySelector('table')).toBeNull();
	});

	it.each([DESK, FRAME, PHONE, NARROW])('is accessible and wide enough at %i px', async (...measure) => {
		await size(measure);
		const screen = await open();
		await screen.getByRole('button', { name: '係主体', exact: false }).click();
		await expect.poll(overflow).toBeLessThanOrEqual(0);
		expect(smallTargets(screen.container)).toEqual([]);
		for (const name of ['light', 'dark'] as const) {
			theme(name);
			expect(await violations(screen.container)).toEqual([]);
		}
	});

	it('stands upright on a phone: the start above, the end below', async () => {
		await size(PHONE);
		const screen = await open();
		const ends = [...screen.container.querySelectorAll('.axis')].map((axis) => axis.textContent?.trim());
		expect(ends).toEqual(['読む人', '係']);
	});
});

it('says in words where the answers stand on the small axis', async () => {
	const screen = await render(MiniAxis, { map, chosen: 'f', right: ['d'] }, { wrapper: Frame });
	await expect
		.element(screen.getByRole('list', { name: '軸の上の位置。選んだ答えは係主体、正解は係優先です。' }))
		.toBeVisible();
	expect(await violations(screen.container)).toEqual([]);
});

it('says the progress in one sentence', async () => {
	const units = [1, 2, 3].map((n) => ({ n, state: n === 1 ? ('done' as const) : ('new' as const) }));
	const screen = await render(ProgressAxis, {
		units,
		label: '3章のうち1章を修了',
		start: '読む人',
		end: '係'
	});
	await expect.element(screen.getByRole('img', { name: '3章のうち1章を修了' })).toBeVisible();
	expect(await violations(screen.container)).toEqual([]);
});
