/** The one file, opened from a disk with the network off, and opened again later. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type BrowserContext } from '@playwright/test';
import { texts } from '#learn/texts.ts';
import { actions } from '#ui/messages.ts';
import { needed, pageAsking, shipped } from './support/course.ts';
import { mouse } from './support/hands.ts';
import { Learner } from './support/learner.ts';
import { firstPage, newProfile } from './support/profile.ts';
import { single } from './support/site.ts';
import { watch } from './support/watch.ts';

const course = shipped();

/** A copy on a disk such as staff have: a folder with a Japanese name and blanks. */
function onAStick(): { url: string; remove(): void } {
	const root = mkdtempSync(join(tmpdir(), 'stick-'));
	const folder = join(root, '研修 資料（協働）', '令和8年度 100%');
	mkdirSync(folder, { recursive: true });
	const file = join(folder, 'まなびや 職員用.html');
	copyFileSync('build/single/manabiya.html', file);
	return { url: pathToFileURL(file).href, remove: () => rmSync(root, { recursive: true, force: true }) };
}

async function learnerIn(context: BrowserContext, url: string): Promise<Learner> {
	return new Learner(mouse(await firstPage(context)), course, { ...single(), url });
}

test('the one file teaches, keeps and asks for nothing, from a folder with a Japanese name, without a network', async () => {
	test.setTimeout(180_000);
	const stick = onAStick();
	const profile = newProfile({ offline: true });
	try {
		let context = await profile.start();
		let watched = watch(context);
		let learner = await learnerIn(context, stick.url);
		await learner.open();
		expect(new URL(learner.page.url()).protocol).toBe('file:');
		await learner.follow(texts.home.begin);
		const page = pageAsking(course, 'single');
		const onward = course.units[0]?.pages[1]?.title ?? '';
		await learner.arrived(course.units[0]?.pages[0]?.title ?? '');
		await learner.open(`learn/${page.page}`);
		await learner.answer(page.question, true, learner.lessonQuestion());
		await learner.follow(actions.next);
		if (page.page === course.units[0]?.pages[0]?.id) await learner.arrived(onward);

		const board = course.units.flatMap((unit) => unit.boards).find((one) => one.cards.length < 10);
		if (!board) throw new Error('No small board');
		await learner.open(`board/${board.id}`);
		await learner.board(board, 1);

		await learner.open('test');
		await learner.press(texts.test.start);
		await learner.takeTest(() => false);
		await expect(learner.main).toContainText(texts.result.notPassed(needed(course)));
		await learner.follow(texts.result.retake);
		await learner.press(texts.test.start);
		// Closed in the middle of the second test.
		const half = await learner.asked();
		await learner.saved();
		await learner.page.reload();
		await learner.ready();
		expect((await learner.asked()).id).toBe(half.id);
		watched.expectQuiet();
		expect(new Set(watched.requests.map((url) => url.replace(/#.*$/u, '')))).toEqual(new Set([stick.url]));
		await context.close();

		context = await profile.start();
		watched = watch(context);
		learner = await learnerIn(context, stick.url);
		await learner.open();
		await learner.follow(actions.resume);
		await expect(learner.main).toContainText(`1問目／全${course.test.draw}問`);
		expect((await learner.asked()).id).toBe(half.id);
		await learner.takeTest(() => true);
		await expect(learner.main).toContainText(texts.result.passed(needed(course)));
		await learner.follow(texts.result.home);
		await learner.open('record');
		await expect(learner.main.getByRole('table', { name: texts.record.tests }).getByRole('row')).toHaveCount(
			3
		);
		await expect(learner.main.getByRole('table', { name: texts.record.boards })).toContainText(board.title);
		watched.expectQuiet();
		expect(new Set(watched.requests.map((url) => url.replace(/#.*$/u, '')))).toEqual(new Set([stick.url]));
		await context.close();
	} finally {
		profile.remove();
		stick.remove();
	}
});
