/** What is printed and handed in, and the page that compares a certificate with a file. */
import { verify } from '#delivery/verify-texts.ts';
import { handIn } from '#learn/texts-hand-in.ts';
import { paper } from '#learn/texts-paper.ts';
import { expect, type Page } from '@playwright/test';
import { press, type Screen } from './screen.ts';
import { chooseFile, finalItems, finishedRun, pagesDone, recordFile } from './support.ts';

const finished = [...pagesDone, ...finishedRun('r1', 'final', finalItems, (i) => i < 18)];
/** As printed from that record without a name. */
const UNNAMED = 'SWEX-K119-2WMV';

const withFile = async (page: Page, code: string) => {
	await chooseFile(page, recordFile(finished));
	await page.getByText(verify.chosen('a.kiroku.json')).waitFor();
	await page.getByRole('textbox', { name: verify.code, exact: true }).fill(code);
	await press(verify.check)(page);
};

export const paperScreens: Screen[] = [
	{ name: 'certificate', path: 'certificate', record: finished },
	{ name: 'certificate, much missing', path: 'certificate', record: pagesDone.slice(0, 9) },
	{
		name: 'report',
		path: 'report',
		record: finished,
		act: async (page) => {
			await page.getByRole('textbox', { name: paper.department, exact: true }).fill('総務課');
			await page.getByRole('heading', { name: handIn.title }).waitFor();
		}
	},
	{ name: 'report, nothing begun', path: 'report' },
	{
		name: 'report, characters that Shift_JIS does not have',
		path: 'report',
		record: finished,
		act: async (page) => {
			await page.getByRole('textbox', { name: paper.name, exact: true }).fill('𠮷田');
			await press(handIn.sjis)(page);
		}
	},
	{ name: 'check of a certificate, nothing given', path: 'verify', act: press(verify.check) },
	{
		name: 'check of a certificate, it matches',
		path: 'verify',
		act: async (page) => {
			await withFile(page, UNNAMED);
			await expect(page.getByText(verify.match('令和8年4月1日'))).toBeVisible();
		}
	},
	{
		name: 'check of a certificate, it does not match',
		path: 'verify',
		act: async (page) => {
			await withFile(page, UNNAMED.replace('S', 'T'));
			await expect(page.getByText(verify.noMatch, { exact: true })).toBeVisible();
		}
	},
	{
		name: 'check of a certificate, no such file',
		path: 'verify',
		act: async (page) => {
			await chooseFile(page, 'no record');
			await expect(page.getByText(verify.unreadable)).toBeVisible();
		}
	}
];
