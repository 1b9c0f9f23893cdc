/** What is printed for a training session: pages of A4 on which nothing is cut, too small or told too early. */
import { expect, test, type Page } from '@playwright/test';
import { texts as learn } from '#learn/texts.ts';
import { training } from '#learn/texts-training.ts';
import { splitCourse } from '#course/parts.ts';
import { boardOf, caseOf, questionOf, roomCards, type Material } from '#workshop/material.ts';
import { CARDS_PER_SHEET, LENGTHS, plan, type Length } from '#workshop/plan.ts';
import { placed } from '#workshop/paper/board.ts';
import { SHEETS, texts, type SheetName } from '#workshop/paper/texts.ts';
import { mini as miniCourse, shipped, squeeze, type Taught } from './support/course.ts';
import { isA4, printed } from './support/paper.ts';
import { mini, screen, single, web, type Site } from './support/site.ts';

const courses: [() => Site, Taught][] = [
	[web, shipped()],
	[mini, miniCourse()]
];
const materialOf = (course: Taught): Material => ({ index: splitCourse(course).index, units: course.units });

const sheets = (page: Page, name: SheetName) => page.locator(`[data-sheets=${name}] .a4`);

/** Opens the page and lays these sheets; ends when the number of pages is said. */
async function lay(page: Page, site: Site, minutes: Length, names: readonly SheetName[]): Promise<void> {
	await page.goto(screen(site, 'materials'));
	await page.getByRole('radio', { name: texts.minutes(minutes), exact: true }).check();
	for (const name of SHEETS) {
		const box = page.getByRole('checkbox', { name: `${texts.sheets[name].name} ${texts.sheets[name].note}` });
		const offered = minutes !== 30 || (name !== 'cards' && name !== 'board');
		await expect(box).toHaveCount(offered ? 1 : 0);
		if (offered) await box.setChecked(names.includes(name));
	}
	await expect(page.getByText(texts.count(await page.locator('.a4').count()))).toBeVisible();
}

