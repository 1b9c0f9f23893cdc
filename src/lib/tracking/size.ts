/** How long the state of a course can get. */
import type { WholeCourse } from './course.ts';
import { earlierLayouts } from './earlier.ts';
import { extendLayout, layoutOf } from './layout.ts';
import { formatOf, longest } from './packed.ts';

/** Most characters a course's state may need: SCORM 1.2 holds 4,096, and a quarter of that is left for what is to come. */
export const STATE_LIMIT = 3_000;

/** Longest state the course can have, in characters: a learner who has filled everything there is to fill. */
export function worstOf(course: WholeCourse): number {
	return longest(formatOf(extendLayout(layoutOf(course), earlierLayouts(course))));
}
