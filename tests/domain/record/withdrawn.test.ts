import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProgressEvent } from '#record/events.ts';
import { mergeEvents } from '#record/kiroku.ts';
import { passes } from '#record/proof.ts';
import { fold } from '#record/record.ts';
import { withdrawal, withdrawnIn } from '#record/withdrawn.ts';
import { happened, stamped } from './events.ts';

const idsOf = (events: readonly ProgressEvent[]) => events.map(({ id }) => id);
/** What is said now, after everything else. */
const said = (ids: readonly string[], at: number, back = false) =>
	stamped(withdrawal(ids, back), (step) => at + step, `w${at}`);
const sameRecord = (a: readonly ProgressEvent[], b: readonly ProgressEvent[]) => {
	const [one, two] = [fold('c', a), fold('c', b)].map(({ lastAt: _told, ...rest }) => rest);
	expect(one).toEqual(two);
};
const LATE = 10_000_000_000_000;

describe('taking a file back', () => {
	it('gives the record there was without it, and reading it in again gives it back', () => {
		fc.assert(
			fc.property(fc.array(happened), fc.array(happened), (mine, theirs) => {
				const [here, file] = [stamped(mine, undefined, 'a'), stamped(theirs, undefined, 'b')];
				const merged = mergeEvents(here, file).events;
				const undone = [...merged, ...said(idsOf(file), LATE)];
				sameRecord(undone, here);
				sameRecord([...undone, ...said(idsOf(file), LATE + 1_000, true)], merged);
			})
		);
	});

	it('counts in whatever order the events come', () => {
		const file = stamped([{ type: 'pageDone', page: 'p1' }]);
		const out = said(idsOf(file), LATE);
		const back = said(idsOf(file), LATE + 9, true);
		expect(withdrawnIn([...back, ...out, ...file])).toEqual(new Set());
		expect(withdrawnIn([...out, ...file])).toEqual(new Set(idsOf(file)));
	});

	it('leaves nothing that a certificate could state', () => {
		const file = stamped([
			{ type: 'runStarted', run: 'r1', kind: 'final', items: ['q1'], seed: 's' },
			{ type: 'runFinished', run: 'r1', right: ['q1'], wrong: [], total: 1, passed: true }
		]);
		expect(passes(file, 0.8)).toHaveLength(1);
		expect(passes([...file, ...said(idsOf(file), LATE)], 0.8)).toEqual([]);
	});

	it('begins nothing: a record of nothing but that is not begun', () => {
		const file = stamped([{ type: 'pageDone', page: 'p1' }]);
		expect(fold('c', [...file, ...said(idsOf(file), LATE)]).startedAt).toBeUndefined();
	});

	it('takes any number of events, a part at a time', () => {
		const ids = Array.from({ length: 12_001 }, (_, n) => `e${n}`);
		const parts = withdrawal(ids);
		expect(parts).toHaveLength(3);
		expect(withdrawnIn(stamped(parts)).size).toBe(ids.length);
	});
});
