/** Where the learner in the page finds things: the second course's lesson pages that ask, and the words on the buttons. */
import { texts } from '#learn/texts.ts';
import { actions } from '#ui/messages.ts';
import { mini } from '../../support/course.ts';

const course = mini();

const pages = course.units.flatMap((unit) =>
	unit.pages.flatMap(({ id, title, blocks }) => {
		const items = blocks.flatMap((block) => (block.kind === 'question' ? [block.question] : []));
		return items.length > 0 ? [{ page: id, title, items }] : [];
	})
);
/** For `work`. */
export const WORK = {
	course: course.id,
	pages,
	labels: { check: actions.check, again: texts.lesson.answerAgain }
};
/** For `takeRecord`. */
export const RECORD = { course: course.id, heading: texts.record.title, label: texts.record.save };
