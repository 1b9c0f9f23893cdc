/** Item 26: a browser whose standard text size is 200 %. */
import { expect, type Page } from '@playwright/test';
import { cutText, overlaps, sideways } from './measure.ts';
import type { Screen } from './screen.ts';
import { resize, type Tell } from './support.ts';

export async function font(page: Page, _: Screen, tell: Tell): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	const setSize = async (standard: number) => {
		await devtools.send('Page.setFontSizes', { fontSizes: { standard } });
		await expect(page.locator('html')).toHaveCSS('font-size', `${standard}px`);
	};
	await setSize(32);
	await resize(page, 1280, 800);
	tell(await cutText(page), 'no text cut');
	tell(await sideways(page), 'no sideways scrolling');
	tell(await overlaps(page), 'controls apart');
	await resize(page, 640, 800);
	tell(await cutText(page), 'no text cut at 640 px');
	tell(await sideways(page), 'no sideways scrolling at 640 px');
	await setSize(16);
	await resize(page, 1280, 800);
}
