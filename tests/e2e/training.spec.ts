/** A whole training session on the one file, from a disk and without a network, with both windows. */
import { readFileSync } from 'node:fs';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { readKenshu } from '#workshop/session/file.ts';
import { sessionOf } from '#workshop/session/fold.ts';
import { resultsOf } from '#workshop/session/results.ts';
import { launch, newProfile, type Victim } from './crash/victim.ts';
import { prepare } from '#workshop/screens/texts-prepare.ts';
import { notes, record, show, slide as words } from '#workshop/screens/texts.ts';
import { shipped } from './support/course.ts';
import { isA4, printed } from './support/paper.ts';
import { firstPage } from './support/profile.ts';
import { itemsOfCourse } from './support/session.ts';
import { screen, single } from './support/site.ts';

const course = shipped();
const items = itemsOfCourse(course);
const guide = readFileSync('docs/ja/training.md', 'utf8');

/** A label that the trainer's page names in quotation marks: what it does not name may not be used. */
function named(label: string): string {
	expect(guide, `the page names ${label}`).toContain(`「${label}」`);
	return label;
}
const press = (page: Page, label: string) =>
	page.getByRole('button', { name: named(label), exact: true }).click();
const follow = (page: Page, label: string) =>
	page
		.getByRole('link', { name: named(label) })
		.first()
		.click();
const main = (page: Page) => page.locator('footer .main');
const forward = async (page: Page, label: string) => {
	await expect(main(page)).toHaveText(named(label));
	await main(page).click();
};
const menu = async (page: Page, label: string) => {
	await page.getByText(named(show.menu)).click();
	await press(page, label);
};

/** What is entered, to be found again in the record. */
type Entered = {
	votes: Record<string, [number[], number[]]>;
	tables: Record<string, string[]>;
	note: string;
};

