/** What stands before and behind a session: it is prepared, changed, kept, taken along, and compared; and all of it by keys alone. */
import { readFileSync } from 'node:fs';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { readKenshu, writeKenshu } from '#workshop/session/file.ts';
import { compare, kinds, notes, record, show, slide as words } from '#workshop/screens/texts.ts';
import { files, prepare as t } from '#workshop/screens/texts-prepare.ts';
import { shipped } from './support/course.ts';
import { keys, tabTo } from './support/hands.ts';
import { itemsOfCourse } from './support/session.ts';
import { screen, single } from './support/site.ts';

const course = shipped();
const items = itemsOfCourse(course);

const open = async (page: Page) => {
	await page.goto(screen(single(), 'training'));
	await page.getByRole('heading', { level: 1, name: t.title }).waitFor();
};
const button = (page: Page | Locator, name: string) => page.getByRole('button', { name, exact: true });
const steps = (page: Page) => page.getByRole('list', { name: t.steps }).getByRole('listitem');
const card = (page: Page, name: string) => page.locator('li.card').filter({ hasText: name });
/** What a session is saved as. */
async function saved(page: Page, name: string) {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		button(page, t.startName(t.save, name)).click()
	]);
	const read = readKenshu(readFileSync(await download.path(), 'utf8'), course.id);
	if (!read.ok) throw new Error(read.error.detail);
	return read.value;
}

test('a session is prepared and held by keys alone', async ({ page }) => {
	await open(page);
	const hand = keys(page);
	const form = page.locator('form');
	await hand.choose(page.getByRole('radio', { name: t.length(30) }));
	await tabTo(page, page.getByLabel(t.people));
	await page.keyboard.press('Control+A');
	await page.keyboard.type('１２');
	await hand.pick(page.getByLabel(t.tables), '3');

	// One question out, another thing in: a board of which two cards are left out.
	const before = await steps(page).count();
	const [first] = await form.getByRole('button', { name: /を外す$/u }).all();
	await hand.press(steps(page).nth(1).locator('[data-do=drop]'));
	await expect(steps(page)).toHaveCount(before - 1);
	await expect(steps(page).nth(1).locator('[data-do=drop]')).toBeFocused();
	expect(first).toBeDefined();
	await hand.press(form.getByText(t.choose, { exact: true }));
	const board = course.units.flatMap(({ boards }) => boards)[0];
	const unit = course.units.find(({ boards }) => boards.includes(board as never));
	if (!board || !unit) throw new Error('the course has no board');
	await hand.press(form.locator('summary', { hasText: unit.title }).first());
	await hand.tick(form.getByRole('checkbox', { name: `${kinds['board']}　${board.title}` }));
	await expect(steps(page)).toHaveCount(before);
	const placing = steps(page).filter({ hasText: board.title });
	await expect(placing).toHaveCount(1);
	await hand.press(placing.locator('summary'));
	const cards = placing.getByRole('checkbox');
	await expect(cards).toHaveCount(board.cards.length);
	for (const n of [0, 2]) await hand.tick(cards.nth(n));
	// Up by one place, with the focus still on the same control.
	await hand.press(placing.locator('[data-do=up]'));
	await expect(placing.locator('[data-do=up]')).toBeFocused();
	const order = await steps(page).locator('.kind').allTextContents();
	expect(order.slice(-3)).toEqual([kinds['board'], kinds['question'], kinds['closing']]);
	await hand.press(button(page, t.put));

	await hand.press(page.getByRole('link', { name: new RegExp(`^${t.start}`, 'u') }));
	await page.locator('.slide').waitFor();
	await expect(page.locator('header .people')).toHaveText(show.people(12));
	const seen = new Set<string>();
	for (;;) {
		const id = (await page.locator('.slide').getAttribute('data-slide')) ?? '';
		seen.add(id.split('-')[1] ?? '');
		if (id.includes('-vote')) {
			await page.keyboard.type('7');
			await page.keyboard.press('ArrowDown');
			await page.keyboard.press('+');
			await expect(page.locator('.total')).toContainText(words.counted(8, 12));
			await page.keyboard.press('Enter');
		}
		if (id.endsWith('hold-0')) {
			for (const digit of ['1', '2', '1']) await page.keyboard.press(digit);
			await expect(page.getByText(words.allIn)).toBeVisible();
			await page.keyboard.press('z');
			await expect(page.getByText(words.entering(3))).toBeVisible();
		}
		if (id.endsWith('heat-0')) {
			// Two cards were left out.
			await expect(page.getByRole('row')).toHaveCount(1 + Math.min(8, board.cards.length - 2));
			await page.keyboard.press('g');
			await page.keyboard.type('1');
			await page.keyboard.press('Enter');
			await expect(page.locator('header .no')).toHaveText(show.number(1));
			await page.keyboard.press('z');
			await expect(page.locator(`[data-slide="${id}"]`)).toBeVisible();
			await page.keyboard.press('n');
			await expect(page.getByLabel(show.noteLabel)).toBeFocused();
			await page.keyboard.type('あとで調べること');
			await hand.press(button(page, show.noteDone));
		}
		if ((await page.locator('footer a.main').count()) > 0) break;
		await page.keyboard.press('PageDown');
		await expect.poll(() => page.locator('.slide').getAttribute('data-slide')).not.toBe(id);
	}
	expect([...seen]).toEqual(
		expect.arrayContaining(['vote1', 'vote2', 'compare', 'answer', 'hold', 'heat', 'card'])
	);
	await hand.press(page.locator('footer a.main'));
	await expect(page.getByRole('heading', { level: 1, name: record.title })).toBeVisible();
	await expect(page.locator('.paper')).toContainText('あとで調べること');
	await hand.press(page.getByRole('link', { name: record.back }));
	await expect(page.getByRole('heading', { level: 1, name: t.title })).toBeVisible();
});

