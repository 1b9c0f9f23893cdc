import fc from 'fast-check';
import { expect, it } from 'vitest';
import { steps, walkBoard, type Tally } from './walk.ts';

const seed = Number(process.env['SEED'] ?? 20260801);
/** The shipped boards get the full number (tests/courses/boards.test.ts); this one adds cards with two columns. */
const numRuns = Math.ceil(Number(process.env['WALKS'] ?? 2000) / 5);
console.info(`random walks: SEED=${seed} WALKS=${numRuns}`);

const columns = ['k1', 'k2', 'k3', 'k4', 'k5', 'k6'];
const board = {
	columns,
	cards: Array.from({ length: 20 }, (_, n) => ({
		id: `card${n}`,
		columns: n % 7 === 0 ? [columns[n % 6] ?? '', columns[(n + 1) % 6] ?? ''] : [columns[n % 6] ?? '']
	}))
};

it(`keeps its promises on ${numRuns} random walks over a board of 20 cards and 6 columns`, () => {
	const tally: Tally = {};
	fc.assert(
		fc.property(steps(30, 70), (walk) => walkBoard(board, walk, tally)),
		{ seed, numRuns }
	);
	const taken = ['SELECT', 'DESELECT', 'PLACE', 'TAKE_BACK', 'UNDO', 'UNDO_ALL', 'CHECK', 'RETRY', 'RESTART'];
	expect(Object.keys(tally).sort()).toEqual(taken.sort());
	console.info('board walks:', tally);
});
