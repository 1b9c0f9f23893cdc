/** The whole course by keyboard alone: no click, no touch, and no focus set from outside. */
import { expect, test } from '@playwright/test';
import { mini as miniCourse, pageAsking, shipped, type Taught } from './support/course.ts';
import { keys, tabRound, tabTo } from './support/hands.ts';
import { learnWholeCourse } from './support/journey.ts';
import { Learner } from './support/learner.ts';
import { mini, web, type Site } from './support/site.ts';

test.use({ actionTimeout: 10_000 });

const courses: [string, () => Site, () => Taught][] = [
	['the shipped course', web, shipped],
	['the second course', mini, miniCourse]
];

for (const [name, site, course] of courses) {
	test(`${name} is done by keyboard alone, from the first page to a passed test`, async ({ page }) => {
		test.setTimeout(480_000);
		const learner = new Learner(keys(page), course(), site());
		await learnWholeCourse(learner, {
			async onFirstPage() {
				const tag = learner.main
					.locator('button[aria-expanded]')
					.filter({ hasText: learner.course.source.kind })
					.first();
				await tabTo(page, tag);
				await page.keyboard.press('Enter');
				await expect(tag).toHaveAttribute('aria-expanded', 'true');
				const passages = learner.main.getByRole('group', { name: /^出典 / });
				await expect(passages).toBeVisible();
				await page.keyboard.press('Tab');
				await page.keyboard.press('Escape');
				await expect(passages).toHaveCount(0);
				await expect(tag).toBeFocused();
			}
		});
	});
}

test('Tab goes once through everything that can be pressed and comes round, on every kind of screen', async ({
	page
}) => {
	const course = shipped();
	const learner = new Learner(keys(page), course, web());
	const board = course.units.flatMap((unit) => unit.boards)[0];
	const pages = (['single', 'multiple', 'matching', 'ordering', 'placement'] as const).map(
		(type) => `learn/${pageAsking(course, type).page}`
	);
	const others = ['practice', 'test', 'review', 'map', 'glossary', 'record', 'settings', 'about'];
	for (const path of ['', ...pages, `board/${board?.id ?? ''}`, ...others]) {
		await page.goto('about:blank');
		await learner.open(path);
		const { expected, reached } = await tabRound(page);
		expect(expected, path).toBeGreaterThan(4);
		expect(reached, path).toBe(expected);
	}
});
