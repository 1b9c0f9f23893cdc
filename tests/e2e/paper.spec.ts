/** On paper: the certificate and its code, the report, and the files that an office collects. */
import { readFileSync } from 'node:fs';
import { expect, test, type Download, type Page } from '@playwright/test';
import { verify } from '#delivery/verify-texts.ts';
import { texts } from '#learn/texts.ts';
import { columns, handIn } from '#learn/texts-hand-in.ts';
import { LEARNED_LENGTH, paper } from '#learn/texts-paper.ts';
import { readSubmission } from '#record/submission.ts';
import { actions } from '#ui/messages.ts';
import Papa from 'papaparse';
import { visit, type Screen } from './a11y/screen.ts';
import { course, finalItems, finishedRun, given, open, pagesDone, recordFile } from './a11y/support.ts';
import { isA4, printed } from './support/paper.ts';
import { screen, single, web, type Site } from './support/site.ts';

const passedTest = (run: string, right: number) => finishedRun(run, 'final', finalItems, (i) => i < right);
const finished = [...pagesDone, ...passedTest('r1', 18)];
const on = (path: string, record: Screen['record']): Screen => ({ name: path, path, record });

const field = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const sheet = (page: Page) => page.getByRole('article');
const codeOn = async (page: Page) =>
	given(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(await sheet(page).innerText())?.[0]);

