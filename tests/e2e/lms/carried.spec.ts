/** Progress that came with the package, and progress from a file. */
import { texts } from '#learn/texts.ts';
import { TARGETS } from '#record/payload.ts';
import { actions } from '#ui/messages.ts';
import { NAMES } from '../../stores/lms-contract/names.ts';
import { mini, questionOf, questionsOf, responseTo } from '../support/course.ts';
import { giveFile } from '../support/file.ts';
import type { Json } from '#record/json.ts';
import { writeKiroku } from '#record/kiroku.ts';
import { carried, CARRIER, finished } from './records.ts';
import { expect, HANAKO, TARO, test, type Launch } from './lms.ts';

test.use({ actionTimeout: 15_000 });
const course = mini();
const t = texts.lms.carried;
/** Whose a file is that is read in without a question. */
const MINE = { id: 'elsewhere', name: HANAKO.name };

const offer = ({ learner }: Launch) => learner.main.locator('.offer').filter({ hasText: t.title });
const told = async (launch: Launch) =>
	(await launch.news()).flatMap((line) => /^cmi\.interactions\.\d+\.id = (.+)$/u.exec(line)?.[1] ?? []);

for (const target of TARGETS) {
	const names = NAMES[target === 'scorm12' ? '1.2' : '2004'];

	test(`${target}: carried progress is offered with whose it is and how much, told to nobody before the press, and then to the LMS`, async ({
		lms
	}) => {
		const launch = await lms.open({ target, course: 'carried' });
		const { learner } = launch;
		await expect(offer(launch)).toContainText(
			t.whose(CARRIER, 2, questionsOf(course).length, '令和8年4月1日')
		);
		await expect(offer(launch)).toContainText(t.ask);
		await expect(learner.link(texts.home.begin), 'nothing has begun').toBeVisible();
		expect(await told(launch)).toEqual([]);
		expect((await launch.news()).join('\n')).not.toContain(names.state);

		await learner.press(t.take);
		await expect(learner.main).toContainText(t.taken);
		await expect(offer(launch)).toHaveCount(0);
		await learner.saved();
		expect(await told(launch)).toEqual(['q1_1', 'q1_2']);
		await expect(learner.main).toContainText(texts.lms.missing(1, true));
		await lms.exit(launch);

		// Now the LMS holds it, and it is not offered again.
		const back = await lms.open({ target, course: 'carried' });
		await expect(back.learner.link(actions.resume)).toBeVisible();
		await expect(offer(back)).toHaveCount(0);
		await back.learner.go('learn/m1_p1');
		await expect(back.learner.lessonQuestion()).toContainText('正解です');
		expect(await told(back)).toEqual([]);
	});
}

test('carried progress that is declined leaves a fresh beginning, and is not offered where the LMS holds something', async ({
	lms
}) => {
	const launch = await lms.open({ target: 'scorm12', course: 'carried' });
	const { learner } = launch;
	await learner.press(t.leave);
	await expect(offer(launch)).toHaveCount(0);
	await learner.follow(texts.home.begin);
	await learner.arrived('手引きの目的');
	await expect(learner.lessonQuestion().locator('[data-verdict]')).toHaveCount(0);
	await learner.answer(questionOf(course, 'q1_1'), false, learner.lessonQuestion());
	await learner.saved();
	await lms.exit(launch);

	const back = await lms.open({ target: 'scorm12', course: 'carried' });
	await expect(back.learner.link(actions.resume)).toBeVisible();
	await expect(offer(back)).toHaveCount(0);

	const other = await lms.open({ target: 'scorm12', course: 'carried', learner: TARO });
	await expect(offer(other), 'somebody else is asked, too').toBeVisible();
});

test('a record file is read in inside an LMS, and the LMS is told', async ({ lms }) => {
	const launch = await lms.open({ target: 'scorm2004-4' });
	const { learner } = launch;
	await learner.go('record');
	await learner.arrived(texts.record.title);
	await giveFile(learner, 'mine.kiroku.json', writeKiroku({ ...carried(), learner: MINE }));
	await expect(learner.main.getByRole('status')).toContainText('件を加えました');
	await learner.saved();
	expect(await told(launch)).toEqual(['q1_1', 'q1_2']);
	await lms.exit(launch);
	const back = await lms.open({ target: 'scorm2004-4' });
	await back.learner.go('learn/m1_p2');
	await expect(back.learner.lessonQuestion()).toContainText('正解です');
	// Only the LMS's own administrator deletes there.
	await back.learner.go('record');
	await expect(back.learner.button(texts.record.remove)).toHaveCount(0);
});

test('points that a file claims are not believed: a test whose answers are wrong is not passed', async ({
	lms
}) => {
	const file = finished();
	const events = file.events.map((event) =>
		event.type === 'answered' && event.run !== undefined
			? { ...event, response: responseTo(questionOf(course, event.item), false) as Json }
			: event
	);
	const launch = await lms.open({ target: 'scorm12' });
	const { learner } = launch;
	await learner.go('record');
	await giveFile(learner, 'claimed.kiroku.json', writeKiroku({ ...file, learner: MINE, events }));
	await expect(learner.main.getByRole('status')).toContainText('件を加えました');
	await learner.saved();
	expect(lms.held(launch, NAMES['1.2'].status)).toBe('incomplete');
	expect(lms.held(launch, NAMES['1.2'].raw)).toBe('0');
});
