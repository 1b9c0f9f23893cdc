/** From a press on 「答え合わせをする」 to painted feedback, and to 「保存しました」. */
import type { CDPSession, Page } from 'playwright';

/** Milliseconds from the press, and the frames painted until the feedback is among them. */
export type Answered = { painted: number; frames: number; saved: number };

const CHECK = '答え合わせをする';
const AGAIN = 'もう一度答える';

/**
 * Answers the single-choice question of an open lesson page again and again, each time another option.
 * The first answer is the first value: it may have to fetch what later ones have.
 */
export async function answerRepeatedly(page: Page, times: number): Promise<Answered[]> {
	const answers: Answered[] = [];
	for (let round = 0; round < times; round += 1) {
		const options = page.locator('.opt');
		await options.first().waitFor();
		await options.nth(round % (await options.count())).click();
		await page.waitForSelector('[data-saving="saved"]');
		await page.evaluate(watch);
		await page.getByRole('button', { name: CHECK }).click();
		await page.waitForFunction(
			() =>
				performance.getEntriesByName('painted').length > 0 && performance.getEntriesByName('kept').length > 0
		);
		answers.push(await page.evaluate(read));
		await page.getByRole('button', { name: AGAIN }).click();
	}
	return answers;
}

/** Runs in the page: waits for one press. */
function watch(): void {
	for (const name of ['pressed', 'painted', 'kept']) performance.clearMarks(name);
	const frame = (count: number) =>
		requestAnimationFrame(() => {
			const shown = document.querySelector('.slip[data-verdict]') !== null;
			if (!shown) return frame(count + 1);
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => performance.mark('painted', { detail: count });
			port2.postMessage('');
			return count;
		});
	addEventListener(
		'click',
		(event) => {
			// The press itself, before anything had to wait for the page.
			performance.mark('pressed', { startTime: event.timeStamp });
			frame(1);
			let saving = false;
			const header = document.querySelector('[data-saving]');
			if (!(header instanceof HTMLElement)) return;
			new MutationObserver((_changes, observer) => {
				saving ||= header.dataset.saving === 'saving';
				if (!saving || header.dataset.saving !== 'saved') return;
				observer.disconnect();
				performance.mark('kept');
			}).observe(header, { attributes: true });
		},
		{ capture: true, once: true }
	);
}

/** Runs in the page. */
function read(): { painted: number; frames: number; saved: number } {
	const of = (name: string) => performance.getEntriesByName(name)[0];
	const pressed = of('pressed')?.startTime ?? NaN;
	const painted = of('painted');
	return {
		painted: (painted?.startTime ?? NaN) - pressed,
		frames: painted instanceof PerformanceMark && typeof painted.detail === 'number' ? painted.detail : NaN,
		saved: (of('kept')?.startTime ?? NaN) - pressed
	};
}

/** Bytes of JavaScript objects that are still in use. */
export async function heapInUse(session: CDPSession): Promise<number> {
	await session.send('HeapProfiler.enable');
	await session.send('HeapProfiler.collectGarbage');
	return (await session.send('Runtime.getHeapUsage')).usedSize;
}
