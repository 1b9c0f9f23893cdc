/** What was learned before, asked again: the line on the first screen, and one card after the other. */
import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { CourseIndex, CourseSource, UnitContent } from '#course/parts.ts';
import { japaneseDate } from '#learn/file.ts';
import { Session } from '#learn/session.svelte.ts';
import { settings } from '#learn/settings.svelte.ts';
import { rememberTexts as t } from '#learn/texts-remember.ts';
import { texts } from '#learn/texts.ts';
import type { Happened } from '#record/events.ts';
import type { LmsSide } from '#record/lms.ts';
import { createMemoryStore } from '#stores/memory/store.ts';
import { actions } from '#ui/messages.ts';
import { source as ofCases } from '../support/cases.ts';
import { example } from '../support/examples.ts';
import { DESK, NARROW, overflow, size, smallTargets, theme, violations } from '../support/look.ts';
import RememberOwner from '../support/RememberOwner.svelte';

const DAY = 86_400_000;
/** Noon of the last day of a year, on this computer. */
const NOON = new Date(2026, 11, 31, 12).getTime();

const single = example('single');
const { index } = ofCases;
const questions = [{ id: single.id, type: 'single', use: 'practice', asks: [] }];
const source = {
	...ofCases,
	index: { ...index, units: index.units.map((unit) => ({ ...unit, questions })) } as unknown as CourseIndex,
	unit: async () => ({ ...(await ofCases.unit('u1')), questions: [single] }) as UnitContent
} satisfies CourseSource;

const answered = (item: string, response: string, earned: number, total: number): Happened => ({
	type: 'answered',
	item,
	response,
	earned,
	total
});
const right = single.options.find((option) => option.right)?.id ?? '';
const learned = [
	answered(single.id, right, 1, 1),
	answered('k_hon', 'a', 4, 4),
	answered('k_koe', 'c', 0, 4)
];

/** A learner who did these things on one day and comes back so many days later. */
async function come(
	happened: Happened[],
	days: number,
	more: { line?: boolean; lms?: Partial<LmsSide> } = {}
) {
	let now = NOON;
	const store = createMemoryStore({ course: index.id, learner: { id: 'local' }, now: () => now });
	const session = await Session.open(source, more.lms ? Object.assign(store, { lms: more.lms }) : store, {
		now: () => now,
		tag: () => 'abcd1234',
		go: () => undefined,
		rescore: async (events) => events
	});
	happened.forEach((one) => session.happened(one));
	now += days * DAY;
	const open = () => render(RememberOwner, { session, line: more.line ?? false });
	return { session, open, screen: await open() };
}

beforeEach(async () => {
	theme('light');
	settings.set({ numberKeys: true });
	await size(DESK);
});

describe('the line on the first screen', () => {
	it('says how many are due today, and leads there', async () => {
		const { screen } = await come(learned, 1, { line: true });
		await expect.element(screen.getByText(t.onHome(3))).toBeVisible();
		await expect
			.element(screen.getByRole('link', { name: t.open }))
			.toHaveAttribute('href', `#/${index.id}/remember`);
	});

	it.each<[string, Happened[], number, Partial<LmsSide> | undefined]>([
		['before anything was answered', [], 1, undefined],
		['on the day it was learned', learned, 0, undefined],
		['where the LMS only shows the course', learned, 1, { mode: 'review' }],
		['where the LMS lets the course be browsed', learned, 1, { mode: 'browse' }]
	])('is not there %s', async (_, happened, days, lms) => {
		const { screen } = await come(happened, days, { line: true, ...(lms ? { lms } : {}) });
		await expect.element(screen.getByRole('main')).toBeInTheDocument();
		expect(screen.container.textContent?.trim()).toBe('');
	});
});