test('a session is changed, copied, saved, taken out and read in again; what was held keeps what happened', async ({
	page
}) => {
	await open(page);
	const put = async (name: string, label: string) => {
		await page.getByLabel(t.name).fill(name);
		await button(page, label).click();
		await expect(page.getByRole('status').filter({ hasText: t.put2(name) })).toBeVisible();
	};
	await put('春の研修', t.put);
	// The form is for another one now.
	await expect(page.getByLabel(t.name)).toHaveValue('');
	await button(page, t.startName(t.edit, '春の研修')).click();
	await expect(page.getByRole('heading', { name: t.editing('春の研修') })).toBeFocused();
	await page.getByLabel(t.day).fill('');
	await button(page, t.change).click();
	await expect(page.getByLabel(t.day)).toBeFocused();
	await expect(page.getByText(t.badDay)).toBeVisible();
	await page.getByLabel(t.day).fill('2027-04-05');
	await page.getByLabel(t.people).fill('16');
	await put('春の新採研修', t.change);
	await expect(card(page, '春の新採研修')).toContainText(t.summary('令和9年4月5日', 60, 16));

	// Held: three hands and a note, then named anew.
	await page.getByRole('link', { name: t.startName(t.start, '春の新採研修') }).click();
	await page.locator('.slide').waitFor();
	await page.keyboard.press('PageDown');
	await page.keyboard.press('3');
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-saving=saved]')).toHaveCount(1);
	await open(page);
	const held = await saved(page, '春の新採研修');
	expect(held.events.length).toBeGreaterThan(1);
	await button(page, t.startName(t.edit, '春の新採研修')).click();
	await expect(page.getByText(t.held)).toBeVisible();
	await expect(page.getByLabel(t.people)).toHaveCount(0);
	await page.getByLabel(t.place).fill('別館');
	await put('春の研修（実施済み）', t.change);
	const mended = await saved(page, '春の研修（実施済み）');
	expect(mended.events).toEqual(held.events);
	expect(mended.prepared).toEqual({ ...held.prepared, name: '春の研修（実施済み）', place: '別館' });

	// The copy is a session not yet held.
	await button(page, t.startName(t.duplicate, '春の研修（実施済み）')).click();
	const copy = t.copy('春の研修（実施済み）');
	await expect(card(page, copy)).toBeVisible();
	expect(await saved(page, copy)).toMatchObject({ events: [], prepared: { steps: held.prepared.steps } });

	await button(page, t.startName(t.remove, copy)).click();
	await button(page.getByRole('dialog'), t.remove).click();
	await expect(card(page, copy)).toHaveCount(0);

	// Another computer's session, with more hands in the second round; then both stand side by side.
	const step = held.prepared.steps.find(({ kind }) => kind === 'question');
	const right = items.questions.get(step?.item ?? '')?.options.find((option) => option.right)?.id ?? '';
	const other = writeKenshu({
		prepared: { ...held.prepared, name: '秋の研修' },
		events: ([1, 2] as const).map((round) => ({
			id: `e${round}`,
			n: round,
			at: 1_800_000_000_000,
			move: { type: 'COUNT', step: step?.id ?? '', round, option: right, count: 5 * round }
		}))
	});
	const give = (name: string, text: string) =>
		page.getByLabel(t.load).setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
	await give('broken.kenshu.json', other.slice(0, -30));
	await expect(page.getByRole('alert').filter({ hasText: files.damaged })).toBeVisible();
	await expect(page.locator('li.card')).toHaveCount(1);
	await give('秋.kenshu.json', other);
	await expect(page.getByText(t.loaded('秋の研修'))).toBeVisible();
	const table = page.getByRole('table').filter({ hasText: compare.item });
	await expect(table.getByRole('columnheader')).toHaveCount(3);
	await expect(table).toContainText(compare.change(compare.percent(100), compare.percent(100)));
});

test('with the trainer’s own window closed, and with the wall closed, the other goes on', async ({
	context,
	page
}) => {
	await open(page);
	await button(page, t.put).click();
	await page.getByRole('link', { name: new RegExp(`^${t.start}`, 'u') }).click();
	await page.locator('.slide').waitFor();
	const address = page.url();
	const desk = await context.newPage();
	await desk.goto(address.replace(/show$/u, 'notes'));
	await desk.getByRole('heading', { name: notes.title }).waitFor();
	await page.close();
	await desk.keyboard.press('PageDown');
	await expect(desk.getByRole('main')).toContainText(show.number(2));
	const again = await context.newPage();
	await again.goto(address);
	await expect(again.locator('header .no')).toHaveText(show.number(2));
	await desk.close();
	await again.keyboard.press('PageDown');
	await expect(again.getByText(words.talk)).toBeVisible();
});

test('a hand that was counted is there however soon the page goes', async ({ page }) => {
	await open(page);
	await button(page, t.put).click();
	await page.getByRole('link', { name: new RegExp(`^${t.start}`, 'u') }).click();
	await page.locator('.slide').waitFor();
	await page.keyboard.press('PageDown');
	await expect(page.locator('[data-saving=saved]')).toHaveCount(1);
	for (let hands = 1; hands <= 6; hands += 1) {
		await button(page, show.count).click();
		const [plus] = await page.getByRole('button', { name: /を1人増やす$/u }).all();
		await Promise.all([
			page.waitForEvent('load'),
			plus?.evaluate((pressed) => {
				(pressed as HTMLButtonElement).click();
				location.reload();
			})
		]);
		await expect(page.locator('.total')).toContainText(words.counted(hands, 20));
	}
});
