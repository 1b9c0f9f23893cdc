/** What is kept of a record: its normal form, which packing writes and nothing else changes. */
import type { Space } from '#questions/space.ts';
import { placeOf } from '#record/events.ts';
import { own } from '#record/json.ts';
import { memoryCode } from '#record/memory.ts';
import { pageDone, unitPages } from '#record/progress.ts';
import type { Attempt, BoardCheck, BoardRecord, LearnerRecord } from '#record/record.ts';
import { memoryOf, type CardKind } from '#record/review.ts';
import type { KnownBoard } from './course.ts';
import { expand, mostEvents } from './expand.ts';
import { responseCode, seedOf, type Keeping } from './keeping.ts';
import { keepRuns } from './keep-runs.ts';
import {
	draftKey,
	ROUNDS,
	runsOf,
	TRIES,
	type Kept,
	type KeptAttempt,
	type KeptBoard,
	type KeptCheck,
	type KeptItem,
	type KeptPlace
} from './kept.ts';
import type { Layout } from './layout.ts';
import type { Replays } from './replays.ts';
import { REVISIONS } from './state.ts';
import { STATEMENT } from './tasks.ts';
import { LATEST, longMinuteOf, minuteOf, timeOf } from './times.ts';

/** @returns undefined for a record in which nothing has happened */
export function keep(record: LearnerRecord, keeping: Keeping): Kept | undefined {
	if (record.startedAt === undefined) return undefined;
	const { known, layout } = keeping;
	const startedAt = Math.min(Math.floor(record.startedAt), LATEST - 1);
	const minute = (at: number) => minuteOf(startedAt, at);
	const { slots, ...runs } = keepRuns(record, minute, keeping);
	const kept: Kept = {
		startedAt,
		lastAt: Math.min(Math.floor(record.lastAt ?? startedAt), LATEST - 1),
		revision: Math.min(record.revision ?? known.index.revision, REVISIONS - 1),
		seed: seedOf(record.seed ?? `${record.course} ${startedAt}`),
		pages: fromLayout(layout.pages, ({ id }) => {
			const page = own(record.pages, id);
			return page && (page.done === undefined ? 'opened' : 'done');
		}),
		items: {
			...fromLayout(layout.items, ({ id, space, final }) =>
				keepItem(record, id, space, minute, final ? undefined : 'question')
			),
			...fromLayout(layout.cases, ({ id, space }) => keepItem(record, id, space, minute, 'case')),
			...fromLayout(layout.statements, ({ id }) => keepStatement(record, id))
		},
		drafts: keepDrafts(record, keeping),
		flagged: record.flagged.filter((id) => layout.items.some((item) => item.id === id)),
		commented: layout.cases.flatMap(({ id }) => (own(record.comments, id) ? [id] : [])),
		revised: keepRevised(record, layout, startedAt),
		boards: fromLayout(layout.boards, (board) =>
			keepBoard(own(record.boards, board.id), board, minute, keeping)
		),
		...runs,
		resume: undefined
	};
	kept.resume = keepPlace(record, kept, slots, keeping);
	kept.lastAt = lastAt(kept, keeping);
	return kept;
}

/** Within a minute events are told apart by milliseconds, which may come to more than have passed of the latest one. */
function lastAt(kept: Kept, { known, layout }: Keeping): number {
	const minutes = [
		...Object.values(kept.items).map((item) => item.at),
		kept.revised?.at ?? 0,
		...Object.values(kept.boards).flatMap(({ first, last }) => [first?.at ?? 0, last?.at ?? 0]),
		...runsOf(kept).flatMap(({ run }) => [run.startedAt, 'finishedAt' in run ? (run.finishedAt ?? 0) : 0])
	];
	const latest = timeOf(kept.startedAt, Math.max(0, ...minutes));
	// Counting them all is dear and hardly ever needed.
	if (kept.lastAt > latest + mostEvents(kept)) return kept.lastAt;
	return expand(kept, layout, known).at(-1)?.at ?? kept.lastAt;
}

function fromLayout<P extends { id: string }, T>(
	places: readonly P[],
	of: (place: P) => T | undefined
): Record<string, T> {
	const values: Record<string, T> = {};
	for (const place of places) {
		const value = of(place);
		if (value !== undefined) values[place.id] = value;
	}
	return values;
}

function keepItem(
	record: LearnerRecord,
	id: string,
	space: Space,
	minute: (at: number) => number,
	/** Undefined for what is not asked again. */
	kind: CardKind | undefined
): KeptItem | undefined {
	const item = own(record.items, id);
	if (!item?.last || item.tries === 0) return undefined;
	const attempt = ({ response, earned, total, confidence }: Attempt): KeptAttempt => ({
		response: responseCode(space, response),
		right: earned === total,
		confidence
	});
	const tries = Math.min(item.tries, TRIES);
	const memory = kind && memoryOf(kind, item, record.startedAt ?? 0);
	const only = {
		tries,
		at: minute(item.last.at),
		last: attempt(item.last),
		...(memory ? { memory: memoryCode(memory) } : {})
	};
	return tries === 1 ? only : { ...only, first: attempt(item.first ?? item.last) };
}

