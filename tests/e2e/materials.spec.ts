/** What is printed for a training session: pages of A4 on which nothing is cut, too small or told too early. */
import { expect, test, type Page } from '@playwright/test';
import { texts as learn } from '#learn/texts.ts';
import { training } from '#learn/texts-training.ts';
import { japaneseDay } from '#ui/dates.ts';
import { caseOf, questionOf } from '#workshop/material.ts';
import { CARDS_PER_SHEET, LENGTHS } from '#workshop/plan.ts';
import { boardsIn, programmeOf, standardOf, type Programme } from '#workshop/paper/programme.ts';
import { SHEETS, texts, type SheetName } from '#workshop/paper/texts.ts';
import { cardViews } from '#workshop/session/cards.ts';
import { askedOf } from '#workshop/session/choices.ts';
import type { Prepared, Step } from '#workshop/session/prepared.ts';
import { prepare } from '#workshop/screens/texts-prepare.ts';
import { show } from '#workshop/screens/texts.ts';
import { mini as miniCourse, shipped, squeeze, type Taught } from './support/course.ts';
import { isA4, printed } from './support/paper.ts';
import { bring, itemsOfCourse, preparedWith } from './support/session.ts';
import { mini, screen, single, web, type Site } from './support/site.ts';

const courses: [() => Site, Taught][] = [
	[web, shipped()],
	[mini, miniCourse()]
];

const sheets = (page: Page, name: SheetName) => page.locator(`[data-sheets=${name}] .sheet`);
const isA3 = ([width, height]: [number, number]) =>
	Math.abs(width - 1190.6) < 1.5 && Math.abs(height - 841.9) < 1.5;

