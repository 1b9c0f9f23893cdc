/** What a learner of the small course does. */
import type { ProgressEvent } from '#record/events.ts';
import type { Launch } from './bench.ts';

/** An answer to a choice question; `0` and `2` together are right. */
export function answer(
	item: string,
	chosen: number[] = [0, 2]
): Omit<Extract<ProgressEvent, { type: 'answered' }>, 'id' | 'at'> {
	const right = chosen.join() === '0,2';
	return {
		type: 'answered',
		item,
		response: { chosen },
		earned: right ? 1 : 0,
		total: 1,
		page: 'p1',
		ms: 4_200
	};
}

/** A whole final test with so many of ten answers right. */
export async function test(launch: Launch, right: number): Promise<void> {
	const items = Array.from({ length: 10 }, (_, n) => `q${n}`);
	const run = `run${launch.record().runOrder.length + 1}`;
	await launch.done({ type: 'runStarted', run, kind: 'final', items, seed: 's' });
	await launch.done({
		type: 'runFinished',
		run,
		right: items.slice(0, right),
		wrong: items.slice(right),
		total: 10,
		passed: right >= 8
	});
}

export async function units(launch: Launch): Promise<void> {
	for (const page of ['p1', 'p2', 'p3']) {
		await launch.done({ type: 'pageOpened', page });
		await launch.done({ type: 'pageDone', page });
	}
}
