/** The shipped boards at their full size: too large to enumerate, so they are walked at random. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steps, walkBoard, type Tally } from '../domain/scenario/walk.ts';
import { shipped } from './shipped.ts';

const seed = Number(process.env['SEED'] ?? 20260801);
const numRuns = Number(process.env['WALKS'] ?? 2000);
const course = shipped();
const entries = course.map.rows.flatMap((row) => row.entries);
const columns = course.map.domains.map((d) => d.id);
const boards = course.units.flatMap((unit) => unit.boards);

/** The largest board gets all the walks; the smaller ones are covered by the same machine. */
const largest = Math.max(...boards.map((b) => b.cards.length));

describe.each(boards)('the board $id', (board) => {
	const cards = board.cards.map((card) => ({
		id: card.id,
		columns: entries.filter((e) => e.id === card.entry).map((e) => e.domain)
	}));
	const walks = cards.length === largest ? numRuns : Math.ceil(numRuns / 10);

	it('has a column of the map for every card', () => {
		for (const card of cards) expect(card.columns, card.id).toHaveLength(1);
		for (const card of cards) expect(columns).toContain(card.columns[0]);
	});

	it(`can end, undo and resume at every step of ${walks} random walks`, () => {
		console.info(`${board.id}: SEED=${seed} WALKS=${walks}`);
		const tally: Tally = {};
		fc.assert(
			fc.property(steps(30, 50), (walk) => walkBoard({ cards, columns }, walk, tally)),
			{ seed, numRuns: walks }
		);
		expect(tally['RETRY']).toBeGreaterThan(walks / 10);
		expect(tally['UNDO']).toBeGreaterThan(walks / 10);
	});
});
