/** Storage refused, damaged, full, emptied, of a newer version, shared by two windows: no answer is lost, and the screen says so. */
import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import { texts } from '#learn/texts.ts';
import { actions, app, confirm, empty, imports, saving, storage } from '#ui/messages.ts';
import { pageAsking, shipped } from './support/course.ts';
import { answersIn, giveFile, takeFile } from './support/file.ts';
import { mouse } from './support/hands.ts';
import { Learner } from './support/learner.ts';
import { web } from './support/site.ts';
import { databaseOf, storedAnswers, storedEvents } from './support/stored.ts';

test.use({ actionTimeout: 15_000 });
const course = shipped();
const asking = [pageAsking(course, 'single'), pageAsking(course, 'multiple'), pageAsking(course, 'matching')];
const items = asking.map(({ question }) => question.id);

async function newLearner(context: BrowserContext): Promise<Learner> {
	return new Learner(mouse(await context.newPage()), course, web());
}

/** Goes to a page by its address, without leaving the window, and answers. */
async function answerOn(learner: Learner, nth: number): Promise<void> {
	const asked = asking[nth];
	if (!asked) throw new Error('No such page');
	await learner.go(`learn/${asked.page}`);
	await learner.arrived(asked.title);
	await learner.answer(asked.question, nth !== 1, learner.lessonQuestion());
}

const banner = (learner: Learner, code: string) => learner.page.locator(`[data-banner="${code}"]`);

/** What the learner is told, and can do about it. */
async function expectTold(learner: Learner, code: string): Promise<void> {
	const { title, text } = storage[code] ?? { title: '?', text: '?' };
	await expect(banner(learner, code)).toContainText(title, { timeout: 20_000 });
	await expect(banner(learner, code)).toContainText(text);
	await expect(learner.page.locator('[data-banner]')).toHaveCount(1);
}

type Trouble = { name: string; code: string; make: () => void };
const troubles: Trouble[] = [
	{
		name: 'there is none',
		code: 'refused',
		make: () => Object.defineProperty(window, 'indexedDB', { value: undefined })
	},
	{
		name: 'its mere mention throws',
		code: 'refused',
		make: () =>
			Object.defineProperty(window, 'indexedDB', {
				get() {
					throw new DOMException('denied', 'SecurityError');
				}
			})
	},
	{
		name: 'opening throws',
		code: 'refused',
		make: () => {
			IDBFactory.prototype.open = () => {
				throw new DOMException('denied', 'SecurityError');
			};
		}
	},
	{
		name: 'opening fails as in a private window',
		code: 'refused',
		make: () => {
			const open = IDBFactory.prototype.open;
			IDBFactory.prototype.open = function (this: IDBFactory, ...of: [string, number?]) {
				const request = open.apply(this, of);
				Object.defineProperty(request, 'error', { value: new DOMException('private', 'InvalidStateError') });
				for (const answer of ['upgradeneeded', 'success']) {
					request.addEventListener(answer, (event) => {
						event.stopImmediatePropagation();
						request.dispatchEvent(new Event('error', { cancelable: true }));
					});
				}
				return request;
			};
		}
	},
	{
		name: 'opening never answers',
		code: 'blocked',
		make: () => {
			IDBFactory.prototype.open = () =>
				Object.create(IDBOpenDBRequest.prototype, {
					onerror: { value: null, writable: true },
					onsuccess: { value: null, writable: true },
					onupgradeneeded: { value: null, writable: true }
				});
		}
	}
];

