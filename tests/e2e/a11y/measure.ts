/**
 * Sizes and places on a screen, each as a list of problems in words. The functions run inside the page, so each carries all
 * it needs.
 */
import type { Page } from '@playwright/test';

/**
 * Item 21: what can be pressed is at least 44 × 44 CSS px where it is hit, not where it is seen. Inside a line of text a
 * target is as high as the line (the exception of WCAG 2.5.8): there 24 px.
 */
export const smallTargets = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const problems: string[] = [];
		const modal = document.querySelector('dialog[open]');
		const all = [
			...document.querySelectorAll<HTMLElement>('a[href],button,input,select,textarea,summary')
		].filter((e) => e.checkVisibility() && (!modal || modal.contains(e)) && !('disabled' in e && e.disabled));
		for (const element of all) {
			// A choice is pressed anywhere on its label; a hidden file field too.
			const target = element.closest('label') ?? element;
			if (
				target.matches('a') &&
				getComputedStyle(target).position === 'absolute' &&
				!target.matches(':focus')
			)
				continue;
			target.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
			const { left, right, top, bottom } = target.getBoundingClientRect();
			const [x, y] = [(left + right) / 2, (top + bottom) / 2];
			// In a line of text: what stands beside it, outside of its own wrappers, are words.
			let line = target.parentElement;
			while (line?.matches('span, strong') && getComputedStyle(line).display === 'inline')
				line = line.parentElement;
			const inline =
				getComputedStyle(target).display.startsWith('inline') &&
				line?.matches('p, li, dd, td, span') === true &&
				line.textContent.trim() !== target.textContent.trim();
			const least = inline ? 24 : 44;
			const hits = (dx: number, dy: number) => {
				const hit = document.elementFromPoint(x + dx, y + dy);
				return hit !== null && (target.contains(hit) || hit === element);
			};
			/** How far the target reaches both ways, as far as matters. Browsers round: two pixels less is the same. */
			const reach = (dx: number, dy: number) => {
				let far = 0;
				while (far < least - 2 && hits(dx * (far + 1), dy * (far + 1))) far += 1;
				let back = 0;
				while (far + back < least - 2 && hits(-dx * (back + 1), -dy * (back + 1))) back += 1;
				return far + back + 2;
			};
			const high = reach(0, -1);
			const wide = inline ? least : reach(-1, 0);
			// A name of one character in running text is as wide as that character.
			if (!hits(0, 0) || high < least || (!inline && wide < least)) {
				problems.push(`${target.tagName} ${target.textContent.trim().slice(0, 20)} ${wide}×${high}`);
			}
		}
		return problems;
	});

/** Items 24 and 25: the page itself never scrolls sideways, and nothing stands outside of it. */
export const sideways = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		if (scrollWidth <= clientWidth) return [];
		const wide = [...document.querySelectorAll<HTMLElement>('body *')].filter(
			(e) => e.getBoundingClientRect().right > clientWidth + 1 && !e.closest('[role=region]')
		);
		return [
			`${scrollWidth} > ${clientWidth}: ${wide
				.slice(0, 4)
				.map((e) => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 15)}`)
				.join(' | ')}`
		];
	});

/**
 * Items 24, 26 and 27: no text is cut off or runs out of its paper. Text must lie within every ancestor that clips, and within
 * the nearest one that draws a background or a border. What is hidden from sight on purpose is left out.
 */
export const cutText = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const problems = new Set<string>();
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const range = document.createRange();
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const parent = node.parentElement;
			if (!parent || !node.textContent?.trim() || parent.closest('script,style,noscript,option,select,rt,rp'))
				continue;
			range.selectNodeContents(node);
			const rects = [...range.getClientRects()].filter((r) => r.width > 0);
			if (rects.length === 0) continue;
			let paper = false;
			for (let at: HTMLElement | null = parent; at && at !== document.body; at = at.parentElement) {
				const style = getComputedStyle(at);
				if (style.clipPath !== 'none' || (style.position === 'absolute' && at.tagName === 'A')) break;
				if (style.display === 'inline' || style.display === 'contents') continue;
				const clips = style.overflow !== 'visible';
				const drawn =
					style.borderBlockEndStyle !== 'none' ||
					(style.backgroundColor !== 'rgba(0, 0, 0, 0)' && style.backgroundColor !== 'transparent');
				if (!clips && !(drawn && !paper)) continue;
				if (drawn) paper = true;
				const box = at.getBoundingClientRect();
				const scrolls = { x: /auto|scroll/u.test(style.overflowX), y: /auto|scroll/u.test(style.overflowY) };
				const out = rects.some(
					(r) =>
						(!scrolls.y &&
							(r.top + r.height * 0.15 < box.top - 1 || r.bottom - r.height * 0.15 > box.bottom + 1)) ||
						(!scrolls.x && (r.left < box.left - 1 || r.right > box.right + 1.5))
				);
				if (out) problems.add(`${at.tagName}.${at.className}: ${node.textContent.trim().slice(0, 20)}`);
				if (scrolls.x || scrolls.y) break;
			}
		}
		return [...problems];
	});

/** Item 24: things to press do not lie on one another, nor does text. */
export const overlaps = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const problems: string[] = [];
		const modal = document.querySelector('dialog[open]');
		const boxes = [...document.querySelectorAll<HTMLElement>('a[href],button,select,label,summary')]
			.filter(
				(e) =>
					e.checkVisibility() &&
					e.getClientRects().length === 1 &&
					(!modal || modal.contains(e)) &&
					getComputedStyle(e).display !== 'inline'
			)
			.map((e) => ({ e, r: e.getBoundingClientRect() }));
		boxes.forEach(({ e, r }, i) =>
			boxes.slice(i + 1).forEach(({ e: f, r: s }) => {
				if (e.contains(f) || f.contains(e)) return;
				const x = Math.min(r.right, s.right) - Math.max(r.left, s.left);
				const y = Math.min(r.bottom, s.bottom) - Math.max(r.top, s.top);
				if (x > 2 && y > 2)
					problems.push(`${e.textContent.trim().slice(0, 15)} / ${f.textContent.trim().slice(0, 15)}`);
			})
		);
		const lines: { text: string; r: DOMRect; of: Element }[] = [];
		const walker = document.createTreeWalker(modal ?? document.body, NodeFilter.SHOW_TEXT);
		const range = document.createRange();
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const of = node.parentElement;
			if (
				!of?.checkVisibility({ visibilityProperty: true }) ||
				!node.textContent?.trim() ||
				of.closest('option, select, rt, rp')
			)
				continue;
			let hidden = false;
			for (let at: Element | null = of; at; at = at.parentElement)
				hidden ||= getComputedStyle(at).clipPath !== 'none';
			if (hidden) continue;
			range.selectNodeContents(node);
			for (const r of range.getClientRects())
				lines.push({ text: node.textContent.trim().slice(0, 15), r, of });
		}
		lines.forEach(({ text, r, of }, i) =>
			lines.slice(i + 1).forEach(({ text: other, r: s, of: by }) => {
				// A line's box is higher than its characters: they are the middle two thirds.
				const y =
					Math.min(r.bottom - r.height / 6, s.bottom - s.height / 6) -
					Math.max(r.top + r.height / 6, s.top + s.height / 6);
				const x = Math.min(r.right, s.right) - Math.max(r.left, s.left);
				if (x > 2 && y > 2 && of !== by) problems.push(`text on text: ${text} / ${other}`);
			})
		);
		return problems;
	});
