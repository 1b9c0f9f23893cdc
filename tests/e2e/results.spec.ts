/** Results: fair tests, feedback when it is due, first tries kept, wrong ones again, and one sheet of paper. */
import { expect, test, type Page } from '@playwright/test';
import { texts } from '#learn/texts.ts';
import { actions, board as boardWords, verdicts } from '#ui/messages.ts';
import { partsOf, rightResponse, type Question } from '#questions/registry.ts';
import {
	mini as miniCourse,
	needed,
	questionOf,
	questionsOf,
	responseTo,
	shipped,
	squeeze
} from './support/course.ts';
import { mouse } from './support/hands.ts';
import { Learner } from './support/learner.ts';
import { isA4, printed } from './support/paper.ts';
import { mini, web } from './support/site.ts';
import { storedEvents } from './support/stored.ts';

test.use({ actionTimeout: 15_000 });
const course = shipped();

const learnerOn = (page: Page) => new Learner(mouse(page), course, web());

/** Nothing on the screen may tell what is right. */
async function expectNoVerdict(learner: Learner): Promise<void> {
	await expect(learner.main.locator('[data-verdict], [data-result]')).toHaveCount(0);
	await expect(learner.main).not.toContainText(/正解|合って|なぜ/u);
}

/** A question of a finished test says what was right and why. */
function reasonsFor(question: Question): string[] {
	const right = rightResponse(question);
	const chosen =
		question.type === 'single'
			? [right]
			: question.type === 'multiple' && Array.isArray(right)
				? right
				: undefined;
	const parts = partsOf(question).filter((part) => part.right && (!chosen || chosen.includes(part.id)));
	return [question.takeaway, ...parts.map((part) => part.reason)].map(squeeze);
}

test('the final test tells nothing before its end, everything after it, and is not the same twice', async ({
	page
}) => {
	test.setTimeout(180_000);
	const learner = learnerOn(page);
	const { draw } = course.test;
	const enough = needed(course);
	await page.clock.setFixedTime('2026-11-22T10:32:00+09:00');
	await learner.open('test');
	await learner.press(texts.test.start);

	// The first two are answered, looked at again, and one of them is changed.
	const first = await learner.asked();
	await learner.give(first, responseTo(first, true));
	await learner.press(actions.nextQuestion);
	await expectNoVerdict(learner);
	await learner.press(texts.run.prev);
	expect((await learner.asked()).id).toBe(first.id);
	await expectNoVerdict(learner);
	await expect(learner.button(actions.check)).toHaveCount(0);
	await learner.press(texts.run.toReview);
	await expectNoVerdict(learner);
	await learner.hand.press(learner.main.getByRole('button', { name: /^問1(?!\d)/u }));

	const asked = await learner.takeTest((at) => at >= 4);
	await expect(learner.main).toContainText(texts.result.summary(draw, draw - 4));
	await expect(learner.main).toContainText(texts.result.passed(enough));
	await expect(learner.main).toContainText(texts.result.missed(4));
	const standing = await learner.standing();
	for (const id of asked.slice(0, 4)) {
		for (const reason of reasonsFor(questionOf(course, id))) expect(standing).toContain(reason);
	}

	const paper = await printed(page);
	expect(paper.pages).toBe(1);
	expect(paper.sizes.every(isA4)).toBe(true);
	for (const words of [
		course.title,
		texts.result.revision(course.revision),
		'令和8年11月22日',
		`${draw - 4}／${draw}`,
		texts.result.pass,
		texts.result.name,
		course.disclaimer
	]) {
		expect(paper.text).toContain(words);
	}
	for (const words of [actions.print, actions.wrongAgain, texts.result.retake, '保存しました']) {
		expect(paper.text).not.toContain(words);
	}

	// Only the wrong ones, now with the reasons at once.
	await learner.press(actions.wrongAgain);
	for (const [at, id] of asked.slice(0, 4).entries()) {
		await expect(learner.main).toContainText(`${at + 1}問目／全4問`);
		const question = await learner.asked();
		expect(question.id).toBe(id);
		await learner.answer(question, true);
		await learner.press(at === 3 ? actions.result : actions.nextQuestion);
	}
	await learner.arrived(texts.result.practice);
	await expect(learner.main).toContainText(texts.result.summary(4, 4));

	await learner.go('test');
	await expect(learner.main).toContainText(texts.test.best(draw - 4, draw));
	await learner.press(texts.test.start);
	const again = await learner.takeTest(() => false);
	expect(again.filter((id) => asked.includes(id))).toEqual([]);
	expect([...asked, ...again].filter((id) => questionOf(course, id).use !== 'final')).toEqual([]);
	await expect(learner.main).toContainText(texts.result.notPassed(enough));
	// With everything wrong the screen is at its longest: the sheet is still one.
	const longest = await printed(page);
	expect(longest.pages).toBe(1);
	expect(longest.text).toContain(`0／${draw}`);
	expect(longest.text).toContain(texts.result.fail);

	// The worse second try takes nothing away from the first.
	await learner.go('record');
	const rows = learner.main.getByRole('table', { name: texts.record.tests }).getByRole('row');
	await expect(rows.nth(1)).toContainText(`${draw - 4}／${draw}`);
	await expect(rows.nth(2)).toContainText(`0／${draw}`);
	await learner.go('test');
	await expect(learner.main).toContainText(texts.test.passed);
});

