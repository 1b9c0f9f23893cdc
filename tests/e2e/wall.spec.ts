/** The wall: every slide in the three sizes of projectors, what may be pressed on it, and that nothing in it moves by itself. */
import { expect, test, type Page } from '@playwright/test';
import { show, slide as words } from '#workshop/screens/texts.ts';
import { app } from '#ui/messages.ts';
import { axeFinds } from './a11y/axe.ts';
import { splitWords } from './a11y/look.ts';
import { cutText, overlaps } from './a11y/measure.ts';
import { mini, shipped } from './support/course.ts';
import { mini as miniSite, single, type Site } from './support/site.ts';
import {
	drawn,
	heldSession,
	itemsIn,
	jump,
	onward,
	openWall,
	slideId,
	stepsOf,
	type Held
} from './support/wall.ts';

const course = shipped();
const held = heldSession(itemsIn(course), stepsOf(itemsIn(course), 90));
const second = mini();

/** Smaller than the body: labels and sources that nobody reads out, digits of keys, the names of the heat map's columns. */
const SMALLER: Record<string, number> = { '.mark-small': 24, '.source': 24, 'thead th': 24 };
const BODY = 28;

/** What is wrong with the slide in view. */
const flaws = (page: Page) =>
	page.evaluate(
		({ smaller, body }) => {
			const problems: string[] = [];
			const wall = document.querySelector<HTMLElement>('.wall');
			const slide = document.querySelector<HTMLElement>('.slide');
			if (!wall || !slide) return ['no slide'];
			for (const at of [document.documentElement, wall, slide])
				if (at.scrollHeight > at.clientHeight + 1 || at.scrollWidth > at.clientWidth + 1)
					problems.push(`scrolls: ${at.className} ${at.scrollWidth}×${at.scrollHeight}`);
			if (slide.dataset.tight !== undefined) problems.push('not even the smallest size fits');
			const k = Number(slide.style.getPropertyValue('--k'));
			if (k < 1) problems.push(`smaller than the base: ${k}`);
			const box = slide.getBoundingClientRect();
			const range = document.createRange();
			const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
			let bottom = 0;
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const of = node.parentElement;
				const text = node.textContent?.trim() ?? '';
				if (!of || !text || of.closest('.vh') || !of.checkVisibility({ visibilityProperty: true })) continue;
				const size = parseFloat(getComputedStyle(of).fontSize);
				const least = Object.entries(smaller).find(([selector]) => of.closest(selector))?.[1] ?? body;
				if (size < least) problems.push(`${size} px: ${text.slice(0, 12)}`);
				range.selectNodeContents(node);
				const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
				bottom = Math.max(bottom, ...rects.map((rect) => rect.bottom));
				if (
					rects.some(
						(r) => r.left < box.left || r.right > box.right || r.top < box.top || r.bottom > box.bottom
					)
				)
					problems.push(`out of the slide: ${text.slice(0, 12)}`);
				if (of.closest('[data-whole]') && new Set(rects.map(({ top }) => Math.round(top))).size > 1)
					problems.push(`broken: ${text}`);
			}
			return problems;
		},
		{ smaller: SMALLER, body: BODY }
	);

/** Where everything of a question stands, and in what size. */
const places = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll('.slide h1, .slide .options li > :not(.room)')].map((one) => {
			const { x, y, width, height } = one.getBoundingClientRect();
			return [one.textContent, x, y, width, height, getComputedStyle(one).fontSize];
		})
	);

async function walk(page: Page, site: Site, { session }: Held, nobreak: readonly string[]): Promise<void> {
	const found: Record<string, string[]> = {};
	const seen: string[] = [];
	let first: Awaited<ReturnType<typeof places>> = [];
	const look = async (name: string) => {
		const problems = [
			...(await flaws(page)),
			...(await cutText(page)),
			...(await overlaps(page)),
			...(await splitWords(page, nobreak, '.slide'))
		];
		if (problems.length > 0) found[name] = problems;
	};
	do {
		const id = await slideId(page);
		seen.push(id);
		await look(id);
		if (/-(?:vote1|talk|vote2)-/u.test(id)) {
			if (id.includes('-vote1-')) first = await places(page);
			expect(first.length, id).toBeGreaterThan(3);
			expect(await places(page), `${id} stands as the first show of hands`).toEqual(first);
			if (!id.includes('-talk-')) {
				await page.getByRole('button', { name: show.count }).click();
				await page.locator('input.counted').first().waitFor();
				await drawn(page);
				await look(`${id}, counting`);
				expect(await places(page), `${id} stands as before with its fields`).toEqual(first);
			}
		}
	} while (await onward(page));
	expect(found, site.name).toEqual({});
	expect(seen).toEqual(session.slides.map(({ id }) => id));
}

for (const [width, height] of [
	[1024, 768],
	[1280, 720],
	[1920, 1080]
] as const)
	test.describe(`${width}×${height}`, () => {
		test.use({ viewport: { width, height } });
		test('every slide fits, in letters for the back row', async ({ page }) => {
			await openWall(page, single(), held);
			await walk(page, single(), held, course.nobreak);
		});
	});

test('every slide of the second course fits', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 720 });
	const other = heldSession(itemsIn(second), stepsOf(itemsIn(second)));
	await openWall(page, miniSite(), other);
	await walk(page, miniSite(), other, second.nobreak);
});
