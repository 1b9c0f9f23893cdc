/**
 * A run through questions.
 *
 *   practice: asking ──ANSWERED──▶ feedback ──NEXT──▶ asking … finished ──RETRY_WRONG──▶ asking
 *   final:    asking ⇄ asking (NEXT, PREV, GO; answers can be changed) ⇄ review ──FINISH──▶ finished
 *
 * It knows which questions were answered and whether rightly, never how: responses are kept in the record.
 * Pure; an event that does not fit changes nothing.
 */
import { assign, setup, type SnapshotFrom } from 'xstate';

export type RunMode = 'practice' | 'final';
export type RunInput = { items: string[]; mode: RunMode };

export type RunContext = {
	mode: RunMode;
	/** The questions of this round, in order. */
	items: string[];
	/** Place of the question in view, 0 to `items.length - 1`. */
	index: number;
	/** Question id → right, of this round. In a final test not to be shown before it is finished. */
	answers: Record<string, boolean>;
	/** Marked to look at again, in the order of marking. */
	flagged: string[];
	/** 1 until the first RETRY_WRONG. */
	round: number;
	/** Question id → right at the first answer (final: when handed in). Kept for good. */
	firstTry: Record<string, boolean>;
	/** Question id → right at the latest round that was finished. */
	results: Record<string, boolean>;
};

/** Everything that happens in a run is worth recording; replayed in order it gives the same run again. */
export type RunMove =
	| { type: 'ANSWERED'; item: string; correct: boolean }
	| { type: 'NEXT' }
	| { type: 'PREV' }
	| { type: 'GO'; index: number }
	| { type: 'REVIEW' }
	| { type: 'FINISH' }
	| { type: 'FLAG'; item: string }
	| { type: 'UNFLAG'; item: string }
	| { type: 'RETRY_WRONG' };
export type RunEvent = RunMove;

/** The question in view; undefined for a run without questions. */
export function currentItem(context: RunContext): string | undefined {
	return context.items[context.index];
}

/** Questions of this round without an answer, in their order. */
export function unanswered(context: RunContext): string[] {
	return context.items.filter((id) => !Object.hasOwn(context.answers, id));
}

/** Questions answered wrongly in this round, in their order. */
export function wrongItems(context: RunContext): string[] {
	return context.items.filter((id) => context.answers[id] === false);
}

function isLast(context: RunContext): boolean {
	return context.index >= context.items.length - 1;
}

const run = setup({
	types: {
		context: {} as RunContext,
		events: {} as RunEvent,
		input: {} as RunInput
	},
	guards: {
		isCurrentInPractice: ({ context }, params: { item: string }) =>
			context.mode === 'practice' && params.item === currentItem(context),
		isOfFinal: ({ context }, params: { item: string }) =>
			context.mode === 'final' && context.items.includes(params.item),
		isFinal: ({ context }) => context.mode === 'final',
		hasNext: ({ context }) => !isLast(context),
		hasNextInFinal: ({ context }) => context.mode === 'final' && !isLast(context),
		hasPrevInFinal: ({ context }) => context.mode === 'final' && context.index > 0,
		isPlaceInFinal: ({ context }, params: { index: number }) =>
			context.mode === 'final' && Object.hasOwn(context.items, params.index),
		allAnswered: ({ context }) => unanswered(context).length === 0,
		canRetry: ({ context }) => context.mode === 'practice' && wrongItems(context).length > 0,
		canFlag: ({ context }, params: { item: string }) =>
			!context.flagged.includes(params.item) &&
			(context.items.includes(params.item) || Object.hasOwn(context.firstTry, params.item)),
		isFlagged: ({ context }, params: { item: string }) => context.flagged.includes(params.item)
	},
	actions: {
		answer: assign({
			answers: ({ context }, { item, correct }: { item: string; correct: boolean }) => ({
				...context.answers,
				[item]: correct
			})
		}),
		keepFirstTry: assign({ firstTry: ({ context }) => ({ ...context.answers, ...context.firstTry }) }),
		keepResults: assign({ results: ({ context }) => ({ ...context.results, ...context.answers }) }),
		next: assign({ index: ({ context }) => context.index + 1 }),
		prev: assign({ index: ({ context }) => context.index - 1 }),
		go: assign({ index: (_, params: { index: number }) => params.index }),
		flag: assign({ flagged: ({ context }, params: { item: string }) => [...context.flagged, params.item] }),
		unflag: assign({
			flagged: ({ context }, params: { item: string }) => context.flagged.filter((id) => id !== params.item)
		}),
		onlyWrong: assign(({ context }) => ({
			items: wrongItems(context),
			index: 0,
			answers: {},
			round: context.round + 1
		}))
	}
});

export const runMachine = run.createMachine({
	id: 'run',
	context: ({ input }) => ({
		mode: input.mode,
		items: input.items,
		index: 0,
		answers: {},
		flagged: [],
		round: 1,
		firstTry: {},
		results: {}
	}),
	initial: 'asking',
	on: {
		FLAG: {
			guard: { type: 'canFlag', params: ({ event }) => event },
			actions: { type: 'flag', params: ({ event }) => event }
		},
		UNFLAG: {
			guard: { type: 'isFlagged', params: ({ event }) => event },
			actions: { type: 'unflag', params: ({ event }) => event }
		}
	},
	states: {
		asking: {
			on: {
				ANSWERED: [
					{
						guard: { type: 'isCurrentInPractice', params: ({ event }) => event },
						target: 'feedback',
						actions: [{ type: 'answer', params: ({ event }) => event }, 'keepFirstTry']
					},
					{
						guard: { type: 'isOfFinal', params: ({ event }) => event },
						actions: { type: 'answer', params: ({ event }) => event }
					}
				],
				NEXT: [
					{ guard: 'hasNextInFinal', actions: 'next' },
					{ guard: 'isFinal', target: 'review' }
				],
				PREV: { guard: 'hasPrevInFinal', actions: 'prev' },
				GO: {
					guard: { type: 'isPlaceInFinal', params: ({ event }) => event },
					actions: { type: 'go', params: ({ event }) => event }
				},
				REVIEW: { guard: 'isFinal', target: 'review' }
			}
		},
		feedback: {
			on: {
				NEXT: [
					{ guard: 'hasNext', target: 'asking', actions: 'next' },
					{ target: 'finished', actions: 'keepResults' }
				]
			}
		},
		review: {
			on: {
				/** Back to the question one came from. */
				PREV: { target: 'asking' },
				GO: {
					guard: { type: 'isPlaceInFinal', params: ({ event }) => event },
					target: 'asking',
					actions: { type: 'go', params: ({ event }) => event }
				},
				FINISH: { guard: 'allAnswered', target: 'finished', actions: ['keepFirstTry', 'keepResults'] }
			}
		},
		finished: {
			on: { RETRY_WRONG: { guard: 'canRetry', target: 'asking', actions: 'onlyWrong' } }
		}
	}
});

export type RunSnapshot = SnapshotFrom<typeof runMachine>;
