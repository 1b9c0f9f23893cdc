import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { partsOf, type Question } from '#questions/registry.ts';
import Frame from '../support/Frame.svelte';
import ViewOwner from '../support/ViewOwner.svelte';
import { example, examples, rightResponse, wrongResponse } from '../support/examples.ts';
import { DESK, FRAME, NARROW, overflow, size, smallTargets, theme, violations } from '../support/look.ts';

type Props = {
	question: Question;
	start?: unknown;
	message?: string;
	numberKeys?: boolean;
	hideRight?: boolean;
	disabled?: boolean;
};
const open = (props: Props) => render(ViewOwner, props, { wrapper: Frame });
const first = (root: Element) => root.querySelector<HTMLElement>('input, select, button');

/** Tab until the element has the focus: only what a keyboard can reach counts. */
async function tabTo(element: Element | null) {
	for (let i = 0; i < 60 && document.activeElement !== element; i++) await userEvent.tab();
	expect(document.activeElement).toBe(element);
}

beforeEach(async () => {
	theme('light');
	await size(DESK);
});

describe.each(examples.map((question) => [question.type, question] as const))('%s', (_type, question) => {
	it('has its stem as heading and name of the group', async () => {
		const screen = await open({ question });
		const group = screen.container.querySelector('fieldset');
		await expect.element(screen.getByRole('heading', { level: 1, name: question.stem })).toBeVisible();
		expect(group?.querySelector('legend > h1')?.textContent).toBe(question.stem);
		await expect
			.element(
				page.getByRole(question.type === 'single' ? 'radiogroup' : 'group', { name: question.stem }).first()
			)
			.toBeVisible();
	});

	it('ties the message on what is missing to the first control or to the group', async () => {
		const screen = await open({ question, message: 'まだ答えていないところがあります。' });
		const described = [screen.container.querySelector('fieldset'), first(screen.container)].map((element) =>
			(element?.getAttribute('aria-describedby') ?? '')
				.split(' ')
				.map((id) => document.getElementById(id)?.textContent ?? '')
				.join()
		);
		expect(described[0]).toContain('まだ答えていないところがあります。');
		if (question.type !== 'placement') expect(described[1]).toContain('まだ答えていないところがあります。');
	});

	it('shows, once checked, a reason and a source for every answer', async () => {
		const screen = await open({ question, start: wrongResponse(question) });
		screen.component.check();
		const own = partsOf(question).filter((part) => !part.id.includes('>'));
		for (const part of own)
			if (question.type !== 'matching' || part.reason)
				await expect.element(screen.getByText(part.reason)).toBeVisible();
		expect(screen.container.querySelectorAll('.cite').length).toBeGreaterThanOrEqual(own.length);
		expect(screen.container.querySelector('fieldset')).toBeNull();
		expect(screen.container.textContent).toMatch(/不正解|選んだ答え|正しい位置/);
	});

	it('tells nothing that is right in a final test, and can no longer be changed', async () => {
		const screen = await open({ question, start: wrongResponse(question), hideRight: true });
		screen.component.check();
		await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
		expect(screen.container.querySelector('.cite')).toBeNull();
		expect(screen.container.textContent).not.toMatch(/正解|正しい位置/);
		const active = screen.container.querySelectorAll(
			'input:not(:disabled), select:not(:disabled), .moves button:not(:disabled), .put'
		);
		const open_ = [...active].filter((control) => !control.closest('fieldset:disabled'));
		expect(open_).toEqual([]);
	});

	it('does not fall over an answer that is not its own', async () => {
		for (const start of [null, 7, 'gone', ['gone'], { gone: 'x' }]) {
			const screen = await open({ question, start });
			await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible();
			await screen.unmount();
		}
	});

	it.each([DESK, FRAME, NARROW])(
		'is accessible, large and narrow enough at %i px, before and after',
		async (...measure) => {
			await size(measure);
			const screen = await open({
				question,
				start: wrongResponse(question),
				message: '答えを選んでください。'
			});
			for (const checked of [false, true]) {
				if (checked) screen.component.check();
				await expect.poll(overflow).toBeLessThanOrEqual(0);
				expect(smallTargets(screen.container)).toEqual([]);
				for (const name of ['light', 'dark'] as const) {
					theme(name);
					expect(await violations(screen.container)).toEqual([]);
				}
			}
		}
	);
});