describe('the screen', () => {
	it('says when the next ones come, in the words of a Japanese calendar', async () => {
		const { screen } = await come(learned, 0);
		await expect.element(screen.getByText(t.nothingUntil('令和9年1月1日'))).toBeVisible();
		expect(screen.container.querySelector('button')).toBeNull();
	});

	it('says what it is for before anything was answered', async () => {
		const { screen } = await come([], 0);
		await expect.element(screen.getByText(t.nothingYet)).toBeVisible();
	});

	it('is done by keyboard alone, keeps every answer outside of runs and pages, and tells each next date', async () => {
		const { session, screen } = await come(learned, 1);
		const before = session.events.length;
		const h1 = screen.getByRole('heading', { level: 1 });
		await expect.element(screen.getByText(t.today(3))).toBeVisible();
		// No choice of few where there are few.
		await expect.element(screen.getByRole('button', { name: t.few(3) })).not.toBeInTheDocument();
		await userEvent.tab();
		await expect.element(screen.getByRole('button', { name: t.start })).toHaveFocus();
		await userEvent.keyboard('{Enter}');

		// What was got wrong comes first.
		await expect.element(h1).toHaveTextContent('大きな声');
		await expect.element(h1).toHaveFocus();
		await expect.element(screen.getByText(t.of(3))).toBeVisible();
		for (let n = 0; n < 3; n += 1) {
			await expect.poll(() => document.activeElement?.tagName).toBe('H1');
			const isCase = ['大きな声', '一人で選んだ本'].includes(
				document.activeElement?.textContent?.trim() ?? ''
			);
			const wanted = isCase ? 'a' : right;
			document.querySelector<HTMLInputElement>(`input[value="${wanted}"]`)?.focus();
			await userEvent.keyboard(' {Enter}');
			const verdict = screen.getByRole('heading', { level: 2 }).first();
			await expect.element(verdict).toHaveFocus();
			const [, date] = /次は(.+)ごろ/u.exec(screen.container.textContent ?? '') ?? [];
			// Wrong before: the next day. Right before: a week.
			expect([japaneseDate(NOON + 2 * DAY), japaneseDate(NOON + 8 * DAY)]).toContain(date);
			await expect
				.element(screen.getByRole('button', { name: n < 2 ? actions.next : t.finish }))
				.toBeVisible();
			screen
				.getByRole('button', { name: n < 2 ? actions.next : t.finish })
				.element()
				.focus();
			await userEvent.keyboard('{Enter}');
		}
		await expect.element(h1).toHaveTextContent(t.done);
		await expect.element(h1).toHaveFocus();
		await expect
			.element(screen.getByRole('list', { name: t.dates }))
			.toHaveTextContent(t.about('令和9年1月8日'));

		const kept = session.events.slice(before);
		expect(new Set(kept.map(({ type }) => type))).toEqual(new Set(['drafted', 'answered']));
		for (const event of kept) {
			expect(event).not.toHaveProperty('run');
			expect(event).not.toHaveProperty('page');
		}
		expect(session.record.resume).toBeUndefined();
		expect(session.record.items['k_koe']?.drafts).toEqual({});
	});

	it('goes on with what is left after it was left in the middle', async () => {
		const { session, screen, open } = await come(learned, 1);
		await screen.getByRole('button', { name: t.start }).click();
		await screen.getByRole('radio', { name: '場所を案内する' }).click();
		await screen.getByRole('button', { name: texts.cases.check }).click();
		await expect.element(screen.getByRole('button', { name: actions.next })).toBeVisible();
		screen.unmount();
		const again = await open();
		await expect.element(again.getByText(t.today(2))).toBeVisible();
		expect(session.record.items['k_koe']?.tries).toBe(2);
	});

	it('asks a case anew: nothing chosen, nothing shown of how to read it, no way to its own page', async () => {
		const { screen } = await come([answered('k_hon', 'a', 4, 4)], 1);
		await screen.getByRole('button', { name: t.start }).click();
		await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('一人で選んだ本');
		expect(screen.container.querySelectorAll('input:checked')).toHaveLength(0);
		expect(screen.container.querySelector('.reads')).toBeNull();
		expect(screen.container.querySelector('a')).toBeNull();
		await screen.getByRole('radio', { name: '係優先' }).click();
		await screen.getByRole('radio', { name: texts.confidence.sure, exact: true }).click();
		await screen.getByRole('button', { name: texts.cases.check }).click();
		await expect
			.element(screen.getByRole('heading', { name: texts.cases.judged.hard('係優先') }))
			.toHaveFocus();
		// The way to read it comes with the reasons; what goes on from a case does not.
		expect(screen.container.querySelector('.reads')).not.toBeNull();
		await expect.element(screen.getByRole('heading', { name: texts.what.title })).not.toBeInTheDocument();
		await expect.element(screen.getByText(texts.comment.title)).not.toBeInTheDocument();
	});
});

it.each([DESK, NARROW])(
	'fits into %i×%i, in both colour schemes: the start, a card, its reasons, the end',
	async (...to) => {
		await size(to);
		const { screen } = await come(learned.slice(0, 1), 1);
		const look = async () => {
			for (const name of ['light', 'dark'] as const) {
				theme(name);
				expect(await violations(screen.container)).toEqual([]);
			}
			expect(overflow()).toBeLessThanOrEqual(0);
			expect(smallTargets(screen.container)).toEqual([]);
		};
		await look();
		await screen.getByRole('button', { name: t.start }).click();
		await expect.element(screen.getByRole('button', { name: actions.check })).toBeVisible();
		await look();
		document.querySelector<HTMLInputElement>(`input[value="${right}"]`)?.click();
		await screen.getByRole('button', { name: actions.check }).click();
		await expect.element(screen.getByRole('button', { name: t.finish })).toBeVisible();
		await look();
		await screen.getByRole('button', { name: t.finish }).click();
		await expect.element(screen.getByRole('heading', { name: t.done })).toBeVisible();
		await look();
	}
);
