/** One computer, several people: each has a record of their own, and nobody sees or loses another's. */
import { expect, test, type BrowserContext } from '@playwright/test';
import { people as words } from '#learn/texts-people.ts';
import { texts } from '#learn/texts.ts';
import { actions, app, confirm, empty } from '#ui/messages.ts';
import { pageAsking, shipped } from './support/course.ts';
import { giveFile, takeFile } from './support/file.ts';
import { keys, mouse } from './support/hands.ts';
import { Learner } from './support/learner.ts';
import { change, enter, enterNew, enterWithoutRecord, isHere } from './support/people.ts';
import { single, web } from './support/site.ts';
import { storedRows } from './support/stored.ts';

test.use({ actionTimeout: 15_000 });
const course = shipped();
const asking = [pageAsking(course, 'single'), pageAsking(course, 'multiple'), pageAsking(course, 'matching')];
const SATO = '佐藤 花子';
const SUZUKI = '鈴木 一郎';

async function newLearner(context: BrowserContext, site = web()): Promise<Learner> {
	return new Learner(mouse(await context.newPage()), course, site);
}
function askedOn(nth: number) {
	const asked = asking[nth];
	if (!asked) throw new Error('No such page');
	return asked;
}
async function answerOn(learner: Learner, nth: number): Promise<void> {
	const asked = askedOn(nth);
	await learner.go(`learn/${asked.page}`);
	await learner.arrived(asked.title);
	await learner.answer(asked.question, true, learner.lessonQuestion());
	await learner.saved();
}
const itemsOf = (...nth: number[]) => nth.map((n) => askedOn(n).question.id);

/** What everybody answered, by the ids they are kept under, in the order they came. */
async function answersByLearner(learner: Learner): Promise<string[][]> {
	const all = new Map<string, string[]>();
	for (const { learner: id, event } of await storedRows(learner.page, course.id)) {
		const items = all.get(id) ?? [];
		all.set(id, items);
		if (event.type === 'answered') items.push(event.item);
	}
	return [...all.values()];
}

for (const site of [web(), single()]) {
	test(`three people in turn: each sees their own record alone, also after loading anew: ${site.name}`, async ({
		context
	}) => {
		const learner = await newLearner(context, site);
		await learner.open();
		await isHere(learner, words.unnamed);
		await change(learner);
		await enterNew(learner, SATO, '総務課');
		await answerOn(learner, 0);

		await change(learner);
		await expect(learner.main).not.toContainText(askedOn(0).title);
		await enterNew(learner, SUZUKI);
		await expect(learner.link(texts.home.begin)).toBeVisible();
		await learner.go('record');
		await learner.arrived(texts.record.title);
		await expect(learner.main).toContainText(empty.records);
		await answerOn(learner, 1);
		await learner.page.reload();
		await isHere(learner, SUZUKI);

		await change(learner);
		await enterWithoutRecord(learner);
		await learner.go(`learn/${askedOn(2).page}`);
		await learner.answer(askedOn(2).question, true, learner.lessonQuestion());
		await learner.page.reload();
		await isHere(learner, words.guest);
		await expect(learner.lessonQuestion().locator('[data-verdict]')).toHaveCount(0);

		await change(learner);
		await enter(learner, SATO);
		await answerOn(learner, 2);
		expect(await answersByLearner(learner)).toEqual([itemsOf(0, 2), itemsOf(1)]);
	});
}

test('a new tab asks who is there and suggests leaving no record, and two tabs may be two people', async ({
	context
}) => {
	const one = await newLearner(context);
	await one.open();
	await change(one);
	await enterNew(one, SATO);
	await change(one);
	await enterNew(one, SUZUKI);
	await answerOn(one, 0);

	const two = await newLearner(context);
	await two.page.goto(`${web().url}#/${course.id}/learn/${askedOn(1).page}`);
	await expect(two.main.getByRole('radio', { name: new RegExp(words.noRecord, 'u') })).toBeChecked();
	await enter(two, SATO);
	await two.arrived(askedOn(1).title);
	await two.answer(askedOn(1).question, true, two.lessonQuestion());
	await two.saved();
	await answerOn(one, 2);
	expect((await answersByLearner(one)).sort((a, b) => a.length - b.length)).toEqual([
		itemsOf(1),
		itemsOf(0, 2)
	]);
});

test('by keyboard alone: naming the record there is, and it goes on under the name', async ({ context }) => {
	const learner = new Learner(keys(await context.newPage()), course, web());
	await learner.open(`learn/${askedOn(0).page}`);
	await learner.answer(askedOn(0).question, true, learner.lessonQuestion());
	await learner.saved();
	await change(learner);
	await expect(learner.main.getByRole('radio', { name: words.unnamedRecord })).toBeChecked();
	await learner.press(words.beginUnnamed);
	await isHere(learner, words.unnamed);
	await change(learner);
	const field = learner.main.getByLabel(words.nameOptional);
	while (!(await field.evaluate((element) => element === document.activeElement)))
		await learner.page.keyboard.press('Tab');
	await learner.page.keyboard.type(SATO);
	await learner.page.keyboard.press('Enter');
	await isHere(learner, SATO);
	await learner.go(`learn/${askedOn(0).page}`);
	await expect(learner.lessonQuestion()).toContainText('もう一度答える');
	expect(await answersByLearner(learner)).toEqual([itemsOf(0)]);
});