describe('by keyboard alone', () => {
	it('single: arrows choose, and the letters are part of the names', async () => {
		const question = example('single');
		const screen = await open({ question });
		await tabTo(screen.container.querySelector('input'));
		await userEvent.keyboard(' {ArrowDown}');
		const radios = [...screen.container.querySelectorAll('input')];
		expect(radios.map((radio) => radio.checked)).toEqual([false, true, false]);
		expect(screen.component.kept()).toBe(radios[1]?.value);
		await expect.element(screen.getByRole('radio').nth(1)).toHaveAccessibleName(/^イ/);
	});

	it('single: number keys choose inside the group only, and can be switched off', async () => {
		const question = example('single');
		const screen = await open({ question });
		await userEvent.keyboard('2');
		expect(screen.component.kept()).toBeUndefined();
		await tabTo(screen.container.querySelector('input'));
		await userEvent.keyboard('2');
		expect(screen.component.kept()).toBe(screen.container.querySelectorAll('input')[1]?.value);
		await userEvent.keyboard('9');
		expect(screen.component.kept()).toBe(screen.container.querySelectorAll('input')[1]?.value);
		await screen.unmount();
		const off = await open({ question, numberKeys: false });
		await tabTo(off.container.querySelector('input'));
		await userEvent.keyboard('2');
		expect(off.component.kept()).toBeUndefined();
	});

	it('multiple: space and number keys set and clear; the answer is kept in file order', async () => {
		const question = example('multiple');
		const screen = await open({ question });
		await tabTo(screen.container.querySelector('input'));
		await userEvent.keyboard('4321');
		expect(screen.component.kept()).toEqual(question.options.map((option) => option.id));
		await userEvent.keyboard(' ');
		expect(screen.component.kept()).toHaveLength(3);
	});

	it('matching: selects are reached one after the other', async () => {
		const question = example('matching');
		const screen = await open({ question });
		for (const pair of question.pairs) {
			const select = screen.getByRole('combobox', { name: pair.text });
			await select.selectOptions(pair.answer);
		}
		expect(screen.component.kept()).toEqual(rightResponse(question));
		await screen.getByRole('combobox').first().selectOptions('');
		expect(Object.keys(Object(screen.component.kept()))).toHaveLength(question.pairs.length - 1);
		await tabTo(screen.container.querySelectorAll('select')[2] ?? null);
	});

	it('ordering: moves an item, says where it went, and keeps the focus on it', async () => {
		const question = example('ordering');
		const screen = await open({ question });
		const order = () =>
			[...screen.container.querySelectorAll<HTMLElement>('[data-item]')].map((item) => item.dataset.item);
		const before = order();
		await tabTo(screen.container.querySelector(`[data-item="${before[0]}"] [data-by="1"]`));
		await userEvent.keyboard('{Enter}');
		expect(order()).toEqual([before[1], before[0], before[2]]);
		expect(screen.component.kept()).toEqual(order());
		const text = question.items.find((item) => item.id === before[0])?.text ?? '';
		await expect.element(screen.getByRole('status')).toHaveTextContent(`「${text}」は2番目に移動しました。`);
		await expect
			.poll(() => document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset.item)
			.toBe(before[0]);
		await userEvent.keyboard('{Enter}{Enter}');
		await expect.element(screen.getByRole('status')).toHaveTextContent('いちばん下です');
	});

	it('ordering: the shown order can be given as the answer without moving anything', async () => {
		const screen = await open({ question: example('ordering') });
		await screen.getByRole('button', { name: 'この並びで答える' }).click();
		expect(screen.component.kept()).toHaveLength(3);
		expect(screen.container.querySelector('.keep')).toBeNull();
	});

	it('placement: selects and places every card; the focus goes on to the next', async () => {
		const question = example('placement');
		const screen = await open({ question });
		await tabTo(screen.container.querySelector('.hand .card'));
		await userEvent.keyboard('{Enter}');
		for (let left = question.cards.length; left > 0; left--) {
			const put = screen
				.getByRole('group', { name: '床' })
				.getByRole('button', { name: '床に置く', exact: false })
				.first();
			put.element().focus();
			await userEvent.keyboard('{Enter}');
			await expect
				.poll(() => Object.keys(Object(screen.component.kept())).length)
				.toBe(question.cards.length - left + 1);
			if (left > 1) await expect.poll(() => document.activeElement?.closest('.hand') !== null).toBe(true);
		}
		expect(screen.component.kept()).toEqual({ c1: 'floor', c2: 'floor', c3: 'floor' });
		screen.component.check();
		await expect.element(screen.getByText('場所は広く見えますが、紙の束は床では湿ります。')).toBeVisible();
	});
});

it('a right answer to any type is called right, with a word', async () => {
	for (const question of examples) {
		const screen = await open({ question, start: rightResponse(question) });
		screen.component.check();
		await expect.element(screen.getByText('正解', { exact: false }).first()).toBeVisible();
		expect(screen.container.textContent).not.toContain('不正解');
		await screen.unmount();
	}
});
