/** The page where a training session's sheets are laid and printed. */
import { expect, type Page } from '@playwright/test';
import type { Programme } from '#workshop/paper/programme.ts';
import { SHEETS, texts, type SheetName } from '#workshop/paper/texts.ts';
import { mini as miniCourse, shipped, type Taught } from './course.ts';
import { mini, screen, web, type Site } from './site.ts';

export const courses: [() => Site, Taught][] = [
	[web, shipped()],
	[mini, miniCourse()]
];

export const sheets = (page: Page, name: SheetName) => page.locator(`[data-sheets=${name}] .sheet`);
export const isA3 = ([width, height]: [number, number]) =>
	Math.abs(width - 1190.6) < 1.5 && Math.abs(height - 841.9) < 1.5;

/** Lays these sheets for what is chosen; ends when the number of pages is said. */
export async function lay(
	page: Page,
	programme: Programme,
	has: boolean,
	names: readonly SheetName[]
): Promise<void> {
	const { people = 0, tables = 0 } = programme.prepared ?? {};
	for (const name of SHEETS) {
		const { per } = texts.sheets[name];
		const box = page.getByRole('checkbox', {
			name: `${texts.sheets[name].name} ${texts.per(per, per === 'person' ? people : tables)}`,
			exact: true
		});
		const offered = has || (name !== 'cards' && name !== 'board');
		await expect(box).toHaveCount(offered ? 1 : 0);
		if (offered) await box.setChecked(names.includes(name));
	}
	const count = (size: string) => page.locator(`.sheet.${size}`).count();
	await expect(
		page.getByText(texts.count(await count('a4'), await count('a3')), { exact: true })
	).toBeVisible();
}

/** Opens the page and lays these sheets for a standard session. */
export async function layStandard(
	page: Page,
	site: Site,
	standard: Programme,
	names: readonly SheetName[]
): Promise<void> {
	await page.goto(screen(site, 'materials'));
	await page.getByLabel(texts.session).selectOption({ label: texts.standard(standard.minutes) });
	await lay(page, standard, standard.minutes !== 30, names);
}

/** What is too small, grey, cut, or reaches out of its page; and pages that are no whole sheet. */
export async function faults(page: Page): Promise<string[]> {
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
				...(one.closest('.sheet') ? [] : [`${text}: not of a sheet`])
			];
		});
		const boxes = [...document.querySelectorAll('.sheet')].flatMap((sheet, i) => {
			const paper = sheet.getBoundingClientRect();
			const foot = sheet.querySelector('.foot')?.getBoundingClientRect();
			const name = `sheet ${i + 1}`;
			// Within the margins of its page.
			const [wide, high] = sheet.matches('.a3') ? [400, 277] : [178, 265];
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
				...(Math.abs(paper.width - wide * MM) > 1 ? [`${name}: ${paper.width} wide`] : []),
				...(paper.height > high * MM ? [`${name}: ${paper.height} high`] : []),
				...(getComputedStyle(sheet).backgroundColor === 'rgb(255, 255, 255)' ? [] : [`${name}: not white`])
			];
		});
		return [...words, ...boxes];
	});
	await page.emulateMedia({ media: null, colorScheme: null });
	return found;
}
