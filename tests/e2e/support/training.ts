/** A training session on the one file: an hour for 24 people at eight tables, on the wall and at the trainer's desk. */
import type { Page } from '@playwright/test';
import { prepare } from '#workshop/screens/texts-prepare.ts';
import { notes, show } from '#workshop/screens/texts.ts';
import { screen, single } from './site.ts';

export const TABLES = 8;

/** Prepares an hour with eight tables and opens it on the wall. */
export async function onTheWall(page: Page): Promise<void> {
	await page.goto(screen(single(), 'training'));
	await page.getByLabel(prepare.people).fill('24');
	await page.getByLabel(prepare.tables).selectOption(String(TABLES));
	await page.getByRole('button', { name: prepare.put, exact: true }).click();
	await page.getByRole('link', { name: prepare.start }).first().click();
	await page.locator('.slide').waitFor();
}
/** Opens the trainer's window from the wall. */
export async function openDesk(wall: Page): Promise<Page> {
	await wall.getByText(show.menu).click();
	const [desk] = await Promise.all([
		wall.context().waitForEvent('page'),
		wall.getByRole('button', { name: show.notes, exact: true }).click()
	]);
	await desk.getByRole('heading', { name: notes.title }).waitFor();
	return desk;
}
