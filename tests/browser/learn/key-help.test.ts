import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { settings } from '#learn/settings.svelte.ts';
import { texts } from '#learn/texts.ts';
import { app } from '#ui/messages.ts';
import KeysOwner from '../support/KeysOwner.svelte';
import { violations } from '../support/look.ts';

beforeEach(() => settings.set({ numberKeys: true }));

async function open() {
	const screen = await render(KeysOwner);
	const field = (name: string) => screen.getByLabelText(name, { exact: true });
	const list = screen.getByRole('dialog', { name: texts.about.keysTitle });
	/** Presses 「?」 with the focus on a control. */
	const ask = async (name: string, key = '?') => {
		const control = field(name).element();
		if (control instanceof HTMLElement) control.focus();
		expect(document.activeElement).toBe(control);
		await userEvent.keyboard(key);
	};
	return { screen, field, list, ask };
}

describe('the list of keys', () => {
	it('opens with 「?」 and names every key; Esc closes it and gives the focus back', async () => {
		const { screen, field, list, ask } = await open();
		await ask('押すもの');
		await expect.element(list.getByRole('heading', { name: texts.about.keysTitle })).toHaveFocus();
		for (const [key = ''] of texts.about.keys)
			await expect.element(list.getByText(key, { exact: true })).toBeVisible();
		expect(await violations(screen.container)).toEqual([]);
		await userEvent.keyboard('{Escape}');
		await expect.element(list).not.toBeInTheDocument();
		await expect.element(field('押すもの')).toHaveFocus();
	});

	it('closes with its button too, and opens again', async () => {
		const { field, list, ask } = await open();
		await ask('一つ目');
		await list.getByRole('button', { name: app.close }).click();
		await expect.element(list).not.toBeInTheDocument();
		await expect.element(field('一つ目')).toHaveFocus();
		await ask('一つ目');
		await expect.element(list).toBeVisible();
	});

	it.each(['書くもの', '長く書くもの', '選ぶもの', 'じかに書くもの'])(
		'stays closed where a character is an answer: %s',
		async (name) => {
			const { list, ask } = await open();
			await ask(name);
			await expect.element(list).not.toBeInTheDocument();
		}
	);

	it('stays closed while something else is asked', async () => {
		const { screen, list } = await open();
		await screen.getByRole('button', { name: '尋ねる' }).click();
		await userEvent.keyboard('?');
		await expect.element(list).not.toBeInTheDocument();
	});

	it('stays closed with Ctrl, Alt or Meta, which are other programs’ keys', async () => {
		const { list, ask } = await open();
		for (const held of ['Control', 'Alt', 'Meta']) await ask('押すもの', `{${held}>}?{/${held}}`);
		await expect.element(list).not.toBeInTheDocument();
	});

	it('stays closed when keys of one character are switched off, and opens when they are on again', async () => {
		const { list, ask } = await open();
		settings.set({ numberKeys: false });
		await ask('押すもの');
		await expect.element(list).not.toBeInTheDocument();
		settings.set({ numberKeys: true });
		await ask('押すもの');
		await expect.element(list).toBeVisible();
	});
});
