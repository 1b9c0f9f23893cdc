/** A whole course inside an LMS: taken, told, left and gone on with, under every target's name for things. */
import { texts } from '#learn/texts.ts';
import { TARGETS } from '#record/payload.ts';
import { actions, states } from '#ui/messages.ts';
import { NAMES } from '../../stores/lms-contract/names.ts';
import { mini, needed, questionOf, questionsOf, shipped } from '../support/course.ts';
import { half, seen } from '../support/half.ts';
import { learnWholeCourse } from '../support/journey.ts';
import { expect, HANAKO, test, type Lms, type Launch } from './lms.ts';

test.use({ actionTimeout: 15_000 });
const course = mini();
const board = course.units.flatMap((unit) => unit.boards)[0];
if (!board) throw new Error('no board');
/** Points of a test that is just passed, and of one that is just not. */
const points = (right: number) => String((right * 100) / course.test.draw);
const enough = points(needed(course));
const tooFew = points(needed(course) - 1);

const banner = (launch: Launch) => launch.learner.view.getByRole('banner');

for (const target of TARGETS) {
	const version = target === 'scorm12' ? '1.2' : '2004';
	const names = NAMES[version];
	const is12 = version === '1.2';

	/** Status words and score as the LMS has them. */
	const results = (lms: Lms, launch: Launch) => ({
		completed: lms.held(launch, names.status),
		passed: lms.held(launch, names.passed),
		score: lms.held(launch, names.raw)
	});

	test.describe(target, () => {
		test('the course is taken from its first page to a passed test: score, completion and pass reach the LMS, and the exit tells it in the right order', async ({
			lms
		}) => {
			const launch = await lms.open({ target });
			const { learner } = launch;
			await expect(banner(launch)).toContainText(texts.lms.name(HANAKO.name));
			expect(results(lms, launch).completed).toBe('incomplete');
			await learnWholeCourse(learner, {
				// A failed test is told as its score and no more: the course is neither completed nor failed.
				async onFailedTest() {
					await learner.saved();
					expect(results(lms, launch)).toMatchObject({ completed: 'incomplete', score: tooFew });
				}
			});
			const done = { completed: is12 ? 'passed' : 'completed', passed: 'passed', score: enough };
			expect(results(lms, launch)).toEqual(done);
			if (!is12) {
				expect(lms.held(launch, 'cmi.score.scaled')).toBe(String(Number(enough) / 100));
				expect(lms.held(launch, 'cmi.progress_measure')).toBe('1');
			}
			const told = (await launch.news()).flatMap(
				(line) => /^cmi\.interactions\.\d+\.id = (.+)$/u.exec(line)?.[1] ?? []
			);
			const asked = [...questionsOf(course, 'practice'), board].map(({ id }) => id);
			expect(told, 'every question and every board of the lessons was told').toEqual(
				expect.arrayContaining(asked)
			);

			const before = (await launch.calls()).length;
			await learner.go('learn/m1_p1');
			await learner.press(texts.lesson.answerAgain);
			await learner.answer(questionOf(course, 'q1_1'), true, learner.lessonQuestion());
			await lms.exit(launch);
			await expect(learner.main).toContainText(texts.lms.ended.kept);
			await expect(banner(launch).getByRole('button')).toHaveCount(0);
			const news = (await launch.news(before)).filter((line) => !line.startsWith('cmi.interactions.'));
			const order = news.map((line) => line.split(' = ')[0]);
			const end = is12 ? [names.commit, names.end] : ['adl.nav.request', names.end];
			expect(order.slice(-2 - end.length)).toEqual([names.exit, names.time, ...end]);
			expect(order.indexOf(names.state)).toBeLessThan(order.lastIndexOf(names.exit));
			expect(news).toContain(`${names.exit} = suspend`);
			// Nothing of what was already told is said again, and after the end nothing at all.
			expect(order).not.toContain(names.raw);
			await launch.host.locator('#sco').evaluate((frame) => frame.remove());
			expect((await launch.calls()).at(-1)?.method).toBe(names.end);

			const again = await lms.open({ target });
			await expect(again.learner.main).toContainText(texts.home.finished);
			await expect(again.learner.main).toContainText(texts.lms.completeText);
			await again.learner.go('practice');
			await again.learner.arrived(texts.practice.title);
			await lms.exit(again);
			expect(results(lms, again), 'a later visit takes nothing back').toEqual(done);
		});

		test('on another computer the course goes on at its place, with answers and half-made answers', async ({
			lms,
			browser
		}) => {
			const first = await lms.open({ target });
			const { learner } = first;
			await learner.go('learn/m1_p1');
			await learner.answer(questionOf(course, 'q1_1'), false, learner.lessonQuestion());
			const answered = await learner.standing(learner.lessonQuestion());
			await learner.go('learn/m1_p2');
			await learner.arrived('分けることと資源');
			await half(learner, questionOf(course, 'q1_2'), learner.lessonQuestion());
			const halfMade = await seen(learner.lessonQuestion());
			await learner.go(`board/${board.id}`);
			await learner.arrived(board.title);
			const column = course.map.domains[1]?.id ?? '';
			await learner.place(board.cards.slice(0, 2).map((card): [string, string] => [card.id, column]));
			const placed = await seen(learner.main);
			await learner.saved();
			await lms.exit(first);

			const elsewhere = await browser.newContext();
			elsewhere.setDefaultTimeout(15_000);
			const { learner: back } = await lms.open({ target }, await elsewhere.newPage());
			await expect(back.main).toContainText(texts.home.board(board.title));
			await back.follow(actions.resume);
			await back.arrived(board.title);
			expect(await seen(back.main)).toEqual(placed);
			await back.go('learn/m1_p2');
			await back.arrived('分けることと資源');
			expect(await seen(back.lessonQuestion())).toEqual(halfMade);
			await back.go('learn/m1_p1');
			await back.arrived('手引きの目的');
			expect(await back.standing(back.lessonQuestion())).toBe(answered);
		});

		test('review says so and writes nothing at all', async ({ lms }) => {
			const first = await lms.open({ target });
			await first.learner.go('learn/m1_p1');
			await first.learner.answer(questionOf(course, 'q1_1'), true, first.learner.lessonQuestion());
			await lms.exit(first);
			const before = lms.server.held.get(first.kept.key);

			const review = await lms.open({ target, mode: 'review' });
			const { learner } = review;
			await expect(learner.view.getByText(texts.lms.modes.review)).toBeVisible();
			await learner.go('learn/m1_p1');
			await expect(learner.lessonQuestion()).toContainText('正解です');
			await learner.press(texts.lesson.answerAgain);
			await learner.answer(questionOf(course, 'q1_1'), false, learner.lessonQuestion());
			await lms.exit(review);
			expect(await review.news()).toEqual([names.initialize, names.end]);
			expect(review.kept.states.slice(0, -1)).toEqual([]);

			// The end itself makes the LMS keep what it has, and that is what it was.
			const after = await lms.open({ target });
			expect(lms.held(after, names.state)).toBe(before && lms.held(first, names.state));
			await after.learner.go('learn/m1_p1');
			await expect(after.learner.lessonQuestion()).toContainText('正解です');
		});

		for (const [what, opening, text] of [
			['browsing', { mode: 'browse' }, texts.lms.modes.browse],
			['without credit', { credit: false }, texts.lms.modes.noCredit]
		] as const) {
			test(`${what}: it is said, state and place are kept, and no score, status or answer is written`, async ({
				lms
			}) => {
				const launch = await lms.open({ target, ...opening });
				const { learner } = launch;
				await expect(learner.view.getByText(text)).toBeVisible();
				await learner.go('test');
				await learner.press(texts.test.start);
				await learner.takeTest(() => true);
				await learner.saved();
				await lms.exit(launch);
				const written = (await launch.news()).join('\n');
				expect(written).toContain(names.state);
				expect(written).toContain(names.place);
				expect(written).not.toMatch(/score|_status|interactions|objectives|progress/u);

				const again = await lms.open({ target, ...opening });
				await again.learner.go('record');
				await expect(again.learner.main.getByRole('table', { name: texts.record.tests })).toContainText(
					texts.result.pass
				);
			});
		}
	});

	test(`the shipped course opens from its package and says what completes it: ${target}`, async ({ lms }) => {
		const whole = shipped();
		const { learner } = await lms.open({ target, course: 'shipped' });
		await expect(learner.h1).toHaveText(whole.title);
		await expect(learner.main).toContainText(texts.lms.rules.both(whole.test.draw, needed(whole)));
		await expect(learner.main).toContainText(texts.lms.missing(whole.units.length - 1, true));
		await learner.follow(texts.home.begin);
		await learner.arrived(whole.units[0]?.pages[0]?.title ?? '');
	});
}

