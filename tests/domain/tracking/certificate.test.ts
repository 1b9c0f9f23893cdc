/** A certificate printed at a package is found in the record that an LMS gives back. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkCode, passes, type Passed } from '#record/proof.ts';
import { writeKiroku } from '#record/kiroku.ts';
import type { Happened, ProgressEvent } from '#record/events.ts';
import { apply, emptyRecord, type LearnerRecord } from '#record/record.ts';
import { createStamp } from '#record/stamp.ts';
import { factsOf, readEvidence } from '#record/verify.ts';
import { emptySide } from '#tracking/side.ts';
import { createTracking } from '#tracking/tracking.ts';
import { mini } from './courses.ts';
import { rule } from './shown.ts';

const seed = Number(process.env['SEED'] ?? 20261122);
const { index } = mini;
const tracking = createTracking(mini, rule);
const day = (at: number) => new Date(at).toISOString().slice(0, 10);
const name = '山田 花子';

function packed(record: LearnerRecord): ProgressEvent[] {
	const read = tracking.unpack(tracking.pack(record, emptySide()));
	if (!read.ok) throw new Error(read.error);
	return read.value.events;
}
const codeOf = ({ at, ...rest }: Passed) => checkCode({ course: index.id, name, day: day(at), ...rest });
function finds(events: ProgressEvent[], state: Passed): boolean {
	const { id, revision, title } = index;
	const course = { id, revision, title };
	const text = writeKiroku({ course, learner: { id: 'x', name }, events, exportedAt: 0 });
	const read = readEvidence(text, index, day);
	if (!read.ok) throw new Error(read.error);
	return factsOf(read.value, codeOf(state), name, revision) !== undefined;
}

/** A test with so many of its four questions right, so long after the one before. */
const taken = fc.record({ right: fc.nat(4), wait: fc.integer({ min: 0, max: 3 * 86_400_000 }) });
const items = ['f1_1', 'f1_2', 'f2_1', 'f2_2'];

function after(tests: { right: number; wait: number }[]): { events: ProgressEvent[]; record: LearnerRecord } {
	let now = 1_800_000_000_123;
	let record = emptyRecord(index.id);
	const events: ProgressEvent[] = [];
	const stamp = createStamp(() => now, 'tab');
	const happened = (what: Happened) => {
		const event = { ...what, ...stamp() };
		events.push(event);
		record = apply(record, event);
	};
	happened({ type: 'started', revision: index.revision, seed: 'abcdef' });
	for (const [n, { right, wait }] of tests.entries()) {
		now += wait;
		const run = `r${n + 1}_abcdef`;
		happened({ type: 'pageDone', page: 'm1_p1' });
		happened({ type: 'runStarted', run, kind: 'final', items, seed: 'abcdef' });
		const [is, not] = [items.slice(0, right), items.slice(right)];
		happened({ type: 'runFinished', run, right: is, wrong: not, total: 4, passed: right >= 3 });
	}
	return { events, record };
}

it('whatever tests were taken, every certificate of up to five tests, and today’s of any number', () => {
	let certificates = 0;
	fc.assert(
		fc.property(fc.array(taken, { maxLength: 12 }), (tests) => {
			const { events, record } = after(tests);
			const states = passes(events, rule.pass);
			const kept = tests.length <= 5 ? states : states.slice(-1);
			certificates += kept.length;
			for (const state of kept) expect(finds(packed(record), state)).toBe(true);
		}),
		{ seed, numRuns: 200 }
	);
	expect(certificates).toBeGreaterThan(100);
});

it('the first one, printed long ago, after a dozen tests', () => {
	const tests = [3, 4, 3, 2, 3, 1, 0, 2, 3, 1, 2, 0].map((right) => ({ right, wait: 86_400_000 }));
	const { events, record } = after(tests);
	const states = passes(events, rule.pass);
	expect(states.map(({ right }) => right)).toEqual([3, 4]);
	for (const state of states) expect(finds(packed(record), state)).toBe(true);
});
