/** Items 4, 7, 11, 23, 32: going from screen to screen, waiting, closing what was opened, and readings. */
import { expect, test, type Page } from '@playwright/test';
import { actions, app, confirm } from '../../../src/lib/ui/messages.ts';
import { texts } from '../../../src/lib/learn/texts.ts';
import { screen, web } from '../support/site.ts';
import { visit } from './screen.ts';
import { screens } from './screens.ts';
import { boards, course, follow, given, open, pages } from './support.ts';

const main = (page: Page) => page.getByRole('main');

test('every route has a title of its own, puts the focus on its heading and starts at the top', async ({
	page
}) => {
	const paths = [
		...['practice', 'test', 'review', 'remember', 'revisions', 'map', 'glossary', 'record', 'settings'],
		...['about', 'export', 'privacy', ''],
		...pages.map((p) => `learn/${p.id}`),
		...boards.map((b) => `board/${b.id}`),
		...['cases', 'what-if', 'report', 'certificate', 'verify', 'materials'],
		...course.units.flatMap((unit) => unit.cases.map(({ id }) => `case/${id}`))
	];
	await open(page, '');
	const titles = new Map<string, string>();
	for (const path of paths) {
		await follow(page, path);
		await expect(main(page).getByRole('heading', { level: 1 }), path).toBeFocused();
		expect(await page.evaluate(() => scrollY), path).toBe(0);
		const title = await page.title();
		expect(titles.get(title), `${path}: ${title}`).toBeUndefined();
		expect(title).toContain(course.title);
		titles.set(title, path);
	}
	expect(titles.size).toBe(paths.length);
});

test('the skip link goes to the content', async ({ page }) => {
	await open(page, '');
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: app.skip })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(main(page)).toBeFocused();
	await expect(page).toHaveURL(screen(web()));
});

test('Esc closes a question that was asked and what was opened in the text, and gives the focus back', async ({
	page
}) => {
	await visit(page, given(screens.find((s) => s.name === 'record, filled')));
	const remove = main(page).getByRole('button', { name: texts.record.remove });
	await remove.press('Enter');
	await expect(page.getByRole('dialog').getByRole('heading', { name: confirm.deleteTitle })).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toBeHidden();
	await expect(remove).toBeFocused();

	const figured = given(screens.find((s) => s.name === 'lesson page, a source opened'));
	await open(page, figured.path);
	const names = [new RegExp(`^${course.source.kind} D-`, 'u'), given(course.map.domains[0]).name];
	for (const name of names) {
		const opener = main(page).getByRole('button', { name, exact: true }).first();
		await opener.press('Enter');
		await expect(opener).toHaveAttribute('aria-expanded', 'true');
		await page.keyboard.press('Escape');
		await expect(opener).toHaveAttribute('aria-expanded', 'false');
		await expect(opener).toBeFocused();
	}
});

const STILL = [
	'home, underway',
	'lesson question (single), not answered',
	'practice question (placement), not answered',
	'practice question (single), wrong',
	'board, some placed',
	'test question (single)',
	'result of the test, failed',
	'record, filled'
];
for (const name of STILL) {
	test(`nothing changes by itself in half an hour: ${name}`, async ({ page }) => {
		await page.clock.install();
		await visit(page, given(screens.find((s) => s.name === name)));
		const look = () =>
			page.evaluate(() =>
				[location.hash, document.title, document.activeElement?.tagName, document.body.innerHTML].join('\n')
			);
		const before = await look();
		await page.clock.runFor('30:00');
		expect(await look()).toBe(before);
	});
}

test('readings can be switched off, and no accessible name holds one', async ({ page }) => {
	const read = given(pages.find((p) => JSON.stringify(p.blocks).includes('"t":"ruby"')));
	const cdp = await page.context().newCDPSession(page);
	const names = async () => {
		const { nodes } = await cdp.send('Accessibility.getFullAXTree');
		return nodes.filter((n) => !n.ignored).map((n) => `${n.role?.value}: ${n.name?.value ?? ''}`);
	};
	const readings = main(page).locator('rt');
	await open(page, `learn/${read.id}`);
	await expect(readings.first()).toBeVisible();
	const yomi = await readings.allTextContents();
	const withReadings = await names();
	expect(withReadings.filter((name) => yomi.some((y) => name.includes(y)))).toEqual([]);
	// Chromium leaves readings out by itself; other browsers read them unless they are hidden.
	const aloud = await main(page).ariaSnapshot();
	expect(yomi.filter((y) => aloud.includes(y))).toEqual([]);

	await open(page, 'settings');
	await main(page)
		.getByRole('group', { name: texts.settings.ruby })
		.getByRole('radio', { name: texts.settings.rubyOff })
		.check();
	await open(page, `learn/${read.id}`);
	await expect(
		main(page)
			.getByRole('link', { name: actions.next })
			.or(main(page).getByRole('link', { name: texts.lesson.unitEnd }))
	).toBeVisible();
	await expect(readings.first()).toBeHidden();
});
