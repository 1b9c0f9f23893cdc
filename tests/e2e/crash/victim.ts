/** A browser that may be killed: started by us with its own process group, so that one signal ends it and nothing else. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { browserLaunch, findBrowser } from '../../support/browser.ts';

export type Victim = {
	context: BrowserContext;
	/** Ends every process of the browser at once, without any chance to tidy up; resolves when it is gone. */
	kill(): Promise<void>;
};

export function newProfile(): { folder: string; remove(): void } {
	const folder = mkdtempSync(join(tmpdir(), 'crash-profile-'));
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** @param args more switches of the browser */
export async function launch(profile: string, args: readonly string[] = []): Promise<Victim> {
	const child = spawn(
		findBrowser() ?? chromium.executablePath(),
		[
			...browserLaunch().args,
			...args,
			'--headless=new',
			'--remote-debugging-port=0',
			'--no-default-browser-check',
			'--hide-crash-restore-bubble',
			'--lang=ja',
			`--user-data-dir=${profile}`,
			'about:blank'
		],
		{ detached: process.platform !== 'win32', stdio: ['ignore', 'ignore', 'pipe'] }
	);
	const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	const endpoint = await endpointOf(child);
	const browser = await chromium.connectOverCDP(endpoint);
	const context = browser.contexts()[0];
	if (!context) throw new Error('The browser has no context.');
	return {
		context,
		async kill() {
			end(child);
			await gone;
			await browser.close().catch(() => {});
		}
	};
}

function endpointOf(child: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let said = '';
		child.stderr?.on('data', (chunk: Buffer) => {
			said += chunk.toString();
			const endpoint = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
			if (endpoint) resolve(endpoint);
		});
		child.once('error', reject);
		child.once('exit', (code) => reject(new Error(`The browser ended with ${code}: ${said.slice(-500)}`)));
	});
}

function end({ pid }: ChildProcess): void {
	if (pid === undefined) return;
	if (process.platform === 'win32') {
		spawn('taskkill', ['/PID', String(pid), '/T', '/F'], { stdio: 'ignore' });
		return;
	}
	try {
		process.kill(-pid, 'SIGKILL');
	} catch (thrown) {
		// Already gone: it fell by itself between two looks, and the test will find out from what it says.
		if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'ESRCH')) throw thrown;
	}
}
