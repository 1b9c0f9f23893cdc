/** A browser profile on the disk, so that a browser can be closed and started again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { browserLaunch } from '../../support/browser.ts';

export type Profile = { start(): Promise<BrowserContext>; remove(): void };

/** @param args more switches of the browser */
export function newProfile({
	offline = false,
	args = []
}: { offline?: boolean; args?: string[] } = {}): Profile {
	const folder = mkdtempSync(join(tmpdir(), 'learner-profile-'));
	const launch = browserLaunch();
	return {
		async start() {
			const context = await chromium.launchPersistentContext(folder, {
				...launch,
				args: [...launch.args, ...args],
				offline,
				locale: 'ja-JP',
				timezoneId: 'Asia/Tokyo',
				viewport: { width: 1280, height: 800 }
			});
			context.setDefaultTimeout(15_000);
			return context;
		},
		remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
	};
}

/** The window a profile starts with. */
export async function firstPage(context: BrowserContext) {
	return context.pages()[0] ?? (await context.newPage());
}
