/** A whole course on a phone, by touch alone: select a card, then a column; nothing is dragged. TOUCH_SHIPPED=1: the shipped one. */
import { test } from '@playwright/test';
import { mini as miniCourse, shipped } from './support/course.ts';
import { finger } from './support/hands.ts';
import { learnWholeCourse } from './support/journey.ts';
import { Learner } from './support/learner.ts';
import { mini, web } from './support/site.ts';

test.use({ actionTimeout: 15_000, hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

const [name, course, site] = process.env.TOUCH_SHIPPED
	? (['the shipped course', shipped, web] as const)
	: (['the second course, with a question of every type,', miniCourse, mini] as const);

test(`${name} is done by touch on a phone, from the first page to a passed test`, async ({ page }) => {
	test.setTimeout(480_000);
	await learnWholeCourse(new Learner(finger(page), course(), site()));
});
