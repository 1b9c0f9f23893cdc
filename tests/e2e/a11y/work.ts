/** The screens of a case in several steps and of the statements before and after the course. */
import { statementId, TIMES, type Time } from '../../../src/lib/course/statements.ts';
import { texts } from '../../../src/lib/learn/texts.ts';
import { placeOf, type Happened } from '../../../src/lib/record/events.ts';
import { pretestPage } from '../../../src/lib/record/progress.ts';
import { replayWork, scoreWork } from '../../../src/lib/scenario/judge.ts';
import { standOf } from '../../../src/lib/scenario/casework.ts';
import { press, type Screen } from './screen.ts';
import { course, finishedRun, given, questions } from './support.ts';

const work = given(course.units.flatMap((unit) => unit.casework)[0]);
/** Choices from the start: the first option of each step, up to so many or to the ending. */
function way(most: number): Record<string, string> {
	const chosen: Record<string, string> = {};
	for (let i = 0; i < most; i += 1) {
		const { step } = standOf(work, replayWork(work, chosen));
		if (!step) break;
		chosen[step.id] = given(step.options[0]).id;
	}
	return chosen;
}
const half: Happened = {
	type: 'drafted',
	item: work.id,
	where: placeOf({ page: work.id }),
	response: way(2)
};
const whole = way(work.longest);
const ended: Happened[] = [
	{ type: 'answered', item: work.id, response: whole, page: work.id, ...given(scoreWork(work, whole)) },
	{ type: 'pageDone', page: work.id }
];

/** Every second statement judged rightly. */
const stated = (time: Time): Happened[] => [
	...course.pretest.map((item, i): Happened => ({
		type: 'answered',
		item: statementId(item.id, time),
		response: item.right === (i % 2 === 0) ? 'yes' : 'no',
		earned: i % 2 === 0 ? 1 : 0,
		total: 1,
		page: pretestPage(time)
	})),
	{ type: 'pageDone', page: pretestPage(time) }
];
const [before, after] = TIMES;

/** A practice in which one was sure, less sure and not sure, in turn; the first two answers are wrong. */
const practised = questions.filter((q) => q.use === 'practice').slice(0, 6);
const sure = finishedRun('r1', 'practice', practised, (i) => i > 1).map((event, i): Happened =>
	event.type === 'answered' ? { ...event, confidence: i % 4 === 1 ? 'sure' : 'unsure' } : event
);

export const workScreens: Screen[] = [
	{ name: 'case in steps, at the start', path: `work/${work.id}` },
	{
		name: 'case in steps, nothing chosen',
		path: `work/${work.id}`,
		act: press(texts.work.decide),
		like: true
	},
	{
		name: 'case in steps, after a choice',
		path: `work/${work.id}`,
		record: [half],
		act: async (page) => {
			await page.getByText(texts.work.soFar).click();
			await page.getByRole('radio').first().check();
			await press(texts.work.decide)(page);
			await page.getByRole('button', { name: texts.work.takeBack }).waitFor();
		}
	},
	{ name: 'case in steps, at the end', path: `work/${work.id}`, record: ended },
	{ name: 'statements before', path: 'pretest/before' },
	{
		name: 'statements before, some missing',
		path: 'pretest/before',
		act: press(texts.pretest.send),
		like: true
	},
	{ name: 'statements before, received', path: 'pretest/before', record: stated(before) },
	{ name: 'statements after, done', path: 'pretest/after', record: [...stated(before), ...stated(after)] },
	{ name: 'result of a practice, with sureness', path: 'run/r1', record: sure },
	{
		name: 'record, with what changed',
		path: 'record',
		record: [...stated(before), ...stated(after)]
	}
];
