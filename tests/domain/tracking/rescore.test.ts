/** Files are written by programs and edited by people: the answers count, not what is said of them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Happened, ProgressEvent } from '#record/events.ts';
import { fold } from '#record/record.ts';
import { rescore } from '#tracking/rescore.ts';
import { stamped } from '../record/events.ts';
import { mini } from './courses.ts';
import { Learner } from './learner.ts';
import { steps } from './steps.ts';
import { same } from './valid.ts';

const seed = Number(process.env['SEED'] ?? 20261105);
console.info(`property tests: SEED=${seed}`);
const { pass } = mini.index.test;
const again = (events: ProgressEvent[]) => rescore(events, mini, pass);
const after = (...list: Happened[]) => fold('mini_gomi', again(stamped(list, (step) => 1_000 + step)));
const answer = (
	item: string,
	response: string | string[] | Record<string, string>,
	earned: number,
	run?: string
): Happened => ({
	type: 'answered',
	item,
	response,
	earned,
	total: 1,
	...(run === undefined ? {} : { run })
});

/** What a tampered file says: everything is right and passed. */
function flattered(event: ProgressEvent): ProgressEvent {
	if (event.type === 'answered') return { ...event, earned: event.total };
	if (event.type !== 'runFinished') return event;
	const all = [...event.right, ...event.wrong];
	return { ...event, right: all, wrong: [], ...(event.passed === undefined ? {} : { passed: true }) };
}

describe('a record file scored again', () => {
	it('says what it said when nobody touched it', () => {
		fc.assert(
			fc.property(steps(120), (list) => {
				const { events, record } = new Learner(mini).does(list);
				const sorted = (one: typeof record) =>
					JSON.parse(JSON.stringify(one), (key, value) =>
						key === 'right' || key === 'wrong' ? (Array.isArray(value) ? value.sort() : value) : value
					);
				same(sorted(fold('mini_gomi', again(events))), sorted(record));
			}),
			{ seed, numRuns: 150 }
		);
	});

	it('says the same when its points and verdicts were changed', () => {
		fc.assert(
			fc.property(steps(120), (list) => {
				const { events } = new Learner(mini).does(list);
				same(again(events.map(flattered)), again(events));
			}),
			{ seed, numRuns: 150 }
		);
	});

	it('counts an answer that does not fit its question as not right, and leaves unknown items as they are', () => {
		const { items } = after(answer('q1_1', 'gone', 1), answer('gone', 'a', 1), answer('q1_1', 'b', 0));
		expect(items.q1_1).toMatchObject({ first: { earned: 0 }, last: { earned: 1 }, right: true });
		expect(items.gone?.right).toBe(true);
	});

	it('judges cases by bands, whole ways by their steps, and statements by whether they are so', () => {
		const way = { mae: 'wakeru', dore: 'kyoten', houhou: 'hako' };
		const { items } = after(
			answer('k_niwa', 'kyoten', 9),
			answer('k_mizu', 'gone', 1),
			answer('w_hikkoshi', way, 0),
			answer('w_hikkoshi', { mae: 'wakeru' }, 1),
			answer('t_m2_before', 'yes', 0)
		);
		expect(items.k_niwa?.last).toMatchObject({ earned: 3, total: 4 });
		expect(items.k_mizu?.last).toMatchObject({ earned: 0, total: 1 });
		expect(items.w_hikkoshi?.first).toMatchObject({ earned: 12, total: 12 });
		expect(items.w_hikkoshi?.last).toMatchObject({ earned: 0, total: 1 });
		expect(items.t_m2_before?.last).toMatchObject({ earned: 1, total: 1 });
	});

	it('judges a test by its last answers, what was not answered as wrong, unknown items as they were', () => {
		const run = 'r1_abcdef';
		const { runs } = after(
			{ type: 'runStarted', run, kind: 'final', items: ['f1_1', 'f2_1', 'f1_2', 'old1', 'old2'], seed: 's' },
			answer('f1_1', 'b', 1, run),
			answer('f1_1', 'a', 0, run),
			answer('f2_1', 'b', 0, run),
			{ type: 'runFinished', run, right: ['f1_2', 'old1'], wrong: ['f1_1', 'old2'], total: 9, passed: true }
		);
		expect(runs[run]).toMatchObject({
			right: ['f1_1', 'f2_1', 'old1'],
			wrong: ['f1_2', 'old2'],
			total: 5,
			passed: false
		});
	});

	it('leaves out the finish of a run that the file does not begin', () => {
		const events = stamped([
			{ type: 'runFinished', run: 'r', right: ['f1_1'], wrong: [], total: 1, passed: true }
		]);
		expect(again(events)).toEqual([]);
	});
});
