/** Bytes and requests up to the first usable control. */
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext } from 'playwright';
import { freshProfile } from './site.ts';

export type Sent = { name: string; raw: number; gzip: number };
export type StartBytes = { sent: Sent[]; requests: number; raw: number; gzip: number };

/** What a compressing server would send of it, in bytes. */
export function gzipSize(body: Uint8Array): number {
	return gzipSync(body, { level: 9 }).length;
}

/**
 * Everything asked for before `html[data-ready]` was set, in a fresh profile: also what had not fully come by then,
 * since it takes its share of the line. Addresses of the kind `data:` are part of what carries them.
 */
export async function startBytes(browser: Browser, url: string): Promise<StartBytes> {
	const profile = await freshProfile(browser);
	try {
		return await measure(profile, url);
	} finally {
		await profile.close();
	}
}

async function measure(profile: BrowserContext, url: string): Promise<StartBytes> {
	const page = await profile.newPage();
	const bodies = new Map<string, Promise<Buffer>>();
	page.on('response', (response) => void bodies.set(response.url(), response.body()));
	await page.addInitScript(() => {
		new MutationObserver((_changes, observer) => {
			if (document.documentElement.dataset.ready === undefined) return;
			observer.disconnect();
			performance.mark('ready');
		}).observe(document, { attributes: true, attributeFilter: ['data-ready'], subtree: true });
	});
	await page.goto(url);
	await page.waitForFunction(() => performance.getEntriesByName('ready').length > 0);
	const asked = await page.evaluate(() => {
		const ready = performance.getEntriesByName('ready')[0]?.startTime ?? 0;
		return [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
			.filter((entry) => entry.startTime <= ready)
			.map((entry) => entry.name);
	});
	const sent: Sent[] = [];
	for (const address of new Set(asked.map((name) => name.replace(/#.*$/u, '')))) {
		if (address.startsWith('data:')) continue;
		const body = await bodies.get(address);
		if (!body) throw new Error(`no answer was seen for ${address}`);
		sent.push({ name: new URL(address).pathname, raw: body.length, gzip: gzipSize(body) });
	}
	const sum = (of: (one: Sent) => number) => sent.reduce((total, one) => total + of(one), 0);
	return { sent, requests: sent.length, raw: sum((one) => one.raw), gzip: sum((one) => one.gzip) };
}