for (const { name, code, make } of troubles) {
	test(`without a database the course goes on, says so, and the file carries everything over: ${name}`, async ({
		context,
		browser
	}) => {
		const learner = await newLearner(context);
		await learner.page.addInitScript(make);
		await learner.open();
		await expectTold(learner, code);
		for (const nth of asking.keys()) await answerOn(learner, nth);
		await expectTold(learner, code);
		const file = await takeFile(
			learner,
			banner(learner, code).getByRole('button', { name: actions.exportRecord })
		);
		expect(answersIn(file.events)).toEqual(items);

		const elsewhere = await browser.newContext({ locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
		const other = await newLearner(elsewhere);
		await other.open('record');
		await expect(other.main).toContainText(empty.records);
		await giveFile(other, file.name, file.text);
		await expect(other.main.getByRole('status').first()).toHaveText(texts.record.loaded(file.events.length));
		await other.saved();
		expect(await storedEvents(other.page, course.id)).toEqual(file.events);
		await other.page.reload();
		await other.ready();
		await other.open(`learn/${asking[1]?.page ?? ''}`);
		await expect(other.lessonQuestion()).toContainText('もう一度答える');
		await elsewhere.close();
	});
}

test('a full disk is told at once, nothing is lost, and saving goes on by itself when there is room', async ({
	context
}) => {
	const learner = await newLearner(context);
	const devtools = await context.newCDPSession(learner.page);
	const { origin } = new URL(learner.site.url);
	await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
	await learner.open();
	await answerOn(learner, 0);
	await expectTold(learner, 'full');
	await expect(learner.page.getByRole('banner')).toContainText(saving.failed);
	await answerOn(learner, 1);
	const button = banner(learner, 'full').getByRole('button', { name: actions.exportRecord });
	expect(answersIn((await takeFile(learner, button)).events)).toEqual(items.slice(0, 2));
	expect(await storedAnswers(learner.page, course.id)).toEqual([]);

	await devtools.send('Storage.overrideQuotaForOrigin', { origin });
	await expect(learner.page.locator('[data-banner]')).toHaveCount(0, { timeout: 40_000 });
	await answerOn(learner, 2);
	await learner.saved();
	expect((await storedAnswers(learner.page, course.id)).map((answer) => answer.item)).toEqual(items);
});

type Emptying = { name: string; empty: (learner: Learner, context: BrowserContext) => Promise<void> };
const emptyings: Emptying[] = [
	{
		name: 'the database is deleted from another window',
		async empty(learner, context) {
			const other = await context.newPage();
			await other.goto(`${learner.site.url}licenses.txt`);
			await other.evaluate(
				(name) =>
					new Promise<void>((resolve, reject) => {
						const request = indexedDB.deleteDatabase(name);
						request.onsuccess = () => resolve();
						request.onerror = () => reject(request.error ?? new Error('delete'));
					}),
				databaseOf(course.id)
			);
			await other.close();
		}
	},
	{
		name: 'the browser empties its storage',
		async empty(learner, context) {
			const devtools = await context.newCDPSession(learner.page);
			const { origin } = new URL(learner.site.url);
			await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
		}
	}
];

for (const { name, empty: wipe } of emptyings) {
	test(`what was saved is put back, and what follows is saved too, when ${name}`, async ({ context }) => {
		const learner = await newLearner(context);
		await learner.open();
		await answerOn(learner, 0);
		await learner.saved();
		await wipe(learner, context);
		await answerOn(learner, 1);
		await learner.saved();
		expect((await storedAnswers(learner.page, course.id)).map((answer) => answer.item)).toEqual(
			items.slice(0, 2)
		);
		await learner.page.reload();
		await learner.ready();
		await answerOn(learner, 2);
		await learner.saved();
		expect((await storedAnswers(learner.page, course.id)).map((answer) => answer.item)).toEqual(items);
	});
}

test('a record of a newer version is left untouched, and the course goes on beside it', async ({
	context
}) => {
	const learner = await newLearner(context);
	await learner.page.goto(`${learner.site.url}licenses.txt`);
	await learner.page.evaluate(makeNewer, databaseOf(course.id));
	await learner.open();
	await expectTold(learner, 'newer-version');
	await answerOn(learner, 0);
	const button = banner(learner, 'newer-version').getByRole('button', { name: actions.exportRecord });
	expect(answersIn((await takeFile(learner, button)).events)).toEqual(items.slice(0, 1));
	expect(await learner.page.evaluate(readNewer, databaseOf(course.id))).toEqual({
		version: 990,
		stores: ['things'],
		rows: ['of the future']
	});
});

function makeNewer(name: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name, 990);
		request.onupgradeneeded = () =>
			request.result.createObjectStore('things', { autoIncrement: true }).add('of the future');
		request.onerror = () => reject(request.error ?? new Error('open'));
		request.onsuccess = () => {
			request.result.close();
			resolve();
		};
	});
}

function readNewer(name: string): Promise<{ version: number; stores: string[]; rows: unknown[] }> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name);
		request.onerror = () => reject(request.error ?? new Error('open'));
		request.onsuccess = () => {
			const db = request.result;
			const rows = db.transaction('things').objectStore('things').getAll();
			rows.onsuccess = () => {
				const { version } = db;
				const stores = [...db.objectStoreNames];
				db.close();
				resolve({ version, stores, rows: rows.result });
			};
		};
	});
}

