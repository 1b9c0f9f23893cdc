/** What is kept when not all is, what travels beside the record, and what happens to records nobody expects. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Happened, ProgressEvent } from '#record/events.ts';
import { mergeEvents } from '#record/kiroku.ts';
import type { Side } from '#record/lms.ts';
import { testResult } from '#record/progress.ts';
import { emptyRecord, fold, type LearnerRecord } from '#record/record.ts';
import { compact } from '#tracking/compact.ts';
import { expand, mostEvents } from '#tracking/expand.ts';
import { keep } from '#tracking/keep.ts';
import { FINALS } from '#tracking/kept.ts';
import { emptySide } from '#tracking/side.ts';
import { createTracking, keepingOf } from '#tracking/tracking.ts';
import { history, stamped } from '../record/events.ts';
import { mini } from './courses.ts';
import { Learner } from './learner.ts';
import { drawn, rule, shown, tests } from './shown.ts';
import { steps } from './steps.ts';
import { isEvent, same } from './valid.ts';

const seed = Number(process.env['SEED'] ?? 20261104);
console.info(`property tests: SEED=${seed}`);

const tracking = createTracking(mini, rule);
const keeping = keepingOf(mini);
const side = emptySide();
const eventsOf = (record: LearnerRecord): ProgressEvent[] => {
	const read = tracking.unpack(tracking.pack(record, side));
	if (!read.ok) throw new Error(read.error);
	return read.value.events;
};

describe('of many finished tests', () => {
	it('the latest, the best and one that passed stay, and then the youngest: nothing derived changes', () => {
		fc.assert(
			fc.property(fc.array(fc.nat(4), { minLength: FINALS + 1, maxLength: 12 }), (rights) => {
				const learner = new Learner(mini);
				rights.forEach((right, n) => learner.takesTest(n, right));
				const kept = compact(learner.record, keeping);
				same(shown(kept, mini), shown(learner.record, mini));
				expect(tests(kept)).toHaveLength(FINALS);
				expect(tests(kept).slice(2 - FINALS)).toEqual(tests(learner.record).slice(2 - FINALS));
			}),
			{ seed, numRuns: 40 }
		);
	});

	it('a pass stays when a better share is not one, as after a package that asks for more', () => {
		const learner = new Learner(mini).takesTest(1, 3);
		for (let n = 2; n < 12; n += 1) learner.takesTest(n, n === 2 ? 4 : 0);
		const events = learner.events.map((event) =>
			event.type === 'runFinished' && event.right.length === 4 ? { ...event, passed: false } : event
		);
		const record = fold('mini_gomi', events);
		expect(testResult(mini.index, record)).toMatchObject({ passed: true, best: { right: 4 } });
		expect(testResult(mini.index, compact(record, keeping))).toMatchObject({
			passed: true,
			best: { right: 4 }
		});
	});

	it('all items they asked are known as long as all of them are kept', () => {
		const learner = new Learner(mini);
		for (let n = 0; n < FINALS; n += 1) learner.takesTest(n, 2);
		expect(drawn(compact(learner.record, keeping))).toEqual(drawn(learner.record));
		expect(drawn(learner.record)).toHaveLength(5);
	});
});

describe('a record', () => {
	it('in which nothing has happened stays so', () => {
		expect(eventsOf(emptyRecord('mini_gomi'))).toEqual([]);
	});

	it('with ids, seeds, answers and an order of events that no screen gives is kept the same way each time', () => {
		const ids: Record<string, string> = {
			q1: 'q1_1',
			q2: 'f1_2',
			q3: 'q2_1',
			p1: 'm1_p1',
			p2: 'm2_p2',
			p3: 'w_hikkoshi',
			k1: 'k_hon',
			w1: 'w_hikkoshi',
			t1: 't_m1_before',
			b1: 'b_mono',
			r1: 'r7_abcdef'
		};
		const odd = history.map((events) =>
			events.map(
				(event) =>
					JSON.parse(
						JSON.stringify(event).replace(
							/"(q1|q2|q3|p1|p2|p3|k1|w1|t1|b1|r1)"/g,
							(_, id: string) => `"${ids[id]}"`
						)
					) as ProgressEvent
			)
		);
		fc.assert(
			fc.property(odd, (events) => {
				const record = fold('mini_gomi', events);
				const text = tracking.pack(record, side);
				expect(text.length).toBeLessThanOrEqual(tracking.worst);
				const unpacked = eventsOf(record);
				for (const event of unpacked) if (!isEvent(event)) expect.fail(JSON.stringify(event));
				same(fold('mini_gomi', unpacked), compact(record, keeping));
				same(tracking.pack(fold('mini_gomi', unpacked), side), text);
			}),
			{ seed, numRuns: 1_500 }
		);
	});

	it('never stands for more events than were counted for its times', () => {
		fc.assert(
			fc.property(steps(150), (list) => {
				const kept = keep(new Learner(mini).does(list).record, keeping);
				if (!kept) return;
				expect(expand(kept, keeping.layout, keeping.known).length).toBeLessThanOrEqual(mostEvents(kept));
			}),
			{ seed, numRuns: 100 }
		);
	});
});

describe('beside the lessons', () => {
	const at = 1_800_000_000_000;
	const fields = { earned: 0, total: 1 };
	const after = (...list: Happened[]) => {
		const happened: Happened[] = [{ type: 'started', revision: 3, seed: 'abcdefghijklmnop' }, ...list];
		return stamped(happened, (step) => at + step);
	};

	it('a case being done is kept, is the place to go on, and counts for no unit', () => {
		const path = { mae: 'tsumeru' };
		const record = fold(
			'mini_gomi',
			after(
				{ type: 'pageDone', page: 'k_niwa' },
				{ type: 'pageOpened', page: 'w_hikkoshi' },
				{ type: 'drafted', item: 'w_hikkoshi', where: 'page:w_hikkoshi', response: path }
			)
		);
		const again = fold('mini_gomi', eventsOf(record));
		expect(again.items.w_hikkoshi?.drafts).toEqual({ 'page:w_hikkoshi': path });
		expect(again.pages.k_niwa?.done).toBeDefined();
		expect(tracking.place(again)).toBe('work:w_hikkoshi');
		expect(tracking.standing(again)).toMatchObject({ progress: 0, missing: { units: 2 } });
	});

	it('what can be defended comes back with its points, not as wrong', () => {
		const points = { earned: 3, total: 4 };
		const record = fold(
			'mini_gomi',
			after({ type: 'answered', item: 'k_niwa', page: 'k_niwa', response: 'kyoten', ...points })
		);
		expect(fold('mini_gomi', eventsOf(record)).items.k_niwa?.last).toMatchObject({
			response: 'kyoten',
			...points
		});
	});

	it('of a statement the first answer counts', () => {
		const answer = (response: string): Happened => ({
			type: 'answered',
			item: 't_m1_before',
			page: 'pretest_before',
			response,
			...fields
		});
		const record = fold('mini_gomi', after(answer('yes'), answer('no')));
		expect(record.items.t_m1_before?.tries).toBe(2);
		expect(fold('mini_gomi', eventsOf(record)).items.t_m1_before).toMatchObject({
			tries: 1,
			last: { response: 'yes', earned: 0 }
		});
	});

	it('of a thought there is known that there is one; where its words are known they stay', () => {
		const written = after({ type: 'commented', item: 'k_niwa', text: '土に返すから' });
		const packed = eventsOf(fold('mini_gomi', written));
		expect(fold('mini_gomi', packed).comments).toMatchObject({ k_niwa: {} });
		expect(fold('mini_gomi', packed).comments.k_niwa?.text).toBeUndefined();
		const later = packed.map((event) => ({ ...event, at: event.at + 86_400_000 }));
		for (const events of [
			[...packed, ...written],
			[...written, ...later]
		])
			expect(fold('mini_gomi', mergeEvents([], events).events).comments.k_niwa?.text).toBe('土に返すから');
	});
});

describe('events of a packed record', () => {
	it('add nothing when they are read in twice', () => {
		const events = eventsOf(
			new Learner(mini).does(fc.sample(steps(120), { seed, numRuns: 1 })[0] ?? []).record
		);
		expect(mergeEvents(events, events).added).toEqual([]);
	});

	it('of a younger state beside those of an older one give what the younger one says, and count nothing twice', () => {
		fc.assert(
			fc.property(steps(40), steps(40), (before, then) => {
				const learner = new Learner(mini).does(before);
				const older = eventsOf(learner.record);
				const younger = eventsOf(learner.does(then).record);
				const merged = fold('mini_gomi', mergeEvents(older, younger).events);
				const alone = fold('mini_gomi', younger);
				for (const [id, item] of Object.entries(alone.items)) {
					const { tries, right, last } = merged.items[id] ?? {};
					expect({ id, tries, right, response: last?.response }).toEqual({
						id,
						tries: item.tries,
						right: item.right,
						response: item.last?.response
					});
				}
				expect(tracking.standing(merged)).toEqual(tracking.standing(alone));
			}),
			{ seed, numRuns: 150 }
		);
	});
});

describe('beside the record', () => {
	const packed = (one: Side): Side => {
		const read = tracking.unpack(tracking.pack(emptyRecord('mini_gomi'), one));
		if (!read.ok) throw new Error(read.error);
		return read.value.side;
	};
	const id: fc.Arbitrary<string> = fc.constantFrom('q1_1', 'f2_3', 'b_mono', 'k_hon', 'w_hikkoshi');
	const anySide: fc.Arbitrary<Side> = fc.record({
		ledger: fc.record({
			count: fc.nat(250),
			first: fc
				.uniqueArray(id)
				.map((list) => ['q1_1', 'f2_3', 'b_mono', 'k_hon', 'w_hikkoshi'].filter((one) => list.includes(one))),
			later: fc.dictionary(id, fc.nat(249))
		}),
		lines: fc.array(fc.record({ tag: fc.stringMatching(/^[0-9a-z]{4}$/), upTo: fc.nat(2 ** 42) }), {
			maxLength: 4
		}),
		reported: fc.record({
			completed: fc.boolean(),
			passed: fc.boolean(),
			score: fc.option(
				fc.nat(10_000).map((n) => n / 100),
				{ nil: undefined }
			)
		})
	});

	it('the ledger, the launches and what was reported travel whole', () => {
		fc.assert(
			fc.property(anySide, (one) => {
				expect(packed(one)).toEqual(one);
			}),
			{ seed, numRuns: 500 }
		);
	});

	it('items the course does not have, a fifth launch and impossible numbers are left out', () => {
		expect(
			packed({
				ledger: {
					count: 900,
					first: ['gone', 'q1_1'],
					later: { gone: 3, q1_1: 400, f2_3: 7, constructor: 1 }
				},
				lines: ['aaaa', 'long tag', 'bbbb', 'cccc', 'dddd', 'eeee'].map((tag) => ({ tag, upTo: 5 })),
				reported: { completed: true, passed: false, score: 120.123 }
			})
		).toEqual({
			ledger: { count: 250, first: ['q1_1'], later: { f2_3: 7 } },
			lines: ['aaaa', 'bbbb', 'cccc', 'dddd'].map((tag) => ({ tag, upTo: 5 })),
			reported: { completed: true, passed: false, score: 100 }
		});
	});
});
