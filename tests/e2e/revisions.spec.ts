/** Who finished under the first revision opens the newest edition: finished stays finished, and what changed is learnt by itself. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { texts } from '#learn/texts.ts';
import { revisions as t } from '#learn/texts-revisions.ts';
import { questionOf, shipped } from './support/course.ts';
import { keys } from './support/hands.ts';
import { Learner } from './support/learner.ts';
import { single, web, type Site } from './support/site.ts';
import { databaseOf } from './support/stored.ts';
import { folderOf } from './lms/packages.ts';
import { expect, HANAKO, keyOf, test } from './lms/lms.ts';
import { NAMES } from '../stores/lms-contract/names.ts';

const FROZEN = 'tests/fixtures/released/r1/finished';
const course = shipped();
const changes = course.revisions.flatMap((one) => one.changes);

type Rows = Record<string, unknown[]>;

/** Writes rows as the product of that day wrote them. Runs in the page. */
function fill([name, rows]: [string, Rows]): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name, 10);
		request.onerror = () => reject(request.error ?? new Error('open'));
		request.onupgradeneeded = () => {
			request.result.createObjectStore('events', { keyPath: ['learner', 'id'] });
			request.result.createObjectStore('learners', { keyPath: 'learner' });
		};
		request.onsuccess = () => {
			const transaction = request.result.transaction(Object.keys(rows), 'readwrite');
			for (const [store, list] of Object.entries(rows))
				for (const row of list) transaction.objectStore(store).put(row);
			transaction.oncomplete = () => {
				request.result.close();
				resolve();
			};
		};
	});
}

/** A page beside the edition, of the same origin, that opens no course. */
async function withRecord(page: Page, site: Site): Promise<void> {
	await page.goto(new URL(site.name === 'web' ? 'licenses.txt' : '../web/licenses.txt', site.url).href);
	const rows = JSON.parse(readFileSync(`${FROZEN}/indexeddb.json`, 'utf8')) as Rows;
	await page.evaluate(fill, [databaseOf(course.id), rows] as [string, Rows]);
}

/** From the first screen through every change, answering what is asked, and back. */
async function learnsTheChanges(learner: Learner): Promise<void> {
	await learner.follow(t.start(changes.length));
	for (const [n, change] of changes.entries()) {
		await expect(learner.main).toContainText(t.step(n + 1, changes.length));
		await expect(learner.h1).toBeFocused();
		await expect(learner.main).toContainText(change.why);
		const asked = [...change.added].filter((id) => id.startsWith('q'));
		for (const id of asked) await learner.answer(questionOf(course, id), true, learner.lessonQuestion());
		await learner.follow(n === changes.length - 1 ? t.end : t.next);
	}
	await learner.arrived(t.title);
}

const learnt = /改定第2版を学びました（令和\d+年\d+月\d+日）/u;

for (const site of [web, single]) {
	test(`${site().name}: finished under the first revision; the changes are learnt with the keyboard, and everything stays`, async ({
		page
	}) => {
		const learner = new Learner(keys(page), course, site());
		await withRecord(page, site());
		await learner.open();
		await expect(learner.main).toContainText(texts.home.finished);
		await expect(learner.main).toContainText(t.news([2]));
		await expect(learner.main).toContainText(t.stays);
		for (const { why } of changes) await expect(learner.main).toContainText(why);

		await learnsTheChanges(learner);
		await expect(learner.main).toContainText(learnt);
		await learner.saved();
		await learner.follow(texts.result.home);
		await learner.arrived(course.title);
		await expect(learner.main).toContainText(learnt);
		await expect(learner.link(t.start(changes.length))).toHaveCount(0);

		// After a start anew, and on the record's screen beside the score of before.
		await learner.open('record');
		await expect(learner.main).toContainText(learnt);
		await expect(learner.main).toContainText('19／20');
		await learner.open();
		await expect(learner.main).toContainText(texts.home.finished);
		await expect(learner.main).toContainText(learnt);
	});
}

test('a change whose question was not answered is left to learn', async ({ page }) => {
	const learner = new Learner(keys(page), course, web());
	await withRecord(page, web());
	await learner.open();
	await learner.follow(t.start(changes.length));
	await expect(learner.main).toContainText(t.notYet);
	await learner.follow(t.list);
	await learner.arrived(t.title);
	await expect(learner.main).toContainText(t.left(2, changes.length));
	await expect(learner.link(t.start(changes.length))).toBeVisible();
});

for (const target of ['scorm12', 'scorm2004-4'] as const) {
	test(`${target}: a state of the first revision is read by the new package; status and score stay, the changes are learnt and kept`, async ({
		lms
	}) => {
		const names = NAMES[target === 'scorm12' ? '1.2' : '2004'];
		const { elements } = JSON.parse(readFileSync(`${FROZEN}/${target}-A.json`, 'utf8')) as {
			elements: Record<string, string>;
		};
		const cmi: Record<string, unknown> = {};
		for (const [element, value] of Object.entries(elements)) {
			const path = element.split('.').slice(1);
			const last = path.pop() ?? '';
			let at = cmi;
			for (const part of path) at = (at[part] ??= {}) as Record<string, unknown>;
			at[last] = value;
		}
		lms.server.held.set(keyOf(folderOf('shipped', target), HANAKO), cmi);

		const launch = await lms.open({ target, course: 'shipped' });
		const { learner } = launch;
		await expect(learner.main).toContainText(texts.home.finished);
		await expect(learner.main).toContainText(texts.lms.complete);
		await learnsTheChanges(learner);
		await expect(learner.main).toContainText(learnt);
		await learner.saved();
		await lms.exit(launch);
		expect(lms.held(launch, names.status)).toBe(elements[names.status]);
		expect(lms.held(launch, names.raw)).toBe(elements[names.raw]);
		expect(lms.held(launch, names.state)).not.toBe(elements[names.state]);

		const back = await lms.open({ target, course: 'shipped' });
		await expect(back.learner.main).toContainText(texts.home.finished);
		await expect(back.learner.main).toContainText(learnt);
		await expect(back.learner.main).not.toContainText(t.stays);
	});
}
