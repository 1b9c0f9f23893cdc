/** Item 33: on paper. */
import { expect, test, type Page } from '@playwright/test';
import { texts } from '../../../src/lib/learn/texts.ts';
import { visit } from './screen.ts';
import { screens } from './screens.ts';
import { course, given } from './support.ts';

const named = (name: string) => given(screens.find((s) => s.name === name));

/** Pages of a PDF made of the screen, and whether it carries its structure for readers. */
async function pdf(page: Page): Promise<{ pages: number; tagged: boolean }> {
	const text = (await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true })).toString('latin1');
	return {
		pages: text.match(/\/Type\s*\/Page\b(?!s)/gu)?.length ?? 0,
		tagged: text.includes('/StructTreeRoot')
	};
}

for (const outcome of ['passed', 'failed']) {
	test(`a ${outcome} test prints as one A4 page with course, revision, date, score and a line for the name`, async ({
		page
	}) => {
		await visit(page, named(`result of the test, ${outcome}`));
		expect(await pdf(page)).toEqual({ pages: 1, tagged: true });

		await page.emulateMedia({ media: 'print' });
		const sheet = page.getByText(texts.result.sheet, { exact: true }).locator('..');
		await expect(sheet).toBeVisible();
		for (const text of [
			course.title,
			texts.result.revision(course.revision),
			/令和\d+年\d+月\d+日/u,
			/\d+／\d+/u,
			texts.result.name
		]) {
			await expect(sheet.getByText(text).first()).toBeVisible();
		}
		const small = await sheet.evaluate((e) =>
			[...e.querySelectorAll('td, th, p')]
				.filter((x) => x.textContent?.trim() && parseFloat(getComputedStyle(x).fontSize) < 14)
				.map((x) => `${x.textContent?.slice(0, 20)} ${getComputedStyle(x).fontSize}`)
		);
		// 10.5 pt is 14 px: the least for a note; the rows are larger.
		expect(small).toEqual([]);
	});
}

for (const name of [
	'result of the test, failed',
	'record, filled',
	'lesson question (single), wrong',
	'board, checked and wrong',
	'home, underway'
]) {
	test(`nothing to press is printed, and text is dark on white: ${name}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: 'dark' });
		await visit(page, named(name));
		await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
		await expect(page.getByRole('navigation', { name: '全体' })).toBeHidden();
		for (const role of ['button', 'link'] as const) {
			await expect(
				page.getByRole(role, { name: /(?:する|進む|始める|もう一度|戻る|消す)$/u }).filter({ visible: true })
			).toHaveCount(0);
		}
		const body = await page.evaluate(() => {
			const { color, fontSize } = getComputedStyle(document.body);
			return { color, fontSize };
		});
		expect(body).toEqual({ color: 'rgb(0, 0, 0)', fontSize: '16px' });
		expect((await pdf(page)).tagged).toBe(true);
	});
}
