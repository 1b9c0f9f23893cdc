/** The trainer's own window on the one file: what it shows when, its keys, and every way of looking at it. */
import { expect, test, type Page } from '@playwright/test';
import { texts } from '#workshop/paper/texts.ts';
import { notes, show, slide as words, undone } from '#workshop/screens/texts.ts';
import { axe } from './a11y/axe.ts';
import { focus } from './a11y/focus.ts';
import { layout } from './a11y/layout.ts';
import { resize } from './a11y/support.ts';
import { onTheWall, TABLES } from './support/training.ts';

/** The desk alone, in the window that was the wall. */
async function atTheDesk(page: Page): Promise<void> {
	await onTheWall(page);
	await page.evaluate(() => location.assign(location.hash.replace(/show$/u, 'notes')));
	await page.locator('.what').waitFor();
}
/** Goes to a phase of a step, by the time plan and the main button. */
async function goTo(desk: Page, no: number, phase: keyof typeof notes.phases): Promise<void> {
	await desk.keyboard.press('g');
	await desk.getByRole('textbox', { name: show.goNumber }).fill(String(no));
	await desk.keyboard.press('Enter');
	const name = notes.phases[phase];
	for (let i = 0; !(await desk.locator('.what').innerText()).includes(name); i += 1) {
		if (i > 40) throw new Error(`no ${phase} in step ${no}`);
		const before = await desk.locator('.notes').getAttribute('data-slide');
		await desk.keyboard.press('PageDown');
		await expect(desk.locator('.notes')).not.toHaveAttribute('data-slide', before ?? '');
	}
}
const PHASES: [no: number, phase: keyof typeof notes.phases][] = [
	[1, 'text'],
	[2, 'vote1'],
	[2, 'talk'],
	[2, 'reason'],
	[4, 'place'],
	[4, 'hold'],
	[4, 'heat'],
	[4, 'card'],
	[5, 'text'],
	[6, 'vote1'],
	[6, 'reason'],
	[6, 'what']
];

test('what the trainer needs of every phase is in the first screenful', async ({ page: desk }) => {
	await atTheDesk(desk);
	for (const [no, phase] of PHASES) {
		await goTo(desk, no, phase);
		for (const [width, height] of [
			[1280, 720],
			[1366, 768],
			[1100, 760]
		] as const) {
			await resize(desk, width, height);
			const at = `${no} ${phase} ${width}×${height}`;
			const needed = {
				'what is on the wall': desk.locator('.what'),
				'the main button': desk.locator('.btn--main'),
				'the time': desk.locator('.clock'),
				'the timer': desk.locator('.timer'),
				'what to say': desk.getByRole('heading', { name: texts.timetable.say }).locator('+ ul'),
				'the fields': desk.locator('input.counted'),
				'the tables': desk.locator('.column tbody tr'),
				'the circumstances': desk.locator('fieldset'),
				'the reason': desk.locator('li[aria-current=true]'),
				'the answer': desk.locator('#answer, #answers').first(),
				'its reason': desk.locator('#answer + *').locator('p').first()
			};
			const out: string[] = [];
			for (const [name, found] of Object.entries(needed))
				for (const one of await found.all()) {
					const box = await one.boundingBox();
					if (box && box.y + box.height > height)
						out.push(`${name} ends at ${Math.round(box.y + box.height)}`);
				}
			expect.soft(out, at).toEqual([]);
			await expect(needed['what to say'], at).toBeVisible();
			if (phase === 'hold') await expect(needed['the tables'], at).toHaveCount(TABLES);
		}
	}
});

