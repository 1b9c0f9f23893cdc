/** Boards on disk: a board has cards of its own, or is put together from the cards of others. */
import type { Board, BoardFile } from '../schema.ts';
import { problem, type Problem } from '../problem.ts';
import type { YamlFile } from './yaml.ts';

/** Gives every board its cards. Rules: `board-cards`, `duplicate-part`. An unknown board is told with the other references. */
export function expandBoards(
	read: readonly { board: BoardFile; index: number }[],
	yaml: YamlFile,
	problems: Problem[]
): Board[] {
	return read.map(({ board: { cards: own = [], cards_of = [], ...board }, index }) => {
		const fail = (rule: string, message: string) =>
			problems.push(problem(rule, yaml.at([index, 'cards_of']), message));
		const cards = [...own];
		for (const id of cards_of) {
			const other = read.find((candidate) => candidate.board.id === id)?.board;
			if (other && !other.cards) {
				fail('board-cards', `「${id}」には自分の cards がありません。cards のある仕分けを並べてください。`);
			}
			for (const card of other?.cards ?? []) {
				if (cards.some((known) => known.id === card.id)) {
					fail('duplicate-part', `カード「${card.id}」が2つの仕分けにあります。片方の id を変えてください。`);
				} else cards.push(card);
			}
		}
		return { ...board, cards };
	});
}