test('the rule in force and what is missing are shown, and follow what is done', async ({ lms }) => {
	const launch = await lms.open({ target: 'scorm12', course: 'units' });
	const { learner } = launch;
	const rule = learner.main.getByRole('region', { name: texts.lms.rule, exact: true });
	await expect(rule).toContainText(texts.lms.rules.units());
	await expect(rule).toContainText(texts.lms.missing(2, false));
	await learner.follow(texts.home.begin);
	for (const page of course.units[0]?.pages ?? []) {
		await learner.arrived(page.title);
		for (const block of page.blocks) {
			if (block.kind !== 'question') continue;
			await learner.answer(questionOf(course, block.question), true, learner.lessonQuestion());
		}
		await learner.follow(page === course.units[0]?.pages.at(-1) ? texts.lesson.unitEnd : actions.next);
	}
	await learner.go('lms');
	await learner.arrived(texts.lms.check.title);
	await expect(rule).toContainText(texts.lms.missing(1, false));
	await expect(rule).toContainText(states.now);
	// Whoever helps is sent what the LMS said, and neither name nor answers.
	const support = await learner.main.getByRole('textbox', { name: texts.lms.check.support }).inputValue();
	expect(support).toContain('SCORM 1.2');
	expect(support).not.toContain(HANAKO.name);
});
