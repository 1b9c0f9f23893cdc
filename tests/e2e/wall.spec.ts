/** The wall: every slide in the three sizes of projectors, for everybody, and that nothing in it moves by itself. */
import { expect, test, type Page } from '@playwright/test';
import { show, slide as words } from '#workshop/screens/texts.ts';
import { axeFinds } from './a11y/axe.ts';
import { splitWords } from './a11y/look.ts';
import { cutText, overlaps } from './a11y/measure.ts';
import { mini, shipped } from './support/course.ts';
import { mini as miniSite, single, type Site } from './support/site.ts';
import { itemsOfCourse } from './support/session.ts';
import { drawn, heldSession, jump, onward, openWall, slideId, stepsOf, type Held } from './support/wall.ts';

const course = shipped();
const held = heldSession(itemsOfCourse(course), stepsOf(itemsOfCourse(course), 90));
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
			const box = slide.getBoundingClientRect();
			const range = document.createRange();
			const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const of = node.parentElement;
				const text = node.textContent?.trim() ?? '';
				if (!of || !text || of.closest('.vh') || !of.checkVisibility({ visibilityProperty: true })) continue;
				const size = parseFloat(getComputedStyle(of).fontSize);
				const least = Object.entries(smaller).find(([selector]) => of.closest(selector))?.[1] ?? body;
				if (size < least) problems.push(`${size} px: ${text.slice(0, 12)}`);
				range.selectNodeContents(node);
				const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
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
		// Every circumstance: what is said of it is as long as it likes.
		if (id.includes('-what-'))
			for (const choice of await page.locator('.seg input').all()) {
				await choice.check({ force: true });
				await drawn(page);
				await look(`${id}, ${await choice.evaluate((one) => one.parentElement?.textContent)}`);
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
	await page.setViewportSize({ width: 1024, height: 768 });
	const other = heldSession(itemsOfCourse(second), stepsOf(itemsOfCourse(second)));
	await openWall(page, miniSite(), other);
	await walk(page, miniSite(), other, second.nobreak);
});

/** One slide of every phase, by the keys; \`act\` is done on each. */
async function everyPhase(page: Page, act: (phase: string) => Promise<void>): Promise<void> {
	const seen = new Set<string>();
	for (const no of new Set(held.session.slides.map(({ no }) => no))) {
		const phases = held.session.slides.filter((slide) => slide.no === no).map(({ phase }) => phase);
		const kind = held.session.shapes[no - 1]?.step.kind ?? '';
		const name = (phase: string) => (phase === 'text' ? `words: ${kind}` : phase);
		if (phases.every((phase) => seen.has(name(phase)))) continue;
		if (no > 1) await jump(page, no);
		for (let i = 0; i < phases.length; i += 1) {
			const phase = name(phases[i] ?? '');
			if (!seen.has(phase)) await act(phase);
			seen.add(phase);
			if (i < phases.length - 1) await onward(page);
		}
	}
	expect(seen.size, 'eleven phases, and four kinds of words').toBe(15);
}

test('every phase, the menu and each dialog can be used by everybody', async ({ page }) => {
	await openWall(page, single(), held);
	const found: Record<string, string[]> = {};
	const look = async (name: string) => {
		const problems = await axeFinds(page);
		if (problems.length > 0) found[name] = problems;
	};
	await everyPhase(page, async (phase) => {
		if (phase === 'vote1') {
			await page.getByRole('button', { name: show.count }).click();
			await look('vote1, counting');
		}
		await look(phase);
	});
	await page.getByText(show.menu).click();
	await look('menu');
	for (const dialog of [show.go, show.note, show.present, show.keys]) {
		if (dialog !== show.go) await page.getByText(show.menu).click();
		await page.getByRole('button', { name: dialog, exact: true }).click();
		await page.getByRole('dialog').waitFor();
		await look(dialog);
		await page.keyboard.press('Escape');
		await expect(page.getByRole('dialog')).toHaveCount(0);
		// The focus is where the dialog was asked for.
		await expect(page.getByText(show.menu)).toBeFocused();
	}
	expect(found).toEqual({});
});

test('a slide stands still, fills its room, and follows the window', async ({ page }) => {
	await page.setViewportSize({ width: 1280, height: 720 });
	await openWall(page, single(), held);
	const unrest: string[] = [];
	const empty: string[] = [];
	await everyPhase(page, async (phase) => {
		const { changes, filled, k } = await page.evaluate(async () => {
			const slide = document.querySelector<HTMLElement>('.slide');
			if (!slide) throw new Error('no slide');
			let changes = 0;
			const watch = new MutationObserver((all) => (changes += all.length));
			watch.observe(slide, { subtree: true, attributes: true, childList: true, characterData: true });
			for (let i = 0; i < 12; i += 1) await new Promise((next) => requestAnimationFrame(next));
			watch.disconnect();
			const box = slide.getBoundingClientRect();
			const bottom = Math.max(...[...slide.children].map((one) => one.getBoundingClientRect().bottom));
			const k = Number(slide.style.getPropertyValue('--k'));
			return { changes, filled: (bottom - box.top) / box.height, k };
		});
		if (changes > 0) unrest.push(`${phase}: ${changes}`);
		// Only what has few words leaves room, and then they are as large as they get.
		if (filled < 0.8 && k < 1.6) empty.push(`${phase}: ${filled}`);
	});
	expect(unrest).toEqual([]);
	expect(empty).toEqual([]);
	await jump(page, 2);
	const before = await places(page);
	await page.setViewportSize({ width: 1920, height: 1080 });
	await drawn(page);
	expect(await flaws(page)).toEqual([]);
	const larger = await places(page);
	await page.reload();
	await drawn(page);
	expect(await places(page), 'as if it had been opened in this size').toEqual(larger);
	expect(larger).not.toEqual(before);
	await page.setViewportSize({ width: 1280, height: 720 });
	await drawn(page);
	expect(await places(page), 'back in the first size, all is as it was').toEqual(before);
	// Counting changes nothing but the numbers.
	await page.keyboard.press('9');
	await page.keyboard.press('Enter');
	await page.keyboard.type('999');
	await page.keyboard.press('Enter');
	await expect(page.locator('.total')).toContainText(words.over);
	await drawn(page);
	expect(await places(page)).toEqual(before);
});
