/** Closed at any moment, opened again: the same screen, the same question in the same order, the same half-made answer. */
import { expect, test, type BrowserContext } from '@playwright/test';
import { texts } from '#learn/texts.ts';
import { actions } from '#ui/messages.ts';
import { pageAsking, responseTo, shipped } from './support/course.ts';
import { half, seen } from './support/half.ts';
import { mouse } from './support/hands.ts';
import { Learner } from './support/learner.ts';
import { screen, web } from './support/site.ts';

test.use({ actionTimeout: 15_000 });
const course = shipped();
const types = ['single', 'multiple', 'matching', 'ordering', 'placement'] as const;

async function newLearner(context: BrowserContext): Promise<Learner> {
	return new Learner(mouse(await context.newPage()), course, web());
}

/** Closes the window and opens the course anew, at its first screen. */
async function closedAndReopened(learner: Learner): Promise<Learner> {
	await learner.saved();
	const context = learner.page.context();
	await learner.page.close();
	const again = await newLearner(context);
	await again.open();
	return again;
}

for (const type of types) {
	test(`a lesson page comes back with its half-made answer, in the same order: ${type}`, async ({
		context
	}) => {
		const { page, title, question } = pageAsking(course, type);
		let learner = await newLearner(context);
		await learner.open(`learn/${page}`);
		await half(learner, question, learner.lessonQuestion());
		const before = await seen(learner.lessonQuestion());
		learner = await closedAndReopened(learner);
		await expect(learner.main).toContainText(texts.home.fromPage(title));
		await learner.follow(actions.resume);
		await learner.arrived(title);
		expect(await seen(learner.lessonQuestion())).toEqual(before);

		// Going on from there is the same as if nothing had happened.
		await learner.answer(question, true, learner.lessonQuestion());
		const answered = await learner.standing(learner.lessonQuestion());
		learner = await closedAndReopened(learner);
		await learner.follow(actions.resume);
		await learner.arrived(title);
		expect(await learner.standing(learner.lessonQuestion())).toBe(answered);
	});
}

test('a half-made board comes back with every card where it was, and so does a checked one', async ({
	context
}) => {
	const board = course.units
		.flatMap((unit) => unit.boards)
		.sort((a, b) => a.cards.length - b.cards.length)[0];
	if (!board) throw new Error('No board');
	const column = course.map.domains[0]?.id ?? '';
	let learner = await newLearner(context);
	await learner.open(`board/${board.id}`);
	await learner.place(board.cards.slice(0, 3).map((card): [string, string] => [card.id, column]));
	await learner.press(actions.undo);
	const before = await seen(learner.main);
	learner = await closedAndReopened(learner);
	await expect(learner.main).toContainText(texts.home.board(board.title));
	await learner.follow(actions.resume);
	await learner.arrived(board.title);
	expect(await seen(learner.main)).toEqual(before);
	// What was undone before can still be undone further.
	await learner.press(actions.undo);
	await expect(learner.main.locator(`[data-column] [data-card]`)).toHaveCount(1);

	await learner.place(board.cards.slice(1).map((card): [string, string] => [card.id, column]));
	await learner.press(actions.check);
	await expect(learner.main.locator('[data-verdict]')).toBeVisible();
	const checked = await learner.standing();
	learner = await closedAndReopened(learner);
	await learner.follow(actions.resume);
	await learner.arrived(board.title);
	expect(await learner.standing()).toBe(checked);
});

