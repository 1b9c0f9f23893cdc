/** A training session: prepared, on the wall with hands being counted, and on the trainer's screen. */
import type { Page } from '@playwright/test';
import { prepare } from '../../../src/lib/workshop/screens/texts-prepare.ts';
import { compare, kinds, notes, show } from '../../../src/lib/workshop/screens/texts.ts';
import type { Phase } from '../../../src/lib/workshop/session/slides.ts';
import { shipped } from '../support/course.ts';
import { itemsOfCourse } from '../support/session.ts';
import { heldSession, showHeld, stepsOf } from '../support/wall.ts';
import { press, type Screen } from './screen.ts';

async function onTheWall(page: Page): Promise<void> {
	await press(prepare.put)(page);
	await page.getByRole('link', { name: prepare.start }).first().click();
	await page.locator('.slide').waitFor();
	await page.keyboard.press('PageDown');
	await press(show.count)(page);
	await page.locator('input.counted').first().waitFor();
	// The slide is made to fit in the next frame.
	await page.evaluate(
		() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
	);
}

const items = itemsOfCourse(shipped());
/** Slides that look like no other, with everything entered. */
const SLIDES: Partial<Record<Phase, string>> = {
	compare: 'two rounds side by side',
	hold: 'a card is held up',
	heat: 'how the tables placed the cards',
	what: 'circumstances are turned'
};
const slides = (Object.keys(SLIDES) as Phase[]).map((phase): Screen => ({
	name: `training, ${SLIDES[phase]}`,
	path: 'training',
	bare: true,
	act: (page) => showHeld(page, heldSession(items, stepsOf(items), phase))
}));

export const trainingScreens: Screen[] = [
	{
		name: 'training, prepared',
		path: 'training',
		bare: true,
		act: async (page) => {
			await press(prepare.put)(page);
			await page.getByRole('link', { name: prepare.start }).first().waitFor();
		}
	},
	{
		name: 'training, what it is about is chosen',
		path: 'training',
		bare: true,
		act: async (page) => {
			await page.getByText(prepare.choose, { exact: true }).click();
			const unit = page.locator('.choice > details').nth(3);
			await unit.locator('summary').first().click();
			await unit.locator('.item summary').nth(1).click();
			await page.locator('ol summary').first().click();
			const board = page.locator('ol > li').filter({ hasText: kinds['board'] ?? '' });
			await board.locator('summary').click();
			await board.getByRole('checkbox').last().waitFor();
		}
	},
	{
		name: 'training, sessions compared and one of them mended',
		path: 'training',
		bare: true,
		act: async (page) => {
			const { file } = heldSession(items, stepsOf(items));
			for (const name of ['a', 'b']) {
				await page.getByLabel(prepare.load).setInputFiles({
					name: `${name}.kenshu.json`,
					mimeType: 'application/json',
					buffer: Buffer.from(file)
				});
				await page
					.locator('li.card')
					.nth(name === 'a' ? 0 : 1)
					.waitFor();
			}
			await page.getByRole('heading', { name: compare.title }).waitFor();
			await page.getByRole('button', { name: prepare.edit }).first().click();
			await page.getByText(prepare.held).waitFor();
		}
	},
	{ name: 'training, hands counted on the wall', path: 'training', bare: true, act: onTheWall },
	{
		name: 'training, the trainer’s own screen',
		path: 'training',
		bare: true,
		// Its clock is stopped.
		own: true,
		act: async (page) => {
			await onTheWall(page);
			// The minute on the screen is to stay the same while it is looked at.
			await page.clock.setFixedTime(Date.now());
			await page.evaluate(() => location.assign(location.hash.replace(/show$/u, 'notes')));
			await page.getByRole('heading', { name: notes.misconceptions }).waitFor();
		}
	},
	...slides
];
