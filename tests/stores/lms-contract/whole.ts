/** One learner's whole way through the small course, over three launches. */
import type { Launch, LmsBench } from './bench.ts';
import { answer, test, units } from './learner.ts';

/** @returns every launch, the last one in review */
export async function wholeRun(bench: LmsBench): Promise<Launch[]> {
	const first = await bench.launch({ objectives: ['PRIMARYOBJ'] });
	await first.done({ type: 'started', revision: 1, seed: 's' });
	await first.done({ type: 'pageOpened', page: 'p1' });
	await first.done(answer('q1', [1]));
	await first.done(answer('q1', [0, 2]));
	await first.done({ type: 'boardChecked', board: 'm1', right: ['a', 'b'], wrong: {}, round: 1 });
	await first.done({ type: 'pageDone', page: 'p1' });
	first.hide();
	first.leave();

	const second = await bench.launch();
	await second.done(answer('q1', [2]));
	await second.done({ ...answer('k1', [1]), earned: 3, total: 4, page: 'k1' });
	await second.done({ type: 'commented', item: 'k1', text: '市が\n支えているから' });
	await second.done({ ...answer('t1_after', [1]), page: 'pretest_after' });
	await units(second);
	await test(second, 6);
	await second.store.close('suspend');

	const third = await bench.launch();
	await test(third, 9);
	await third.store.close('finish');

	const review = await bench.launch({ mode: 'review', credit: false });
	await review.done(answer('q2'));
	await review.store.close('suspend');
	return [first, second, third, review];
}
