/** The whole course, from its first page to a passed test: every page, every question, every board. */
import { expect } from '@playwright/test';
import { texts } from '#learn/texts.ts';
import { actions, states } from '#ui/messages.ts';
import { needed, questionOf, teaching } from './course.ts';
import type { Learner } from './learner.ts';

/** Some answers are wrong: going on does not depend on being right. */
const rightAt = (nth: number) => nth % 4 !== 1;

export type Options = {
	/** Done once on the first page that cites something. */
	onFirstPage?: () => Promise<void>;
	/** Done once at the result of the test that is not passed. */
	onFailedTest?: () => Promise<void>;
};

export async function learnWholeCourse(
	learner: Learner,
	{ onFirstPage, onFailedTest }: Options = {}
): Promise<void> {
	const { course, main } = learner;
	const units = teaching(course);
	await learner.open();
	await learner.follow(texts.home.begin);

	let nth = 0;
	for (const unit of units) {
		for (const [at, page] of unit.pages.entries()) {
			await learner.arrived(page.title);
			if (at === 0 && unit === units[0]) await onFirstPage?.();
			for (const block of page.blocks) {
				if (block.kind !== 'board') continue;
				const board = unit.boards.find((one) => one.id === block.board);
				if (!board) throw new Error(`No board ${block.board}`);
				// A page may hold several: those done already offer to be looked at instead.
				await learner.hand.press(learner.link(texts.lesson.openBoard).first());
				await learner.arrived(board.title);
				await learner.board(board, 2);
				await learner.follow(texts.board.toLesson);
				await learner.arrived(page.title);
			}
			const asked = page.blocks.flatMap((b) =>
				b.kind === 'question' ? [questionOf(course, b.question)] : []
			);
			for (const [i, question] of asked.entries()) {
				await learner.answer(question, rightAt(nth), learner.lessonQuestion(i));
				nth += 1;
			}
			await learner.follow(at === unit.pages.length - 1 ? texts.lesson.unitEnd : actions.next);
		}
	}

	await learner.arrived(texts.test.title);
	await learner.press(texts.test.start);
	const enough = needed(course);
	await learner.takeTest((at) => at < enough - 1);
	await expect(main).toContainText(texts.result.notPassed(enough));
	await onFailedTest?.();
	await learner.follow(texts.result.retake);
	await learner.arrived(texts.test.title);
	await learner.press(texts.test.start);
	await learner.takeTest((at) => at < enough);
	await expect(main).toContainText(texts.result.summary(course.test.draw, enough));
	await expect(main).toContainText(texts.result.passed(enough));

	await learner.follow(texts.result.home);
	await learner.arrived(course.title);
	await expect(main).toContainText(texts.home.finished);
	const chapters = main.getByRole('list', { name: texts.home.units(course.units.length), exact: true });
	await expect(chapters.getByRole('listitem').filter({ hasText: states.done })).toHaveCount(
		course.units.length
	);
	await learner.saved();
}
