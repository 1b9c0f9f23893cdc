/**
 * What stands at which place in a packed state. A layout is plain data and is kept with the packages that were made: a later
 * revision of the course reads, by the layout's fingerprint, states that were written under it.
 */
import { hash } from '#course/random.ts';
import { spaceOf } from '#questions/registry.ts';
import type { Space } from '#questions/space.ts';
import { knownOf, type WholeCourse } from './course.ts';

export type Layout = {
	version: 1;
	course: string;
	/** Most questions a final test asks. */
	draw: number;
	units: string[];
	/** With the questions asked on the page: a half-made answer can wait there. */
	pages: { id: string; questions: string[] }[];
	items: { id: string; final: boolean; space: Space }[];
	/** `cards` and `columns` in their order. */
	boards: { id: string; cards: string[]; columns: string[] }[];
};

/** The layout of a course by itself, everything in the course's order. */
export function layoutOf(course: WholeCourse): Layout {
	const { index, units } = course;
	return {
		version: 1,
		course: index.id,
		draw: index.test.draw,
		units: index.units.map((unit) => unit.id),
		pages: index.units.flatMap((unit) => unit.pages.map(({ id, questions }) => ({ id, questions }))),
		items: units.flatMap((unit) =>
			unit.questions.map((q) => ({ id: q.id, final: q.use === 'final', space: spaceOf(q) }))
		),
		boards: [...knownOf(course).boards].map(([id, { input }]) => ({
			id,
			cards: input.cards.map((card) => card.id),
			columns: input.columns
		}))
	};
}

/** Tells layouts apart: 32 bits over all that decides where a bit stands. */
export function fingerprintOf({ version, course, draw, units, pages, items, boards }: Layout): number {
	const spaces = items.map(({ id, final, space }) => {
		return [id, final, space.kind, space.of, space.kind === 'each' ? space.to : []];
	});
	// As lists: a file may have put the fields of an object in another order.
	const told = [
		version,
		course,
		draw,
		units,
		pages.map(({ id, questions }) => [id, questions]),
		spaces,
		boards.map(({ id, cards, columns }) => [id, cards, columns])
	];
	return hash(JSON.stringify(told));
}

/**
 * Today's layout with what only earlier ones had put behind it: a state read under an earlier layout is packed again without
 * losing what the course no longer has.
 */
export function extendLayout(today: Layout, earlier: readonly Layout[]): Layout {
	return earlier.reduce(
		(layout, old) => ({
			...layout,
			draw: Math.max(layout.draw, old.draw),
			units: union(layout.units, old.units),
			pages: merged(layout.pages, old.pages, (page, before) => ({
				...page,
				questions: union(page.questions, before.questions)
			})),
			items: merged(layout.items, old.items, (item, before) => ({
				...item,
				final: item.final || before.final,
				space: widened(item.space, before.space)
			})),
			boards: merged(layout.boards, old.boards, (board, before) => ({
				...board,
				cards: union(board.cards, before.cards),
				columns: union(board.columns, before.columns)
			}))
		}),
		today
	);
}

/** A question of another type under an old id is another question: its old answers fit nothing. */
function widened(space: Space, before: Space): Space {
	if (space.kind === 'each' && before.kind === 'each')
		return { ...space, of: union(space.of, before.of), to: union(space.to, before.to) };
	return space.kind === before.kind ? { ...space, of: union(space.of, before.of) } : space;
}

function union(today: readonly string[], before: readonly string[]): string[] {
	return [...new Set([...today, ...before])];
}

function merged<T extends { id: string }>(
	today: readonly T[],
	before: readonly T[],
	join: (one: T, old: T) => T
): T[] {
	const old = new Map(before.map((one) => [one.id, one]));
	const ids = new Set(today.map((one) => one.id));
	return [
		...today.map((one) => {
			const was = old.get(one.id);
			return was ? join(one, was) : one;
		}),
		...before.filter((one) => !ids.has(one.id))
	];
}
