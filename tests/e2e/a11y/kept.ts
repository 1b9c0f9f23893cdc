/**
 * One page for many tests of a worker, emptied between them: a new one each time is a new process of the browser, which fetches and
 * compiles the whole app anew. A test that fails ends its worker, and what it left behind with it.
 */
import { test as base, type Browser, type Page } from '@playwright/test';
import { web } from '../support/site.ts';

let kept: Page | undefined;

async function emptied(browser: Browser): Promise<Page> {
	if (!kept) {
		kept = await (await browser.newContext()).newPage();
		return kept;
	}
	for (const other of kept.context().pages()) if (other !== kept) await other.close();
	await kept.evaluate(() => {
		sessionStorage.clear();
		window.name = '';
	});
	await kept.goto('about:blank');
	const devtools = await kept.context().newCDPSession(kept);
	await devtools.send('Storage.clearDataForOrigin', {
		origin: new URL(web().url).origin,
		storageTypes: 'cookies,indexeddb,local_storage,cache_storage'
	});
	await devtools.detach();
	return kept;
}

/** `emptied` asks for the worker's page; without it a test has a page of its own, whose beginning it may change. */
export const test = base.extend<{ pageFor: (own: boolean) => Promise<Page> }>({
	pageFor: async ({ browser }, use) => {
		const own: Page[] = [];
		await use(async (isOwn) => {
			if (!isOwn) return emptied(browser);
			const page = await (await browser.newContext()).newPage();
			own.push(page);
			return page;
		});
		for (const page of own) await page.context().close();
	}
});
