/** What all component tests look at: axe, the size of targets, the theme. */
import axe from 'axe-core';
import { page } from 'vitest/browser';
import '#ui/tokens.css';
import '#ui/base.css';

document.documentElement.lang = 'ja';

/** axe's A and AA rules on one element; one line per violation. */
export async function violations(element: Element): Promise<string[]> {
	const { violations: found } = await axe.run(element, {
		runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
	});
	return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

export function theme(name: 'light' | 'dark') {
	document.documentElement.dataset.theme = name;
}

/** Controls below 44 px, hit area included; terms stand inside a sentence and are exempt. */
export function smallTargets(root: Element): string[] {
	const controls = root.querySelectorAll<HTMLElement>(
		'button:not(.term), a[href], select, summary, label:has(input)'
	);
	return [...controls].flatMap((control) => {
		// Only what is on the screen can be hit.
		control.scrollIntoView({ block: 'center' });
		const box = control.getBoundingClientRect();
		if (box.width === 0) return [];
		const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
		const hit = (dx: number, dy: number) => control.contains(document.elementFromPoint(x + dx, y + dy));
		const high = box.height >= 43.5 || (hit(0, -21) && hit(0, 21));
		const wide = box.width >= 43.5 || (hit(-21, 0) && hit(21, 0));
		return high && wide
			? []
			: [`${control.textContent?.trim()} ${Math.round(box.width)}×${Math.round(box.height)}`];
	});
}

export const DESK = [1280, 800] as const;
export const FRAME = [650, 600] as const;
export const PHONE = [390, 800] as const;
export const NARROW = [320, 640] as const;

export async function size([width, height]: readonly [number, number]): Promise<void> {
	await page.viewport(width, height);
}

/** CSS px by which the document is wider than the window. */
export const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
