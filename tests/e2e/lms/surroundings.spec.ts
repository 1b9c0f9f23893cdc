/** Wherever an LMS puts a package: small frames, pop-ups, frames in frames, no storage, a late API; and moving about inside it. */
import { texts } from '#learn/texts.ts';
import { TARGETS } from '#record/payload.ts';
import { actions } from '#ui/messages.ts';
import { NAMES } from '../../stores/lms-contract/names.ts';
import { mini, questionOf } from '../support/course.ts';
import { watch } from '../support/watch.ts';
import { expect, test, type Launch, type Lms } from './lms.ts';
import { SHELF } from './server.ts';

test.use({ actionTimeout: 15_000 });
const course = mini();
const first = course.units[0]?.pages[0];
const second = course.units[0]?.pages[1];
if (!first || !second) throw new Error('no pages');

/** Begins, answers, goes on, and the LMS has it. */
async function works(lms: Lms, { kept, learner }: Launch): Promise<void> {
	await learner.follow(texts.home.begin);
	await expect(learner.h1).toHaveText(first?.title ?? '');
	await learner.answer(questionOf(course, 'q1_1'), true, learner.lessonQuestion());
	await learner.follow(actions.next);
	await expect(learner.h1).toHaveText(second?.title ?? '');
	await learner.saved();
	expect(lms.held({ kept }, NAMES[kept.visit.version].place)).toContain(second?.id ?? '?');
}

for (const target of TARGETS) {
	test(`${target}: works in a frame of 650 × 600, without scrolling sideways, and asks for nothing but its one file`, async ({
		lms,
		context
	}) => {
		const watched = watch(context);
		lms.server.requests.length = 0;
		const launch = await lms.open({ target, size: [650, 600] });
		await works(lms, launch);
		const { learner } = launch;
		for (const path of ['', 'learn/m1_p2', 'board/b_mono', 'test', 'record', 'lms', 'map', 'about']) {
			await learner.go(path);
			await learner.ready();
			const wide = await learner.view.evaluate(() => document.documentElement.scrollWidth);
			expect(wide, `${path} in 650 px`).toBeLessThanOrEqual(650);
		}
		const asked = lms.server.requests.filter((path) => path.startsWith(SHELF));
		expect(asked, 'the package asks for its one page').toEqual([launch.kept.visit.launch]);
		for (const url of watched.requests) expect(new URL(url).origin).toBe(lms.server.origin);
		watched.expectQuiet();
	});
}

for (const target of ['scorm12', 'scorm2004-4'] as const) {
	test(`${target}: works in a pop-up, whose opener has the API, and goes on after it was closed`, async ({
		lms
	}) => {
		const launch = await lms.open({ target, window: 'popup', size: [900, 650] });
		await works(lms, launch);
		await launch.learner.go('lms');
		await expect(launch.learner.main).toContainText(texts.lms.check.place('opener'));
		await launch.learner.page.close();
		await lms.gone(launch);
		const back = await lms.open({ target, window: 'popup' });
		await expect(back.learner.link(actions.resume)).toBeVisible();
	});
}

test('works in a frame within a frame of another site', async ({ lms }) => {
	const launch = await lms.open({ target: 'scorm12', window: 'nested' });
	await works(lms, launch);
	await launch.learner.go('lms');
	await expect(launch.learner.main).toContainText(texts.lms.check.place('parent 2'));
});

test('an API that is attached a second late is found', async ({ lms }) => {
	const launch = await lms.open({ target: 'scorm2004-3', late: 1_000 });
	await expect(launch.learner.view.locator('[data-banner]')).toHaveCount(0);
	await works(lms, launch);
});

const blocked = [
	{
		what: 'there is no database',
		target: 'scorm12',
		forbid: () => Object.defineProperty(window, 'indexedDB', { value: undefined })
	},
	{
		what: 'every storage throws at its mention',
		target: 'scorm2004-4',
		forbid: () => {
			for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) {
				Object.defineProperty(window, name, {
					get() {
						throw new DOMException('denied', 'SecurityError');
					}
				});
			}
		}
	}
] as const;
for (const { what, target, forbid } of blocked) {
	test(`works where storage is blocked, without a word: ${what}`, async ({ lms, context }) => {
		await context.addInitScript(forbid);
		const launch = await lms.open({ target });
		await works(lms, launch);
		await expect(launch.learner.view.locator('[data-banner]')).toHaveCount(0);
		await lms.exit(launch);
		const back = await lms.open({ target });
		await back.learner.follow(actions.resume);
		await expect(back.learner.h1).toHaveText(second?.title ?? '');
	});
}

test('inside the frame the way back leads to where one was on the page, a reload goes on, and nobody is asked anything', async ({
	lms,
	context
}) => {
	const asked: string[] = [];
	context.on('dialog', (dialog) => {
		asked.push(dialog.type());
		void dialog.accept();
	});
	const launch = await lms.open({ target: 'scorm12', size: [650, 600], reopens: true });
	const { learner } = launch;
	const { view } = learner;
	await learner.go('learn/m2_p2');
	await expect(learner.h1).toHaveText('方法と品物');
	const height = await view.evaluate(() => {
		window.scrollTo(0, document.documentElement.scrollHeight / 2);
		return Math.round(window.scrollY);
	});
	expect(height).toBeGreaterThan(100);
	await learner.follow(texts.lesson.openBoard);
	await expect(learner.h1).toHaveText('品物を置く');
	await expect.poll(() => view.evaluate(() => window.scrollY)).toBe(0);
	await view.evaluate(() => history.back());
	await expect(learner.h1).toHaveText('方法と品物');
	await expect.poll(() => view.evaluate(() => Math.round(window.scrollY))).toBe(height);
	await view.evaluate(() => history.forward());
	await expect(learner.h1).toHaveText('品物を置く');

	// A reload of the frame ends the session and begins another, in the same place.
	await learner.saved();
	await view.evaluate(() => location.reload());
	await expect
		.poll(async () => (await launch.news()).filter((call) => call === 'LMSInitialize'))
		.toHaveLength(2);
	await learner.ready();
	await expect(learner.h1).toHaveText('品物を置く');
	await view.evaluate(() => history.back());
	await expect(learner.h1).toHaveText('方法と品物');
	expect(asked).toEqual([]);
});
