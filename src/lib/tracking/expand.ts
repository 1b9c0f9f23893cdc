/**
 * The events a kept record stands for. Their fold is the record as far as it is kept; the same kept thing has the same id in every
 * packing, so that a file read in twice, or a younger state beside an older one, counts nothing twice.
 */
import { decodeResponse } from '#questions/space.ts';
import { placeOf, type Happened, type ProgressEvent } from '#record/events.ts';
import type { Json } from '#record/json.ts';
import { memoryAt } from '#record/memory.ts';
import type { BoardInput } from '#scenario/board.ts';
import type { Known } from './course.ts';
import { expandRun } from './expand-runs.ts';
import {
	draftKey,
	runId,
	runsOf,
	type Kept,
	type KeptAttempt,
	type KeptBoard,
	type KeptCheck,
	type KeptRun
} from './kept.ts';
import { spacesOf, type Layout } from './layout.ts';
import { boardMoves } from './moves.ts';
import { timeOf } from './times.ts';
import { mark, tell, type Responses, type Told } from './told.ts';

export function expand(kept: Kept, layout: Layout, known: Known): ProgressEvent[] {
	const responses = responsesOf(layout, known);
	const { startedAt, seed, revision } = kept;
	const started: Happened = { type: 'started', revision, seed };
	const told = [
		...itemsFirst(kept, responses),
		...kept.flagged.map((item) => tell(0, `g-${item}`, { type: 'flagged', item, on: true })),
		...kept.commented.map((item) => tell(0, `t-${item}`, { type: 'commented', item })),
		...(kept.revised?.changes ?? []).map((change) =>
			tell(kept.revised?.at ?? 0, `v-${change}`, { type: 'revised', change })
		),
		...pages(kept, layout, responses),
		...layout.boards.flatMap((board) => boardTold(kept, board, known)),
		...runsOf(kept).flatMap(({ run }) => expandRun(run, kept, responses)),
		...itemsLast(kept, responses)
	];
	const inTime = told
		.map((one, place) => ({ ...one, place }))
		.sort((a, b) => a.minute - b.minute || a.place - b.place);
	let last = startedAt;
	const events = inTime.map(({ minute, key, what }): ProgressEvent => {
		last = Math.max(timeOf(startedAt, minute), last + 1);
		return { ...what, id: `k-${key}`, at: last };
	});
	const closing = Math.max(kept.lastAt, last + 1);
	return [
		{ ...started, id: `k-s-${mark(startedAt, seed, revision)}`, at: startedAt },
		...events,
		{ ...(comingBack(kept) ?? started), id: `k-z-${mark(kept.resume, closing)}`, at: closing }
	];
}

/** At least as many as there are events: cheap to count. */
export function mostEvents(kept: Kept): number {
	const { items, flagged, commented, revised, pages: opened, drafts, boards } = kept;
	const size = (map: object) => Object.keys(map).length;
	const ofBoard = ({ state }: KeptBoard) => 3 + (state ? state.round * (state.cards.length + 2) : 0);
	const ofRun = ({ items: asked, ...run }: KeptRun) =>
		6 + asked.length * (3 + 2 * ('round' in run ? run.round : 1));
	return (
		3 +
		2 * size(items) +
		flagged.length +
		commented.length +
		(revised?.changes.length ?? 0) +
		size(opened) +
		size(drafts) +
		Object.values(boards).reduce((sum, board) => sum + ofBoard(board), 0) +
		runsOf(kept).reduce((sum, { run }) => sum + ofRun(run), 0)
	);
}

function responsesOf(layout: Layout, known: Known): Responses {
	const spaces = spacesOf(layout);
	const decode = (item: string, code: number): Json => {
		const space = spaces.get(item);
		return space ? decodeResponse(space, code) : null;
	};
	return {
		draft: decode,
		attempt(item, { response, right }) {
			const given = response === 0 ? null : decode(item, response - 1);
			const points = known.tasks.get(item)?.score(given);
			// The verdict is what was kept; the points follow it where the question has changed or is gone.
			return points && (points.earned === points.total) === right
				? { response: given, earned: points.earned, total: points.total }
				: { response: given, earned: right ? 1 : 0, total: 1 };
		}
	};
}

type Answered = Extract<Happened, { type: 'answered' }>;

function attempted(item: string, nth: number, kept: KeptAttempt, responses: Responses): Answered {
	const { confidence } = kept;
	return {
		type: 'answered',
		item,
		...responses.attempt(item, kept),
		nth,
		...(confidence === undefined ? {} : { confidence })
	};
}

