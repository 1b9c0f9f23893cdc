/** The wall and the trainer's window follow each other on the one file, on either way alone, also after a reload of each. */
import { expect, test, type Page } from '@playwright/test';
import { prepare } from '#workshop/screens/texts-prepare.ts';
import { notes } from '#workshop/screens/texts.ts';
import { onTheWall, openDesk } from './support/training.ts';

/** Both windows show this slide. */
async function together(wall: Page, desk: Page, slide: string, what: string): Promise<void> {
	await expect(wall.locator('.slide'), what).toHaveAttribute('data-slide', slide);
	await expect(desk.locator('.notes'), what).toHaveAttribute('data-slide', slide);
}

const WAYS: [name: string, without: () => void][] = [
	['postMessage alone', () => Reflect.deleteProperty(globalThis, 'BroadcastChannel')],
	// Before any other listener; a channel's messages are heard at the channel.
	[
		'the channel alone',
		() => addEventListener('message', (event) => event.stopImmediatePropagation(), { capture: true })
	]
];
for (const [way, without] of WAYS) {
	test(`by ${way}, the two windows follow each other, also after a reload and after the wall was closed`, async ({
		context,
		page: wall
	}) => {
		await context.addInitScript(without);
		await onTheWall(wall);
		const desk = await openDesk(wall);
		await expect(desk.getByText(notes.wallHere)).toBeVisible();

		await wall.keyboard.press('PageDown');
		await together(wall, desk, 's2-vote1-0', 'the wall moves');
		await desk.keyboard.press('PageDown');
		await together(wall, desk, 's2-talk-0', 'the desk moves');
		await desk.clock.install();
		await desk.reload();
		await desk.locator('.what').waitFor();
		await desk.keyboard.press('PageDown');
		await together(wall, desk, 's2-vote2-0', 'the desk moves after its reload');
		await wall.keyboard.press('3');
		await wall.keyboard.press('Enter');
		await expect(desk.locator('input.counted').first()).toHaveValue('3');

		// The desk is silent for a moment, so that the wall moves before it knows that there is one.
		await desk.clock.pauseAt(Date.now() + 2_000);
		await wall.reload();
		await wall.locator('.slide').waitFor();
		await wall.keyboard.press('PageDown');
		await expect(wall.locator('.slide')).toHaveAttribute('data-slide', 's2-compare-0');
		await desk.clock.resume();
		await together(wall, desk, 's2-compare-0', 'the wall moves after its reload');
		await desk.keyboard.press('PageDown');
		await together(wall, desk, 's2-answer-0', 'the desk moves after the wall’s reload');
		await expect(desk.getByText(notes.wallHere)).toBeVisible();

		// No second wall is opened beside the first.
		await desk.getByRole('button', { name: notes.open }).click();
		await desk.waitForTimeout(500);
		expect(context.pages()).toHaveLength(2);

		await wall.close();
		await expect(desk.getByText(notes.wallGone)).toBeVisible({ timeout: 10_000 });
		const [again] = await Promise.all([
			context.waitForEvent('page'),
			desk.getByRole('button', { name: notes.open }).click()
		]);
		await again.locator('.slide').waitFor();
		await expect(desk.getByText(notes.wallHere)).toBeVisible();
		await desk.keyboard.press('PageDown');
		await together(again, desk, 's2-reason-0', 'the desk moves with a wall that it opened');
		await desk.reload();
		await desk.locator('.what').waitFor();
		await expect(desk.getByText(notes.wallHere)).toBeVisible();
		await desk.keyboard.press('PageDown');
		await together(again, desk, 's2-reason-1', 'the desk moves after its reload');
		await again.keyboard.press('PageDown');
		await together(again, desk, 's2-reason-2', 'the wall moves');
	});
}

for (const [way, without] of WAYS) {
	test(`by ${way}, and where nothing can be kept, a window that is loaded anew is handed everything by the other`, async ({
		context,
		page: wall
	}) => {
		await context.addInitScript(without);
		await context.addInitScript(() =>
			Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined })
		);
		await onTheWall(wall);
		const desk = await openDesk(wall);
		await expect(desk.getByText(prepare.fleeting)).toBeVisible();
		await wall.keyboard.press('PageDown');
		await wall.keyboard.press('7');
		await wall.keyboard.press('Enter');
		await expect(desk.locator('input.counted').first()).toHaveValue('7');
		for (const reloaded of [wall, desk]) {
			await reloaded.reload();
			await together(wall, desk, 's2-vote1-0', 'after a reload');
			await expect(desk.locator('input.counted').first()).toHaveValue('7');
		}
		await desk.keyboard.press('PageDown');
		await together(wall, desk, 's2-talk-0', 'the desk moves');
	});
}
