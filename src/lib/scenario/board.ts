/**
 * Placing cards on columns: choose a card, choose a column, check, then only the wrong ones again.
 *
 *   placing (idle ⇄ holding) ──CHECK──▶ reviewed ──RETRY──▶ placing
 *                            └─CHECK──▶ done      (all right)
 *
 * Pure: cards and columns are input, nothing is drawn, stored or timed. An event that does not fit changes nothing.
 */
import { assign, setup, type SnapshotFrom } from 'xstate';

export type BoardCardInput = {
	id: string;
	/** Where it is right: one column, or several. */
	columns: string[];
};
export type BoardInput = { cards: BoardCardInput[]; columns: string[] };

/** Card id → column id. */
export type Placements = Record<string, string>;

export type BoardContext = BoardInput & {
	placements: Placements;
	/** The placements before each change since the last check, oldest first. */
	history: Placements[];
	/** The card in hand. */
	selected: string | null;
	/** 1 until the first RETRY. */
	round: number;
	/** Card id → right, as of the last check. */
	results: Record<string, boolean>;
	/** Card id → column at the very first check. Kept for good, whatever follows. */
	firstTry: Placements;
	/** Cards found right: they cannot be moved any more. */
	locked: string[];
};

/** What is worth recording: replayed in order, these give the same board again. */
export type BoardMove =
	| { type: 'PLACE'; card: string; column: string }
	| { type: 'TAKE_BACK'; card: string }
	| { type: 'UNDO' }
	| { type: 'UNDO_ALL' }
	| { type: 'CHECK' }
	| { type: 'RETRY' }
	| { type: 'RESTART' };

export type BoardEvent =
	| BoardMove
	| { type: 'SELECT'; card: string }
	| { type: 'DESELECT' }
	/** Places the given card, or else the one in hand. */
	| { type: 'PLACE'; card?: string; column: string };

/** Cards still without a column, in their order. */
export function unplaced(context: BoardContext): string[] {
	return context.cards.map((c) => c.id).filter((id) => !Object.hasOwn(context.placements, id));
}

/** Cards found wrong at the last check, in their order. */
export function wrongCards(context: BoardContext): string[] {
	return context.cards.map((c) => c.id).filter((id) => context.results[id] === false);
}

function isFree(context: BoardContext, card: string | null | undefined): card is string {
	return context.cards.some((c) => c.id === card) && !context.locked.some((id) => id === card);
}

/** The next card to place after this one, from the start again after the last; null when all are placed. */
function nextUnplaced(context: BoardContext, after: string): string | null {
	const order = context.cards.map((c) => c.id);
	const from = order.indexOf(after) + 1;
	const left = unplaced(context);
	return [...order.slice(from), ...order.slice(0, from)].find((id) => left.includes(id)) ?? null;
}

function onlyLocked(context: BoardContext): Placements {
	return Object.fromEntries(Object.entries(context.placements).filter(([id]) => context.locked.includes(id)));
}

function remembered(context: BoardContext): Placements[] {
	return [...context.history, context.placements];
}

function judged(context: BoardContext): Record<string, boolean> {
	return Object.fromEntries(
		context.cards.map((c) => [c.id, c.columns.some((column) => column === context.placements[c.id])])
	);
}

function fresh(input: BoardInput): BoardContext {
	return {
		cards: input.cards,
		columns: input.columns,
		placements: {},
		history: [],
		selected: null,
		round: 1,
		results: {},
		firstTry: {},
		locked: []
	};
}

