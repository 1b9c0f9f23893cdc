import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { settings } from '#learn/settings.svelte.ts';
import { texts } from '#learn/texts.ts';
import type { Happened } from '#record/events.ts';
import { incomplete } from '#ui/messages.ts';
import CaseOwner from '../support/CaseOwner.svelte';
import { conductCase, domainCase, newSession } from '../support/cases.ts';
import { DESK, NARROW, overflow, size, smallTargets, theme, violations } from '../support/look.ts';

const t = texts.cases;
type Told = Parameters<typeof newSession>[0];

async function open(id: string, happened: Happened[] = [], lms?: Told) {
	const session = await newSession(lms);
	happened.forEach((one) => session.happened(one));
	const screen = await render(CaseOwner, { session, id });
	await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
	const press = (name: string) => screen.getByRole('button', { name, exact: true }).click();
	const choose = (name: string) => screen.getByRole('radio', { name }).click();
	const field = screen.getByRole('textbox');
	const types = () => session.events.map(({ type }) => type);
	return { session, screen, press, choose, field, types };
}
const answered = (item: string, response: string, earned: number): Happened => ({
	type: 'answered',
	item,
	response,
	earned,
	total: 4,
	page: item
});

beforeEach(async () => {
	theme('light');
	settings.set({ numberKeys: true });
	await size(DESK);
});

describe('a case about the column', () => {
	it('offers the columns of the map in its order, and that nothing is decided; shows half of how to read the scene', async () => {
		const { screen } = await open('k_hon');
		const names = [...document.querySelectorAll('.opt .text')].map((one) => one.firstChild?.textContent);
		expect(document.querySelectorAll('.opt .mk')).toHaveLength(6);
		expect([...document.querySelectorAll<HTMLInputElement>('.opt input')].map(({ value }) => value)).toEqual([
			...['a', 'b', 'c', 'd', 'e', 'f'],
			'undecided'
		]);
		expect(names).toHaveLength(7);
		await expect.element(screen.getByText(t.fiction)).toBeVisible();
		await expect.element(screen.getByText(domainCase.reads.who ?? '')).toBeVisible();
		await expect.element(screen.getByText(t.readYourself)).toBeVisible();
		await expect.element(screen.getByText(domainCase.reads.help ?? '')).not.toBeInTheDocument();
	});

	it('asks for a choice where none was made, and keeps nothing', async () => {
		const { screen, press, types } = await open('k_hon');
		await press(t.check);
		await expect.element(screen.getByText(incomplete('nothing-chosen'))).toBeVisible();
		expect(document.activeElement?.getAttribute('value')).toBe('a');
		expect(types()).toEqual(['started', 'pageOpened']);
	});

	it('is judged by a band and never called right or wrong; the reason, what follows, the neighbours and the rest are said', async () => {
		const { session, screen, press, choose } = await open('k_hon');
		await choose('共同');
		expect(session.record.items['k_hon']?.drafts['page:k_hon']).toBe('c');
		await screen.getByRole('radio', { name: texts.confidence.sure, exact: true }).click();
		await press(t.check);
		const heading = screen.getByRole('heading', { name: t.judged.defensible('共同') });
		await expect.element(heading).toHaveFocus();
		expect(session.events.slice(-2)).toMatchObject([
			{ ...answered('k_hon', 'c', 3), confidence: 'sure', ms: 0 },
			{ type: 'pageDone', page: 'k_hon' }
		]);
		const slip = screen.getByRole('region', { name: t.judged.defensible('共同') });
		await expect.element(slip.getByText('cの理由です。')).toBeVisible();
		await expect.element(slip.getByText('cのその後です。')).toBeVisible();
		const arguable = screen.getByRole('region', { name: t.arguable });
		await expect.element(arguable.getByRole('heading', { name: '読書主体' })).toBeVisible();
		await expect.element(arguable.getByText(texts.bands.domain.best)).toBeVisible();
		await screen.getByText(t.rest(4)).click();
		await expect.element(screen.getByText(texts.bands.domain.hard).first()).toBeVisible();
		await expect.element(screen.getByText(texts.bands.domain.impossible).first()).toBeVisible();
		await expect.element(screen.getByText(domainCase.takeaway)).toBeVisible();
		await expect.element(screen.getByText(domainCase.reads.help ?? '')).toBeVisible();
		expect(screen.container.textContent).not.toMatch(/正解|まちがい/u);
	});

	it.each([
		['a', 4, t.judged.best('読書主体')],
		['d', 1, t.judged.hard('係優先')],
		['f', 0, t.judged.impossible('係主体')],
		['undecided', 1, t.judged.hard('手引きからは決まらない')]
	])('comes back with the last answer: %s', async (response, earned, title) => {
		const { screen } = await open('k_hon', [answered('k_hon', response, earned)]);
		await expect.element(screen.getByRole('heading', { name: title })).toBeVisible();
		await expect.element(screen.getByRole('button', { name: t.check })).not.toBeInTheDocument();
	});

	it('is thought about again with nothing chosen, and counts as opened once a visit', async () => {
		const { screen, press, choose, types } = await open('k_hon', [answered('k_hon', 'a', 4)]);
		await press(t.again);
		expect(screen.container.querySelectorAll('input:checked')).toHaveLength(0);
		expect(document.activeElement?.getAttribute('value')).toBe('a');
		await choose('係優先');
		await press(t.check);
		await expect.element(screen.getByRole('heading', { name: t.judged.hard('係優先') })).toHaveFocus();
		expect(types().filter((type) => type === 'pageOpened')).toHaveLength(1);
	});

	it('goes on with the half-made answer', async () => {
		const draft: Happened = { type: 'drafted', item: 'k_hon', where: 'page:k_hon', response: 'b' };
		const { screen } = await open('k_hon', [answered('k_hon', 'a', 4), draft]);
		await expect.element(screen.getByRole('radio', { name: '読書優先' })).toBeChecked();
	});

	it('is answered by keyboard alone', async () => {
		const { screen } = await open('k_hon');
		screen.container.querySelector<HTMLElement>('.opt input')?.focus();
		await userEvent.keyboard('4{Enter}');
		await expect.element(screen.getByRole('heading', { name: t.judged.hard('係優先') })).toHaveFocus();
	});
});

