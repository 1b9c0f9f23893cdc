/**
 * What can be measured on a screen, each as a list of problems in words. The functions run inside the page, so each carries
 * all it needs.
 */
import type { Page } from '@playwright/test';

/** Items 4 and 5: language, title, one h1, no heading level left out, landmarks. `bare`: a screen outside of any course. */
export const structure = (page: Page, bare = false): Promise<string[]> =>
	page.evaluate((bare) => {
		const problems: string[] = [];
		const seen = (e: Element) => e.checkVisibility({ visibilityProperty: true });
		if (document.documentElement.lang !== 'ja') problems.push('lang is not ja');
		if (document.title.trim() === '') problems.push('no title');
		const modal = document.querySelector('dialog[open]');
		const headings = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(
			(h) => seen(h) && !modal?.contains(h)
		);
		const levels = headings.map((h) => Number(h.tagName[1]));
		if (levels.filter((level) => level === 1).length !== 1) problems.push(`h1: ${levels.join(' ')}`);
		// A level above the first h1 is fine; below it none may be left out.
		levels.forEach((level, i) => {
			if (i > 0 && level > (levels[i - 1] ?? 0) + 1)
				problems.push(`${headings[i]?.textContent}: ${levels.join(' ')}`);
		});
		for (const name of bare ? ['main'] : ['main', 'header', 'nav']) {
			const found = document.querySelectorAll(`${name === 'nav' ? 'header nav' : name}`).length;
			if (found !== 1) problems.push(`${name}: ${found}`);
		}
		const names = [
			...document.querySelectorAll('nav, [role=region], section[aria-label], section[aria-labelledby]')
		].map(
			(e) =>
				e.getAttribute('aria-label') ??
				document.getElementById(e.getAttribute('aria-labelledby') ?? '')?.textContent
		);
		if (names.some((name) => !name?.trim())) problems.push('a landmark without a name');
		return problems;
	}, bare);

/**
 * Item 31: a word of the list stands on one line, unless the line is shorter than the word. `where` is a selector; words are
 * looked for in the text as one piece: where the course marks a break inside a name, a line may end there.
 */
export const splitWords = (page: Page, words: readonly string[], where: string): Promise<string[]> =>
	page.evaluate(
		({ words, where }) => {
			const problems = new Set<string>();
			const range = document.createRange();
			for (const block of document.querySelectorAll<HTMLElement>(where)) {
				const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
				for (let node = walker.nextNode(); node; node = walker.nextNode()) {
					const text = node.textContent ?? '';
					for (const word of words) {
						for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
							range.setStart(node, at);
							range.setEnd(node, at + word.length);
							const rects = [...range.getClientRects()].filter((r) => r.width > 0 && r.height > 0);
							const upright =
								node.parentElement && getComputedStyle(node.parentElement).writingMode !== 'horizontal-tb';
							const lines = new Set(rects.map((r) => Math.round(upright ? r.left : r.top)));
							if (lines.size < 2) continue;
							const length = rects.reduce((sum, r) => sum + (upright ? r.height : r.width), 0);
							let box = node.parentElement;
							while (box && getComputedStyle(box).display === 'inline') box = box.parentElement;
							const room = box ? (upright ? box.clientHeight : box.clientWidth) : 0;
							const style = box && getComputedStyle(box);
							const inner = style
								? room - parseFloat(style.paddingInlineStart) - parseFloat(style.paddingInlineEnd)
								: 0;
							if (length <= inner) problems.add(`${word} in 「${text.trim().slice(0, 30)}」`);
						}
					}
				}
			}
			return [...problems];
		},
		{ words: [...words], where }
	);

/** Item 28: with forced colours everything to press has an outline or an underline, what is chosen differs, verdicts are drawn. */
export const lostInForcedColours = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const problems: string[] = [];
		const seen = (e: Element) => e.checkVisibility() && !e.closest('[aria-hidden=true]');
		const name = (e: Element) => `${e.tagName} ${(e.textContent ?? '').trim().slice(0, 20)}`;
		const edge = (e: Element) => {
			const s = getComputedStyle(e);
			return ['Top', 'Right', 'Bottom', 'Left'].some(
				(side) =>
					s.getPropertyValue(`border-${side.toLowerCase()}-style`) !== 'none' &&
					parseFloat(s.getPropertyValue(`border-${side.toLowerCase()}-width`)) >= 1 &&
					s.getPropertyValue(`border-${side.toLowerCase()}-color`) !== 'rgba(0, 0, 0, 0)'
			);
		};
		for (const e of document.querySelectorAll('button, a[href], select, summary')) {
			// The text of a link or button is forced to the user's link or button colour: an edge, an underline or a place in a
			// navigation shows that it can be pressed.
			const underlined = [e, ...e.querySelectorAll('*')].some((x) =>
				getComputedStyle(x).textDecorationLine.includes('underline')
			);
			const marker = e.tagName === 'SUMMARY' || e.closest('nav, header') !== null;
			if (seen(e) && getComputedStyle(e).position !== 'absolute' && !edge(e) && !underlined && !marker)
				problems.push(`no edge: ${name(e)}`);
		}
		for (const chosen of document.querySelectorAll('[aria-pressed=true], label:has(:checked)')) {
			if (!seen(chosen)) continue;
			const look = (e: Element) => {
				const s = getComputedStyle(e);
				return [
					s.borderTopWidth,
					s.borderTopColor,
					s.outlineWidth,
					s.outlineStyle,
					s.fontWeight,
					e.querySelector('input') ? 'input' : '',
					e.textContent
				].join();
			};
			const other = [
				...document.querySelectorAll('[aria-pressed=false], label:has(input:not(:checked))')
			].find(seen);
			if (other && !chosen.querySelector('input') && look(other) === look(chosen))
				problems.push(`choice not shown: ${name(chosen)}`);
		}
		for (const sign of document.querySelectorAll('[data-verdict] svg, [data-result] svg')) {
			const stroke = getComputedStyle(sign.firstElementChild ?? sign).stroke;
			let back = 'rgb(255, 255, 255)';
			for (let at: Element | null = sign; at; at = at.parentElement) {
				const colour = getComputedStyle(at).backgroundColor;
				if (!/, 0\)$|transparent/u.test(colour)) {
					back = colour;
					break;
				}
			}
			if (stroke === 'none' || stroke === back) problems.push(`verdict not drawn: ${stroke} on ${back}`);
		}
		return problems;
	});

/** Item 29: nothing moves. */
export const moving = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		document
			.getAnimations()
			.map((a) => (a instanceof CSSTransition ? a.transitionProperty : a.id || 'animation'))
	);
