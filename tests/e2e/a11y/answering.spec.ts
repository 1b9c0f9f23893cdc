/** Items 12–16, 22: what a question does with focus, messages and keys. */
import { expect, test, type Page } from '@playwright/test';
import {
	LETTERS,
	actions,
	board as words,
	incomplete,
	question as asks
} from '../../../src/lib/ui/messages.ts';
import { texts } from '../../../src/lib/learn/texts.ts';
import type { QuestionTypeName } from '../../../src/lib/questions/registry.ts';
import { boards, given, open, pageAsking, questionOf, runStarted, TYPES } from './support.ts';

declare global {
	interface Window {
		said: string[];
		known: Element[];
	}
}
const LIVE = '[role=status], [role=alert], [aria-live]:not([aria-live=off])';

/** From now on: what live regions say, and which of them were there before they spoke. */
const listen = (page: Page) =>
	page.evaluate((live) => {
		window.said = [];
		window.known = [...document.querySelectorAll(live)];
		new MutationObserver((changes) => {
			for (const change of changes) {
				const node = change.target instanceof Element ? change.target : change.target.parentElement;
				const added = [...change.addedNodes].flatMap((n) =>
					n instanceof Element ? [n, ...n.querySelectorAll(live)] : []
				);
				for (const region of [node?.closest(live), ...added.filter((e) => e.matches(live))]) {
					const text = region?.textContent.trim();
					if (region?.isConnected && text)
						window.said.push(`${window.known.includes(region) ? '' : 'new region: '}${text}`);
				}
			}
		}).observe(document.body, { subtree: true, childList: true, characterData: true });
	}, LIVE);
/** What was said, repeats left out. The save state in the header is no answer's business. */
const said = (page: Page) => page.evaluate(() => [...new Set(window.said)]);

const main = (page: Page) => page.getByRole('main');
const check = (page: Page) => main(page).getByRole('button', { name: actions.check });

/** Answers whatever is asked, completely. */
async function giveAnswer(page: Page, type: QuestionTypeName): Promise<void> {
	switch (type) {
		case 'single':
			return main(page)
				.getByRole('group')
				.or(main(page).getByRole('radiogroup'))
				.first()
				.getByRole('radio')
				.first()
				.check();
		case 'multiple': {
			const boxes = main(page).getByRole('checkbox');
			await boxes.nth(0).check();
			return boxes.nth(1).check();
		}
		case 'matching':
			for (const box of await main(page).getByRole('combobox').all()) await box.selectOption({ index: 1 });
			return;
		case 'ordering':
			return main(page).getByRole('button', { name: asks.keep }).click();
		case 'placement': {
			const hand = main(page).getByRole('list', { name: words.hand }).getByRole('button');
			for (let left = await hand.count(); left > 0; left -= 1) {
				if ((await main(page).locator('[data-card][aria-pressed=true]').count()) === 0)
					await hand.first().click();
				await main(page)
					.locator('[data-column]')
					.first()
					.getByRole('button', { name: /に置く$/u })
					.click();
				await expect(hand).toHaveCount(left - 1);
			}
		}
	}
}

const MISSING: Record<QuestionTypeName, string> = {
	single: incomplete('nothing-chosen'),
	multiple: incomplete('nothing-chosen'),
	matching: incomplete('some-unmatched'),
	ordering: texts.ordering,
	placement: incomplete('some-unplaced')
};

for (const type of TYPES) {
	for (const where of ['lesson', 'practice'] as const) {
		test(`a ${type} question in a ${where} says what is missing and then takes the focus to the verdict, said once`, async ({
			page
		}) => {
			if (where === 'lesson') await open(page, `learn/${pageAsking(type).page}`);
			else
				await open(page, 'run/r1', [
					// Another one follows: what was answered once has its feedback from the start.
					runStarted('r1', 'practice', [
						questionOf(type),
						questionOf(type === 'single' ? 'multiple' : 'single')
					])
				]);

			await check(page).press('Enter');
			await expect(main(page).getByText(MISSING[type])).toBeVisible();
			const describedBy = await page.evaluate(() => {
				const at = document.activeElement;
				const ids = [at, at?.closest('fieldset')]
					.map((e) => e?.getAttribute('aria-describedby') ?? '')
					.join(' ')
					.split(' ');
				return {
					place: at?.closest('fieldset') ? 'in the answers' : 'elsewhere',
					text: ids.map((id) => document.getElementById(id)?.textContent).join()
				};
			});
			expect(describedBy.place).toBe('in the answers');
			expect(describedBy.text).toContain(MISSING[type]);

			await giveAnswer(page, type);
			await expect(main(page).getByText(MISSING[type])).toBeHidden();
			await listen(page);
			await check(page).press('Enter');
			const verdict = main(page).locator('[data-verdict]').getByRole('heading');
			await expect(verdict).toBeFocused();
			await expect(verdict).toContainText(/正解|不正解|一部正解/u);
			await expect(verdict.locator('svg')).toBeVisible();
			expect(await said(page)).toEqual([]);

			if (where === 'lesson') return;
			await main(page).getByRole('button', { name: actions.nextQuestion }).press('Enter');
			await expect(main(page).getByRole('heading', { level: 1 })).toBeFocused();
			expect(await page.evaluate(() => scrollY)).toBe(0);
		});
	}
}

