/** Items 7–10: every screen walked with the Tab key. */
import { expect, test } from '@playwright/test';
import { faintFocus, missedStops, outOfOrder, walk } from './focus.ts';
import { screens, visit } from './screens.ts';
import { resize } from './support.ts';

for (const screen of screens) {
	test(`focus is seen and goes in order: ${screen.name}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: 'light' });
		await visit(page, screen);
		expect.soft(await walk(page), 'no trap, never covered').toEqual([]);
		expect.soft(await missedStops(page), 'every control is a stop').toEqual([]);
		expect.soft(await outOfOrder(page), 'order as seen').toEqual([]);
		expect.soft(await faintFocus(page), 'seen in light').toEqual([]);
		await page.emulateMedia({ colorScheme: 'dark' });
		expect.soft(await faintFocus(page), 'seen in dark').toEqual([]);
		await resize(page, 390, 844);
		expect.soft(await outOfOrder(page), 'order as seen at 390 px').toEqual([]);
	});
}
