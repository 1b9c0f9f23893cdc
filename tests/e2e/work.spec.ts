/** A case in several steps, left and come back to; and the statements before and after the course, from the first screen on. */
import { expect, test, type BrowserContext } from '@playwright/test';
import { texts } from '#learn/texts.ts';
import { actions } from '#ui/messages.ts';
import { shipped } from './support/course.ts';
import { mouse } from './support/hands.ts';
import { Learner } from './support/learner.ts';
import { web } from './support/site.ts';

test.use({ actionTimeout: 15_000 });
const course = shipped();
const t = texts.work;

async function newLearner(context: BrowserContext): Promise<Learner> {
	return new Learner(mouse(await context.newPage()), course, web());
}
/** What stands there, with the options in their order and what is chosen. */
const seen = async (learner: Learner) => [
	await learner.standing(),
	...(await learner.main
		.locator('input')
		.evaluateAll((all: HTMLInputElement[]) => all.map(({ value, checked }) => `${value} ${checked}`)))
];

test('a case left after two steps comes back at the third, after a reload and from the first screen', async ({
	context
}) => {
	const work = course.units.flatMap((unit) => unit.casework)[0];
	if (!work) throw new Error('No case in steps');
	let learner = await newLearner(context);
	await learner.open(`work/${work.id}`);
	for (let i = 0; i < 2; i += 1) {
		await learner.main.getByRole('radio').first().check();
		await learner.press(t.decide);
		await expect(learner.main.locator('.slip').getByRole('heading')).toBeFocused();
		await learner.press(actions.next);
	}
	await expect(learner.main).toContainText(`3${t.step}${t.longest(work.longest)}`);
	const before = await seen(learner);
	await learner.saved();
	await learner.page.reload();
	await learner.ready();
	expect(await seen(learner)).toEqual(before);

	// What was chosen first is still known: it can be taken back step by step.
	await learner.page.close();
	learner = await newLearner(context);
	await learner.open();
	await expect(learner.main).toContainText(texts.home.board(work.title));
	await learner.follow(actions.resume);
	await learner.arrived(work.title);
	expect(await seen(learner)).toEqual(before);
});

test('the statements are offered before anything was begun, and kept while they are answered', async ({
	context
}) => {
	const { before, yes, open, send, received } = texts.pretest;
	const learner = await newLearner(context);
	await learner.open();
	await learner.follow(open(before.title));
	await learner.arrived(before.title);
	const all = learner.main.getByRole('radiogroup');
	await expect(all).toHaveCount(course.pretest.length);
	const answers = all.getByRole('radio', { name: yes, exact: true });
	await answers.first().check();
	await learner.saved();
	await learner.page.reload();
	await learner.ready();
	await expect(answers.first()).toBeChecked();
	for (let i = 1; i < course.pretest.length; i += 1) await answers.nth(i).check();
	await learner.press(send);
	await expect(learner.main.getByRole('heading', { name: received })).toBeFocused();
	await learner.saved();
	await learner.open();
	// Nothing was learnt yet, so there is nothing to go on with.
	await expect(learner.main).toContainText(texts.home.first);
	await expect(learner.link(open(before.title))).toHaveCount(0);
});
