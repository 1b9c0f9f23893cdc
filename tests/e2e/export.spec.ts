/** Writing a course out for an LMS: from the page and from the command line, the same file. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { texts } from '#delivery/texts.ts';
import { texts as learn } from '#learn/texts.ts';
import type { Payload } from '#record/payload.ts';
import { writeKiroku } from '#record/kiroku.ts';
import { screen, single, web, type Site } from './support/site.ts';
import { shipped } from './support/course.ts';

type File = { name: string; bytes: Buffer };

/** Presses the button and takes the file. */
async function written(page: Page): Promise<File> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: texts.make }).click()
	]);
	return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

function packed(...args: string[]): File {
	const out = mkdtempSync(join(tmpdir(), 'packed-'));
	try {
		const command = ['scripts/run.mjs', 'src/cli/package.ts', 'kami-kyodo', '--out', out, ...args];
		const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
		if (status !== 0) throw new Error(stderr);
		const [name = ''] = readdirSync(out);
		return { name, bytes: readFileSync(join(out, name)) };
	} finally {
		rmSync(out, { recursive: true });
	}
}

const payloadOf = ({ bytes }: File): Payload => {
	const page = strFromU8(unzipSync(bytes)['index.html'] ?? new Uint8Array());
	return JSON.parse(/id="payload">(.*?)<\/script>/su.exec(page)?.[1] ?? '') as Payload;
};
const radio = (page: Page, group: string, name: string | RegExp) =>
	page.getByRole('radiogroup', { name: group }).getByRole('radio', { name });

for (const site of [web, single] satisfies (() => Site)[]) {
	test(`the page of the ${site().name} edition and the command line make the same file, byte for byte`, async ({
		page
	}) => {
		await page.goto(screen(site(), 'about'));
		await page.getByRole('link', { name: learn.about.export }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts.title);
		const first = await written(page);
		const same = packed('--target', 'scorm12');
		expect(first.name).toBe(same.name);
		expect(first.bytes.equals(same.bytes)).toBe(true);
		await expect(page.getByRole('status').filter({ hasText: texts.made.title })).toContainText(first.name);

		await radio(page, texts.target, 'SCORM 2004（第4版）').check();
		await radio(page, '修了の条件', /^最終テストに合格する/u).check();
		await radio(page, '不合格のときの報告', '不合格').check();
		await radio(page, '一問ごとの答え', '送らない').check();
		await page.getByRole('textbox', { name: '合格点' }).fill('７０');
		await page.getByRole('textbox', { name: 'LMSに表示する名前' }).fill('職員研修 <令和>');
		const second = await written(page);
		const args = ['--completes', 'test', '--on-fail', 'failed', '--no-interactions', '--pass', '70'];
		const other = packed('--target', 'scorm2004-4', ...args, '--title', '職員研修 <令和>');
		expect(second.name).toBe(other.name);
		expect(second.bytes.equals(other.bytes)).toBe(true);
		expect(second.bytes.equals(first.bytes)).toBe(false);
	});
}

test('one person’s record travels with the package, and the page says whose it is and how much', async ({
	page
}) => {
	const { id, revision, title, units } = shipped();
	const first = units[0]?.pages ?? [];
	const events = first.map((one, i) => ({
		id: `e${i}`,
		at: 1_000 + i,
		type: 'pageDone' as const,
		page: one.id
	}));
	const started = { id: 'e', at: 1, type: 'started' as const, revision, seed: 's' };
	const text = writeKiroku({
		course: { id, revision, title },
		learner: { id: 'x' },
		exportedAt: 5_000,
		events: [started, ...events]
	});
	await page.goto(screen(web(), 'record'));
	const file = { name: 'a.kiroku.json', mimeType: 'application/json', buffer: Buffer.from(text) };
	await page.getByLabel(learn.record.load).setInputFiles(file);
	await expect(page.getByRole('main').getByRole('status')).toContainText('件を加えました');
	await page.goto(screen(web(), 'export'));
	const main = page.getByRole('main');
	await expect(main).toContainText(texts.record.amount(1, units.length, 0));
	await page.getByRole('checkbox', { name: texts.record.include }).check();
	await expect(main).toContainText(texts.record.personal);
	await page.getByRole('textbox', { name: texts.record.whose }).fill('山田 花子');
	const personal = await written(page);
	expect(personal.name).toBe(`${id}-scorm12-r${revision}-personal.zip`);
	const { carried } = payloadOf(personal);
	expect(carried).toEqual(expect.objectContaining({ learner: { name: '山田 花子' }, revision }));
	expect(carried?.events.map((event) => event.id)).toEqual(['e', ...events.map((event) => event.id)]);
	await expect(main).toContainText(texts.made.personal('山田 花子'));

	// The command line does the same with the learner's file.
	const kiroku = join(mkdtempSync(join(tmpdir(), 'record-')), 'a.kiroku.json');
	const learner = { id: 'x', name: '山田 花子' };
	writeFileSync(
		kiroku,
		writeKiroku({ course: { id, revision, title }, learner, exportedAt: 5_000, events: [started, ...events] })
	);
	const { carried: same } = payloadOf(packed('--target', 'scorm12', '--record', kiroku));
	expect(same).toEqual({ ...carried, exportedAt: 5_000 });
});

test('choices that contradict each other are said at once, are found by the button, and write nothing', async ({
	page
}) => {
	await page.goto(screen(web(), 'export'));
	await radio(page, '修了の条件', /^すべての章を終える/u).check();
	const reported = page.getByRole('radiogroup', { name: '修了したときの報告' });
	await expect(reported).toContainText('合格・不合格がありません');
	for (const name of ['修了の条件', '修了したときの報告'])
		await expect(page.getByRole('radiogroup', { name })).toHaveAccessibleDescription(
			/合格・不合格がありません/u
		);
	let downloads = 0;
	page.on('download', () => (downloads += 1));
	await page.getByRole('button', { name: texts.make }).click();
	await expect(page.getByRole('radio', { name: 'すべての章を終える', exact: true })).toBeFocused();
	await expect(page.getByText(texts.problems(1))).toBeVisible();
	await reported.getByRole('radio', { name: '修了（completed）' }).check();
	await expect(page.getByText(texts.problem)).toHaveCount(0);
	expect(downloads).toBe(0);
	expect((await written(page)).name).toContain('.zip');
});

test('an emptied title and a pass mark that is no number are said where they stand', async ({ page }) => {
	await page.goto(screen(web(), 'export'));
	const title = page.getByRole('textbox', { name: 'LMSに表示する名前' });
	await title.fill('');
	await expect(title).toHaveAccessibleDescription(/名前を書いてください/u);
	const pass = page.getByRole('textbox', { name: '合格点' });
	await pass.fill('八割');
	await expect(pass).toHaveAccessibleDescription(/数字で書いてください/u);
	await page.getByRole('button', { name: texts.make }).click();
	await expect(pass).toBeFocused();
});

test('what packages are made with is asked for only when one is made', async ({ page }) => {
	const large: string[] = [];
	page.on(
		'response',
		(response) =>
			void response.body().then(
				(body) => body.length > 300_000 && large.push(response.url()),
				() => {}
			)
	);
	await page.goto(screen(web(), 'export'));
	await page.getByRole('button', { name: texts.make }).waitFor();
	expect(large).toEqual([]);
	await written(page);
	await expect.poll(() => large.length).toBe(1);
});
