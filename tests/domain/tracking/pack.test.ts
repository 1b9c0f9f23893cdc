/** A packed record is the record as far as it is kept, whatever a learner has done. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEvent, same } from './valid.ts';
import { fold } from '#record/record.ts';
import { compact } from '#tracking/compact.ts';
import { createTracking, keepingOf } from '#tracking/tracking.ts';
import { emptySide } from '#tracking/side.ts';
import { mini, wholeCourse } from './courses.ts';
import { Learner } from './learner.ts';
import { drawn, rule, shown, tests } from './shown.ts';
import { steps } from './steps.ts';

const seed = Number(process.env['SEED'] ?? 20261101);
console.info(`property tests: SEED=${seed}`);

const shipped = wholeCourse('courses/kami-kyodo');
const side = emptySide();

describe.each([
	['the second course', mini, { seed, numRuns: 200 }, 150],
	['the shipped course', shipped, { seed, numRuns: 20 }, 300]
])('in %s', (_name, course, runs, most) => {
	const tracking = createTracking(course, rule);
	const keeping = keepingOf(course);
	const { id } = course.index;
	const every = (check: (learner: Learner) => void) =>
		fc.assert(
			fc.property(steps(most), (list) => check(new Learner(course).does(list))),
			runs
		);
	const unpacked = (text: string) => {
		const read = tracking.unpack(text);
		if (!read.ok) throw new Error(read.error);
		return read.value;
	};

	it('unpacking gives events whose fold is the record as far as it is kept', () => {
		every(({ record }) => {
			const { events } = unpacked(tracking.pack(record, side));
			same(fold(id, events), compact(record, keeping));
			for (const event of events) if (!isEvent(event)) expect.fail(JSON.stringify(event));
			expect(new Set(events.map((event) => event.id)).size).toBe(events.length);
		});
	});

	it('packing what was unpacked gives the same text, and unpacking it the same events', () => {
		every(({ record }) => {
			const text = tracking.pack(record, side);
			const { events } = unpacked(text);
			expect(tracking.pack(fold(id, events), side)).toBe(text);
			same(unpacked(text).events, events);
		});
	});

	it('what screens show and what is derived stays the same', () => {
		every(({ record }) => {
			const kept = compact(record, keeping);
			same(shown(kept, course), shown(record, course));
			if (drawn(record)) {
				expect(drawn(kept)).toEqual(drawn(record));
				same(tests(kept), tests(record));
			}
		});
	});

	it('no state is longer than the worst case, and all are ASCII', () => {
		every(({ record }) => {
			const text = tracking.pack(record, side);
			expect(text.length).toBeLessThanOrEqual(tracking.worst);
			expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
		});
	});
});
