/** Items 7–10: walking a screen with the Tab key, and what is seen at every stop. */
import type { Page } from '@playwright/test';
import type { Screen } from './screen.ts';
import { resize, type Tell } from './support.ts';

declare global {
	interface Window {
		stops: HTMLElement[];
	}
}

/** No screen has more stops; a walk that does not end is a trap. */
const MOST = 250;

/** Presses Tab from the top to the end. Tells stops out of sight or covered, and a walk that does not end. */
async function walk(page: Page): Promise<string[]> {
	const problems: string[] = [];
	await page.evaluate(() => {
		window.stops = [];
		// The next Tab goes on from here, wherever something was pressed before; gone as soon as it is left.
		const start = document.createElement('span');
		start.tabIndex = -1;
		(document.querySelector('dialog[open]') ?? document.body).prepend(start);
		start.focus();
		start.addEventListener('blur', () => setTimeout(() => start.remove()), { once: true });
		scrollTo(0, 0);
	});
	for (let i = 0; i < MOST; i += 1) {
		await page.keyboard.press('Tab');
		const found = await page.evaluate(() => {
			const at = document.activeElement;
			// Year, month and day are stops of their own in a field for a date, which stays the one that has the focus.
			if (at === window.stops.at(-1) && at instanceof HTMLInputElement && at.type === 'date') return '';
			if (!(at instanceof HTMLElement) || at === document.body || window.stops.includes(at)) return 'end';
			window.stops.push(at);
			const shown = at.closest('label') ?? at;
			const seen = [...shown.getClientRects()].some((r) =>
				[0.5, 0.15, 0.85].some((part) => {
					const hit = document.elementFromPoint(r.left + r.width * part, r.top + r.height / 2);
					return hit !== null && shown.contains(hit);
				})
			);
			return seen
				? ''
				: `covered: ${at.tagName} ${(at.textContent || at.ariaLabel || '').trim().slice(0, 20)}`;
		});
		if (found === 'end') return problems;
		if (found) problems.push(found);
	}
	return [...problems, 'the walk does not end'];
}

/** Every control that is shown was a stop; of a group of radios one is enough. */
const missedStops = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const modal = document.querySelector('dialog[open]');
		const radios = new Set(
			window.stops
				.filter((e) => e instanceof HTMLInputElement && e.type === 'radio')
				.map((e) => e.getAttribute('name'))
		);
		return [...document.querySelectorAll<HTMLElement>('a[href],button,input,select,summary')]
			.filter((e) => e.checkVisibility() && !('disabled' in e && e.disabled) && (!modal || modal.contains(e)))
			.filter(
				(e) =>
					!window.stops.includes(e) &&
					!(e instanceof HTMLInputElement && e.type === 'radio' && radios.has(e.name))
			)
			.map((e) => `${e.tagName} ${e.textContent.trim().slice(0, 20)}`);
	});

/**
 * The stops of the last walk come in the order they are seen: the next one is lower, or it is further right.
 * @returns neighbours for which neither is so
 */
const outOfOrder = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const problems: string[] = [];
		const stops = window.stops
			.filter((e) => e.isConnected && e.getClientRects().length > 0)
			.map((e) => ({ e, r: (e.closest('label') ?? e).getClientRects()[0] ?? e.getBoundingClientRect() }))
			// The skip link lies above the page.
			.filter(({ r }) => r.top + scrollY >= 0);
		stops.forEach(({ e, r }, i) => {
			const before = stops[i - 1];
			// An opened source stands in the margin: it is read where its tag is, and then the text goes on beside it.
			if (!before || before.e.closest('[role=group][aria-label^=出典]')) return;
			const lower =
				r.top >= before.r.bottom - 4 || (r.top >= before.r.top - 4 && r.left >= before.r.left - 4);
			const right = r.left >= before.r.right - 4;
			if (!lower && !right) {
				const name = (x: HTMLElement) =>
					`${x.tagName} ${(x.textContent || x.ariaLabel || '').trim().slice(0, 15)}`;
				problems.push(`${name(before.e)} → ${name(e)}`);
			}
		});
		return problems;
	});

/**
 * The stops of the last walk, focused again: an outline of at least 2 px, 3:1 against what lies behind it. The browser shows it
 * because a key was pressed last.
 */
const faintFocus = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const problems: string[] = [];
		const parsed = (text: string) => (text.match(/[\d.]+/gu) ?? []).map(Number);
		const light = ([r = 0, g = 0, b = 0]: number[]) => {
			const [x = 0, y = 0, z = 0] = [r, g, b].map((v) => {
				const s = v / 255;
				return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
			});
			return 0.2126 * x + 0.7152 * y + 0.0722 * z;
		};
		const behind = (from: Element | null) => {
			for (let at = from; at; at = at.parentElement) {
				const colour = parsed(getComputedStyle(at).backgroundColor);
				if ((colour[3] ?? 1) === 1) return colour;
			}
			return [255, 255, 255];
		};
		for (const stop of window.stops.filter((e) => e.isConnected && e.getClientRects().length > 0)) {
			stop.focus();
			// The mark may be drawn by the label or card around the control.
			const marks = [stop, stop.closest('label')].flatMap((e) => {
				if (!e) return [];
				const s = getComputedStyle(e);
				if (s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2) return [];
				const [a, b] = [light(parsed(s.outlineColor)), light(behind(e.parentElement))].sort(
					(x, y) => y - x
				) as [number, number];
				return [(a + 0.05) / (b + 0.05)];
			});
			if (!marks.some((contrast) => contrast >= 3)) {
				problems.push(
					`${stop.tagName} ${(stop.textContent || stop.ariaLabel || '').trim().slice(0, 20)}: ${marks.join() || 'no outline'}`
				);
			}
		}
		return problems;
	});

export async function focus(page: Page, _: Screen, tell: Tell): Promise<void> {
	await page.emulateMedia({ colorScheme: 'light' });
	tell(await walk(page), 'no trap, never covered');
	tell(await missedStops(page), 'every control is a stop');
	tell(await outOfOrder(page), 'order as seen');
	tell(await faintFocus(page), 'seen in light');
	await page.emulateMedia({ colorScheme: 'dark' });
	tell(await faintFocus(page), 'seen in dark');
	await page.emulateMedia({ colorScheme: 'light' });
	await resize(page, 390, 844);
	tell(await outOfOrder(page), 'order as seen at 390 px');
	await resize(page, 1280, 800);
}