test('a name is asked for and never taken twice', async ({ context }) => {
	const learner = await newLearner(context);
	await learner.open();
	await change(learner);
	await learner.press(words.begin);
	const field = learner.main.getByLabel(words.name, { exact: true });
	await expect(field).toBeFocused();
	await expect(field).toHaveAccessibleDescription(words.missing);
	await enterNew(learner, SATO);
	await change(learner);
	await learner.hand.choose(learner.main.getByRole('radio', { name: words.newcomer }));
	await field.fill(`  ${SATO} `);
	await learner.press(words.begin);
	await expect(field).toHaveAccessibleDescription(words.same);
});

test('deleting one person names what goes, takes it all, and leaves the others alone', async ({
	context
}) => {
	const learner = await newLearner(context);
	await learner.open();
	await change(learner);
	await enterNew(learner, SATO);
	await answerOn(learner, 0);
	await answerOn(learner, 1);
	await change(learner);
	await enterNew(learner, SUZUKI);
	await answerOn(learner, 2);

	await learner.open('privacy');
	const dialog = learner.page.getByRole('dialog');
	await learner.press(words.cards.removeOf(`${SATO}さん`));
	await expect(dialog).toContainText(words.cards.askText(`${SATO}さん`, words.cards.course(course.title, 2)));
	await learner.press(app.cancel, dialog);
	expect(await answersByLearner(learner)).toHaveLength(2);
	await learner.press(words.cards.removeOf(`${SATO}さん`));
	await learner.press(confirm.delete, dialog);
	await expect(learner.main.getByRole('status').first()).toHaveText(words.cards.removed(`${SATO}さん`));
	expect(await answersByLearner(learner)).toEqual([itemsOf(2)]);

	await learner.press(words.cards.removeAll);
	await expect(dialog).toContainText(words.cards.askAll(1, 1));
	await learner.press(confirm.delete, dialog);
	await learner.arrived(words.title);
	await expect(learner.main.getByRole('radio')).toHaveCount(2);
	expect(await answersByLearner(learner)).toEqual([]);
	await enterNew(learner, SATO);
	await expect(learner.link(texts.home.begin)).toBeVisible();
});

test('answers that could not be kept are not left behind without a word', async ({ context }) => {
	const learner = await newLearner(context);
	await learner.page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
	await learner.open();
	await learner.go(`learn/${askedOn(0).page}`);
	await learner.answer(askedOn(0).question, true, learner.lessonQuestion());
	await learner.hand.press(learner.page.getByRole('banner').getByRole('button', { name: words.change }));
	const dialog = learner.page.getByRole('dialog');
	await expect(dialog).toContainText(words.unsavedText);
	const file = await takeFile(learner, dialog.getByRole('button', { name: actions.exportRecord }));
	expect(file.events.length).toBeGreaterThan(0);
	await learner.press(words.changeAnyway, dialog);
	await learner.arrived(words.title);
	await learner.main.getByLabel(words.name, { exact: true }).fill(SATO);
	await learner.press(words.begin);
	await expect(learner.main.getByRole('alert')).toContainText(words.notKept);
	await enterWithoutRecord(learner);
});

test('a file is named after its owner, asked about when it is somebody elses, and can be taken back', async ({
	context
}) => {
	const learner = await newLearner(context);
	await learner.open();
	await change(learner);
	await enterNew(learner, SATO);
	await answerOn(learner, 0);
	await learner.go('record');
	await learner.arrived(texts.record.title);
	const file = await takeFile(learner, learner.button(texts.record.save));
	expect(file.name).toContain('_佐藤_花子_令和');

	await change(learner);
	await enterNew(learner, SUZUKI);
	await answerOn(learner, 1);
	await learner.go('record');
	await learner.arrived(texts.record.title);
	const before = await learner.standing(learner.main.getByRole('table').first());
	const said = learner.main.getByRole('status').first();
	const dialog = learner.page.getByRole('dialog');
	await giveFile(learner, file.name, file.text);
	await expect(dialog).toContainText(texts.record.foreignText(SATO, SUZUKI));
	await learner.press(app.cancel, dialog);
	expect(await learner.standing(learner.main.getByRole('table').first())).toBe(before);

	for (const _time of [1, 2]) {
		await giveFile(learner, file.name, file.text);
		await learner.press(texts.record.foreignTake, dialog);
		await expect(said).toHaveText(texts.record.loaded(file.events.length));
		expect(await learner.standing(learner.main.getByRole('table').first())).not.toBe(before);
		await learner.press(texts.record.takeBack);
		await expect(said).toHaveText(texts.record.takenBack(file.events.length));
		expect(await learner.standing(learner.main.getByRole('table').first())).toBe(before);
	}
	await learner.saved();
	await learner.page.reload();
	await learner.ready();
	expect(await learner.standing(learner.main.getByRole('table').first())).toBe(before);
});