test('the final test goes on at its question with the answers given, also after a reload of its address', async ({
	context
}) => {
	let learner = await newLearner(context);
	await learner.open('test');
	await learner.press(texts.test.start);
	const ids: string[] = [];
	for (let at = 0; at < 3; at += 1) {
		const question = await learner.asked();
		ids.push(question.id);
		await learner.give(question, responseTo(question, at % 2 === 0));
		if (at < 2) await learner.press(actions.nextQuestion);
	}
	await learner.press(actions.flag);
	const before = await seen(learner.main);
	const address = learner.page.url();
	learner = await closedAndReopened(learner);
	await learner.follow(actions.resume);
	await expect(learner.main).toContainText(`3問目／全${course.test.draw}問`);
	await expect(learner.h1).toBeFocused();
	expect(learner.page.url()).toBe(address);
	expect(await seen(learner.main)).toEqual(before);
	await expect(learner.button(actions.unflag)).toHaveAttribute('aria-pressed', 'true');

	await learner.page.reload();
	await learner.ready();
	expect(await seen(learner.main)).toEqual(before);
	await learner.press(texts.run.prev);
	await learner.press(texts.run.prev);
	expect((await learner.asked()).id).toBe(ids[0]);
	await expect(learner.main.locator('input:checked, [data-card], [data-item], select')).not.toHaveCount(0);
	await learner.press(texts.run.toReview);
	await learner.arrived(texts.run.review);
	await expect(learner.main.getByRole('button', { name: /^問\d+\s*答えた/u })).toHaveCount(3);
	await learner.page.reload();
	await learner.ready();
	await learner.press(actions.finish);
	await expect(learner.main.getByRole('alert')).toHaveText(texts.run.leftToFinish(course.test.draw - 3));
	await learner.press(texts.run.backTo);
	await expect(learner.h1).toBeFocused();
	expect((await learner.asked()).id).toBe(ids[0]);
});

test('a practice shows its feedback again, and the question after it', async ({ context }) => {
	let learner = await newLearner(context);
	await learner.open('practice');
	await learner.press(texts.practice.start);
	const first = await learner.asked();
	await learner.answer(first, false);
	const feedback = await learner.standing();
	learner = await closedAndReopened(learner);
	await learner.follow(actions.resume);
	await expect(learner.button(actions.nextQuestion)).toBeVisible();
	expect(await learner.standing()).toBe(feedback);
	await learner.press(actions.nextQuestion);
	await expect(learner.h1).toBeFocused();
	const second = await learner.asked();
	const order = await seen(learner.main);
	learner = await closedAndReopened(learner);
	await learner.follow(actions.resume);
	expect((await learner.asked()).id).toBe(second.id);
	expect(await seen(learner.main)).toEqual(order);
});

test('the header tells that the answer is saved, and when', async ({ context }) => {
	const learner = await newLearner(context);
	const { page, question } = pageAsking(course, 'single');
	await learner.page.clock.setFixedTime('2026-11-22T10:32:10+09:00');
	await learner.open(`learn/${page}`);
	await learner.answer(question, true, learner.lessonQuestion());
	await expect(learner.page.getByRole('banner')).toContainText('保存しました 10:32');
});

type First = { name: string; path: string; control: string; works: (learner: Learner) => Promise<void> };
const { page: lesson } = pageAsking(course, 'single');
const firsts: First[] = [
	{
		name: 'the large button of the first screen',
		path: '',
		control: 'main a[href]',
		works: (learner) => expect(learner.h1).toHaveText(course.units[0]?.pages[0]?.title ?? '')
	},
	{
		name: 'the skip link',
		path: '',
		control: 'body a[href]',
		works: (learner) => expect(learner.main).toBeFocused()
	},
	{
		name: 'the way to the settings, from a lesson page',
		path: `learn/${lesson}`,
		control: 'nav a[href$="/settings"]',
		works: (learner) => expect(learner.h1).toHaveText(texts.settings.title)
	},
	{
		name: 'the start of the final test',
		path: 'test',
		control: 'main button',
		works: (learner) => expect(learner.main).toContainText(`1問目／全${course.test.draw}問`)
	},
	{
		name: 'a setting',
		path: 'settings',
		control: 'input[name=theme]:not(:checked)',
		works: (learner) => expect(learner.page.locator('html[data-theme]')).toHaveCount(1)
	}
];

for (const { name, path, control, works } of firsts) {
	test(`what is pressed in the very frame in which the page calls itself ready works: ${name}`, async ({
		context
	}) => {
		const learner = await newLearner(context);
		await learner.page.addInitScript((selector) => {
			const observer = new MutationObserver(() => {
				if (!document.documentElement.hasAttribute('data-ready')) return;
				observer.disconnect();
				const found = document.querySelector<HTMLElement>(selector);
				document.documentElement.dataset.pressed = found ? 'yes' : 'nothing to press';
				found?.click();
			});
			observer.observe(document, { attributes: true, subtree: true, childList: true });
		}, control);
		await learner.page.goto(screen(learner.site, path));
		await expect(learner.page.locator('html')).toHaveAttribute('data-pressed', 'yes');
		await works(learner);
	});
}
