/** The longest state a course can have: reached by one record, passed by none. */
import { expect, it } from 'vitest';
import { createTracking } from '#tracking/tracking.ts';
import { mini, wholeCourse } from './courses.ts';
import { saturated } from './saturated.ts';
import { rule } from './shown.ts';

it.each([
	['the second course', mini],
	['the shipped course', wholeCourse('courses/kami-kyodo')]
])('in %s a record that fills everything takes just the worst case', (_name, course) => {
	const tracking = createTracking(course, rule);
	const texts = (['final', 'practice'] as const).map((last) => {
		const { record, side } = saturated(course, tracking.layout, last);
		const text = tracking.pack(record, side);
		const read = tracking.unpack(text);
		expect(read.ok && read.value.side).toEqual(side);
		return text;
	});
	expect(Math.max(...texts.map((text) => text.length))).toBe(tracking.worst);
});
