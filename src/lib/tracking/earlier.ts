/**
 * Layouts of earlier revisions, as differences to today's: nearly all of a layout stays from one revision to the next, and every
 * package carries them.
 */
import type { CourseIndex } from '#course/parts.ts';
import { layoutOf, type Layout } from './layout.ts';
import type { WholeCourse } from './course.ts';

const LISTS = ['units', 'pages', 'items', 'cases', 'statements', 'boards', 'changes'] as const;
type List = (typeof LISTS)[number];

/** A stretch of today's list, or an entry that it does not have. */
type Piece = [from: number, count: number] | { is: unknown };
/** Only what is not as today. */
export type Difference = { draw?: number } & { [L in List]?: Piece[] };

export function differenceOf(today: Layout, old: Layout): Difference {
	const difference: Difference = old.draw === today.draw ? {} : { draw: old.draw };
	for (const name of LISTS) {
		const [now, then] = [today[name] ?? [], old[name] ?? []];
		if (JSON.stringify(now) !== JSON.stringify(then)) difference[name] = pieces(now, then);
	}
	return difference;
}

function pieces(today: readonly unknown[], old: readonly unknown[]): Piece[] {
	const places = new Map(today.map((entry, place) => [JSON.stringify(entry), place]));
	const list: Piece[] = [];
	for (const entry of old) {
		const place = places.get(JSON.stringify(entry));
		const last = list.at(-1);
		if (place === undefined) list.push({ is: entry });
		else if (Array.isArray(last) && last[0] + last[1] === place) last[1] += 1;
		else list.push([place, 1]);
	}
	return list;
}

export function layoutFrom(today: Layout, difference: Difference): Layout {
	const { changes = [], ...layout } = {
		...today,
		...(difference.draw === undefined ? {} : { draw: difference.draw }),
		...Object.fromEntries(
			LISTS.flatMap((name) => {
				const told = difference[name];
				return told ? [[name, whole(today[name] ?? [], told)]] : [];
			})
		)
	} as Layout;
	return changes.length > 0 ? { ...layout, changes } : layout;
}

const whole = (today: readonly unknown[], told: readonly Piece[]): unknown[] =>
	told.flatMap((piece) => (Array.isArray(piece) ? today.slice(piece[0], piece[0] + piece[1]) : [piece.is]));

/** Layouts that states of this course were written under before, as the checked course carries them. */
export function earlierLayouts(course: WholeCourse): Layout[] {
	const { earlier = [] }: Pick<CourseIndex, 'earlier'> = course.index;
	const today = layoutOf(course);
	// The build made them: their shape is not checked again.
	return earlier.map((difference) => layoutFrom(today, difference as Difference));
}
