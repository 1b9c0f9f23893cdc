/** 「LMS動作確認」: the package that would be handed out, played in the page's own LMS. */
import { expect, test, type Page } from '@playwright/test';
import { texts } from '#delivery/check/texts.ts';
import { texts as learn } from '#learn/texts.ts';
import { targets } from '#packages/targets.ts';
import { TARGETS } from '#record/payload.ts';
import { actions, storage } from '#ui/messages.ts';
import { screen, single, web } from './support/site.ts';

const course = (page: Page) => page.frameLocator('iframe');
const calls = (page: Page) => page.getByRole('region', { name: texts.log }).getByRole('row');
const choose = (page: Page, group: string, name: string) =>
	page.getByRole('group', { name: group }).getByRole('radio', { name, exact: true }).check();
const open = (page: Page) =>
	page.getByRole('button', { name: new RegExp(`^(?:${texts.open}|${texts.resume})$`, 'u') }).click();

/** Begins the course in the frame and opens its second page. */
async function learnAPage(page: Page) {
	await course(page).getByRole('link', { name: learn.home.begin }).click();
	await course(page).getByRole('link', { name: actions.next }).first().click();
	await expect(course(page).getByText('2／', { exact: false }).first()).toBeVisible();
}

test.describe.configure({ timeout: 120_000 });

for (const site of [web, single]) {
	test(`the ${site().name} edition plays every package without a breach, and goes on where it was left`, async ({
		page
	}) => {
		const outside: string[] = [];
		page.on('request', (request) => {
			if (!request.url().startsWith(site().url.split('manabiya.html')[0] ?? '')) outside.push(request.url());
		});
		await page.goto(screen(site(), 'about'));
		await page.getByRole('link', { name: learn.about.check }).click();
		for (const target of TARGETS) {
			await choose(page, texts.target, targets[target].name);
			await open(page);
			await learnAPage(page);
			await expect(calls(page).filter({ hasText: 'Commit' }).first()).toBeVisible();
			await page.getByRole('button', { name: texts.leave }).click();
			await expect(page.locator('iframe')).toHaveCount(0);
			await expect(
				calls(page)
					.filter({ hasText: /Finish|Terminate/u })
					.first()
			).toBeVisible();
			await open(page);
			await expect(course(page).getByRole('link', { name: actions.resume })).toBeVisible();
			await expect(page.getByText(/直すところは0件、LMSが断ったのは0回/u)).toBeVisible();
			await page.getByRole('button', { name: texts.forget }).click();
		}
		expect(outside.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual([]);
	});
}

test('in review the course says so and writes nothing', async ({ page }) => {
	await page.goto(screen(web(), 'lms-check'));
	await choose(page, texts.opening, texts.openings.review);
	await open(page);
	await expect(course(page).getByText(learn.lms.modes.review)).toBeVisible();
	await learnAPage(page);
	await page.getByRole('button', { name: texts.leave }).click();
	await expect(calls(page).filter({ hasText: 'LMSFinish' })).toBeVisible();
	await expect(calls(page).filter({ hasText: 'LMSSetValue' })).toHaveCount(0);
});

test('an LMS broken on purpose is refused calls, and the course goes on with one message', async ({
	page
}) => {
	await page.goto(screen(web(), 'lms-check'));
	await choose(page, texts.fault, texts.faults.commit);
	await open(page);
	await learnAPage(page);
	await expect(course(page).getByText(storage['lms-refused']?.title ?? '')).toBeVisible();
	await page.getByRole('checkbox', { name: texts.only }).check();
	await expect(
		calls(page)
			.filter({ hasText: texts.refused('101') })
			.first()
	).toBeVisible();
	await expect(calls(page).filter({ hasText: 'LMSGetValue' })).toHaveCount(0);
});

test('the log is handed out as a file with every call', async ({ page }) => {
	await page.goto(screen(web(), 'lms-check'));
	await open(page);
	await learnAPage(page);
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: texts.save }).click()
	]);
	expect(file.suggestedFilename()).toBe('kami_kyodo-scorm12-lms-check.json');
});
