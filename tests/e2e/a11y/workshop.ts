/** What is printed for a training session, and its record. */
import type { Page } from '@playwright/test';
import { texts } from '#workshop/paper/texts.ts';
import { record } from '#workshop/screens/texts.ts';
import { writeKenshu } from '#workshop/session/file.ts';
import { fullest } from '../support/fullest.ts';
import type { Screen } from './screen.ts';
import { course } from './support.ts';

/** Reads the fullest session in, and goes to its record without loading anew. */
async function toRecord(page: Page): Promise<void> {
	await page.locator('input[type=file]').setInputFiles({
		name: 'a.kenshu.json',
		mimeType: 'application/json',
		buffer: Buffer.from(writeKenshu(fullest(course)))
	});
	await page.getByRole('link', { name: record.title }).or(page.locator('a[href$=record]')).first().click();
	await page.getByRole('heading', { level: 1, name: record.title }).waitFor();
}

export const workshopScreens: Screen[] = [
	{
		name: 'materials, every sheet of an hour',
		path: 'materials',
		bare: true,
		act: async (page) => {
			for (const box of await page.getByRole('checkbox').all()) await box.check();
			await page.getByRole('heading', { name: texts.reflection.title, exact: true }).waitFor();
		}
	},
	{
		name: 'materials, the board on one sheet of A3',
		path: 'materials',
		bare: true,
		act: async (page) => {
			await page.getByRole('checkbox', { name: texts.sheets.board.name }).check();
			await page.getByRole('radio', { name: texts.one }).check();
			await page.getByText(texts.apart).waitFor();
		}
	},
	{
		name: 'materials, nothing chosen',
		path: 'materials',
		bare: true,
		act: async (page) => {
			await page.getByLabel(texts.session).selectOption(texts.standard(30));
			await page.getByRole('checkbox', { name: texts.sheets.timetable.name }).uncheck();
			await page.getByText(texts.none).waitFor();
		}
	},
	{ name: 'record of a session, as full as it gets', path: 'training', bare: true, act: toRecord }
];
