/** What is printed for a standard session: pages of A4 on which nothing is cut, too small or told too early. */
import { expect, test } from '@playwright/test';
import { texts as learn } from '#learn/texts.ts';
import { training } from '#learn/texts-training.ts';
import { caseOf, questionOf } from '#workshop/material.ts';
import { CARDS_PER_SHEET, LENGTHS } from '#workshop/plan.ts';
import { boardsIn, standardOf } from '#workshop/paper/programme.ts';
import { SHEETS, texts } from '#workshop/paper/texts.ts';
import { prepare } from '#workshop/screens/texts-prepare.ts';
import { squeeze } from './support/course.ts';
import { isA4, printed } from './support/paper.ts';
import { itemsOfCourse } from './support/session.ts';
import { courses, faults, layStandard, sheets } from './support/sheets.ts';
import { screen, single, web } from './support/site.ts';

for (const [site, course] of courses) {
	const items = itemsOfCourse(course);
	const { material } = items;
	const where = site().name;

	for (const minutes of LENGTHS) {
		const standard = standardOf(items, minutes);
		test(`everything for ${minutes} minutes is whole pages of A4: ${where}`, async ({ page }) => {
			await layStandard(page, site(), standard, SHEETS);
			const count = await page.locator('.sheet').count();
			expect(await faults(page)).toEqual([]);
			const made = await printed(page);
			expect(made.pages).toBe(count);
			expect(made.sizes.every(isA4)).toBe(true);
			for (const name of SHEETS) {
				const has = (name !== 'cards' && name !== 'board') || boardsIn(items, standard.steps).length > 0;
				expect((await sheets(page, name).count()) > 0, name).toBe(has);
			}
			for (const words of [course.title, course.source.title, course.disclaimer]) {
				expect(made.text.split(words).length - 1).toBeGreaterThanOrEqual(count);
			}
			expect(made.text).not.toContain(texts.print);

			// Every sheet is numbered within its kind.
			const numbers = await sheets(page, 'answers').locator('.no').first().textContent();
			expect(numbers).toBe(texts.pageOf(1, await sheets(page, 'answers').count()));

			// A narrow window shows the same pages, smaller.
			await page.setViewportSize({ width: 390, height: 844 });
			await layStandard(page, site(), standard, SHEETS);
			expect(await page.locator('.sheet').count()).toBe(count);
		});

		test(`the question sheet for ${minutes} minutes asks everything and tells nothing: ${where}`, async ({
			page
		}) => {
			const { steps } = standard;
			const questions = steps.flatMap(({ item }) => questionOf(material, item) ?? []);
			const cases = steps.flatMap(({ item }) => caseOf(material, item) ?? []);
			const told = [
				...questions.flatMap((q) => [q.takeaway, ...q.options.map(({ reason }) => reason)]),
				...cases.flatMap((one) => [
					one.takeaway,
					...(one.type === 'domain' ? Object.values(one.cells) : one.options).map(({ reason }) => reason)
				])
			].map(squeeze);
			await layStandard(page, site(), standard, ['questions']);
			const text = squeeze((await printed(page)).text);
			for (const q of questions) {
				for (const words of [q.scene ?? '', q.stem, ...q.options.map((option) => option.text)])
					expect(text).toContain(squeeze(words));
			}
			for (const one of cases) expect(text).toContain(squeeze(one.question));
			// Not even where it is not seen.
			const whole = squeeze(await page.locator('[data-sheets]').evaluate((e) => e.outerHTML));
			for (const words of told) expect(whole).not.toContain(words);
			for (const words of [text, whole]) expect(words).not.toMatch(/正解|正答|right|計画D-/u);

			await layStandard(page, site(), standard, ['answers']);
			const answers = squeeze((await printed(page)).text);
			for (const words of told) expect(answers).toContain(words);
			questions.forEach((q, i) => {
				const letters = q.options.flatMap(({ right }, at) => (right ? 'アイウエオカ'[at] : [])).join('、');
				expect(answers).toContain(squeeze(`${texts.questions.number(i + 1)}${texts.answers.key(letters)}`));
			});
		});
	}

	test(`cards are whole, eight to a sheet, as wide as a column of A3, and do not tell their column: ${where}`, async ({
		page
	}) => {
		const standard = standardOf(items, 90);
		const cards = boardsIn(items, standard.steps).flatMap((placed) => placed.cards);
		await layStandard(page, site(), standard, ['cards']);
		await expect(sheets(page, 'cards')).toHaveCount(Math.ceil(cards.length / CARDS_PER_SHEET));
		await page.emulateMedia({ media: 'print' });
		const seen = await page.locator('[data-cut]').evaluateAll((all) =>
			all.map((card) => {
				const [box, paper] = [card, card.closest('.a4')].map((one) => one?.getBoundingClientRect());
				return {
					id: card.getAttribute('data-cut'),
					inside: box && paper && box.top >= paper.top && box.bottom <= paper.bottom,
					// The sheet is turned.
					wide: (box?.height ?? 0) / (96 / 25.4),
					high: (box?.width ?? 0) / (96 / 25.4),
					html: card.outerHTML,
					text: card.textContent
				};
			})
		);
		expect(seen.map(({ id }) => id)).toEqual(cards.map(({ id }) => id));
		seen.forEach(({ inside, wide, high, html, text }, i) => {
			const card = cards[i];
			expect(inside, text ?? '').toBe(true);
			expect(wide).toBeGreaterThan(64);
			expect(wide).toBeLessThan(400 / 6);
			expect(high).toBeGreaterThan(70);
			expect(squeeze(text ?? '')).toBe(squeeze(`${card?.no}${card?.kind}${card?.text}`));
			expect(html).not.toContain(card?.domain);
			expect(html).not.toContain(card?.reason);
		});
	});

	test(`the four sheets of the board have every column twice, in order: ${where}`, async ({ page }) => {
		await layStandard(page, site(), standardOf(items, 60), ['board']);
		await expect(sheets(page, 'board')).toHaveCount(4);
		const names = course.map.domains.map(({ name }) => name);
		expect(await sheets(page, 'board').locator('h3').allTextContents()).toEqual([...names, ...names]);
	});
}