const board = setup({
	types: {
		context: {} as BoardContext,
		events: {} as BoardEvent,
		input: {} as BoardInput
	},
	guards: {
		holdsCard: ({ context }) => context.selected !== null,
		holdsNothing: ({ context }) => context.selected === null,
		canSelect: ({ context }, params: { card: string }) => isFree(context, params.card),
		canPlace: ({ context }, params: { card?: string; column: string }) =>
			isFree(context, params.card ?? context.selected) && context.columns.includes(params.column),
		canTakeBack: ({ context }, params: { card: string }) =>
			isFree(context, params.card) && Object.hasOwn(context.placements, params.card),
		canUndo: ({ context }) => context.history.length > 0,
		hasPlaced: ({ context }) => Object.keys(context.placements).length > context.locked.length,
		allPlaced: ({ context }) => unplaced(context).length === 0,
		allRight: ({ context }) =>
			unplaced(context).length === 0 && Object.values(judged(context)).every((right) => right)
	},
	actions: {
		select: assign({ selected: (_, params: { card: string }) => params.card }),
		deselect: assign({ selected: null }),
		place: assign(({ context }, params: { card?: string; column: string }) => {
			const card = params.card ?? context.selected;
			if (card === null) return {};
			const moved = context.placements[card] !== params.column;
			const placements = { ...context.placements, [card]: params.column };
			return {
				placements,
				// Putting a card where it lies already is no change, so there is nothing to undo.
				history: moved ? remembered(context) : context.history,
				selected: nextUnplaced({ ...context, placements }, card)
			};
		}),
		takeBack: assign(({ context }, params: { card: string }) => {
			const { [params.card]: _taken, ...placements } = context.placements;
			return { placements, history: remembered(context), selected: params.card };
		}),
		undo: assign(({ context }) => {
			const placements = context.history.at(-1) ?? context.placements;
			const back = unplaced({ ...context, placements }).filter((id) => Object.hasOwn(context.placements, id));
			// The card that comes back is in hand again, so that a slip is put right with one more press.
			return { placements, history: context.history.slice(0, -1), selected: back[0] ?? null };
		}),
		undoAll: assign(({ context }) => ({
			placements: onlyLocked(context),
			history: remembered(context),
			selected: null
		})),
		judge: assign(({ context }) => {
			const results = judged(context);
			const isFirst = Object.keys(context.firstTry).length === 0;
			return {
				results,
				firstTry: isFirst ? context.placements : context.firstTry,
				locked: context.cards.map((c) => c.id).filter((id) => results[id]),
				history: [],
				selected: null
			};
		}),
		takeWrong: assign(({ context }) => ({ placements: onlyLocked(context), round: context.round + 1 })),
		restart: assign(({ context }) => ({ ...fresh(context), firstTry: context.firstTry }))
	}
});

export const boardMachine = board.createMachine({
	id: 'board',
	context: ({ input }) => fresh(input),
	initial: 'placing',
	on: { RESTART: { target: '.placing', actions: 'restart' } },
	states: {
		placing: {
			initial: 'idle',
			states: {
				idle: { always: { guard: 'holdsCard', target: 'holding' } },
				holding: {
					always: { guard: 'holdsNothing', target: 'idle' },
					on: { DESELECT: { actions: 'deselect' } }
				}
			},
			on: {
				SELECT: {
					guard: { type: 'canSelect', params: ({ event }) => event },
					actions: { type: 'select', params: ({ event }) => event }
				},
				PLACE: {
					guard: { type: 'canPlace', params: ({ event }) => event },
					actions: { type: 'place', params: ({ event }) => event }
				},
				TAKE_BACK: {
					guard: { type: 'canTakeBack', params: ({ event }) => event },
					actions: { type: 'takeBack', params: ({ event }) => event }
				},
				UNDO: { guard: 'canUndo', actions: 'undo' },
				UNDO_ALL: { guard: 'hasPlaced', actions: 'undoAll' },
				CHECK: [
					{ guard: 'allRight', target: 'done', actions: 'judge' },
					{ guard: 'allPlaced', target: 'reviewed', actions: 'judge' }
				]
			}
		},
		reviewed: { on: { RETRY: { target: 'placing', actions: 'takeWrong' } } },
		done: {}
	}
});

export type BoardSnapshot = SnapshotFrom<typeof boardMachine>;

/**
 * The move to record for an event at this point: a card in hand is named, so that a replay needs no selecting.
 * Undefined for what is not recorded (selecting); whether the board takes the event is asked with `can`.
 */
export function boardMove(snapshot: BoardSnapshot, event: BoardEvent): BoardMove | undefined {
	switch (event.type) {
		case 'SELECT':
		case 'DESELECT':
			return undefined;
		case 'PLACE': {
			const card = event.card ?? snapshot.context.selected;
			return card === null ? undefined : { type: 'PLACE', card, column: event.column };
		}
		default:
			return event;
	}
}
