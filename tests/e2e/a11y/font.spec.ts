/** Item 26: a browser whose standard text size is 200 %. */
import { expect, test } from '@playwright/test';
import { browserLaunch } from '../../support/browser.ts';
import { cutText, overlaps, sideways } from './measure.ts';
import { screens, visit } from './screens.ts';
import { resize } from './support.ts';

const launch = browserLaunch();
test.use({ launchOptions: { ...launch, args: [...launch.args, '--blink-settings=defaultFontSize=32'] } });

for (const screen of screens.filter((s) => !s.like)) {
	test(`twice the browser's text size: ${screen.name}`, async ({ page }) => {
		await visit(page, screen);
		expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
		expect.soft(await cutText(page), 'no text cut').toEqual([]);
		expect.soft(await sideways(page), 'no sideways scrolling').toEqual([]);
		expect.soft(await overlaps(page), 'controls apart').toEqual([]);
		await resize(page, 640, 800);
		expect.soft(await cutText(page), 'no text cut at 640 px').toEqual([]);
		expect.soft(await sideways(page), 'no sideways scrolling at 640 px').toEqual([]);
	});
}
