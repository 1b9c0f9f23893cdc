/** The ways of working a page: keys, fingers, or the mouse. A journey is written once and done with each. */
import type { Locator, Page } from '@playwright/test';

export interface Hand {
	readonly page: Page;
	/** Follows a link or presses a button. */
	press(target: Locator): Promise<void>;
	/** Chooses one radio of its group. */
	choose(radio: Locator): Promise<void>;
	/** Ticks or unticks a box. */
	tick(box: Locator): Promise<void>;
	/** Picks an option of a native select by its value. */
	pick(select: Locator, value: string): Promise<void>;
}

export function mouse(page: Page): Hand {
	return {
		page,
		press: (target) => target.click(),
		choose: (radio) => radio.click(),
		tick: (box) => box.click(),
		pick: async (select, value) => void (await select.selectOption(value))
	};
}

export function finger(page: Page): Hand {
	return {
		page,
		press: (target) => target.tap(),
		choose: (radio) => radio.tap(),
		tick: (box) => box.tap(),
		// The list that a tap opens is the system's own; the page only hears what was picked.
		pick: async (select, value) => void (await select.selectOption(value))
	};
}

/** Tab, Shift+Tab, arrows, Space, Enter and digits; never the mouse, and never a focus set from outside. */
export function keys(page: Page): Hand {
	return {
		page,
		async press(target) {
			await tabTo(page, target);
			await page.keyboard.press('Enter');
		},
		async choose(radio) {
			await tabTo(page, radio);
			const away = await radio.evaluate(stepsInGroup);
			if (away === 0) await page.keyboard.press('Space');
			for (let i = 0; i < Math.abs(away); i += 1)
				await page.keyboard.press(away > 0 ? 'ArrowDown' : 'ArrowUp');
		},
		async tick(box) {
			await tabTo(page, box);
			await page.keyboard.press('Space');
		},
		async pick(select, value) {
			await tabTo(page, select);
			const away = await select.evaluate((element, wanted) => {
				if (!(element instanceof HTMLSelectElement)) throw new Error('Not a select');
				return [...element.options].findIndex((option) => option.value === wanted) - element.selectedIndex;
			}, value);
			for (let i = 0; i < Math.abs(away); i += 1)
				await page.keyboard.press(away > 0 ? 'ArrowDown' : 'ArrowUp');
		}
	};
}

/** Tabs to an element, as far as the order of the page says, and looks whether the focus really came there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
	const { steps, stops } = await target.evaluate(stepsTo);
	for (let i = 0; i < Math.abs(steps); i += 1) await page.keyboard.press(steps > 0 ? 'Tab' : 'Shift+Tab');
	for (let more = 0; more <= stops + 2; more += 1) {
		if (await target.evaluate(hasFocus)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`The keyboard does not reach ${String(target)}`);
}

/** Every stop of one whole round with Tab, as the page sees them: short descriptions in order. */
export async function tabRound(page: Page): Promise<{ expected: number; reached: number }> {
	const expected = await page.locator('body').evaluate(stepsTo);
	await page.evaluate(() => {
		const seen = new Set<EventTarget>();
		Object.assign(window, { seenStops: seen });
		document.addEventListener('focusin', (event) => event.target && seen.add(event.target));
	});
	for (let i = 0; i <= expected.stops + 1; i += 1) await page.keyboard.press('Tab');
	const reached = await page.evaluate(() =>
		'seenStops' in window && window.seenStops instanceof Set ? window.seenStops.size : 0
	);
	return { expected: expected.stops, reached };
}

// The functions below run in the page and may use nothing from outside their own body.

function stepsTo(target: Element): { steps: number; stops: number } {
	const all = [
		...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')
	].filter(
		(one) =>
			one.tabIndex >= 0 &&
			!one.matches(':disabled') &&
			one.checkVisibility({ visibilityProperty: true }) &&
			!one.closest('[inert]')
	);
	const isRadio = (one: Element): one is HTMLInputElement =>
		one instanceof HTMLInputElement && one.type === 'radio';
	/** A group of radios is one stop: the checked one, or the first. */
	const group = (radio: HTMLInputElement) => all.filter(isRadio).filter((one) => one.name === radio.name);
	const stopOf = (one: Element) =>
		isRadio(one) ? (group(one).find((radio) => radio.checked) ?? group(one)[0]) : one;
	const stops = all.filter((one) => stopOf(one) === one);
	const active = document.activeElement ?? document.body;
	const to = stops.findIndex((one) => one === stopOf(target));
	const from = stops.findIndex((one) => one === stopOf(active));
	if (from >= 0) return { steps: to - from, stops: stops.length };
	const before =
		active === document.body
			? 0
			: stops.filter((one) => active.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_PRECEDING).length;
	return { steps: to >= before ? to - before + 1 : to - before, stops: stops.length };
}

function hasFocus(target: Element): boolean {
	const active = document.activeElement;
	if (active === target) return true;
	const isRadio = (one: Element | null): one is HTMLInputElement =>
		one instanceof HTMLInputElement && one.type === 'radio';
	return isRadio(active) && isRadio(target) && active.name === target.name;
}

function stepsInGroup(target: Element): number {
	if (!(target instanceof HTMLInputElement)) throw new Error('Not a radio');
	const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
		(one) => one.name === target.name
	);
	return group.indexOf(target) - group.findIndex((one) => one === document.activeElement);
}
