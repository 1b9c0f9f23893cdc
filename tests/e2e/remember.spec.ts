/** What was learned is asked again on the days that follow from the answers, in a browser whose clock is turned. */
import { expect, test } from '@playwright/test';
import { rememberTexts as t } from '#learn/texts-remember.ts';
import { texts } from '#learn/texts.ts';
import { mini as miniCourse, questionOf } from './support/course.ts';
import { mouse } from './support/hands.ts';
import { Learner } from './support/learner.ts';
import { mini } from './support/site.ts';
import { storedAnswers } from './support/stored.ts';

test.use({ actionTimeout: 15_000 });
const course = miniCourse();

test('a day, a week and then longer: over the turn of the year, with a word on the first screen only when something is due', async ({
	page
}) => {
	const learner = new Learner(mouse(page), course, mini());
	const on = (day: string, hour = '10:00') => page.clock.setFixedTime(`${day}T${hour}:00+09:00`);
	const line = learner.main.getByText(t.onHome(1));
	const home = async () => {
		await learner.open();
		await expect(learner.h1).toHaveText(course.title);
	};
	/** Asked again and answered. */
	const reviewed = async (right: boolean, next: string) => {
		await home();
		await expect(line).toBeVisible();
		await learner.follow(t.open);
		await learner.arrived(t.title);
		await learner.press(t.start);
		await learner.answer(questionOf(course, 'q1_1'), right);
		await expect(learner.main).toContainText(t.next(next));
		await learner.press(t.finish);
		await learner.arrived(t.done);
		await learner.saved();
		await home();
		await expect(line).toHaveCount(0);
	};

	await on('2026-12-23');
	await learner.open('learn/m1_p1');
	await learner.answer(questionOf(course, 'q1_1'), true, learner.lessonQuestion());
	await learner.saved();
	await home();
	await expect(learner.main.getByText(t.title, { exact: true })).toBeVisible();
	await expect(line).toHaveCount(0);
	const place = learner.main.getByRole('region').first();
	const before = await place.textContent();

	await on('2026-12-24', '08:30');
	await reviewed(true, '令和8年12月31日');
	// The place to go on is where it was.
	expect(await place.textContent()).toBe(before);

	await on('2026-12-30');
	await home();
	await expect(line).toHaveCount(0);
	await learner.go('remember');
	await expect(learner.main).toContainText(t.nothingUntil('令和8年12月31日'));

	// Later than asked, and wrong: the next day.
	await on('2027-01-04', '13:00');
	await reviewed(false, '令和9年1月5日');
	await on('2027-01-05');
	await reviewed(true, '令和9年1月8日');

	const answers = await storedAnswers(page, course.id);
	expect(answers.map(({ run, page: at }) => run ?? at)).toEqual(['m1_p1', undefined, undefined, undefined]);
	expect(texts.review.title).not.toBe(t.title);
});
