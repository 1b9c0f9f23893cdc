/**
 * Items 1–3 and 30: axe-core in the page, read in once a document; only what is wrong comes back. AxeBuilder reads it in for
 * every run.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axeCore from 'axe-core';
import type { Screen } from './screen.ts';
import { resize, type Tell } from './support.ts';

declare global {
	var axe: typeof axeCore;
	var kinds: Element[];
}

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Violations, and what axe could not decide. Contrast that axe cannot tell (expanded targets overlap the text) is decided here:
 * the text's colour against the nearest painted background it stands on.
 */
export async function axeFinds(page: Page, rules: Rules = ALL): Promise<string[]> {
	if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(SOURCE);
	const alike = rules === COLOURS;
	if (alike) await findKinds(page);
	return page.evaluate(
		async ([rules, alike]) => {
			const { violations, incomplete } = await globalThis.axe.run(
				alike ? { include: globalThis.kinds } : document,
				{
					...rules,
					resultTypes: ['violations', 'incomplete']
				}
			);
			type Colour = [number, number, number, number];
			const parsed = (text: string): Colour => {
				const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/gu) ?? []).map(Number);
				return [r, g, b, a];
			};
			const light = ([r, g, b]: Colour) => {
				const [x = 0, y = 0, z = 0] = [r, g, b].map((v) => {
					const s = v / 255;
					return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
				});
				return 0.2126 * x + 0.7152 * y + 0.0722 * z;
			};
			const contrast = (element: Element): number => {
				const text = light(parsed(getComputedStyle(element).color));
				for (let at: Element | null = element; at; at = at.parentElement) {
					const back = parsed(getComputedStyle(at).backgroundColor);
					if (back[3] < 1) continue;
					const [high, low] = [text, light(back)].sort((a, b) => b - a) as [number, number];
					return (high + 0.05) / (low + 0.05);
				}
				return 0;
			};
			const open = incomplete.map((rule) => ({
				...rule,
				nodes: rule.nodes.filter((node) => {
					const element = document.querySelector(String(node.target[0]));
					return rule.id !== 'color-contrast' || !element || contrast(element) < 4.5;
				})
			}));
			return [...violations, ...open].flatMap((rule) =>
				rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')} ${node.any[0]?.message ?? rule.help}`)
			);
		},
		[rules, alike] as const
	);
}

/**
 * All links, and of other elements with text of their own one of a kind: the same tags and classes all the way up, painted the same.
 * Every element is looked at in light; in other colours nothing has another place, so what is alike there is as well or badly seen.
 */
const findKinds = (page: Page) =>
	page.evaluate(() => {
		const painted = new Map<Element, string>();
		const paint = (e: Element): string => {
			const known = painted.get(e);
			if (known !== undefined) return known;
			const self = getComputedStyle(e);
			const drawn = ['', '::before', '::after'].flatMap((pseudo) => {
				const s = pseudo ? getComputedStyle(e, pseudo) : self;
				return pseudo && s.content === 'none' ? [] : [s.backgroundColor, s.backgroundImage, s.color];
			});
			const { opacity, filter, mixBlendMode, position, visibility } = self;
			const off = e.matches(':disabled, [aria-disabled=true], [aria-hidden=true], [inert]');
			const all = [e.tagName, e.getAttribute('class'), off, ...drawn];
			const text = [...all, opacity, filter, mixBlendMode, position, visibility].join();
			const whole = e.parentElement ? `${text} in ${paint(e.parentElement)}` : text;
			painted.set(e, whole);
			return whole;
		};
		const kinds = new Map<string | Element, Element>();
		for (const e of document.body.querySelectorAll<HTMLElement>('*')) {
			const speaks = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent?.trim());
			if (e.matches('a')) kinds.set(e, e);
			else if (speaks || e.matches('input, select, textarea')) {
				const { fontSize, fontWeight, textShadow } = getComputedStyle(e);
				const labels = e instanceof HTMLLabelElement && e.control?.matches(':disabled');
				const kind = [paint(e), fontSize, fontWeight, textShadow, labels].join();
				if (!kinds.has(kind)) kinds.set(kind, e);
			}
		}
		globalThis.kinds = [...kinds.values()];
	});

type Rules = Pick<axeCore.RunOptions, 'runOnly' | 'rules'>;
const ALL: Rules = { runOnly: { type: 'tag', values: TAGS } };
/** Colours are what differs, and elements of a kind have the same. */
const COLOURS: Rules = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };
/** Colours are the same again; what is shown, and how large it is, is not. */
const SHOWN: Rules = { ...ALL, rules: { 'color-contrast': { enabled: false } } };

/** Each undoes the one before it, so that each way differs from plain light in one thing. */
const WAYS: [name: string, rules: Rules, prepare: (page: Page) => Promise<unknown>][] = [
	['light', ALL, (page) => page.emulateMedia({ colorScheme: 'light' })],
	['dark', COLOURS, (page) => page.emulateMedia({ colorScheme: 'dark' })],
	['forced colours', COLOURS, (page) => page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })],
	[
		'150 % text',
		{ runOnly: { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] } },
		async (page) => {
			await page.emulateMedia({ forcedColors: 'none' });
			await page.evaluate(() => (document.documentElement.dataset.size = '1.5'));
		}
	],
	[
		'320 px',
		SHOWN,
		async (page) => {
			await page.evaluate(() => (document.documentElement.dataset.size = '1'));
			await resize(page, 320, 640);
		}
	]
];

export async function axe(page: Page, _: Screen, tell: Tell): Promise<void> {
	for (const [way, rules, prepare] of WAYS) {
		await prepare(page);
		tell(await axeFinds(page, rules), way);
	}
	await resize(page, 1280, 800);
}