async function taken(page: Page, press: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> {
	const [download]: [Download, unknown] = await Promise.all([page.waitForEvent('download'), press()]);
	return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
async function compare(page: Page, file: { name: string; bytes: Buffer }, code: string): Promise<void> {
	await page
		.locator('input[type=file]')
		.setInputFiles({ name: file.name, mimeType: 'application/json', buffer: file.bytes });
	await expect(page.getByText(verify.chosen(file.name))).toBeVisible();
	await field(page, verify.code).fill(code);
	await button(page, verify.check).click();
}
const result = (page: Page) => page.getByRole('main').getByRole('status').last();

/** What is printed too small, or reaches beyond the page's width or what holds it. */
async function faults(page: Page): Promise<string[]> {
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	// The page's width within its margins: 210 mm less twice 16 mm.
	await page.setViewportSize({ width: Math.round((178 / 25.4) * 96), height: 1000 });
	const found = await page.evaluate(() => {
		// What is read aloud and never drawn is no part of a page.
		const unseen = '.vh, #svelte-announcer';
		const shown = [...document.querySelectorAll('body *')].filter(
			(one) => one.checkVisibility() && !one.closest(unseen)
		);
		const own = (one: Element) =>
			[...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
		return shown.filter(own).flatMap((one) => {
			const { fontSize, color } = getComputedStyle(one);
			const { left, right } = one.getBoundingClientRect();
			const text = one.textContent?.trim().slice(0, 20) ?? '';
			return [
				...(parseFloat(fontSize) < 15.99 ? [`${text}: ${fontSize}`] : []),
				...(color === 'rgb(0, 0, 0)' ? [] : [`${text}: ${color}`]),
				...(one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 ? [`${text}: clipped`] : []),
				...(one.closest('article') ? [] : [`${text}: not of the sheet`]),
				...(left < -1 || right > innerWidth + 1 ? [`${text}: outside`] : [])
			];
		});
	});
	await page.emulateMedia({ media: null, colorScheme: null });
	await page.setViewportSize({ width: 1280, height: 800 });
	return found;
}
async function isOnePage(page: Page): Promise<string> {
	expect(await faults(page)).toEqual([]);
	const made = await printed(page);
	expect(made.pages).toBe(1);
	expect(made.sizes.every(isA4)).toBe(true);
	expect((await page.pdf({ preferCSSPageSize: true, tagged: true })).toString('latin1')).toContain(
		'/StructTreeRoot'
	);
	return made.text;
}

const LONG = '総務部総合政策推進本部企画調整課市民参加推進室地域づくり支援第二係長補佐付担当ああ'.slice(
	0,
	40
);
const LONG_NAME = '勅使河原龍之介ウィリアム'.repeat(4).slice(0, 40);

for (const size of ['1', '1.5']) {
	test(`a certificate is one A4 page with all it states, blank or with a long name, at text size ${size}`, async ({
		page
	}) => {
		await page.addInitScript((size) => (document.documentElement.dataset.size = size), size);
		await visit(page, on('certificate', finished));
		await page.evaluate((size) => (document.documentElement.dataset.size = size), size);
		const text = await isOnePage(page);
		for (const words of [
			paper.certificate.title,
			course.title,
			texts.result.revision(course.revision),
			'令和8年4月1日',
			paper.certificate.scored(18, 20),
			course.serves.text,
			paper.certificate.issuer,
			await codeOn(page)
		]) {
			expect(text).toContain(words);
		}
		for (const words of [actions.print, paper.notKept, 'まなびや\n']) expect(text).not.toContain(words);

		await field(page, paper.name).fill(LONG_NAME);
		expect(await isOnePage(page)).toContain(LONG_NAME);
	});

	test(`a report is one A4 page, blank or with everything long, at text size ${size}`, async ({ page }) => {
		await visit(page, on('report', finished));
		await page.evaluate((size) => (document.documentElement.dataset.size = size), size);
		await field(page, paper.minutes).fill('');
		const blank = await isOnePage(page);
		const labels = [paper.department, paper.position, paper.name, paper.number];
		for (const words of [
			...labels,
			paper.minutes,
			paper.report.learned,
			paper.report.check,
			course.title,
			'令和8年4月1日',
			paper.report.scored(18, 20, true),
			...course.units.slice(0, -1).map((unit) => unit.goal)
		]) {
			expect(blank).toContain(words);
		}
		for (const label of labels) await field(page, label).fill(label === paper.name ? LONG_NAME : LONG);
		await field(page, paper.minutes).fill('約50分（ほかに集合研修60分）');
		const learned = '市民と市の役割を考えました。'.repeat(20).slice(0, LEARNED_LENGTH);
		await field(page, paper.report.learnedLabel).fill(learned);
		const text = await isOnePage(page);
		for (const words of [LONG, LONG_NAME, learned]) expect(text).toContain(words);
	});
}

test('a PDF is named after year, course, kind, office and person while it is printed', async ({ page }) => {
	await visit(page, on('report', finished));
	await field(page, paper.department).fill('総務課/庶務係');
	await field(page, paper.name).fill('山田 花子');
	const titles = await page.evaluate(() => {
		const before = document.title;
		window.dispatchEvent(new Event('beforeprint'));
		const during = document.title;
		window.dispatchEvent(new Event('afterprint'));
		return { same: document.title === before, during };
	});
	expect(titles).toEqual({
		same: true,
		during: `R8_${course.title}_${paper.report.title}_総務課_庶務係_山田_花子`
	});
});

for (const site of [web, single] satisfies (() => Site)[]) {
	test(`a certificate of the ${site().name} edition is proved by files saved later, and by no other name, score or file`, async ({
		page
	}) => {
		await open(page, 'certificate', finished, site());
		const unnamed = await codeOn(page);
		await field(page, paper.name).fill('山田 花子');
		const code = await codeOn(page);
		expect(code).not.toBe(unnamed);

		await page.getByRole('link', { name: paper.report.open }).click();
		await expect(field(page, paper.name)).toHaveValue('山田 花子');
		const submission = await taken(page, () => button(page, handIn.save).click());

		// More is learned, and the test taken again with a better score.
		const later = {
			name: 'a.kiroku.json',
			bytes: Buffer.from(recordFile([...finished, ...passedTest('r2', 20)]))
		};
		await page.goto(screen(site(), 'about'));
		await page.getByRole('link', { name: texts.about.verify }).click();
		await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
		// Nothing is asked of any server.
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));

		await compare(page, later, code);
		await expect(result(page)).toContainText(verify.noMatch);
		await field(page, verify.name).fill('山田　花子');
		await expect(result(page)).toBeEmpty();
		await button(page, verify.check).click();
		await expect(result(page)).toContainText(verify.match('令和8年4月1日'));
		await expect(result(page)).toContainText(verify.score(18, 20));

		await field(page, verify.code).fill(unnamed.toLowerCase().replaceAll('-', ' '));
		await button(page, verify.check).click();
		await expect(result(page)).toContainText(verify.noMatch);
		await field(page, verify.name).fill('');
		await button(page, verify.check).click();
		await expect(result(page)).toContainText(verify.byHand);

		// The handed-in file brings the name along.
		await compare(page, submission, code);
		await expect(field(page, verify.name)).toHaveValue('山田 花子');
		await expect(result(page)).toContainText(verify.match('令和8年4月1日'));

		const better = { ...later, bytes: Buffer.from(recordFile([...pagesDone, ...passedTest('r1', 20)])) };
		await compare(page, better, unnamed);
		await expect(result(page)).toContainText(verify.noMatchRecord);
		await compare(page, { ...later, bytes: Buffer.from(recordFile(pagesDone)) }, unnamed);
		await expect(result(page)).toContainText(verify.notPassed);
		expect(asked.filter((url) => !url.startsWith('data:') && !url.startsWith('blob:'))).toEqual([]);
	});
}

test('what cannot be compared is said with what to do, by keyboard', async ({ page }) => {
	await open(page, 'verify');
	await field(page, verify.code).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText(verify.noFile)).toBeVisible();
	await expect(page.locator('input[type=file]')).toBeFocused();
	for (const [text, code] of [
		['no record', 'unknown-file'],
		[recordFile(finished).slice(0, -30), 'damaged'],
		[recordFile(finished).replace(`"${course.id}"`, '"other"'), 'other-course'],
		['{"format":"manabiya.teishutsu","version":9}', 'newer']
	] as const) {
		await page
			.locator('input[type=file]')
			.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from(text) });
		await expect(page.getByRole('alert')).toContainText(verify.unreadableText[code]);
	}
	await page.locator('input[type=file]').setInputFiles({
		name: 'x.json',
		mimeType: 'application/json',
		buffer: Buffer.from(recordFile(finished))
	});
	await expect(page.getByRole('alert')).toBeEmpty();
	await field(page, verify.code).fill('1234');
	await page.keyboard.press('Enter');
	await expect(page.getByText(verify.noCode)).toBeVisible();
	await expect(field(page, verify.code)).toBeFocused();
});

