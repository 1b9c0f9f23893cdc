/** Items 4, 5, 21, 24, 25, 27, 28, 29, 31: every screen in every state, measured at every size. */
import { expect, test } from '@playwright/test';
import { lostInForcedColours, moving, splitWords, structure } from './look.ts';
import { cutText, overlaps, sideways, smallTargets } from './measure.ts';
import { screens, visit } from './screens.ts';
import { course, resize } from './support.ts';

/** WCAG 1.4.12, to be borne by every page. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
	p { margin-block-end: 2em !important }`;
/** Where a reader meets a line as a phrase: headings, options, cards, the verdict's slip. */
const PHRASES =
	'main h1, main h2, main h3, legend, label, main button, [data-card], [data-verdict], figcaption, th, dt';

for (const screen of screens) {
	test(`layout holds: ${screen.name}`, async ({ page }) => {
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await visit(page, screen);
		const expectNone = (problems: string[], what: string) => expect.soft(problems, what).toEqual([]);

		expectNone(await structure(page, screen.bare), 'language, title, headings, landmarks');
		expectNone(await moving(page), 'nothing moves when motion is reduced');
		expectNone(await smallTargets(page), 'targets of 44 px');
		expectNone(await overlaps(page), 'controls apart');
		await page.emulateMedia({ forcedColors: 'active' });
		expectNone(await lostInForcedColours(page), 'forced colours keep controls, choice and verdict');
		await page.emulateMedia({ forcedColors: 'none' });

		await resize(page, 768, 1024);
		expectNone(await splitWords(page, course.nobreak, PHRASES), 'words whole at 768 px');
		expectNone(await sideways(page), 'no sideways scrolling at 768 px');
		expectNone(await cutText(page), 'no text cut at 768 px');
		await resize(page, 640, 512);
		expectNone(await sideways(page), 'no sideways scrolling at 200 %');
		expectNone(await cutText(page), 'no text cut at 200 %');
		expectNone(await overlaps(page), 'controls apart at 200 %');
		await resize(page, 320, 256);
		expectNone(await sideways(page), 'no sideways scrolling at 400 %');
		expectNone(await cutText(page), 'no text cut at 400 %');
		expectNone(await splitWords(page, course.nobreak, PHRASES), 'words whole at 320 px');
		expectNone(await smallTargets(page), 'targets of 44 px at 320 px');

		await page.addStyleTag({ content: SPACING });
		expectNone(await sideways(page), 'no sideways scrolling at 320 px with wide spacing');
		expectNone(await cutText(page), 'no text cut at 320 px with wide spacing');
		await resize(page, 1280, 800);
		expectNone(await sideways(page), 'no sideways scrolling with wide spacing');
		expectNone(await cutText(page), 'no text cut with wide spacing');
	});
}
