/** Item 30 of the interface's checks: the colours in pairs, as numbers. axe looks at the screens; this looks at the source. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

type Scheme = 'light' | 'dark';
const SCHEMES: Scheme[] = ['light', 'dark'];
const css = readFileSync('src/lib/ui/tokens.css', 'utf8');

/** `--name: light-dark(#…, #…)` or `--name: #…` of the first rule; throws when the token is gone. */
function token(name: string, scheme: Scheme): string {
	const value = new RegExp(`--${name}:\\s*([^;]+);`, 'u').exec(css)?.[1] ?? '';
	const [light, dark = light] = value.match(/#[0-9a-f]{6}/giu) ?? [];
	const colour = scheme === 'light' ? light : dark;
	if (!colour) throw new Error(`--${name} is no colour: ${value}`);
	return colour;
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
		const s = parseInt(hex.slice(at, at + 2), 16) / 255;
		return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
	const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
	return (high + 0.05) / (low + 0.05);
}

const PAPERS = ['table', 'tray', 'card'];
const TEXT: [text: string, on: string[]][] = [
	['ink', [...PAPERS, 'slip']],
	['sub', [...PAPERS, 'slip']],
	['wrong', [...PAPERS, 'slip']],
	['start', PAPERS],
	['end', PAPERS],
	['on-ink', ['ink', 'sub']]
];
/** What shows that something can be pressed, is chosen, right or wrong, or where on the axis it stands. */
const SHAPES: [shape: string, on: string[]][] = [
	['line', PAPERS],
	['slip-line', ['slip', ...PAPERS]],
	['focus-line', [...PAPERS, 'slip']],
	['start', PAPERS],
	['end', PAPERS],
	['ink', [...PAPERS, 'slip']],
	['wrong', [...PAPERS, 'slip']]
];

describe.each(SCHEMES)('in the %s scheme', (scheme) => {
	const pairs = (list: [string, string[]][]) => list.flatMap(([a, on]) => on.map((b) => [a, b] as const));

	test.each(pairs(TEXT))('text of --%s on --%s has 4.5:1', (text, on) => {
		expect(contrast(token(text, scheme), token(on, scheme))).toBeGreaterThanOrEqual(4.5);
	});
	test.each(pairs(SHAPES))('a shape of --%s on --%s has 3:1', (shape, on) => {
		expect(contrast(token(shape, scheme), token(on, scheme))).toBeGreaterThanOrEqual(3);
	});
});

test('the measure is right: black on white is 21, a mid grey on white 4.54', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
	expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

test('every token that a style uses is set somewhere', () => {
	const styled = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(?:svelte|css)$/u.test(name))
		.map((name) => readFileSync(join('src', name), 'utf8'))
		.join('\n');
	const used = new Set([...styled.matchAll(/var\((--[a-z0-9-]+)/gu)].map((match) => match[1] ?? ''));
	expect(used.size).toBeGreaterThan(20);
	const set = (name: string) => new RegExp(`(?:style:)?${name}\\s*[:=]`, 'u').test(styled);
	expect([...used].filter((name) => !set(name))).toEqual([]);
});