test('before everything is done the certificate says what is missing and leads there', async ({ page }) => {
	const [first, second] = course.units;
	const most = pagesDone.filter(
		(event) => event.type === 'pageDone' && event.page !== given(second?.pages[1]).id
	);
	await visit(page, on('certificate', most));
	await expect(sheet(page)).toHaveCount(0);
	await expect(page.getByText(paper.certificate.notYet)).toBeVisible();
	const links = page.getByRole('main').getByRole('listitem').getByRole('link');
	await expect(links).toHaveCount(2);
	await expect(links.last()).toHaveText(paper.certificate.test);
	expect(given(first).title).not.toBe('');
	await links.first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(given(second?.pages[1]).title);
});

test('the ways to paper: from home, from the record and from a passed test', async ({ page }) => {
	await visit(page, on('', finished));
	for (const path of ['', 'record', 'run/r1']) {
		await open(page, path);
		await page.getByRole('link', { name: paper.certificate.open }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(paper.certificate.title);
	}
});

test('the file to hand in has single answers only when they are ticked', async ({ page }) => {
	await visit(page, on('report', finished));
	await field(page, paper.department).fill('総務課');
	await field(page, paper.number).fill('00123');
	await field(page, paper.report.learnedLabel).fill('学びました。');
	const read = (bytes: Buffer) => {
		const file = readSubmission(bytes.toString('utf8'), course.id);
		if (!file.ok) throw new Error(file.error.detail);
		return file.value;
	};
	await expect(page.getByRole('checkbox', { name: handIn.answers })).not.toBeChecked();
	const bare = await taken(page, () => button(page, handIn.save).click());
	expect(bare.name).toBe(`R8_${course.title}_${handIn.file}_総務課.teishutsu.json`);
	expect(read(bare.bytes)).toMatchObject({
		learner: { department: '総務課', number: '00123' },
		begun: { date: '2026-04-01', wareki: '令和8年4月1日' },
		completed: true,
		score: { right: 18, total: 20 }
	});
	expect(bare.bytes.toString('utf8')).not.toMatch(/answers|response|学びました/u);
	await expect(page.getByRole('status').filter({ hasText: bare.name })).toBeVisible();

	await page.getByRole('checkbox', { name: handIn.answers }).check();
	const whole = read((await taken(page, () => button(page, handIn.save).click())).bytes);
	expect(whole.answers?.map(({ item }) => item).sort()).toEqual(finalItems.map(({ id }) => id).sort());
});

test('a row for Excel: bytes, quotes, a guard against formulas, both calendars; Shift_JIS names what it cannot write', async ({
	page
}) => {
	await visit(page, on('report', finished));
	await field(page, paper.number).fill('00123');
	await field(page, paper.name).fill('髙﨑 ①');
	await field(page, paper.department).fill('=HYPERLINK("x")');
	const utf8 = await taken(page, () => button(page, handIn.utf8).click());
	expect(utf8.name).toMatch(/^R8_.+\.csv$/u);
	expect([...utf8.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const text = utf8.bytes.toString('utf8').slice(1);
	expect(text.split('\r\n')).toHaveLength(3);
	expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
	const [row] = Papa.parse<Record<string, string>>(text, { header: true }).data;
	expect(row).toMatchObject({
		[columns.number]: '00123',
		[columns.name]: '髙﨑 ①',
		[columns.department]: `'=HYPERLINK("x")`,
		[columns.year]: '令和8年度',
		[columns.begun]: '令和8年4月1日',
		[columns.begunIso]: '2026-04-01',
		[columns.finishedIso]: '2026-04-01',
		[columns.state]: columns.done,
		[columns.right]: '18',
		[columns.total]: '20'
	});
	expect(text.startsWith('"')).toBe(true);

	const sjis = await taken(page, () => button(page, handIn.sjis).click());
	expect(new TextDecoder('shift_jis').decode(sjis.bytes)).toBe(text);
	expect(sjis.bytes.includes(Buffer.from([0xfb, 0xfc]))).toBe(true);

	await field(page, paper.name).fill('𠮷田');
	await button(page, handIn.sjis).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText('Shift_JISで表せない文字があります（𠮷）。UTF-8で保存しますか。');
	const instead = await taken(page, () => button(page, handIn.asUtf8).click());
	expect(instead.bytes.toString('utf8')).toContain('𠮷田');
	await expect(dialog).toBeHidden();
});