/** What is too small, grey, cut, or reaches out of its page; and pages that are no whole sheet. */
async function faults(page: Page): Promise<string[]> {
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	const found = await page.evaluate(() => {
		const MM = 96 / 25.4;
		const shown = [...document.querySelectorAll('body *')].filter(
			(one) => one.checkVisibility() && !one.closest('.vh, #svelte-announcer')
		);
		const own = (one: Element) =>
			[...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
		const words = shown.filter(own).flatMap((one) => {
			const { fontSize, color } = getComputedStyle(one);
			const text = one.textContent?.trim().slice(0, 20) ?? '';
			return [
				...(parseFloat(fontSize) < 15.99 ? [`${text}: ${fontSize}`] : []),
				...(color === 'rgb(0, 0, 0)' ? [] : [`${text}: ${color}`]),
				...(one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 ? [`${text}: too wide`] : []),
				...(one.closest('.a4') ? [] : [`${text}: not of a sheet`])
			];
		});
		const boxes = [...document.querySelectorAll('.a4')].flatMap((sheet, i) => {
			const paper = sheet.getBoundingClientRect();
			const foot = sheet.querySelector('.foot')?.getBoundingClientRect();
			const name = `sheet ${i + 1}`;
			const out = [...sheet.querySelectorAll('*')].filter((one) => {
				const { left, right, top, bottom, width, height } = one.getBoundingClientRect();
				if (width === 0 && height === 0) return false;
				return (
					left < paper.left - 1 || right > paper.right + 1 || top < paper.top - 1 || bottom > paper.bottom + 1
				);
			});
			// Upright sheets: what stands in the body ends above the foot.
			const over = [...(sheet.matches('.landscape') ? [] : sheet.querySelectorAll('.body *'))].filter(
				(one) => foot && one.getBoundingClientRect().bottom > foot.top + 1
			);
			return [
				...out.map((one) => `${name}: ${one.textContent?.slice(0, 20)} reaches out`),
				...over.map((one) => `${name}: ${one.textContent?.slice(0, 20)} runs into the foot`),
				...(Math.abs(paper.width - 178 * MM) > 1 ? [`${name}: ${paper.width} wide`] : []),
				...(paper.height > 265 * MM ? [`${name}: ${paper.height} high`] : []),
				...(getComputedStyle(sheet).backgroundColor === 'rgb(255, 255, 255)' ? [] : [`${name}: not white`])
			];
		});
		return [...words, ...boxes];
	});
	await page.emulateMedia({ media: null, colorScheme: null });
	return found;
}

for (const [site, course] of courses) {
	const material = materialOf(course);
	const where = site().name;

	for (const minutes of LENGTHS) {
		test(`everything for ${minutes} minutes is whole pages of A4: ${where}`, async ({ page }) => {
			await lay(page, site(), minutes, SHEETS);
			const count = await page.locator('.a4').count();
			expect(await faults(page)).toEqual([]);
			const made = await printed(page);
			expect(made.pages).toBe(count);
			expect(made.sizes.every(isA4)).toBe(true);
			for (const name of SHEETS) {
				const has = (name !== 'cards' && name !== 'board') || placed(material, plan(material, minutes));
				expect((await sheets(page, name).count()) > 0, name).toBe(Boolean(has));
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
			await lay(page, site(), minutes, SHEETS);
			expect(await page.locator('.a4').count()).toBe(count);
		});

		test(`the question sheet for ${minutes} minutes asks everything and tells nothing: ${where}`, async ({
			page
		}) => {
			const { steps } = plan(material, minutes);
			const questions = steps.flatMap(({ item }) => questionOf(material, item) ?? []);
			const cases = steps.flatMap(({ item }) => caseOf(material, item) ?? []);
			const told = [
				...questions.flatMap((q) => [q.takeaway, ...q.options.map(({ reason }) => reason)]),
				...cases.flatMap((one) => [
					one.takeaway,
					...(one.type === 'domain' ? Object.values(one.cells) : one.options).map(({ reason }) => reason)
				])
			].map(squeeze);
			await lay(page, site(), minutes, ['questions']);
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

			await lay(page, site(), minutes, ['answers']);
			const answers = squeeze((await printed(page)).text);
			for (const words of told) expect(answers).toContain(words);
			questions.forEach((q, i) => {
				const letters = q.options.flatMap(({ right }, at) => (right ? 'アイウエオカ'[at] : [])).join('、');
				expect(answers).toContain(squeeze(`${texts.questions.number(i + 1)}${texts.answers.key(letters)}`));
			});
		});
	}

	test(`cards are whole, eight to a sheet, and do not tell their column: ${where}`, async ({ page }) => {
		const step = plan(material, 90).steps.find(({ kind }) => kind === 'board');
		const board = boardOf(material, step?.item);
		if (!board) throw new Error('the course has no board');
		const cards = roomCards(material, board, step?.cards);
		await lay(page, site(), 90, ['cards']);
		await expect(sheets(page, 'cards')).toHaveCount(Math.ceil(cards.length / CARDS_PER_SHEET));
		await page.emulateMedia({ media: 'print' });
		const seen = await page.locator('[data-cut]').evaluateAll((all) =>
			all.map((card) => {
				const [box, paper] = [card, card.closest('.a4')].map((one) => one?.getBoundingClientRect());
				return {
					id: card.getAttribute('data-cut'),
					inside: box && paper && box.top >= paper.top && box.bottom <= paper.bottom,
					wide: (box?.width ?? 0) / (96 / 25.4),
					high: (box?.height ?? 0) / (96 / 25.4),
					html: card.outerHTML,
					text: card.textContent
				};
			})
		);
		expect(seen.map(({ id }) => id)).toEqual(cards.map(({ id }) => id));
		seen.forEach(({ inside, wide, high, html, text }, i) => {
			const card = cards[i];
			expect(inside, text ?? '').toBe(true);
			expect(wide).toBeGreaterThan(85);
			expect(high).toBeGreaterThan(50);
			expect(squeeze(text ?? '')).toBe(squeeze(`${card?.no}${card?.kind}${card?.text}`));
			expect(html).not.toContain(card?.domain);
			expect(html).not.toContain(card?.reason);
		});
	});

	test(`the four sheets of the board have every column twice, in order: ${where}`, async ({ page }) => {
		await lay(page, site(), 60, ['board']);
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
	await expect(page.getByRole('radio', { name: texts.minutes(60) })).toBeFocused();
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('heading', { name: texts.timetable.title(90) })).toBeVisible();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Space');
	await expect(page.getByText(texts.none)).toBeVisible();
	const button = page.getByRole('button', { name: texts.print });
	await button.press('Enter');
	await expect(page.locator('html')).not.toHaveAttribute('data-printed');
	await page.getByRole('checkbox', { name: texts.sheets.reflection.name }).press('Space');
	await expect(page.getByText(texts.count(1))).toBeVisible();
	await button.press('Enter');
	await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
});
