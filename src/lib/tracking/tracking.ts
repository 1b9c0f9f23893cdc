/** Everything an LMS is told of a record, behind the one interface that a store takes. */
import type { Tracking } from '#record/lms.ts';
import type { Rule } from '#record/rule.ts';
import { ok } from '#record/result.ts';
import { standing, withPass } from '#record/standing.ts';
import { knownOf, type WholeCourse } from './course.ts';
import { earlierLayouts } from './earlier.ts';
import { expand } from './expand.ts';
import { interactionOf } from './interaction.ts';
import { keep } from './keep.ts';
import type { Keeping } from './keeping.ts';
import { extendLayout, layoutOf, spacesOf, type Layout } from './layout.ts';
import { formatOf, formatsOf, longest, readState, writeState } from './packed.ts';
import { placeOf } from './place.ts';
import { Replays } from './replays.ts';
import { keepSide } from './side.ts';

/** What keeping a record of this course stands on. */
export function keepingOf(course: WholeCourse, earlier: readonly Layout[] = earlierLayouts(course)): Keeping {
	const layout = extendLayout(layoutOf(course), earlier);
	return {
		known: knownOf(course),
		layout,
		spaces: spacesOf(layout),
		replays: new Replays()
	};
}

/**
 * @param course the whole course: content of every unit, since answers are read and scored without waiting
 * @param earlier layouts that states of this course may have been written under; today's is added to them
 */
export function createTracking(
	course: WholeCourse,
	rule: Rule,
	earlier: readonly Layout[] = earlierLayouts(course)
): Tracking & { readonly layout: Layout } {
	// A test without a verdict of its own is judged as the package says.
	const index = withPass(course.index, rule.pass);
	const keeping = keepingOf({ ...course, index }, earlier);
	const { known, layout } = keeping;
	const format = formatOf(layout);
	const formats = [layout, layoutOf(course), ...earlier].flatMap(formatsOf);
	return {
		course: index.id,
		revision: index.revision,
		rule,
		/** What states are written under: the next revision of the course needs it to read them. */
		layout,
		worst: longest(format),
		answers: known.tasks.size + known.boards.size,
		pack: (record, side) =>
			writeState(format, index.revision, { kept: keep(record, keeping), side: keepSide(side, layout) }),
		unpack(text) {
			const read = readState(text, index.id, index.revision, formats);
			if (!read.ok) return read;
			const { state, format: from } = read.value;
			return ok({ events: state.kept ? expand(state.kept, from.layout, known) : [], side: state.side });
		},
		interaction: (event) => interactionOf(known, event),
		standing: (record) => standing(index, rule, record),
		place: (record) => placeOf(index, record)
	};
}