test('an hour with both windows, eight tables, reloads and a kill leaves a record of what was entered', async () => {
	test.setTimeout(300_000);
	const profile = newProfile();
	const entered: Entered = { votes: {}, tables: {}, note: '補助金の様式はどこにありますか。' };
	const { domains } = items.index.map;
	try {
		let { victim, wall } = await begin(profile.folder);
		await wall.getByLabel(prepare.people).fill('24');
		await wall.getByLabel(prepare.tables).selectOption('8');
		await wall.getByLabel(prepare.place).fill('本庁舎 大会議室');
		await press(wall, prepare.put);
		await follow(wall, prepare.start);
		let desk = await openDesk(wall, victim.context);
		await forward(wall, '次へ進む');
		// The desk follows, and shows what the wall does not.
		await expect(desk.locator('.what')).toContainText(show.number(2));
		await expect(desk.getByRole('heading', { name: notes.misconceptions })).toBeVisible();

		let turn = 0;
		for (;;) {
			turn += 1;
			const phase = await phaseOf(wall);
			const step = phase.step;
			if (phase.name === 'vote1' || phase.name === 'vote2') {
				const votes = (entered.votes[step] ??= [[], []]);
				const round = phase.name === 'vote1' ? 0 : 1;
				// The first number is typed on the wall itself, which opens the fields.
				await wall.keyboard.press(String(round + 1));
				const fields = wall.locator('input.counted');
				const counts = Array.from({ length: await fields.count() }, (_, i) => ((i + 1) * (round + 1)) % 7);
				await wall.keyboard.press('Enter');
				for (const count of counts.slice(1)) {
					await wall.keyboard.type(String(count));
					await wall.keyboard.press('Enter');
				}
				votes[round] = counts;
				if (turn === 2) {
					// A slip at the desk, taken back there, and seen at the wall.
					const before = counts[0] ?? 0;
					await desk
						.getByRole('button', { name: /を1人増やす/u })
						.first()
						.click();
					await expect(fields.first()).toHaveValue(String(before + 1));
					await desk.getByRole('button', { name: new RegExp(`^${show.undo}`, 'u') }).click();
					await expect(fields.first()).toHaveValue(String(before));
				}
			}
			if (phase.name === 'talk') {
				// The first result is hidden.
				await expect(wall.locator('.counts, .total')).toHaveCount(0);
				await wall.keyboard.press('t');
				await expect(wall.getByRole('timer')).toBeVisible();
				await desk.reload();
				await expect(desk.getByRole('timer')).toBeVisible();
			}
			if (phase.name === 'compare' && !phase.seen) {
				await wall.reload();
				await expect(main(wall)).toHaveText(show.next('compare', 'answer', true));
				await wall.keyboard.press('b');
				await wall.getByRole('button', { name: show.unblank }).waitFor();
				await wall.keyboard.press('b');
			}
			if (phase.name === 'hold') {
				const tables = Array.from({ length: 8 }, (_, table) => (turn * (table + 1)) % domains.length);
				for (const column of tables) await wall.keyboard.press(String(column + 1));
				await expect(wall.locator('.entering')).toHaveText(words.allIn);
				const card = (await wall.locator('main h1').innerText()).replaceAll(/\s|^\d+/gu, '');
				entered.tables[card] = tables.map((column) => (domains[column]?.name ?? '').replace(/[（）]/gu, ''));
				if (Object.keys(entered.tables).length === 2) {
					// The plug is pulled: what was entered is there, and so is the slide.
					await expect(wall.locator('[data-saving=saved]')).toHaveCount(1);
					await victim.kill();
					({ victim, wall } = await begin(profile.folder));
					await follow(wall, prepare.resume);
					await expect(wall.locator('.entering')).toHaveText(words.allIn);
					desk = await openDesk(wall, victim.context);
				}
			}
			if (phase.name === 'heat') {
				await menu(wall, show.note);
				await wall.getByLabel(show.noteLabel).fill(entered.note);
				await wall.getByRole('button', { name: show.noteDone }).click();
				await desk.close();
				desk = await openDesk(wall, victim.context);
			}
			if (await wall.locator('footer a.main').count()) break;
			await wall.keyboard.press(turn % 2 ? 'PageDown' : 'ArrowRight');
			await expect.poll(async () => (await phaseOf(wall)).id).not.toBe(phase.id);
		}
		await main(wall).click();
		await expect(wall.getByRole('heading', { name: record.title })).toBeVisible();
		const [download] = await Promise.all([
			wall.waitForEvent('download'),
			wall.getByRole('button', { name: named(record.json) }).click()
		]);
		const read = readKenshu(readFileSync(await download.path(), 'utf8'), course.id);
		if (!read.ok) throw new Error(read.error.detail);
		const session = sessionOf(items, read.value.prepared);
		if (!session) throw new Error('no session');
		const found = resultsOf(items, session, session.stand(read.value.events));
		expect(
			Object.fromEntries(
				found.votes.map(({ no, rows }) => [
					session.shapes[no - 1]?.step.id ?? '',
					[rows.map(({ first }) => first), rows.map(({ second }) => second)]
				])
			)
		).toEqual(entered.votes);
		expect(
			Object.fromEntries(
				found.boards.flatMap(({ cards }) =>
					cards.map(({ text, tables }) => [text.replaceAll(/\s/gu, ''), Object.values(tables)])
				)
			)
		).toEqual(entered.tables);
		expect(found.notes.map(({ text }) => text)).toEqual([entered.note]);
		await expect(wall.locator('.paper')).toContainText(entered.note);
		await expect(wall.locator('.paper')).toContainText('本庁舎 大会議室');
		const paper = await printed(wall);
		expect(paper.pages).toBe(1);
		expect(paper.sizes.every(isA4)).toBe(true);
		expect(paper.text).toContain(entered.note);
		expect(paper.text).not.toContain(record.json);
		// Nobody was asked who learns, and no learner's database was made.
		const databases = await wall.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
		expect(databases.filter((name) => name?.startsWith('manabiya:'))).toEqual([]);
		await victim.kill();
	} finally {
		profile.remove();
	}
});

/** A browser that may be killed, without a network, on the page where sessions are prepared. */
async function begin(folder: string): Promise<{ victim: Victim; wall: Page }> {
	const victim = await launch(folder, ['--window-size=1280,800']);
	await victim.context.setOffline(true);
	const wall = await firstPage(victim.context);
	await wall.goto(screen(single(), 'training'));
	return { victim, wall };
}

async function openDesk(wall: Page, context: BrowserContext): Promise<Page> {
	await wall.locator('.slide').waitFor();
	const [desk] = await Promise.all([context.waitForEvent('page'), menu(wall, show.notes)]);
	await desk.getByRole('heading', { name: notes.title }).waitFor();
	return desk;
}

const compared = new Set<string>();
/** The slide on the wall, by the id that the screen gives it. */
async function phaseOf(wall: Page): Promise<{ id: string; step: string; name: string; seen: boolean }> {
	const id = (await wall.locator('.slide').getAttribute('data-slide')) ?? '';
	const [step = '', name = ''] = id.split('-');
	const seen = compared.size > 0;
	if (name === 'compare') compared.add(id);
	return { id, step, name, seen };
}