test('a file that is no sound record of this course is explained and changes nothing', async ({
	context
}) => {
	const learner = await newLearner(context);
	await learner.open();
	await answerOn(learner, 0);
	await learner.saved();
	await learner.open('record');
	const file = await takeFile(learner, learner.button(texts.record.save));
	const before = await storedEvents(learner.page, course.id);
	const changed = (
		change: (file: { version: number; course: { id: string }; events: unknown[] }) => void
	) => {
		const copy = JSON.parse(file.text);
		change(copy);
		return JSON.stringify(copy);
	};
	const files: [code: string, text: string][] = [
		['not-json', 'これは記録ではありません'],
		['not-kiroku', '{"answers": []}'],
		['damaged', changed((copy) => copy.events.push({ type: 'answered', item: 3 }))],
		['other-course', changed((copy) => (copy.course.id = 'another_course'))],
		['newer', changed((copy) => (copy.version = 99))]
	];
	for (const [code, text] of files) {
		await giveFile(learner, '記録.kiroku.json', text);
		await expect(learner.main.getByRole('alert').first(), code).toHaveText(imports[code] ?? '?');
	}
	// Cut off in the middle, as after a stick was pulled out too early.
	await giveFile(learner, '記録.kiroku.json', file.text.slice(0, -200));
	await expect(learner.main.getByRole('alert').first()).toHaveText(imports.damaged ?? '?');
	expect(await storedEvents(learner.page, course.id)).toEqual(before);

	await giveFile(learner, file.name, file.text);
	await expect(learner.main.getByRole('status').first()).toHaveText(texts.record.loaded(0));
	await expect(learner.main.getByRole('alert').first()).toHaveText('');
	expect(await storedEvents(learner.page, course.id)).toEqual(before);
});

test('two windows that answer in turn lose nothing, and each sees what the other did', async ({
	context
}) => {
	const one = await newLearner(context);
	const two = await newLearner(context);
	await one.open();
	await two.open();
	await answerOn(one, 0);
	await one.saved();
	await answerOn(two, 1);
	await two.saved();
	await answerOn(one, 2);
	await one.saved();
	await expect.poll(async () => (await storedAnswers(one.page, course.id)).map((a) => a.item)).toEqual(items);

	for (const learner of [one, two]) {
		await learner.go('record');
		await learner.arrived(texts.record.title);
		const file = await takeFile(learner, learner.button(texts.record.save));
		expect(answersIn(file.events)).toEqual(items);
	}
	const shown = () => [one, two].map((learner) => learner.standing(learner.main.getByRole('table').first()));
	const [first, second] = await Promise.all(shown());
	expect(first).toBe(second);
});

test('deleting the record really deletes it, in this window, in the other one and on the disk', async ({
	context
}) => {
	const learner = await newLearner(context);
	const other = await newLearner(context);
	await learner.open();
	await answerOn(learner, 0);
	await answerOn(learner, 1);
	await learner.saved();
	await other.open('record');
	await expect(other.button(texts.record.save)).toBeVisible();

	await learner.open('record');
	await learner.press(texts.record.remove);
	const dialog = learner.page.getByRole('dialog');
	await expect(dialog).toContainText(confirm.deleteRecord(undefined, 2));
	await expect(dialog.getByRole('heading')).toBeFocused();
	await learner.press(app.cancel, dialog);
	await expect(learner.button(texts.record.remove)).toBeFocused();
	expect(await storedEvents(learner.page, course.id)).not.toEqual([]);

	await learner.press(texts.record.remove);
	await learner.press(confirm.delete, dialog);
	await expect(learner.main.getByRole('status').first()).toHaveText(texts.record.removed);
	await expect(learner.main).toContainText(empty.records);
	await expect(other.main).toContainText(empty.records);
	expect(await everythingKept(learner.page)).not.toMatch(/answered|drafted|pageOpened|started/u);
	for (const window of [learner, other]) {
		await window.open();
		await expect(window.link(texts.home.begin)).toBeVisible();
	}
});

/** All of the browser's storage for this origin, in one text. */
function everythingKept(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
		for (const { name } of await indexedDB.databases()) {
			const db = await new Promise<IDBDatabase>((resolve, reject) => {
				const request = indexedDB.open(name ?? '');
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error ?? new Error('open'));
			});
			for (const store of db.objectStoreNames) {
				const rows = await new Promise<unknown>((resolve) => {
					const all = db.transaction(store).objectStore(store).getAll();
					all.onsuccess = () => resolve(all.result);
				});
				kept.push([store, rows]);
			}
			db.close();
		}
		return JSON.stringify(kept);
	});
}
