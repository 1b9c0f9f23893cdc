/** Items 1–3 and 30: axe on every screen in every state, in every way of looking at it. */
import { expect, test, type Page } from '@playwright/test';
import { axeFinds } from './axe.ts';
import { screens, visit } from './screens.ts';
import { resize } from './support.ts';

/** Undoes the one before it, so that each way differs from plain light in one thing. */
const WAYS: [name: string, prepare: (page: Page) => Promise<unknown>][] = [
	['light', (page) => page.emulateMedia({ colorScheme: 'light' })],
	['dark', (page) => page.emulateMedia({ colorScheme: 'dark' })],
	['forced colours', (page) => page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })],
	[
		'150 % text',
		async (page) => {
			await page.emulateMedia({ forcedColors: 'none' });
			await page.evaluate(() => (document.documentElement.dataset.size = '1.5'));
		}
	],
	[
		'320 px',
		async (page) => {
			await page.evaluate(() => (document.documentElement.dataset.size = '1'));
			await resize(page, 320, 640);
		}
	]
];

for (const screen of screens) {
	test(`axe finds nothing: ${screen.name}`, async ({ page }) => {
		await visit(page, screen);
		for (const [way, prepare] of WAYS) {
			await prepare(page);
			expect.soft(await axeFinds(page), way).toEqual([]);
		}
	});
}
