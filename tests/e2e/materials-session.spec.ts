/** What is printed for a session that was prepared, and the board on one sheet of A3. */
import { expect, test } from '@playwright/test';
import { japaneseDay } from '#ui/dates.ts';
import { boardsIn, programmeOf, standardOf } from '#workshop/paper/programme.ts';
import { SHEETS, texts, type SheetName } from '#workshop/paper/texts.ts';
import { cardViews } from '#workshop/session/cards.ts';
import { askedOf } from '#workshop/session/choices.ts';
import type { Prepared, Step } from '#workshop/session/prepared.ts';
import { show } from '#workshop/screens/texts.ts';
import { squeeze, type Taught } from './support/course.ts';
import { isA4, printed } from './support/paper.ts';
import { bring, itemsOfCourse, preparedWith } from './support/session.ts';
import { courses, faults, isA3, lay, layStandard, sheets } from './support/sheets.ts';
import { screen, web } from './support/site.ts';

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
	const where = site().name;

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

test('a session that is not here is said to be missing', async ({ page }) => {
	await page.goto(screen(web(), 'training/nobody/materials'));
	await expect(page.getByRole('heading', { level: 1, name: show.gone })).toBeVisible();
	await expect(page.locator('.sheet')).toHaveCount(0);
});
