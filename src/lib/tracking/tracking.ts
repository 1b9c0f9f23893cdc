/** Everything an LMS is told of a record, behind the one interface that a store takes. */
import type { Tracking } from '#record/lms.ts';
import type { Rule } from '#record/rule.ts';
import { err } from '#record/result.ts';
import { standing } from '#record/standing.ts';
import { knownOf, type WholeCourse } from './course.ts';
import { interactionOf } from './interaction.ts';
import { placeOf } from './place.ts';

/** @param course the whole course: content of every unit, since answers are read and scored without waiting */
export function createTracking(course: WholeCourse, rule: Rule): Tracking {
	const { index } = course;
	const known = knownOf(course);
	return {
		course: index.id,
		revision: index.revision,
		rule,
		worst: 0,
		// The packed state comes with the next change; until then nothing is kept, and nothing that is there is taken for read.
		pack: () => '',
		unpack: () => err('newer'),
		interaction: (event) => interactionOf(known, event),
		standing: (record) => standing(index, rule, record),
		place: (record) => placeOf(index, record)
	};
}
