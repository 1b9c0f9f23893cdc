/** A training session on the one file, from a disk and without a network: after the trainer's page, and whole, with both windows. */
import { readFileSync } from 'node:fs';
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { readKenshu } from '#workshop/session/file.ts';
import { sessionOf } from '#workshop/session/fold.ts';
import { itemsOf } from '#workshop/session/items.ts';
import { resultsOf } from '#workshop/session/results.ts';
import { launch, newProfile as crashProfile, type Victim } from './crash/victim.ts';
import { splitCourse } from '#course/parts.ts';
import { actions } from '#ui/messages.ts';
import { prepare } from '#workshop/screens/texts-prepare.ts';
import { notes, record, show, slide as words } from '#workshop/screens/texts.ts';
import { shipped } from './support/course.ts';
import { isA4, printed } from './support/paper.ts';
import { firstPage, newProfile } from './support/profile.ts';
import { screen, single } from './support/site.ts';

const course = shipped();
const items = itemsOf({ index: splitCourse(course).index, units: course.units }, course.rule);
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

/** Everything a section of the trainer's page names in quotation marks, in its order; a button may be named twice. */
function labelsOf(section: string): string[] {
	const text = guide.split(/^## /mu).find((one) => one.startsWith(section));
	if (text === undefined) throw new Error(`the page has no section ${section}`);
	return [...text.matchAll(/「([^」]+)」/gu)].map(([, label]) => label ?? '');
}

test('the trainer’s page is followed step by step, and names every label that is needed', async () => {
	test.setTimeout(180_000);
	const profile = newProfile({ offline: true });
	try {
		const page = await firstPage(await profile.start());
		/** What was pressed, filled in or read since the last section. */
		let used: string[] = [];
		const use = (label: string) => {
			used.push(label);
			return label;
		};
		const done = (section: string) => {
			expect(used, section).toEqual(labelsOf(section));
			used = [];
		};
		const push = (label: string) => page.getByRole('button', { name: use(label), exact: true }).click();
		const go = (label: string) =>
			page
				.getByRole('link', { name: use(label) })
				.first()
				.click();
		const onward = async (label: string) => {
			await expect(main(page)).toHaveText(use(label));
			await main(page).click();
		};
		const more = async (label: string) => {
			await page.getByText(use(show.menu), { exact: true }).click();
			await push(label);
		};
		/** On to the next step of this kind, by the main button, whatever it says. */
		const onTo = async (phase: string) => {
			while ((await phaseOf(page)).name !== phase) await main(page).click();
		};

		await page.goto(single().url);
		const begun = Date.now();
		await go('使い方');
		await expect(page.getByRole('heading', { name: use('研修の担当者へ') })).toBeVisible();
		await go('研修で使う');
		await page
			.getByRole('group', { name: use(prepare.minutes) })
			.getByLabel(prepare.length(60))
			.check();
		await page.getByLabel(use(prepare.people)).fill('20');
		await page.getByLabel(use(prepare.tables)).selectOption('2');
		await push(prepare.put);
		await go(prepare.start);
		await more(show.full);
		await onward(show.next('text', 'vote1', false));
		await expect(page.locator('main')).toContainText(words.vote1);
		const asked = [...items.questions.values()].map(({ stem }) => stem.replaceAll(/\s/gu, ''));
		expect(asked).toContain((await page.locator('main h1').innerText()).replaceAll(/\s/gu, ''));
		expect(Date.now() - begun).toBeLessThan(5 * 60_000);
		const [desk] = await Promise.all([page.context().waitForEvent('page'), more(show.notes)]);
		await expect(desk.getByRole('heading', { name: notes.title })).toBeVisible();
		await desk.close();
		done('はじめの5分');

		await push(show.count);
		const fields = page.locator('input.counted');
		const options = await fields.count();
		await fields.first().fill('12');
		await onward(show.next('vote1', 'talk', true));
		await expect(fields).toHaveCount(0);
		await onward(show.next('talk', 'vote2', true));
		await page.keyboard.press('9');
		await page.keyboard.press('Enter');
		await onward(show.next('vote2', 'compare', true));
		await expect(page.getByRole('table')).toContainText('−3');
		await onward(show.next('compare', 'answer', true));
		await expect(page.locator('main')).toContainText(words.takeaway);
		await onward(show.next('answer', 'reason', true));
		await expect(page.locator('header')).toContainText(show.page(1, options));
		await onTo('what');
		used.push(show.next('reason', 'what', true));
		const here = page.locator('main');
		const before = await here.innerText();
		await here.getByRole('radio', { checked: false }).first().click();
		await expect.poll(() => here.innerText()).not.toBe(before);
		done('問題と場面');

		await page.keyboard.press('g');
		await page.keyboard.type('4');
		await page.keyboard.press('Enter');
		await expect(page.locator('header .no')).toHaveText(show.number(4));
		await expect(page.locator('[data-saving=saved]')).toHaveCount(1);
		const wall = page.url();
		await page.goto(screen(single(), 'training'));
		await page.getByRole('link', { name: use(prepare.print), exact: true }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(prepare.print);
		await page.goto(screen(single(), 'training'));
		await page
			.locator('li.card')
			.getByRole('link', { name: use(prepare.sheets) })
			.click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(prepare.print);
		await page.goto(wall);
		await onward(show.next('place', 'hold', true));
		const columns = page.locator('main').getByRole('button', { name: /市民主導/u });
		await columns.last().click();
		await page.keyboard.press('2');
		await expect(page.getByText(words.allIn)).toBeVisible();
		await onward(show.next('hold', 'hold', true));
		while ((await main(page).innerText()) === show.next('hold', 'hold', true)) await main(page).click();
		await onward(show.next('hold', 'heat', true));
		await expect(page.getByRole('table')).toBeVisible();
		await onward(show.next('heat', 'card', true));
		done('仕分け');

		await push(show.undo);
		await expect(page.getByRole('table')).toBeVisible();
		await more(show.go);
		await page.getByRole('textbox', { name: show.goNumber }).fill('7');
		await page.keyboard.press('Enter');
		await expect(page.locator('header .no')).toHaveText(show.number(7));
		await more(show.note);
		await page.getByLabel(show.noteLabel).fill('だれに聞けばよいですか。');
		await page.getByRole('button', { name: show.noteDone }).click();
		await page.goto(single().url);
		await page.getByRole('link', { name: '使い方' }).first().click();
		await go('研修で使う');
		await go(prepare.resume);
		await expect(page.locator('header .no')).toHaveText(show.number(7));
		await more(show.present);
		await page.getByRole('dialog').getByRole('textbox').fill('19');
		await page.keyboard.press('Enter');
		await expect(page.locator('header .people')).toHaveText(show.people(19));
		done('困ったとき');

		await main(page).click();
		used.push(show.end);
		await expect(page.locator('.paper')).toContainText('だれに聞けばよいですか。');
		await expect(page.getByRole('button', { name: use(actions.print) })).toBeVisible();
		const files = [];
		for (const label of [record.json, record.csv]) {
			const [download] = await Promise.all([page.waitForEvent('download'), push(label)]);
			files.push(await download.path());
		}
		await page.getByRole('link', { name: record.back }).click();
		await page.getByLabel(use(prepare.load)).setInputFiles({
			name: 'a.kenshu.json',
			mimeType: 'application/json',
			buffer: readFileSync(files[0] ?? '')
		});
		await expect(page.locator('li.card')).toHaveCount(2);
		await page
			.locator('li.card')
			.first()
			.getByRole('button', { name: use(prepare.duplicate) })
			.click();
		await expect(page.locator('li.card')).toHaveCount(3);
		done('終わったら');
	} finally {
		profile.remove();
	}
});

/** What is entered, to be found again in the record. */
type Entered = {
	votes: Record<string, [number[], number[]]>;
	tables: Record<string, string[]>;
	note: string;
};

test('an hour with both windows, eight tables, reloads and a kill leaves a record of what was entered', async () => {
	test.setTimeout(300_000);
	const profile = crashProfile();
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
