/** From a kept state back to moves: the shortest story that brings the machine to the same state. */
import type { BoardInput, BoardMove } from '#scenario/board.ts';
import type { RunMove } from '#scenario/run.ts';
import type { KeptBoard, KeptPractice, OpenFinal } from './kept.ts';

const RIGHT = 1;

/** Moves of a board from its beginning. Cards that were right in earlier rounds are right in the first. */
export function boardMoves({ cards, columns }: BoardInput, state: KeptBoard['state']): BoardMove[] {
	if (!state) return [];
	const codes = cards.map((card, i) => ({ card, code: state.cards[i] ?? 0 }));
	const place = (card: BoardInput['cards'][number], code: number): BoardMove[] => {
		const column = code === RIGHT ? card.columns[0] : columns[code - 2];
		return column === undefined ? [] : [{ type: 'PLACE', card: card.id, column }];
	};
	/** Anywhere but where it is right. */
	const misplace = (card: BoardInput['cards'][number]): BoardMove[] => {
		const column = columns.find((one) => !card.columns.includes(one));
		return column === undefined ? [] : [{ type: 'PLACE', card: card.id, column }];
	};
	const unlocked = codes.filter(({ code }) => code !== RIGHT);
	// A board that is done now was wrong somewhere before: which card that was is not kept.
	const wrong = state.stage === 'done' ? codes.slice(0, 1) : unlocked;
	const moves: BoardMove[] = [];
	for (let round = 1; round < state.round; round += 1) {
		for (const one of codes) {
			if (wrong.includes(one)) moves.push(...misplace(one.card));
			else if (round === 1) moves.push(...place(one.card, RIGHT));
		}
		moves.push({ type: 'CHECK' }, { type: 'RETRY' });
	}
	const now = state.round === 1 ? codes : wrong;
	moves.push(...now.flatMap(({ card, code }) => place(card, code)));
	if (state.stage !== 'placing') moves.push({ type: 'CHECK' });
	return moves;
}

/** Moves of a run: what its machine is fed, answers by their verdict. */
export type RunStep = RunMove | { type: 'ANSWERED'; item: string; correct: boolean };

export function finalMoves(run: Pick<OpenFinal, 'stage' | 'index' | 'items'>): RunStep[] {
	return [
		...run.items.flatMap(([item, { answer }]): RunStep[] =>
			answer ? [{ type: 'ANSWERED', item, correct: answer.right }] : []
		),
		...run.items.flatMap(([item, { flagged }]): RunStep[] => (flagged ? [{ type: 'FLAG', item }] : [])),
		...(run.index > 0 ? [{ type: 'GO', index: run.index } as const] : []),
		...(run.stage === 'asking' ? [] : [{ type: 'REVIEW' } as const]),
		...(run.stage === 'finished' ? [{ type: 'FINISH' } as const] : [])
	];
}

/** A question's verdict when it was asked in an earlier round, and in the one under way. */
const RIGHT_AT_FIRST = ['right', 'right-before'];
const OUT = ['right-before', 'wrong-before'];
const NOW: Record<string, boolean> = { right: true, 'wrong-right': true, wrong: false };

export function practiceMoves(run: Pick<KeptPractice, 'stage' | 'round' | 'items'>): RunStep[] {
	const moves: RunStep[] = run.items.flatMap(([item, { flagged }]): RunStep[] =>
		flagged ? [{ type: 'FLAG', item }] : []
	);
	const answer = (item: string, correct: boolean): RunStep => ({ type: 'ANSWERED', item, correct });
	for (let round = 1; round < run.round; round += 1) {
		for (const [item, { state }] of run.items) {
			const out = OUT.includes(state);
			if (round === 1) moves.push(answer(item, RIGHT_AT_FIRST.includes(state)), { type: 'NEXT' });
			// Wrong at first and out by now: it was put right in the second round.
			else if (!out || (state === 'wrong-before' && round === 2))
				moves.push(answer(item, out), { type: 'NEXT' });
		}
		moves.push({ type: 'RETRY_WRONG' });
	}
	const answered = run.items.flatMap(([item, { state }]): RunStep[][] => {
		const correct = NOW[state];
		return correct === undefined ? [] : [[answer(item, correct), { type: 'NEXT' }]];
	});
	moves.push(...answered.flat());
	// The feedback on the last answer is still in view.
	if (run.stage === 'feedback') moves.pop();
	return moves;
}