describe('a case about what to do', () => {
	it('mixes its options by the seed and comes back in the same order', async () => {
		const order = () =>
			[...document.querySelectorAll<HTMLInputElement>('.opt input')].map(({ value }) => value);
		const { screen } = await open('k_koe');
		const shown = order();
		expect([...shown].sort()).toEqual(['a', 'b', 'c']);
		expect(shown).not.toEqual(['a', 'b', 'c']);
		screen.unmount();
		await open('k_koe');
		expect(order()).toEqual(shown);
	});

	it('says how far the choice can be recommended, and turns no circumstances', async () => {
		const { screen, press, choose } = await open('k_koe');
		await choose(conductCase.options[1]?.text ?? '');
		await press(t.check);
		await expect.element(screen.getByRole('heading', { name: t.done.defensible })).toHaveFocus();
		await expect.element(screen.getByRole('region', { name: t.arguableToDo })).toBeVisible();
		await expect.element(screen.getByText(texts.bands.conduct.best)).toBeVisible();
		await expect.element(screen.getByRole('heading', { name: texts.what.title })).not.toBeInTheDocument();
	});
});

describe('one’s own thought', () => {
	const c = texts.comment;
	const done = [answered('k_hon', 'a', 4)];

	it('is kept as one line and shown; an empty one is not kept', async () => {
		const { session, screen, press, field, types } = await open('k_hon', done);
		await press(c.keep);
		await expect.element(screen.getByText(c.empty)).toBeVisible();
		await expect.element(field).toHaveFocus();
		await field.fill('選ぶ人を先に見る。');
		await expect.element(screen.getByText(c.count(9, 100))).toBeVisible();
		await press(c.keep);
		expect(session.events.at(-1)).toMatchObject({
			type: 'commented',
			item: 'k_hon',
			text: '選ぶ人を先に見る。'
		});
		await expect.element(screen.getByText('選ぶ人を先に見る。')).toBeVisible();
		await expect.element(screen.getByText(c.done)).toBeVisible();
		await press(c.keep);
		expect(types().filter((type) => type === 'commented')).toHaveLength(1);
		await field.fill('あ'.repeat(120));
		await expect.element(field).toHaveValue('あ'.repeat(100));
	});

	it.each<[string, Told, string]>([
		['on this computer', undefined, c.here],
		['in the LMS', { comments: 'sent' }, c.sent],
		['on this computer, where the LMS does not take it', { comments: 'local' }, c.local],
		['on this computer, where nothing is known of the LMS', {}, c.local]
	])('says where it is kept: %s', async (_, lms, text) => {
		const { screen } = await open('k_hon', done, lms);
		await expect.element(screen.getByText(text)).toBeVisible();
	});

	it('is said to be written where its words are elsewhere', async () => {
		const { screen } = await open('k_hon', [...done, { type: 'commented', item: 'k_hon' }]);
		await expect.element(screen.getByText(c.elsewhere)).toBeVisible();
	});
});

it.each([DESK, NARROW])('a case fits into %i×%i before and after, in both colour schemes', async (...to) => {
	await size(to);
	const { screen, press, choose } = await open('k_hon');
	const look = async () => {
		for (const name of ['light', 'dark'] as const) {
			theme(name);
			expect(await violations(screen.container)).toEqual([]);
		}
		expect(overflow()).toBeLessThanOrEqual(0);
		expect(smallTargets(screen.container)).toEqual([]);
	};
	await look();
	await choose('係優先');
	await press(t.check);
	await screen.getByText(t.rest(3)).click();
	await look();
});