/** What was thought before or after the course is thought once: the first answer, and nothing of when. */
function keepStatement(record: LearnerRecord, id: string): KeptItem | undefined {
	const first = own(record.items, id)?.first;
	if (!first) return undefined;
	const response = responseCode(STATEMENT, first.response);
	return { tries: 1, at: 0, last: { response, right: first.earned === first.total, confidence: undefined } };
}

function keepRevised(
	{ revised }: LearnerRecord,
	{ changes = [] }: Layout,
	startedAt: number
): Kept['revised'] {
	const learnt = changes.filter((id) => own(revised, id) !== undefined);
	if (learnt.length === 0) return undefined;
	const latest = Math.max(...learnt.map((id) => own(revised, id) ?? 0));
	return { at: longMinuteOf(startedAt, latest), changes: learnt };
}

function keepDrafts(record: LearnerRecord, { layout, spaces }: Keeping): Record<string, number> {
	const drafts: Record<string, number> = {};
	for (const page of layout.pages) {
		const where = placeOf({ page: page.id });
		for (const item of page.questions) {
			const code = responseCode(spaces.get(item), own(own(record.items, item)?.drafts ?? {}, where));
			if (code > 0) drafts[draftKey(page.id, item)] = code - 1;
		}
	}
	return drafts;
}

function keepBoard(
	board: BoardRecord | undefined,
	layout: Layout['boards'][number],
	minute: (at: number) => number,
	{ known, replays }: Keeping
): KeptBoard | undefined {
	if (!board) return undefined;
	const { firstTry, last } = board;
	const first = firstTry && keepCheck(firstTry, layout, minute);
	const latest = last && keepCheck(last, layout, minute);
	const found = known.boards.get(layout.id);
	return {
		state: found && keepState(found, board, layout, replays),
		first,
		last: JSON.stringify(latest) === JSON.stringify(first) ? undefined : latest
	};
}

function keepCheck(
	check: BoardCheck,
	{ cards, columns }: Layout['boards'][number],
	minute: (at: number) => number
): KeptCheck {
	const right = new Set(check.right);
	return {
		at: minute(check.at),
		round: Math.min(check.round, ROUNDS),
		cards: cards.map((card) => (right.has(card) ? 1 : placed(columns, own(check.wrong, card))))
	};
}

/** The code of a card in a column; 0 for none. */
function placed(columns: readonly string[], column: string | undefined): number {
	const place = column === undefined ? -1 : columns.indexOf(column);
	return place < 0 ? 0 : place + 2;
}

function keepState(
	{ board, input }: KnownBoard,
	{ moves }: BoardRecord,
	{ cards, columns }: Layout['boards'][number],
	replays: Replays
): KeptBoard['state'] {
	const snapshot = replays.board(board.id, input, moves);
	const { placements, locked, round } = snapshot.context;
	const stage = snapshot.matches('reviewed') ? 'reviewed' : snapshot.matches('done') ? 'done' : 'placing';
	const codes = cards.map((card) => (locked.includes(card) ? 1 : placed(columns, own(placements, card))));
	if (stage === 'placing' && round === 1 && codes.every((code) => code === 0)) return undefined;
	return { stage, round: Math.min(round, ROUNDS), cards: codes };
}

/**
 * The last place. A place that is not in the layout is passed over when going on (`resumeTarget`): in its stead stands the one that
 * is then found.
 */
function keepPlace(
	record: LearnerRecord,
	kept: Kept,
	slots: ReadonlyMap<string, number>,
	{ known, layout }: Keeping
): KeptPlace | undefined {
	const place = record.resume;
	if (place?.kind === 'run') {
		const slot = slots.get(place.run);
		if (slot !== undefined) return { kind: 'run', slot };
	}
	if (place?.kind === 'board' && Object.hasOwn(kept.boards, place.board))
		return { kind: 'board', board: place.board };
	if (place?.kind === 'page' && layout.pages.some((page) => page.id === place.page)) {
		const done = kept.pages[place.page] === 'done';
		kept.pages[place.page] ??= 'opened';
		return { kind: 'page', page: place.page, left: place.left === true && done };
	}
	if (place === undefined) return undefined;
	const { units } = known.index;
	for (const unit of units) {
		const open = unit.pages.find((page) => !pageDone(record, page.id));
		if (!open) continue;
		kept.pages[open.id] ??= 'opened';
		return { kind: 'page', page: open.id, left: false };
	}
	const last = units.findLast((unit) => unitPages(unit, record).total > 0)?.pages.at(-1);
	return last && { kind: 'page', page: last.id, left: true };
}
