/** The whole course on a phone, by touch alone: select a card, then a column; nothing is dragged. */
import { test } from '@playwright/test';
import { shipped } from './support/course.ts';
import { finger } from './support/hands.ts';
import { learnWholeCourse } from './support/journey.ts';
import { Learner } from './support/learner.ts';
import { web } from './support/site.ts';

test.use({ actionTimeout: 15_000, hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

test('the shipped course is done by touch on a phone, from the first page to a passed test', async ({
	page
}) => {
	test.setTimeout(480_000);
	await learnWholeCourse(new Learner(finger(page), shipped(), web()));
});
