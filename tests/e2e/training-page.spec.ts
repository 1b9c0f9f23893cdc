/** The trainer's page, followed step by step on the one file without a network: only the labels it names, all of them, in its order. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { actions } from '#ui/messages.ts';
import { prepare } from '#workshop/screens/texts-prepare.ts';
import { notes, record, show, slide as words } from '#workshop/screens/texts.ts';
import { shipped } from './support/course.ts';
import { firstPage, newProfile } from './support/profile.ts';
import { itemsOfCourse } from './support/session.ts';
import { screen, single } from './support/site.ts';
import { slideId } from './support/wall.ts';

const items = itemsOfCourse(shipped());
const guide = readFileSync('docs/ja/training.md', 'utf8');

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
		const main = page.locator('footer .main');
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
			await expect(main).toHaveText(use(label));
			await main.click();
		};
		const more = async (label: string) => {
			await page.getByText(use(show.menu), { exact: true }).click();
			await push(label);
		};
		/** On to the next step of this kind, by the main button, whatever it says. */
		const onTo = async (phase: string) => {
			while (!(await slideId(page)).includes(`-${phase}-`)) await main.click();
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
		while ((await main.innerText()) === show.next('hold', 'hold', true)) await main.click();
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
		await expect(page.locator('[data-saving=saved]')).toHaveCount(1);
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

		await main.click();
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
