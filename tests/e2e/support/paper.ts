/** What comes out of the printer: pages, their size, and the words on them. */
import type { Page } from '@playwright/test';

export type Paper = {
	pages: number;
	/** Of each page, in points of 1/72 inch. */
	sizes: [width: number, height: number][];
	/** Every word that is visible in print. */
	text: string;
};

export async function printed(page: Page): Promise<Paper> {
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	const sizes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/gu)].map(
		(match): [number, number] => [Number(match[1]), Number(match[2])]
	);
	await page.emulateMedia({ media: 'print' });
	const text = await page.evaluate(() => document.body.innerText);
	await page.emulateMedia({ media: null });
	return { pages: [...pdf.matchAll(/\/Type\s*\/Page\b/gu)].length, sizes, text };
}

/** 210 × 297 mm, give or take a point. */
export const isA4 = ([width, height]: [number, number]) =>
	Math.abs(width - 595.3) < 1.5 && Math.abs(height - 841.9) < 1.5;
