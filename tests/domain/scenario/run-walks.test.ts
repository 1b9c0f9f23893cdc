import fc from 'fast-check';
import { expect, it } from 'vitest';
import { walkRun } from './walk-run.ts';
import { steps, type Tally } from './walk.ts';

const seed = Number(process.env['SEED'] ?? 20260801);
const numRuns = Number(process.env['WALKS'] ?? 2000);
console.info(`random walks: SEED=${seed} WALKS=${numRuns}`);

const items = Array.from({ length: 20 }, (_, n) => `item${n}`);

it.each(['practice', 'final'] as const)(
	`keeps its promises on ${numRuns} random walks over a %s run of 20`,
	(mode) => {
		const tally: Tally = {};
		fc.assert(
			fc.property(steps(30, 60), (walk) => walkRun({ items, mode }, walk, tally)),
			{ seed, numRuns }
		);
		const taken =
			mode === 'practice'
				? ['ANSWERED', 'NEXT', 'FLAG', 'UNFLAG', 'RETRY_WRONG']
				: ['ANSWERED', 'NEXT', 'PREV', 'GO', 'REVIEW', 'FINISH', 'FLAG', 'UNFLAG'];
		expect(Object.keys(tally).sort()).toEqual(taken.sort());
		console.info(`${mode} walks:`, tally);
	}
);
