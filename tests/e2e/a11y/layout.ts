/** Items 4, 5, 21, 24, 25, 27, 28, 29, 31: a screen measured at every size. */
import type { Page } from '@playwright/test';
import { lostInForcedColours, moving, splitWords, structure } from './look.ts';
import { cutText, overlaps, sideways, smallTargets } from './measure.ts';
import type { Screen } from './screen.ts';
import { course, resize, type Tell } from './support.ts';

/** WCAG 1.4.12, to be borne by every page. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
	p { margin-block-end: 2em !important }`;
/** Where a reader meets a line as a phrase: headings, options, cards, the verdict's slip. */
const PHRASES =
	'main h1, main h2, main h3, legend, label, main button, [data-card], [data-verdict], figcaption, th, dt';

export async function layout(page: Page, screen: Screen, tell: Tell): Promise<void> {
	tell(await structure(page, screen.bare), 'language, title, headings, landmarks');
	tell(await moving(page), 'nothing moves when motion is reduced');
	tell(await smallTargets(page), 'targets of 44 px');
	tell(await overlaps(page), 'controls apart');
	await page.emulateMedia({ forcedColors: 'active' });
	tell(await lostInForcedColours(page), 'forced colours keep controls, choice and verdict');
	await page.emulateMedia({ forcedColors: 'none' });

	await resize(page, 768, 1024);
	tell(await splitWords(page, course.nobreak, PHRASES), 'words whole at 768 px');
	tell(await sideways(page), 'no sideways scrolling at 768 px');
	tell(await cutText(page), 'no text cut at 768 px');
	await resize(page, 640, 512);
	tell(await sideways(page), 'no sideways scrolling at 200 %');
	tell(await cutText(page), 'no text cut at 200 %');
	tell(await overlaps(page), 'controls apart at 200 %');
	await resize(page, 320, 256);
	tell(await sideways(page), 'no sideways scrolling at 400 %');
	tell(await cutText(page), 'no text cut at 400 %');
	tell(await splitWords(page, course.nobreak, PHRASES), 'words whole at 320 px');
	tell(await smallTargets(page), 'targets of 44 px at 320 px');

	const spacing = await page.addStyleTag({ content: SPACING });
	tell(await sideways(page), 'no sideways scrolling at 320 px with wide spacing');
	tell(await cutText(page), 'no text cut at 320 px with wide spacing');
	await resize(page, 1280, 800);
	tell(await sideways(page), 'no sideways scrolling with wide spacing');
	tell(await cutText(page), 'no text cut with wide spacing');
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	await spacing.evaluate((e) => e.parentNode?.removeChild(e));
}
