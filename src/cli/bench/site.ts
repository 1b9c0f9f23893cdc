/** What every measurement needs: a browser, a fresh profile, a served folder, and a processor made slower. */
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { findBrowser } from '../../../scripts/find-browser.mjs';
import { serve } from '../../../scripts/serve.mjs';

/** A quiet browser; without a sandbox only where the user is root. */
export function launch(): Promise<Browser> {
	const found = findBrowser();
	return chromium.launch({
		...(found && existsSync(found) ? { executablePath: found } : {}),
		args: [
			...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync'
		]
	});
}

/** A profile without cache and without a record. */
export function freshProfile(browser: Browser): Promise<BrowserContext> {
	return browser.newContext({
		locale: 'ja-JP',
		timezoneId: 'Asia/Tokyo',
		viewport: { width: 1280, height: 800 }
	});
}

/** @param times how many times slower than this computer; 1 for as it is */
export async function slowDown(page: Page, times: number): Promise<void> {
	const session = await page.context().newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate: times });
}

export type Served = { url: string; close(): void };

/** Serves a folder on a free port of this computer, uncompressed. */
export async function served(folder: string): Promise<Served> {
	const server = await serve({ folder, port: 0 });
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('the server has no port');
	return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
