/** The web edition wherever a city may put it: at a root, in a sub-folder, on a plain-HTTP intranet name. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { texts } from '#learn/texts.ts';
import { actions } from '#ui/messages.ts';
import { browserLaunch } from '../support/browser.ts';
import { pageAsking, shipped } from './support/course.ts';
import { mouse } from './support/hands.ts';
import { Learner } from './support/learner.ts';
import { subFolder, web, type Site } from './support/site.ts';
import { storedAnswers } from './support/stored.ts';
import { watch } from './support/watch.ts';

test.use({ actionTimeout: 15_000 });
const course = shipped();
const asking = pageAsking(course, 'single');

/** Starts, answers, goes back and on, reloads; nothing leaves the origin and nothing goes wrong. */
async function works(context: BrowserContext, page: Page, site: Site): Promise<void> {
	const watched = watch(context);
	const learner = new Learner(mouse(page), course, site);
	await page.goto(site.url);
	await learner.ready();
	await expect(learner.h1).toHaveText(course.title);
	await learner.follow(texts.home.begin);
	const first = course.units[0]?.pages[0];
	await learner.arrived(first?.title ?? '');

	await learner.open(`learn/${asking.page}`);
	await learner.answer(asking.question, true, learner.lessonQuestion());
	await learner.saved();
	await learner.follow(actions.next);
	await expect(learner.h1).not.toHaveText(asking.title);
	await page.goBack();
	// Back where one was on the page: the heading has the focus but need not be in view.
	await expect(learner.h1).toHaveText(asking.title);
	await expect(learner.h1).toBeFocused();
	await expect(learner.lessonQuestion()).toContainText('正解です');
	await page.reload();
	await learner.ready();
	await expect(learner.h1).toHaveText(asking.title);
	await expect(learner.lessonQuestion()).toContainText('正解です');

	const answers = await storedAnswers(page, course.id);
	expect(answers.map((answer) => answer.item)).toEqual([asking.question.id]);
	watched.expectQuiet();
	const { origin, pathname } = new URL(site.url);
	expect(watched.requests.length).toBeGreaterThan(2);
	for (const url of watched.requests) expect(url.startsWith(`${origin}${pathname}`), url).toBe(true);
}

for (const site of [web, subFolder]) {
	test(`the web edition starts, answers, saves, goes back and reloads: ${site === web ? 'at a root' : 'in a sub-folder'}`, async ({
		context,
		page
	}) => {
		await works(context, page, site());
	});
}

test('the web edition works on a plain-HTTP name that is no secure context', async ({ playwright }) => {
	const launch = browserLaunch();
	const browser = await playwright.chromium.launch({
		...launch,
		args: [...launch.args, '--host-resolver-rules=MAP intranet.test 127.0.0.1']
	});
	try {
		const context = await browser.newContext({ locale: 'ja-JP' });
		context.setDefaultTimeout(15_000);
		const page = await context.newPage();
		const site = { ...web(), url: web().url.replace('127.0.0.1', 'intranet.test') };
		await works(context, page, site);
		expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
	} finally {
		await browser.close();
	}
});

test('a screen that does not exist says so and leads back', async ({ page }) => {
	const learner = new Learner(mouse(page), course, web());
	await learner.open('learn/no_such_page');
	await expect(learner.h1).toHaveText('この画面は見つかりません。はじめの画面から進んでください。');
	await page.getByRole('banner').getByRole('link', { name: 'まなびや' }).click();
	await learner.arrived(course.title);
});

test('the web edition brings a web.config, so that IIS knows every kind of file in it', () => {
	const config = readFileSync('build/web/web.config', 'utf8');
	const known = ['.html', '.js', '.css', '.txt', '.config'];
	const added = [...config.matchAll(/<mimeMap fileExtension="([^"]+)"/gu)].map((match) => match[1] ?? '');
	const shipped = readdirSync('build/web', { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => extname(entry.name));
	for (const extension of shipped) expect([...known, ...added]).toContain(extension);
	// A type that IIS has already may only be added after it was removed: otherwise every request fails.
	for (const extension of added) {
		expect(config.indexOf(`<remove fileExtension="${extension}"`)).toBeGreaterThan(0);
		expect(config.indexOf(`<remove fileExtension="${extension}"`)).toBeLessThan(
			config.indexOf(`<mimeMap fileExtension="${extension}"`)
		);
	}
});
