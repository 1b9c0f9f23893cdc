/**
 * Items 1–5, 7–10, 21 and 24–31: every screen in every state, opened once and looked at in every way. A failure names the screen,
 * the way and the check.
 */
import { expect } from '@playwright/test';
import { axe } from './axe.ts';
import { focus } from './focus.ts';
import { font } from './font.ts';
import { test } from './kept.ts';
import { layout } from './layout.ts';
import { visit } from './screen.ts';
import { screens } from './screens.ts';

for (const screen of screens) {
	test(`every way of looking at a screen: ${screen.name}`, async ({ pageFor }) => {
		const page = await pageFor(screen.own === true || screen.refused === true || screen.lms !== undefined);
		// Before anything is drawn, so that what would move on arrival is noticed too.
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await visit(page, screen);
		// But for how large a slide's text is: that follows the window.
		const drawn = () =>
			page.evaluate(() => document.body.innerHTML.replaceAll(/--k: [\d.]+| data-tight=""/gu, ''));
		const before = await drawn();
		for (const [way, look] of Object.entries({ layout, axe, focus, ...(screen.like ? {} : { font }) })) {
			await test.step(way, () =>
				look(page, screen, (problems, check) =>
					expect.soft(problems, `${screen.name} → ${way}: ${check}`).toEqual([])
				)
			);
			// The next one is to look at the same.
			expect(await drawn(), `${way} leaves the screen as it was`).toBe(before);
		}
	});
}