function itemsFirst(kept: Kept, responses: Responses): Told[] {
	return Object.entries(kept.items).flatMap(([id, { first }]) =>
		first ? [tell(0, `f-${id}-${mark(first)}`, attempted(id, 1, first, responses))] : []
	);
}

function itemsLast(kept: Kept, responses: Responses): Told[] {
	return Object.entries(kept.items).map(([id, { tries, at, last, memory }]) =>
		tell(at, `l-${id}-${mark(tries, at, last, ...(memory ? [memory] : []))}`, {
			...attempted(id, tries, last, responses),
			...(memory ? { memory: memoryAt(memory) } : {})
		})
	);
}

function pages(kept: Kept, layout: Layout, responses: Responses): Told[] {
	return layout.pages.flatMap((page) => {
		const state = Object.hasOwn(kept.pages, page.id) ? kept.pages[page.id] : undefined;
		const told = state
			? [
					tell(0, `${state === 'done' ? 'd' : 'o'}-${page.id}`, {
						type: state === 'done' ? 'pageDone' : 'pageOpened',
						page: page.id
					})
				]
			: [];
		const drafts = page.questions.flatMap((item) => {
			const code = kept.drafts[draftKey(page.id, item)];
			if (code === undefined) return [];
			const where = placeOf({ page: page.id });
			const response = responses.draft(item, code);
			return [tell(0, `h-${item}-${mark(where, code)}`, { type: 'drafted', item, where, response })];
		});
		return [...told, ...drafts];
	});
}

function boardTold(kept: Kept, layout: Layout['boards'][number], known: Known): Told[] {
	const board = layout.id;
	const one: KeptBoard | undefined = Object.hasOwn(kept.boards, board) ? kept.boards[board] : undefined;
	if (!one) return [];
	const { first, last, state } = one;
	const input = known.boards.get(board)?.input;
	// Beginning anew, a younger state beside an older one takes its place.
	const moves = [
		{ type: 'RESTART' } as const,
		...(input && state ? boardMoves(input, today(state, layout, input)) : [])
	];
	const check = (name: string, { at, round, cards }: KeptCheck): Told => {
		const placed = layout.cards.map((card, i) => ({ card, code: cards[i] ?? 0 }));
		const wrong = placed.flatMap(({ card, code }) => {
			const column = layout.columns[code - 2];
			return column === undefined ? [] : [[card, column] as const];
		});
		return tell(at, `c-${board}-${name}-${mark(at, round, cards)}`, {
			type: 'boardChecked',
			board,
			right: placed.flatMap(({ card, code }) => (code === 1 ? [card] : [])),
			wrong: Object.fromEntries(wrong),
			round
		});
	};
	return [
		...moves.map((move, i) =>
			tell((last ?? first)?.at ?? 0, `b-${board}-${i}-${mark(state)}`, { type: 'boardMoved', board, move })
		),
		...(first ? [check('f', first)] : []),
		...(last ? [check('l', last)] : [])
	];
}

/** A board's state by the places that cards and columns have in the course, whatever layout it was written under. */
function today(
	state: NonNullable<KeptBoard['state']>,
	{ cards, columns }: Layout['boards'][number],
	input: BoardInput
): NonNullable<KeptBoard['state']> {
	const codes = input.cards.map(({ id }) => {
		const code = state.cards[cards.indexOf(id)] ?? 0;
		if (code < 2) return code;
		const place = input.columns.indexOf(columns[code - 2] ?? '');
		return place < 0 ? 0 : place + 2;
	});
	return { ...state, cards: codes };
}

/** The event that makes the last place the last one, and changes nothing else. */
function comingBack(kept: Kept): Happened | undefined {
	const { resume } = kept;
	switch (resume?.kind) {
		case 'page':
			return { type: resume.left ? 'pageDone' : 'pageOpened', page: resume.page };
		case 'board': {
			const { board } = resume;
			// A card it does not have: a move that no board ever takes.
			return { type: 'boardMoved', board, move: { type: 'TAKE_BACK', card: board } };
		}
		case 'run': {
			const found = runsOf(kept).find(({ slot }) => slot === resume.slot);
			if (!found) return undefined;
			const run = runId(found.run);
			// A question it does not have: a move that no run ever takes.
			return { type: 'runMoved', run, move: { type: 'UNFLAG', item: run } };
		}
		default:
			return undefined;
	}
}
