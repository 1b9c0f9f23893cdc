import { TARGETS } from '#record/payload.ts';
import { expect, test } from './lms.ts';

for (const target of TARGETS) {
	test(`opens ${target}`, async ({ lms }) => {
		const launch = await lms.open({ target });
		await expect(launch.learner.h1).toBeVisible();
		console.log(await launch.news());
	});
}
