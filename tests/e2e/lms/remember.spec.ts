/** What was learned is asked again inside an LMS as well: from the state that it gave back, on another day. */
import { rememberTexts as t } from '#learn/texts-remember.ts';
import { NAMES } from '../../stores/lms-contract/names.ts';
import { mini, questionOf } from '../support/course.ts';
import { expect, test } from './lms.ts';

test.use({ actionTimeout: 15_000 });
const course = mini();
const question = questionOf(course, 'q1_1');

for (const target of ['scorm12', 'scorm2004-4'] as const) {
	test(`the dates follow from the state that the LMS keeps: ${target}`, async ({ lms, context }) => {
		const on = (day: string, hour = '10:00') => context.clock.setFixedTime(`${day}T${hour}:00+09:00`);

		await on('2026-12-01');
		const first = await lms.open({ target });
		await first.learner.go('learn/m1_p1');
		await first.learner.answer(question, true, first.learner.lessonQuestion());
		await first.learner.go('remember');
		await expect(first.learner.main).toContainText(t.nothingUntil('令和8年12月2日'));
		await lms.exit(first);
		await first.host.close();

		// Only looked at: nothing is asked.
		await on('2026-12-02', '09:00');
		const looked = await lms.open({ target, mode: 'review' });
		await expect(looked.learner.h1).toHaveText(course.title);
		await expect(looked.learner.main.getByText(t.onHome(1))).toHaveCount(0);
		await lms.exit(looked);
		await looked.host.close();

		const second = await lms.open({ target });
		await expect(second.learner.main.getByText(t.onHome(1))).toBeVisible();
		await second.learner.follow(t.open);
		await second.learner.press(t.start);
		await second.learner.answer(question, true);
		await expect(second.learner.main).toContainText(t.next('令和8年12月9日'));
		await lms.exit(second);
		expect(lms.held(second, NAMES[target === 'scorm12' ? '1.2' : '2004'].state)).toMatch(/^mbB/u);
		await second.host.close();

		// Launched again on the same day: done for today, and the date is the same.
		await on('2026-12-02', '15:00');
		const third = await lms.open({ target });
		await expect(third.learner.main.getByText(t.onHome(1))).toHaveCount(0);
		await third.learner.go('remember');
		await expect(third.learner.main).toContainText(t.nothingUntil('令和8年12月9日'));
		await lms.exit(third);
		await third.host.close();

		await on('2026-12-08');
		const early = await lms.open({ target });
		await expect(early.learner.h1).toHaveText(course.title);
		await expect(early.learner.main.getByText(t.onHome(1))).toHaveCount(0);
		await lms.exit(early);
		await early.host.close();

		await on('2026-12-09');
		const fourth = await lms.open({ target });
		await expect(fourth.learner.main.getByText(t.onHome(1))).toBeVisible();
	});
}
