/** Time to the first usable control, measured the same way on any page that sets `html[data-ready]`. */
import type { Browser, BrowserContext, Page } from 'playwright';
import { freshProfile, slowDown } from './site.ts';

/** A page to start: where it is, its first control, and what shows that a click on that control was handled. */
export type Arm = {
	name: string;
	url: string;
	control: string;
	handled: string;
	/** What the page needs around it before it is asked for. */
	prepare?: (page: Page) => Promise<void>;
};

/** Every question and every lesson of a course on one page. */
export const bareArm = (name: string, url: string): Arm => ({
	name,
	url,
	control: 'input',
	handled: 'label + span:not([hidden])'
});
/** The app at its first screen: the button of the large card leads to the first lesson. */
export const appArm = (name: string, url: string): Arm => ({
	name,
	url,
	control: 'main a.btn--main',
	handled: 'article.sheet'
});

/**
 * Milliseconds from the navigation's start to the end of the first frame that was laid out and painted with the first control
 * working; the control is clicked in that very moment, and a click nobody handles is an error.
 * @param slower how many times slower than this computer
 * @param profile to come back to; a fresh one otherwise
 */
export async function startTime(
	browser: Browser,
	arm: Arm,
	slower: number,
	profile?: BrowserContext
): Promise<number> {
	return (await start(browser, arm, slower, profile)).usable;
}

/**
 * Like `startTime`, but only what the page's own thread worked for it, in milliseconds of processor time: other work on the
 * computer lengthens it little.
 */
export async function startWork(browser: Browser, arm: Arm): Promise<number> {
	const { work } = await start(browser, arm, 1, undefined, true);
	if (work === undefined) throw new Error('nothing was traced');
	return work;
}

async function start(
	browser: Browser,
	arm: Arm,
	slower: number,
	profile?: BrowserContext,
	traced = false
): Promise<{ usable: number; work?: number }> {
	const context = profile ?? (await freshProfile(browser));
	const page = await context.newPage();
	try {
		await slowDown(page, slower);
		await arm.prepare?.(page);
		if (traced) await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
		await page.addInitScript((control) => {
			const usable = () => {
				performance.mark('usable');
				document.querySelector<HTMLElement>(control)?.click();
			};
			// A message is delivered after the frame has been painted.
			const painted = () => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = usable;
				port2.postMessage('');
			};
			new MutationObserver((_changes, observer) => {
				if (document.documentElement.dataset.ready === undefined) return;
				observer.disconnect();
				requestAnimationFrame(painted);
			}).observe(document, { attributes: true, attributeFilter: ['data-ready'], subtree: true });
		}, arm.control);
		await page.goto(arm.url, { waitUntil: 'commit' });
		await page.waitForSelector(arm.handled, { state: 'attached', timeout: 60_000 });
		const usable = await page.evaluate(() => performance.getEntriesByName('usable')[0]?.startTime ?? NaN);
		return { usable, ...(traced ? { work: workUntil(await browser.stopTracing(), usable) } : {}) };
	} finally {
		await page.close();
		if (!profile) await context.close();
	}
}

type Traced = { name: string; ph: string; pid: number; tid: number; ts: number; tdur?: number };

/** Processor time of the thread that made the mark, over the milliseconds before it. */
function workUntil(trace: Buffer, milliseconds: number): number {
	const { traceEvents: events }: { traceEvents: Traced[] } = JSON.parse(trace.toString());
	const mark = events.find(({ name }) => name === 'usable');
	if (!mark) throw new Error('the mark was not traced');
	const tasks = events.filter(
		({ name, ph, pid, tid, ts }) =>
			name.endsWith('RunTask') &&
			ph === 'X' &&
			pid === mark.pid &&
			tid === mark.tid &&
			ts <= mark.ts &&
			ts >= mark.ts - milliseconds * 1000
	);
	return tasks.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0);
}

/**
 * Several pages in turn, so that a busy moment of the computer falls on all of them; the first round warms up and is left out.
 * @returns milliseconds by the arm's name
 */
export async function interleaved(
	arms: readonly { name: string; once: () => Promise<number> }[],
	runs: number
): Promise<Map<string, number[]>> {
	const times = new Map(arms.map(({ name }): [string, number[]] => [name, []]));
	for (let round = -1; round < runs; round += 1) {
		// Every other round the other way round: nobody is always the one who comes after.
		for (const { name, once } of round % 2 === 0 ? arms : [...arms].reverse()) {
			const time = await once();
			if (round >= 0) times.get(name)?.push(time);
		}
	}
	return times;
}
