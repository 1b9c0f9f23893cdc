import { describe, expect, it } from 'vitest';
import { startTest } from '#learn/runs.ts';
import type { Session } from '#learn/session.svelte.ts';
import type { Happened } from '#record/events.ts';
import { fold, type LearnerRecord } from '#record/record.ts';
import { stamped } from '../record/events.ts';
import { mini } from '../tracking/courses.ts';

/** Starts a test on a record and gives the items drawn. */
function drawn(record: LearnerRecord): string[] {
	const started: Happened[] = [];
	startTest({
		index: mini.index,
		record,
		surroundings: { tag: () => 'abcdefghijklmnop' },
		happened: (what: Happened) => void started.push(what)
	} as unknown as Session);
	const [start] = started;
	return start?.type === 'runStarted' ? start.items : [];
}
const after = (...list: Happened[]) => fold('mini_gomi', stamped(list));
const all = ['f1_1', 'f1_2', 'f2_1', 'f2_2', 'f2_3'];

describe('a new final test', () => {
	it.each(all)('asks %s when every other item was in a test before', (item) => {
		const items = all.filter((one) => one !== item);
		expect(drawn(after({ type: 'runStarted', run: 'r1', kind: 'final', items, seed: 's' }))).toContain(item);
	});

	it.each(all)('asks %s when every other item was answered in a test that is not kept any more', (item) => {
		const answers = all
			.filter((one) => one !== item)
			.map((one): Happened => ({ type: 'answered', item: one, response: 'a', earned: 1, total: 1, nth: 1 }));
		expect(drawn(after(...answers))).toContain(item);
	});
});