test('staff come here from the page on the tool, choose by keyboard and print; also from the single file', async ({
	page
}) => {
	await page.addInitScript(() => {
		window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
	});
	await page.goto(screen(single(), 'about'));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(learn.about.title);
	await page.getByRole('link', { name: training.materials }).press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: texts.title })).toBeFocused();
	await page.getByText(/^A4で/u).waitFor();
	await page.keyboard.press('Tab');
	await expect(page.getByLabel(texts.session)).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect(page.getByRole('heading', { name: texts.timetable.title(90) })).toBeVisible();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	await expect(page.getByText(texts.none)).toBeVisible();
	const button = page.getByRole('button', { name: texts.print });
	await button.press('Enter');
	await expect(page.locator('html')).not.toHaveAttribute('data-printed');
	await page.getByRole('checkbox', { name: texts.sheets.reflection.name }).press('Space');
	await expect(page.getByText(texts.count(1, 0))).toBeVisible();
	await button.press('Enter');
	await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
	await page.getByRole('link', { name: texts.back }).press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: prepare.title })).toBeVisible();
});

test('nothing of a learner is opened, and nobody is asked who learns', async ({ page }) => {
	const names = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
	await page.goto(screen(web(), 'materials'));
	await expect(page.getByRole('heading', { name: texts.timetable.title(60) })).toBeVisible();
	await expect(page.locator('header')).toHaveCount(0);
	// The store of sessions is there; a learner's would be opened a little later.
	await expect.poll(names).toContain('manabiya-training');
	await page.waitForTimeout(2_000);
	expect((await names()).filter((name) => name.startsWith('manabiya:'))).toEqual([]);
});
