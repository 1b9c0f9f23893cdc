/** The board that a plan has placed. */
import type { Board } from '#course/schema.ts';
import { boardOf, type Material } from '../material.ts';
import type { Plan } from '../plan.ts';

/** The board and the ids of its cards; undefined when nothing is placed in this plan. */
export function placed(
	material: Material,
	{ steps }: Plan
): { board: Board; cards: string[] | undefined } | undefined {
	const step = steps.find(({ kind }) => kind === 'board');
	const board = boardOf(material, step?.item);
	return board && { board, cards: step?.cards };
}