test('verdicts are words and shapes, the same in black and white', async ({ page }) => {
	const shapes: string[] = [];
	for (const right of [true, false]) {
		const { page: path, question } = pageAsking('single');
		const single = given(question.type === 'single' ? question : undefined);
		await open(page, `learn/${path}`);
		const option = given(single.options.find((o) => o.right === right));
		if (!right) await main(page).getByRole('button', { name: texts.lesson.answerAgain }).click();
		await main(page).getByRole('radio', { name: option.text }).check();
		await check(page).click();
		const slip = main(page).locator('[data-verdict]').getByRole('heading');
		await expect(slip).toContainText(right ? '正解' : '不正解');
		shapes.push(await slip.locator('svg').innerHTML());
		await expect(
			main(page).getByRole('listitem').filter({ hasText: '選んだ答え' }).locator('svg').first()
		).toBeVisible();
	}
	expect(shapes[0]).not.toBe(shapes[1]);
});

test('placing and taking all back is said by a region that was there before, and only by it', async ({
	page
}) => {
	const board = given([...boards].sort((a, b) => a.cards.length - b.cards.length)[0]);
	await open(page, `board/${board.id}`);
	const hand = main(page).getByRole('list', { name: words.hand }).getByRole('button');
	await listen(page);
	await hand.first().press('Enter');
	await main(page)
		.locator('[data-column]')
		.first()
		.getByRole('button', { name: /に置く$/u })
		.press('Enter');
	await expect.poll(() => said(page)).toHaveLength(2);
	expect((await said(page))[1]).toContain(`残り${board.cards.length - 1}枚`);
	await expect(hand.first()).toBeFocused();

	await check(page).press('Enter');
	await expect(main(page).getByRole('alert')).toHaveText(texts.board.leftToCheck(board.cards.length - 1));
	await expect(check(page)).toHaveAccessibleDescription(texts.board.leftToCheck(board.cards.length - 1));

	await main(page).getByRole('button', { name: actions.undoAll }).press('Enter');
	await expect(hand).toHaveCount(board.cards.length);
	await expect.poll(() => said(page)).toContain(words.undone);
	expect((await said(page)).filter((line) => line.startsWith('new region'))).toEqual([]);
});

test('moving an item says its new place from a region that was there before', async ({ page }) => {
	await open(page, 'run/r1', [runStarted('r1', 'practice', [questionOf('ordering')])]);
	await listen(page);
	const down = main(page).getByRole('button', { name: /^下へ/u }).first();
	await down.press('Enter');
	await expect.poll(() => said(page)).toEqual([expect.stringMatching(/^「.*」は2番目に移動しました。$/u)]);
	await expect(main(page).getByRole('button', { name: /^下へ/u }).nth(1)).toBeFocused();
});

test('number keys choose inside the answers only, and not at all when switched off', async ({ page }) => {
	await open(page, 'run/r1', [runStarted('r1', 'practice', [questionOf('single'), questionOf('multiple')])]);
	const radios = main(page).getByRole('radiogroup').getByRole('radio');
	const chosen = () => main(page).getByRole('radiogroup').locator('input:checked').count();
	await main(page).getByRole('button', { name: actions.flag }).focus();
	await page.keyboard.press('2');
	await check(page).focus();
	await page.keyboard.press('2');
	await main(page).getByRole('radio', { name: texts.confidence.sure, exact: true }).focus();
	await page.keyboard.press('2');
	expect(await chosen()).toBe(0);
	await radios.first().focus();
	await page.keyboard.press('2');
	await expect(radios.nth(1)).toBeChecked();
	await expect(radios.nth(1)).toBeFocused();
	await page.keyboard.press(String(LETTERS.length + 1));
	await expect(radios.nth(1)).toBeChecked();

	await open(page, 'settings');
	await main(page).getByRole('radio', { name: texts.settings.keysOff }).check();
	await open(page, 'run/r1');
	await radios.first().focus();
	await page.keyboard.press('3');
	await expect(radios.nth(2)).not.toBeChecked();
});
