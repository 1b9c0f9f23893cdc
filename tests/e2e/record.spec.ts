/** The record of a session: one page of A4 with everything that was entered, however much that was. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { japaneseDay } from '#ui/dates.ts';
import { record, slide as words } from '#workshop/screens/texts.ts';
import type { Move } from '#workshop/session/prepared.ts';
import { mini as miniCourse, shipped, squeeze } from './support/course.ts';
import { fullest, MORNING, NAME, NOTE, PLACE } from './support/fullest.ts';
import { isA4, printed } from './support/paper.ts';
import { bring, eventsOf, itemsOfCourse, opened } from './support/session.ts';
import { mini, screen, web, type Site } from './support/site.ts';

async function openRecord(page: Page, site: Site, id: string): Promise<void> {
	await page.goto(screen(site, `training/${id}/record`));
	await page.getByRole('heading', { level: 1, name: record.title }).waitFor();
}

/** Text below 9 points, and heads of counts that take two lines, as it is printed. */
async function faults(page: Page): Promise<string[]> {
	await page.emulateMedia({ media: 'print' });
	const found = await page.evaluate(() => {
		const shown = [...document.querySelectorAll('.paper, .paper *')].filter((one) => !one.closest('.vh'));
		const own = (one: Element) =>
			[...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
		const small = shown.filter((one) => own(one) && parseFloat(getComputedStyle(one).fontSize) < 11.99);
		const range = document.createRange();
		const lines = (one: Element) => {
			range.selectNodeContents(one);
			return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
		};
		const heads = [...document.querySelectorAll('.votes thead th, .across tbody th, .placed thead th')];
		return [
			...small.map((one) => `${one.textContent}: ${getComputedStyle(one).fontSize}`),
			...heads.filter((one) => lines(one) > 1).map((one) => `${one.textContent}: two lines`)
		];
	});
	await page.emulateMedia({ media: null });
	return found;
}

/** The cells of every row, without what is only read aloud. */
const rowsOf = (page: Page, table: string): Promise<string[][]> =>
	page.locator(`${table} tbody tr`).evaluateAll((rows) =>
		rows.map((row) =>
			[...row.children].map((cell) => {
				const copy = cell.cloneNode(true) as Element;
				copy.querySelectorAll(':scope > .vh').forEach((one) => one.remove());
				return copy.textContent?.replaceAll(/\s/gu, '') ?? '';
			})
		)
	);
const shift = (by: number) => (by > 0 ? `＋${by}` : by < 0 ? `−${-by}` : '±0');

for (const [site, course] of [
	[web, shipped()],
	[mini, miniCourse()]
] as const) {
	test(`the record of as much as ninety minutes hold is one page with every number: ${site().name}`, async ({
		page
	}) => {
		const { items, prepared, events, results } = fullest(course);
		await openRecord(page, site(), await bring(page, site(), { prepared, events }));
		const paper = await printed(page);
		expect(paper.pages).toBe(1);
		expect(paper.sizes.every(isA4)).toBe(true);
		const text = squeeze(paper.text);
		for (const words of [NAME, PLACE, '令和9年4月5日9:02から', '137人（8班）'])
			expect(text).toContain(squeeze(words));
		expect(text.split(squeeze(NOTE))).toHaveLength(3);
		expect(text).not.toContain(squeeze(record.json));
		expect(await faults(page)).toEqual([]);

		const [lettered, across] = [true, false].map((has) =>
			results.votes.filter(({ rows }) => rows.some(({ choice }) => choice.letter !== undefined) === has)
		);
		expect(await rowsOf(page, '.votes')).toEqual(
			(lettered ?? []).flatMap(({ rows }) =>
				rows.map(({ choice, first, second }) => [
					squeeze(`${choice.right ? record.right : ''}${'アイウエオカキ'[choice.letter ?? 0]}${choice.text}`),
					String(first),
					String(second),
					shift((second ?? 0) - (first ?? 0))
				])
			)
		);
		expect(await rowsOf(page, '.across')).toEqual(
			(across ?? []).flatMap(({ rows }) => [
				[record.first, ...rows.map(({ first }) => String(first))],
				[record.second, ...rows.map(({ second }) => String(second))],
				[record.shift, ...rows.map(({ first, second }) => shift((second ?? 0) - (first ?? 0)))]
			])
		);
		const columns = items.index.map.domains.map(({ name }) => name.replaceAll(/[（）]/gu, ''));
		const cards = results.boards.flatMap((board) => board.cards);
		expect(cards.length).toBeGreaterThan(0);
		expect(await rowsOf(page, '.placed')).toEqual(
			cards.map(({ no, text, tables, agreed, of }) => [
				squeeze(`${no}${text}`),
				...columns.map((column) =>
					Object.keys(tables)
						.filter((table) => tables[Number(table)] === column)
						.join('・')
				),
				`${agreed}／${of}`
			])
		);
		// The plan's own column of each card is marked by more than its colour.
		const marked = await page
			.locator('.placed tbody tr')
			.evaluateAll((rows) =>
				rows.map((row) =>
					[...row.querySelectorAll('td')].findIndex(
						(cell) => parseFloat(getComputedStyle(cell).borderLeftWidth) > 2
					)
				)
			);
		expect(marked).toEqual(cards.map(({ right }) => columns.indexOf(right)));
	});
}

test('one round alone, another day than was planned, and what a spreadsheet would take for a formula', async ({
	page
}) => {
	const items = itemsOfCourse(shipped());
	const { prepared: full } = fullest(shipped());
	const prepared = { ...full, name: '=研修', place: '@会議室', day: '2027-04-04' };
	const question = opened(items, prepared).shapes[0];
	const { id = '' } = question?.step ?? {};
	const options = question?.options ?? [];
	const events = eventsOf(
		[
			{ type: 'NEXT' },
			...options.map((option, i): Move => ({ type: 'COUNT', step: id, round: 1, option, count: i + 3 })),
			{ type: 'NOTE', step: id, text: '-問い' }
		],
		MORNING
	);
	await openRecord(page, web(), await bring(page, web(), { prepared, events }));
	await expect(page.locator('.votes thead th')).toHaveText([words.option, record.first]);
	expect((await rowsOf(page, '.votes')).map((cells) => cells.slice(1))).toEqual(
		options.map((_, i) => [String(i + 3)])
	);
	await expect(page.locator('.paper')).toContainText(
		record.planned('令和9年4月5日　9:02から9:09まで', japaneseDay('2027-04-04'))
	);
	await expect(page.locator('.placed, .across')).toHaveCount(0);

	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: record.csv }).click()
	]);
	const csv = readFileSync(await download.path(), 'utf8');
	// Excel takes it for UTF-8 by its mark.
	expect(csv.startsWith('\uFEFF')).toBe(true);
	const rows = csv.trim().split('\r\n').slice(1);
	expect(rows.length).toBeGreaterThan(options.length);
	// The day is the one on which it was held.
	for (const row of rows) expect(row).toMatch(/^"2027-04-05","'=研修","'@会議室"/u);
	expect(rows.at(-1)).toMatch(/,"'-問い"$/u);
});

test('what needs more than a page goes on, and says so', async ({ page }) => {
	const { prepared, events } = fullest(shipped());
	const last = events.at(-1);
	if (!last || last.move.type !== 'NOTE') throw new Error('no note');
	const more = { ...last, id: 'more', n: last.n + 1, move: { ...last.move, text: NOTE.repeat(4) } };
	await openRecord(page, web(), await bring(page, web(), { prepared, events: [...events, more] }));
	expect((await printed(page)).pages).toBe(2);
	await expect(page.locator('.paper')).toHaveClass(/\blong\b/u);
	expect(await faults(page)).toEqual([]);
});