/** Lays these sheets for what is chosen; ends when the number of pages is said. */
async function lay(
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
async function layStandard(
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

/** Ninety minutes with all that a course has more than one of, some of a board's cards, and a question that is gone. */
function twoBoards(course: Taught): Prepared {
	const items = itemsOfCourse(course);
	const step = (kind: Step['kind'], item: string): Step => ({
		id: `${kind}_${item}`,
		kind,
		minutes: 10,
		item
	});
	const undecided = [...items.cases.values()].filter((one) => one.type === 'domain' && one.undecided);
	const conduct = [...items.cases.values()].filter(({ type }) => type === 'conduct');
	const [first, ...more] = items.boards.values();
	if (!first) throw new Error('the course has no board');
	return preparedWith(items, {
		name: '主任級職員研修　協働を考える',
		place: '第２庁舎　３階会議室',
		minutes: 90,
		people: 27,
		tables: 6,
		steps: [
			{ id: 'begin', kind: 'opening', minutes: 5 },
			...[...items.questions.keys()].slice(-2).map((id) => step('question', id)),
			step('question', 'q_gone'),
			{ ...step('board', first.id), cards: first.cards.slice(1).map(({ id }) => id) },
			...more.slice(0, 1).map(({ id }) => step('board', id)),
			...[...undecided.slice(0, 1), ...conduct.slice(0, 1)].map(({ id }) => step('case', id)),
			{ id: 'end', kind: 'closing', minutes: 5 }
		]
	});
}

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

	test(`the board is one sheet of A3 where that is chosen, among sheets of A4 or by itself: ${where}`, async ({
		page
	}) => {
		const standard = standardOf(items, 60);
		await layStandard(page, site(), standard, ['timetable', 'board', 'tally']);
		const four = page.getByRole('radio', { name: texts.four });
		await expect(four).toBeChecked();
		await expect(page.getByText(texts.apart)).toHaveCount(0);
		await page.getByRole('radio', { name: texts.one }).check();
		await expect(page.getByText(texts.apart)).toBeVisible();
		await expect(page.getByText(/^A4で\d+枚、A3で1枚です。$/u)).toBeVisible();
		await lay(page, standard, true, ['timetable', 'board', 'tally']);
		expect(await faults(page)).toEqual([]);

		const kinds = await page.locator('.sheet').evaluateAll((all) => all.map((one) => one.matches('.a3')));
		expect(kinds.filter(Boolean)).toHaveLength(1);
		const made = await printed(page);
		expect(made.sizes.map(isA3)).toEqual(kinds);
		expect(made.sizes.map(isA4)).toEqual(kinds.map((a3) => !a3));

		// Every column with its mark, its name and its definition, in order and of one width, and room below for cards.
		await page.emulateMedia({ media: 'print' });
		const columns = await sheets(page, 'board')
			.locator('.column')
			.evaluateAll((all) =>
				all.map((column) => {
					const box = column.getBoundingClientRect();
					const said = column.querySelector('p')?.getBoundingClientRect();
					const mm = 96 / 25.4;
					return {
						text: column.textContent?.replaceAll(/\s/gu, ''),
						mark: column.querySelector('.mk') !== null,
						wide: box.width / mm,
						left: box.left,
						room: (box.bottom - (said?.bottom ?? 0)) / mm
					};
				})
			);
		expect(columns.map(({ text }) => text)).toEqual(
			course.map.domains.map(({ name, definition }) => squeeze(name + definition))
		);
		for (const [i, { mark, wide, left, room }] of columns.entries()) {
			expect(mark).toBe(true);
			expect(wide).toBeGreaterThan(400 / course.map.domains.length - 1);
			expect(left).toBeGreaterThan(columns[i - 1]?.left ?? -1);
			// Two cards below each other, and more like tiles.
			expect(room).toBeGreaterThan(150);
		}
		expect(made.text).toContain(course.map.start);
		expect(made.text).toContain(course.map.end);

		await page.emulateMedia({ media: null });
		await lay(page, standard, true, ['board']);
		const alone = await printed(page);
		expect(alone.sizes.map(isA3)).toEqual([true]);
	});

	test(`what was prepared is printed as the wall shows it: ${where}`, async ({ page }) => {
		const prepared = twoBoards(course);
		const programme = programmeOf(items, prepared);
		const id = await bring(page, site(), { prepared, events: [] });
		await page.goto(screen(site(), `training/${id}/materials`));
		await expect(page.getByLabel(texts.session)).toHaveValue(id);
		await lay(page, programme, true, SHEETS);
		expect(await faults(page)).toEqual([]);
		const made = await printed(page);
		expect(made.pages).toBe(await page.locator('.sheet').count());
		expect(made.sizes.every(isA4)).toBe(true);

		const text = async (name: SheetName) => squeeze((await sheets(page, name).allTextContents()).join(''));
		const facts = [prepared.name, japaneseDay(prepared.day), prepared.place].map(squeeze);
		const timetable = await text('timetable');
		const tally = await text('tally');
		for (const words of [...facts, squeeze(texts.timetable.title(90)), '27人（6班）'])
			expect(timetable).toContain(words);
		for (const words of facts) expect(tally).toContain(words);

		// Steps of the course alone, and all of them.
		const { steps } = programme;
		expect(steps).toHaveLength(prepared.steps.length - 1);
		await expect(sheets(page, 'timetable').locator('.clock')).toHaveCount(steps.length);
		const questions = steps.filter(({ kind }) => kind === 'question');
		const cases = steps.filter(({ kind }) => kind === 'case');
		expect([questions.length, cases.length]).toEqual([
			2,
			prepared.steps.filter(({ kind }) => kind === 'case').length
		]);
		const [asked, answers] = [await text('questions'), await text('answers')];
		for (const step of [...questions, ...cases]) {
			const it = askedOf(items, step);
			expect(asked).toContain(squeeze(it?.stem ?? '?'));
			for (const choice of it?.choices ?? []) {
				for (const sheet of [asked, answers, tally]) expect(sheet).toContain(squeeze(choice.text));
				expect(answers).toContain(squeeze(choice.reason));
				expect(asked).not.toContain(squeeze(choice.reason));
			}
		}

		// The cards of every board, with the numbers that the wall calls them by.
		const boards = steps.filter(({ kind }) => kind === 'board');
		expect(boards).toHaveLength(prepared.steps.filter(({ kind }) => kind === 'board').length);
		const cards = boards.flatMap((step) =>
			cardViews(items, step).map((card) => ({ ...card, of: items.boards.get(step.item ?? '')?.title ?? '' }))
		);
		expect((await page.locator('[data-cut]').allTextContents()).map(squeeze)).toEqual(
			cards.map(({ no, kind, text: name, of }) =>
				squeeze(`${no}${kind}${name}${boards.length > 1 ? of : ''}`)
			)
		);
		for (const { no, text: name, reason } of cards) {
			expect(tally).toContain(squeeze(`${no}${name}`));
			expect(answers).toContain(squeeze(reason));
		}
		for (const { title } of boardsIn(items, steps))
			for (const sheet of [timetable, tally, answers]) expect(sheet).toContain(squeeze(title));

		// Another one is chosen on the same page.
		await page.getByLabel(texts.session).selectOption({ label: texts.standard(30) });
		await lay(page, standardOf(items, 30), false, SHEETS);
		await expect(page.getByRole('heading', { name: texts.timetable.title(30) })).toBeVisible();
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

test('a session that is not here is said to be missing', async ({ page }) => {
	await page.goto(screen(web(), 'training/nobody/materials'));
	await expect(page.getByRole('heading', { level: 1, name: show.gone })).toBeVisible();
	await expect(page.locator('.sheet')).toHaveCount(0);
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