test('the keys of the wall work here, hands and tables are entered, and what was said is seen beside its reason', async ({
	page: desk
}) => {
	// A time of day that is the same on every run: 9:00 in Japan.
	await desk.clock.setFixedTime(Date.UTC(2027, 3, 5, 0, 0));
	await atTheDesk(desk);
	await expect(desk.locator('.clock')).toContainText(notes.notBegun);
	await desk.keyboard.press('ArrowRight');
	await expect(desk.locator('.clock')).toContainText(notes.early(5));
	await expect(desk.locator('.clock')).toContainText(notes.until('9:10'));
	await desk.clock.setFixedTime(Date.UTC(2027, 3, 5, 0, 7));
	await expect(desk.locator('.clock')).toContainText(`9:07`);
	await expect(desk.locator('.clock')).toContainText(notes.onTime);
	await desk.clock.setFixedTime(Date.UTC(2027, 3, 5, 0, 12));
	await expect(desk.locator('.clock')).toContainText(notes.late(2));

	const fields = desk.locator('input.counted');
	for (const count of ['2', '7', '5', '4']) {
		await desk.keyboard.press(count);
		await desk.keyboard.press('Enter');
	}
	await desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
	await expect(desk.locator('.total')).toHaveText(words.counted(18, 24));
	// Nothing is empty any more: a digit overwrites nothing.
	await desk.keyboard.press('9');
	await expect(fields.first()).toHaveValue('2');
	const undo = desk.locator('.undo');
	await expect(undo).toHaveText(notes.undoOf(undone.COUNT));
	await desk.keyboard.press('z');
	await expect(fields.nth(3)).toHaveValue('');
	await desk.keyboard.press('4');
	// Moving on takes what was typed.
	await desk.keyboard.press('PageDown');
	await expect(desk.locator('.what')).toContainText(notes.phases.talk);
	const wrong = desk.getByRole('region', { name: notes.misconceptions }).locator('li');
	// The most hands first, of those that are not right.
	await expect(wrong.first()).toContainText(notes.hands(1, 7));
	await expect(wrong).toHaveText([/7人/u, /4人/u, /2人/u]);
	await expect(desk.getByRole('region', { name: notes.answer }).first()).toContainText(notes.hands(1, 5));

	await desk.keyboard.press('t');
	await expect(desk.getByRole('timer')).toBeVisible();
	await desk.getByRole('button', { name: show.more }).click();
	await expect(desk.getByRole('timer')).toHaveText(show.left('3:00'));
	await desk.keyboard.press('b');
	await expect(desk.getByRole('button', { name: show.unblank, exact: true })).toBeVisible();
	await desk.keyboard.press('.');
	await expect(desk.getByRole('button', { name: show.blank, exact: true })).toBeVisible();
	await desk.keyboard.press('n');
	await desk.getByLabel(show.noteLabel).fill('様式はどこですか。zbt');
	await desk.getByRole('button', { name: show.noteDone, exact: true }).click();
	await expect(undo).toHaveText(notes.undoOf(undone.NOTE));

	await goTo(desk, 2, 'reason');
	for (const place of [0, 1]) {
		const marked = desk.locator('li[aria-current=true]');
		await expect(marked).toContainText(notes.onWall);
		await expect(desk.getByRole('region', { name: notes.reasons }).locator('li').nth(place)).toHaveAttribute(
			'aria-current',
			'true'
		);
		await desk.keyboard.press('ArrowRight');
	}
	await desk.keyboard.press('ArrowLeft');

	await goTo(desk, 4, 'hold');
	const chosen = desk.locator('.column tbody input:checked');
	for (let table = 1; table <= TABLES; table += 1) {
		await expect(desk.getByRole('heading', { name: words.entering(table) })).toBeVisible();
		await desk.keyboard.press(String(((table * 2) % 6) + 1));
		await expect(chosen).toHaveCount(table);
	}
	await expect(desk.getByRole('heading', { name: words.allIn })).toBeVisible();
	await desk.keyboard.press('1');
	await expect(desk.getByRole('heading', { name: words.allIn })).toBeVisible();
	// Put right by pressing; the keys go on working.
	const third = desk.getByRole('radio', { name: new RegExp(`^${words.table(3)}`, 'u') });
	await third.nth(5).check();
	await expect(third.nth(5)).toBeChecked();
	await desk.keyboard.press('z');
	await expect(third.nth(5)).not.toBeChecked();
	await desk.keyboard.press('PageDown');
	await expect(chosen).toHaveCount(0);

	await goTo(desk, 6, 'what');
	const last = desk.locator('fieldset').first().getByRole('radio').last();
	await last.check();
	await desk.getByRole('button', { name: words.reset }).click();
	await expect(last).not.toBeChecked();
});

for (const [no, phase] of PHASES.filter(([, phase]) => phase !== 'talk')) {
	test(`every way of looking at the desk: ${no} ${phase}`, async ({ page: desk }) => {
		await desk.clock.setFixedTime(Date.UTC(2027, 3, 5, 0, 0));
		await desk.emulateMedia({ reducedMotion: 'reduce' });
		await atTheDesk(desk);
		await goTo(desk, no, phase);
		await desk.mouse.move(0, 0);
		for (const [way, look] of Object.entries({ layout, axe, focus }))
			await look(desk, { name: phase, path: 'training', bare: true }, (problems, check) =>
				expect.soft(problems, `${way}: ${check}`).toEqual([])
			);
	});
}
