/**
 * What stands at which place in a packed state. A layout is plain data and is kept with the packages that were made: a later
 * revision of the course reads, by the layout's fingerprint, states that were written under it.
 */
import { hash } from '#course/random.ts';
import type { Space } from '#questions/space.ts';
import { pretestPage } from '#record/progress.ts';
import { statementId, TIMES } from '#scenario/judge.ts';
import { knownOf, type WholeCourse } from './course.ts';
import { STATEMENT } from './tasks.ts';

export type Layout = {
	version: 1;
	course: string;
	/** Most questions a final test asks. */
	draw: number;
	units: string[];
	/**
	 * Of lessons, and of what stands in the record like one: a page each for cases, and two for the statements. With what is asked on
	 * the page: a half-made answer can wait there.
	 */
	pages: { id: string; questions: string[] }[];
	items: { id: string; final: boolean; space: Space }[];
	/** Cases, in steps or not. */
	cases: { id: string; space: Space }[];
	/** Before and after the course. */
	statements: { id: string }[];
	/** `cards` and `columns` in their order. */
	boards: { id: string; cards: string[]; columns: string[] }[];
	/** Changes that were told to learners; absent in the first revision. */
	changes?: string[];
};

/** The layout of a course by itself, everything in the course's order. */
export function layoutOf(course: WholeCourse): Layout {
	const { index, units } = course;
	const { tasks, boards } = knownOf(course);
	/** Every one of these is a task. */
	const spaced = ({ id }: { id: string }) => ({ id, space: tasks.get(id)?.space ?? STATEMENT });
	const cases = units.flatMap((unit) => [...unit.cases, ...unit.casework].map(spaced));
	const statements = TIMES.map((time) => ({
		page: pretestPage(time),
		ids: index.pretest.map(({ id }) => statementId(id, time))
	}));
	return {
		version: 1,
		course: index.id,
		draw: index.test.draw,
		units: index.units.map((unit) => unit.id),
		pages: [
			...index.units.flatMap((unit) => unit.pages.map(({ id, questions }) => ({ id, questions }))),
			...cases.map(({ id }) => ({ id, questions: [id] })),
			...statements.flatMap(({ page, ids }) => (ids.length > 0 ? [{ id: page, questions: ids }] : []))
		],
		items: units.flatMap((unit) => unit.questions.map((q) => ({ ...spaced(q), final: q.use === 'final' }))),
		cases,
		statements: statements.flatMap(({ ids }) => ids.map((id) => ({ id }))),
		boards: [...boards].map(([id, { input }]) => ({
			id,
			cards: input.cards.map((card) => card.id),
			columns: input.columns
		})),
		...withChanges((index.revisions ?? []).flatMap(({ changes }) => changes.map(({ id }) => id)))
	};
}

const withChanges = (changes: string[]) => (changes.length > 0 ? { changes } : {});

/** What can be answered to everything in a layout, by id. */
export function spacesOf({ items, cases, statements }: Layout): Map<string, Space> {
	return new Map([
		...[...items, ...cases].map(({ id, space }) => [id, space] as const),
		...statements.map(({ id }) => [id, STATEMENT] as const)
	]);
}

/** Tells layouts apart: 32 bits over all that decides where a bit stands. */
export function fingerprintOf(layout: Layout): number {
	const { version, course, draw, units, pages, items, cases, statements, boards, changes = [] } = layout;
	const spaced = ({ id, space }: { id: string; space: Space }) => {
		return [id, space.kind, space.of, space.kind === 'each' ? space.to : []];
	};
	// As lists: a file may have put the fields of an object in another order.
	const told = [
		version,
		course,
		draw,
		units,
		pages.map(({ id, questions }) => [id, questions]),
		items.map((item) => [...spaced(item), item.final]),
		cases.map(spaced),
		statements.map(({ id }) => id),
		boards.map(({ id, cards, columns }) => [id, cards, columns]),
		// States of before there were any are read by the number they were written with.
		...(changes.length > 0 ? [changes] : [])
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
			cases: merged(layout.cases, old.cases, (it, before) => ({
				...it,
				space: widened(it.space, before.space)
			})),
			statements: merged(layout.statements, old.statements, (it) => it),
			boards: merged(layout.boards, old.boards, (board, before) => ({
				...board,
				cards: union(board.cards, before.cards),
				columns: union(board.columns, before.columns)
			})),
			...withChanges(union(layout.changes ?? [], old.changes ?? []))
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
