/** Who is learning at this computer, and what becomes of the records. */
import { expect, type Page } from '@playwright/test';
import { people as words } from '../../../src/lib/learn/texts-people.ts';
import { press, type Screen } from './screen.ts';
import { follow } from './support.ts';

const change = press(words.change);

/** A person gives a name and begins. */
async function enter(page: Page, name: string): Promise<void> {
	await change(page);
	await page.getByRole('radio', { name: words.newcomer }).check();
	await page.getByLabel(words.name, { exact: true }).fill(name);
	await press(words.begin)(page);
	await expect(page.getByRole('banner')).toContainText(name);
}

async function several(page: Page): Promise<void> {
	await enter(page, '佐藤 花子');
	// As long as a name may be.
	await enter(page, '企画財政課協働推進係'.repeat(4));
}

export const peopleScreens: Screen[] = [
	{
		name: 'who learns, nobody yet and no name given',
		path: '',
		act: async (page) => {
			await change(page);
			await press(words.begin)(page);
			await page.getByText(words.missing).waitFor();
		}
	},
	{
		name: 'who learns, several people',
		path: '',
		act: async (page) => {
			await several(page);
			await change(page);
			await page.getByRole('radio', { name: new RegExp(words.noRecord, 'u') }).waitFor();
		}
	},
	{
		name: 'what becomes of records, several people',
		path: '',
		act: async (page) => {
			await several(page);
			await follow(page, 'privacy');
			await page.getByRole('button', { name: words.cards.removeAll }).waitFor();
		}
	}
];