test('a test repeats nothing until every question has been asked; its sheet knows the first year of an era', async ({
	page
}) => {
	const second = miniCourse();
	const learner = new Learner(mouse(page), second, mini());
	const all = questionsOf(second, 'final').map((question) => question.id);
	await page.clock.setFixedTime('2019-06-01T09:00:00+09:00');
	await learner.open('test');
	await learner.press(texts.test.start);
	const asked = await learner.takeTest(() => true);
	expect(new Set(asked).size).toBe(second.test.draw);
	const paper = await printed(page);
	expect(paper.pages).toBe(1);
	expect(paper.text).toContain('令和元年6月1日');

	await learner.follow(texts.result.retake);
	await learner.press(texts.test.start);
	const again = await learner.takeTest(() => true);
	expect(new Set([...asked, ...again])).toEqual(new Set(all));
	expect(all.length).toBeLessThan(2 * second.test.draw);
});

test('practice asks no question of the final test, in any chapter or mixed', async ({ page }) => {
	const learner = learnerOn(page);
	await learner.open('practice');
	const starts = learner.main.getByRole('button', { name: texts.practice.start });
	const count = await starts.count();
	expect(count).toBe(course.units.length);
	for (let at = 0; at < count; at += 1) {
		if (at > 0) {
			await learner.go('practice');
			await learner.arrived(texts.practice.title);
		}
		await learner.hand.press(starts.nth(at));
		expect((await learner.asked()).use).toBe('practice');
	}
	await learner.saved();
	const runs = (await storedEvents(page, course.id)).flatMap((event) =>
		event.type === 'runStarted' ? [event.items] : []
	);
	expect(runs).toHaveLength(count);
	for (const id of runs.flat()) expect(questionOf(course, id).use).toBe('practice');
});

test('what is marked or wrong comes back, only that, and the first try is kept', async ({ page }) => {
	test.setTimeout(120_000);
	const learner = learnerOn(page);
	await learner.open('practice');
	await learner.press(texts.practice.start);
	const wrong: string[] = [];
	const marked: string[] = [];
	for (let at = 0; at < 10; at += 1) {
		await expect(learner.main).toContainText(`${at + 1}問目／全10問`);
		const question = await learner.asked();
		const right = at % 3 !== 0;
		if (!right) wrong.push(question.id);
		if (at === 1) {
			marked.push(question.id);
			await learner.press(actions.flag);
			await expect(learner.button(actions.unflag)).toHaveAttribute('aria-pressed', 'true');
		}
		await learner.answer(question, right);
		await learner.press(at === 9 ? actions.result : actions.nextQuestion);
	}
	await learner.arrived(texts.result.practice);
	await expect(learner.main).toContainText(texts.result.summary(10, 6));

	// The review lists the marked one and the wrong ones, and starts with them.
	await learner.go('review');
	await learner.arrived(texts.review.title);
	await expect(learner.main.getByRole('listitem')).toHaveCount(5);
	const listed = await learner.standing();
	for (const id of [...marked, ...wrong]) expect(listed).toContain(squeeze(questionOf(course, id).stem));
	await learner.press(texts.review.start(5));
	expect((await learner.asked()).id).toBe(marked[0]);
	await page.goBack();
	await page.goBack();

	await learner.arrived(texts.result.practice);
	await learner.press(actions.wrongAgain);
	for (const [at, id] of wrong.entries()) {
		await expect(learner.main).toContainText(`${at + 1}問目／全4問`);
		await expect(learner.h1).toBeFocused();
		const question = await learner.asked();
		expect(question.id).toBe(id);
		await learner.answer(question, true);
		await learner.press(at === 3 ? actions.result : actions.nextQuestion);
	}
	await expect(learner.main).toContainText(texts.result.firstTry(6, 10));
	await learner.saved();

	const events = await storedEvents(page, course.id);
	const finished = events.find((event) => event.type === 'runFinished');
	expect(finished?.type === 'runFinished' && [...finished.wrong].sort()).toEqual([...wrong].sort());
	await learner.go('review');
	await learner.arrived(texts.review.title);
	await expect(learner.main.getByRole('listitem')).toHaveCount(1);
});

test('a board keeps its first try, whatever follows', async ({ page }) => {
	const learner = learnerOn(page);
	const board = course.units
		.flatMap((unit) => unit.boards)
		.sort((a, b) => a.cards.length - b.cards.length)[0];
	const unit = course.units.find((one) => one.boards.some(({ id }) => id === board?.id));
	if (!board || !unit) throw new Error('No board');
	await learner.open(`board/${board.id}`);
	await learner.press(actions.check);
	await expect(learner.main.getByRole('alert')).toHaveText(texts.board.leftToCheck(board.cards.length));
	await learner.board(board, 2);
	const total = board.cards.length;
	await expect(learner.main).toContainText(texts.board.firstResult(total - 2, total));
	await learner.press(texts.board.restart);
	await expect(learner.main.locator('[data-column] [data-card]')).toHaveCount(0);
	await expect(learner.main).toContainText(boardWords.left(total));
	await learner.board(board, 0);
	await learner.follow(texts.board.toLesson);
	await expect(learner.main).toContainText(`${texts.board.first}：${verdicts.right} ${total - 2}／${total}`);
	await learner.go('record');
	await expect(learner.main.getByRole('table', { name: texts.record.boards })).toContainText(
		`${total - 2}／${total}`
	);
});
