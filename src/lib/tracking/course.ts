/** A whole course as tracking looks at it: everything by its id, built once. */
import type { CourseIndex, UnitContent } from '#course/parts.ts';
import type { Board } from '#course/schema.ts';
import type { Question } from '#questions/registry.ts';
import type { BoardInput } from '#scenario/board.ts';
import { tasksOf, type Task } from './tasks.ts';

/** The index and the content of every unit. */
export type WholeCourse = { index: CourseIndex; units: readonly UnitContent<Question>[] };

/** A board with what its machine takes: its cards, each with its column of the map, and the map's columns in order. */
export type KnownBoard = { board: Board; unit: string; input: BoardInput };

export type Known = {
	index: CourseIndex;
	/** All that can be answered. */
	tasks: Map<string, Task>;
	boards: Map<string, KnownBoard>;
};

export function knownOf({ index, units }: WholeCourse): Known {
	const columnOf = new Map(index.map.rows.flatMap((row) => row.entries).map((one) => [one.id, one.domain]));
	const columns = index.map.domains.map((domain) => domain.id);
	const boards: Known['boards'] = new Map();
	for (const unit of units) {
		for (const board of unit.boards) {
			// As the screen does: a card without its entry cannot be shown.
			const cards = board.cards.flatMap(({ id, entry }) => {
				const column = columnOf.get(entry);
				return column === undefined ? [] : [{ id, columns: [column] }];
			});
			boards.set(board.id, { board, unit: unit.id, input: { cards, columns } });
		}
	}
	return { index, tasks: tasksOf(index, units), boards };
}
