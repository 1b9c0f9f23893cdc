/** A case thought about, and a thought of one's own, are there again after the window was loaded anew. */
import { expect, test } from '@playwright/test';
import { texts } from '#learn/texts.ts';
import { scoreCase } from '#scenario/judge.ts';
import { shipped } from './support/course.ts';
import { mouse } from './support/hands.ts';
import { Learner } from './support/learner.ts';
import { mini, web } from './support/site.ts';

const course = shipped();
const t = texts.cases;

test('a case answered and a thought written survive a reload, and the list tells the band reached', async ({
	page
}) => {
	const learner = new Learner(mouse(page), course, web());
	await learner.open('');
	await learner.main.getByRole('link', { name: t.title }).click();
	await learner.arrived(t.title);
	await learner.follow(t.ownFirst);
	await expect(page).toHaveURL(/\/case\//u);
	const id = page.url().split('/').at(-1);
	const it = course.units.flatMap((unit) => unit.cases).find((one) => one.id === id);
	if (it?.type !== 'domain') throw new Error('no own case');
	const best = course.map.domains.find((domain) => scoreCase(it, domain.id)?.earned === 4);
	if (!best) throw new Error('no column is best');
	await learner.main.locator(`input[value="${best.id}"]`).check();
	await learner.press(t.check);
	await expect(learner.main.getByRole('heading', { name: t.judged.best(best.name) })).toBeFocused();
	await learner.main.getByRole('textbox').fill('決めている人を先に見ます。');
	await learner.press(texts.comment.keep);
	await learner.saved();

	await page.reload();
	await learner.ready();
	await expect(learner.main.getByRole('heading', { name: t.judged.best(best.name) })).toBeVisible();
	await expect(learner.main.getByText('決めている人を先に見ます。')).toBeVisible();
	await learner.follow(t.list);
	await expect(learner.main.getByRole('listitem').filter({ hasText: it.title })).toContainText(
		texts.bands.domain.best
	);
});

test('any case of another course can be put on its axis too', async ({ page }) => {
	const learner = new Learner(mouse(page), course, mini());
	await learner.open('what-if');
	const cards = learner.main.getByRole('combobox', { name: texts.what.choose });
	await cards.selectOption('読み終えた本');
	await learner.main.locator('.switches input:not(:checked)').first().check({ force: true });
	await expect(learner.main.getByRole('status')).toContainText('「読み終えた本」は、');
});
