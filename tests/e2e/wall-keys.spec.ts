/** What is pressed at the wall: the menu, the black screen, how many are present; and that the screen stays awake. */
import { expect, test } from '@playwright/test';
import { show } from '#workshop/screens/texts.ts';
import { app } from '#ui/messages.ts';
import { shipped } from './support/course.ts';
import { single } from './support/site.ts';
import { itemsOfCourse } from './support/session.ts';
import { prepare } from '#workshop/screens/texts-prepare.ts';
import { heldSession, jump, onward, openWall, slideId, stepsOf } from './support/wall.ts';

const items = itemsOfCourse(shipped());
const held = heldSession(items, stepsOf(items));

test('keys stay with the menu while it is open, and it closes when it is left', async ({ page }) => {
	await openWall(page, single(), held);
	await jump(page, 2);
	const id = await slideId(page);
	const menu = page.locator('details');
	const opener = page.getByText(show.menu);
	await opener.focus();
	await page.keyboard.press('Enter');
	await expect(menu).toHaveAttribute('open');
	for (const key of ['ArrowRight', 'ArrowDown', '3', 'b', 't', 'g']) await page.keyboard.press(key);
	// Beside its entries, too.
	await menu.locator('div').click({ position: { x: 2, y: 2 } });
	for (const key of ['ArrowRight', 'ArrowLeft', '3', 'b']) await page.keyboard.press(key);
	await expect(menu).toHaveAttribute('open');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await expect(page.locator('input.counted, .black, [role=timer]')).toHaveCount(0);
	expect(await slideId(page)).toBe(id);
	await page.keyboard.press('Escape');
	await expect(menu).not.toHaveAttribute('open');
	await expect(opener).toBeFocused();

	await page.keyboard.press('Enter');
	for (let i = 0; i < 9; i += 1) await page.keyboard.press('Tab');
	await expect(menu).toHaveAttribute('open');
	await page.keyboard.press('Tab');
	await expect(menu).not.toHaveAttribute('open');
	await opener.click();
	await page.locator('header .people').click();
	await expect(menu).not.toHaveAttribute('open');
	// A clicker goes on whatever is open.
	await opener.click();
	await page.keyboard.press('PageDown');
	await expect(menu).not.toHaveAttribute('open');
	expect(await slideId(page)).not.toBe(id);
});

test('a black screen comes back by whatever is pressed, and enters nothing', async ({ page }) => {
	await openWall(page, single(), held);
	await jump(page, 4);
	await onward(page);
	expect(await slideId(page)).toContain('-hold-0');
	const black = page.getByRole('button', { name: show.unblank });
	// The next digit would be this table's.
	await page.locator('.tables button').first().click();
	const before = await page.locator('.tables').innerText();
	for (const back of ['b', '.', 'Enter', ' ', 'Escape', 'click']) {
		// From wherever the focus is: on the button that leads on, Enter would lead on.
		await page.locator('footer .main').focus();
		await page.keyboard.press('b');
		await expect(black).toBeFocused();
		await page.keyboard.press('3');
		await page.keyboard.press('Delete');
		if (back === 'click') await page.mouse.click(640, 300);
		else await page.keyboard.press(back);
		await expect(black, back).toHaveCount(0);
		await expect(page.locator('footer .main')).toBeFocused();
		expect(await slideId(page)).toContain('-hold-0');
		expect(await page.locator('.tables').innerText()).toBe(before);
	}
	await page.keyboard.press('.');
	await expect(black).toHaveCSS('background-color', 'rgb(0, 0, 0)');
	const covered = await page.evaluate(() =>
		[
			[0, 0],
			[innerWidth - 1, innerHeight - 1]
		].every(([x, y]) => document.elementFromPoint(x ?? 0, y ?? 0)?.matches('.black'))
	);
	expect(covered).toBe(true);
	// Whoever presses on in the dark sees the next slide.
	await page.keyboard.press('PageDown');
	await expect(black).toHaveCount(0);
	expect(await slideId(page)).toContain('-hold-1');
});

test('how many are present is put right at the wall', async ({ page }) => {
	await openWall(page, single(), held);
	const people = page.locator('header .people');
	const put = async (text: string) => {
		await page.getByText(show.menu).click();
		await page.getByRole('button', { name: show.present, exact: true }).click();
		const field = page.getByLabel(show.presentLabel);
		await expect(field).toBeFocused();
		await field.fill(text);
		await page.keyboard.press('Enter');
	};
	await put('２７');
	await expect(people).toHaveText(show.people(27));
	for (const wrong of ['0', 'x', '', '-1', '1.5']) {
		await put(wrong);
		// The dialog waits for a number.
		await expect(page.getByRole('dialog')).toBeVisible();
		await page.getByRole('button', { name: app.cancel }).click();
		await expect(people).toHaveText(show.people(27));
	}
	await page.keyboard.press('z');
	await expect(people).toHaveText(show.people(24));
});

test('the screen is kept awake while the wall is shown, and a browser that refuses is no trouble', async ({
	page
}) => {
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	await page.addInitScript(() => {
		const asked: string[] = [];
		Object.defineProperty(navigator, 'wakeLock', {
			value: {
				request: (type: string) => {
					asked.push(type);
					// The second time it is refused.
					if (asked.length === 2) return Promise.reject(new Error('refused'));
					return Promise.resolve({ release: () => Promise.resolve(void asked.push('release')) });
				}
			}
		});
		Object.assign(window, { asked });
	});
	const asked = () => page.evaluate(() => (window as unknown as { asked: string[] }).asked);
	await openWall(page, single(), held);
	expect(await asked()).toEqual(['screen']);
	// Seen again, after the browser had let go.
	for (let i = 0; i < 2; i += 1)
		await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	expect(await asked()).toEqual(['screen', 'screen', 'screen']);
	await page.getByText(show.menu).click();
	await page.getByRole('link', { name: show.leave }).click();
	await expect(page.locator('.slide')).toHaveCount(0);
	await expect.poll(asked).toEqual(['screen', 'screen', 'screen', 'release']);
	await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
	expect((await asked()).length).toBe(4);
	expect(errors).toEqual([]);
});

test('the wall and its dialogs are light on a dark computer, and only they are', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	/** 0 black, 255 white. */
	const ground = (selector: string) =>
		page
			.locator(selector)
			.evaluate((e) => Number(/\d+/u.exec(getComputedStyle(e).backgroundColor)?.[0] ?? Number.NaN));
	await openWall(page, single(), held);
	expect(await ground('.wall')).toBeGreaterThan(200);
	await page.keyboard.press('g');
	expect(await ground('dialog[open]')).toBeGreaterThan(200);
	await page.keyboard.press('Escape');
	await page.getByText(show.menu).click();
	await page.getByRole('link', { name: show.leave }).click();
	await page.getByRole('heading', { name: prepare.title }).waitFor();
	expect(await ground('body')).toBeLessThan(60);
});
