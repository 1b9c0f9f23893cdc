/** A kept record as bits: every value's place follows from a layout alone. */
import { sizeOf, type Space } from '#questions/space.ts';
import type { Side } from '#record/lms.ts';
import { MEMORY_GRID, type MemoryCode } from '#record/memory.ts';
import {
	either,
	fields,
	flag,
	keyed,
	listed,
	mapped,
	maybe,
	nothing,
	oneOf,
	setOf,
	several,
	tagOf,
	tuple,
	whole,
	type Codec,
	type Entries
} from './codec.ts';
import {
	BOARD_STAGES,
	draftKey,
	FINAL_STAGES,
	FINALS,
	inView,
	LONG,
	MINUTES,
	NUMBERS,
	OLDER,
	PRACTICE_KINDS,
	PRACTICE_STAGES,
	PRACTICE_STATES,
	ROUNDS,
	SLOTS,
	TRIES,
	type Kept,
	type KeptAttempt,
	type KeptBoard,
	type KeptCheck,
	type KeptFinal,
	type KeptGiven,
	type KeptItem,
	type KeptPlace,
	type KeptPractice,
	type OpenAnswer,
	type OpenFinal
} from './kept.ts';
import { spacesOf, type Layout } from './layout.ts';
import { sideCodec } from './side.ts';
import { STATEMENT } from './tasks.ts';
import { LATEST } from './times.ts';

/** Of the format, one character each, oldest first. The last is written, all are read. */
export const VERSIONS = ['A', 'B'] as const;
export type Version = (typeof VERSIONS)[number];

export type State = { kept: Kept | undefined; side: Side };

const minute = whole(MINUTES);
/** From 1 to `most`. */
const counted = (most: number): Codec<number> => {
	const inner = whole(most);
	return {
		max: inner.max,
		write: (out, value) => inner.write(out, value - 1),
		read: (from) => inner.read(from) + 1
	};
};
const round = counted(ROUNDS);
const absent: Codec<undefined> = { max: 0, write: () => {}, read: () => undefined };

/** Everything a state holds, under one layout and in one version of the format. */
export function stateCodec(layout: Layout, version: Version): Codec<State> {
	return fields<State>({ kept: maybe(keptCodec(layout, version)), side: sideCodec(layout) });
}

function keptCodec(layout: Layout, version: Version): Codec<Kept> {
	const { pages, items, cases, statements, boards } = layout;
	const spaces = spacesOf(layout);
	const ids = (list: readonly { id: string }[]): Entries<true> =>
		list.map(({ id }) => [id, nothing] as const);
	const drafts = pages.flatMap((page) =>
		page.questions.flatMap((item) => {
			const space = spaces.get(item);
			return space ? [[draftKey(page.id, item), whole(sizeOf(space))] as const] : [];
		})
	);
	const last = lastCodec(layout);
	const rest = fields<Omit<Kept, keyof Last>>({
		startedAt: whole(LATEST),
		lastAt: whole(LATEST * 2),
		revision: counted(REVISIONS),
		seed: tagOf(16),
		pages: keyed(pages.map(({ id }) => [id, oneOf(['opened', 'done'])] as const)),
		items: keyed([
			...items.map(({ id, space, final }) => [id, itemCodec(space, !final && version !== 'A')] as const),
			...cases.map(({ id, space }) => [id, itemCodec(space, version !== 'A')] as const),
			...statements.map(({ id }) => [id, statementCodec] as const)
		]),
		drafts: keyed(drafts),
		flagged: mapped(
			listed(ids(items), items.length),
			(list) => list.map((id): [string, true] => [id, true]),
			(list) => list.map(([id]) => id)
		),
		commented: setOf(cases.map(({ id }) => id)),
		revised: revisedCodec(layout, version),
		boards: keyed(boards.map((board) => [board.id, boardCodec(board)] as const)),
		finals: several(finalCodec(layout), FINALS),
		openFinal: maybe(openFinalCodec(layout)),
		openPractice: maybe(practiceCodec(layout, false))
	});
	return {
		max: rest.max + last.max,
		write(out, value) {
			rest.write(out, value);
			last.write(out, value);
		},
		read: (from) => ({ ...rest.read(from), ...last.read(from) })
	};
}

/** The first format knew no changes, and a course without any has no room for them. */
function revisedCodec({ changes = [] }: Layout, version: Version): Codec<Kept['revised']> {
	if (version === 'A' || changes.length === 0) return absent;
	return maybe(fields({ at: whole(LONG), changes: setOf(changes) }));
}

/** Revisions above are kept as the last of these. */
export const REVISIONS = 2 ** 16;

const confidence = oneOf([undefined, 'sure', 'rather', 'unsure'] as const);

function attemptCodec(space: Space): Codec<KeptAttempt> {
	return fields<KeptAttempt>({ response: whole(sizeOf(space) + 1), right: flag, confidence });
}

function givenCodec(space: Space): Codec<KeptGiven> {
	return fields<KeptGiven>({ response: whole(sizeOf(space) + 1), confidence });
}

const memoryCodec = fields<MemoryCode>({
	stability: whole(MEMORY_GRID.stability),
	difficulty: whole(MEMORY_GRID.difficulty)
});

/** @param reviewed whether it is asked again, so that its memory is kept */
function itemCodec(space: Space, reviewed: boolean): Codec<KeptItem> {
	const attempt = attemptCodec(space);
	const tries = counted(TRIES);
	return {
		max: tries.max + minute.max + 2 * attempt.max + (reviewed ? memoryCodec.max : 0),
		write(out, item) {
			tries.write(out, item.tries);
			minute.write(out, item.at);
			attempt.write(out, item.last);
			if (item.first) attempt.write(out, item.first);
			if (reviewed) memoryCodec.write(out, item.memory ?? { stability: 0, difficulty: 0 });
		},
		read(from) {
			const item: KeptItem = { tries: tries.read(from), at: minute.read(from), last: attempt.read(from) };
			const both = item.tries > 1 ? { ...item, first: attempt.read(from) } : item;
			return reviewed ? { ...both, memory: memoryCodec.read(from) } : both;
		}
	};
}

/** A first answer and its verdict; there are no more, and when it was given is not kept. */
const statementCodec: Codec<KeptItem> = mapped(
	fields({ response: whole(sizeOf(STATEMENT) + 1), right: flag }),
	({ last: { response, right } }) => ({ response, right }),
	({ response, right }) => ({ tries: 1, at: 0, last: { response, right, confidence: undefined } })
);

function boardCodec({ cards, columns }: Layout['boards'][number]): Codec<KeptBoard> {
	const places = tuple(whole(columns.length + 2), cards.length);
	const check = fields<KeptCheck>({ at: minute, round, cards: places });
	return fields<KeptBoard>({
		state: maybe(fields({ stage: oneOf(BOARD_STAGES), round, cards: places })),
		first: maybe(check),
		last: maybe(check)
	});
}

const number = whole(NUMBERS);

function finalItems<T>(layout: Layout, codec: (space: Space) => Codec<T>): Codec<[string, T][]> {
	const finals = layout.items.filter((item) => item.final);
	return listed(
		finals.map(({ id, space }) => [id, codec(space)] as const),
		layout.draw
	);
}

function finalCodec(layout: Layout): Codec<KeptFinal> {
	return fields<KeptFinal>({
		n: number,
		seed: tagOf(6),
		startedAt: minute,
		finishedAt: minute,
		passed: flag,
		items: finalItems(layout, (space) => fields({ right: flag, response: whole(sizeOf(space) + 1) }))
	});
}

function openFinalCodec(layout: Layout): Codec<OpenFinal> {
	return fields<OpenFinal>({
		n: number,
		seed: tagOf(16),
		startedAt: minute,
		stage: oneOf(FINAL_STAGES),
		index: whole(layout.draw),
		items: finalItems(layout, (space) =>
			fields<OpenAnswer>({
				answer: maybe(fields({ right: flag, response: whole(sizeOf(space) + 1) })),
				draft: maybe(whole(sizeOf(space))),
				flagged: flag
			})
		)
	});
}

/** Most questions of a run that is no final test: all that can be practised, or all that were wrong in a test. */
export function longestPractice({ items, draw }: Layout): number {
	return Math.max(draw, items.filter((item) => !item.final).length);
}

type PracticeHead = Omit<KeptPractice, 'draft' | 'given'>;

/** @param finishes whether it may have been finished: one that is kept for being open has not */
function practiceCodec(layout: Layout, finishes: boolean): Codec<KeptPractice> {
	const entry = fields({ state: oneOf(PRACTICE_STATES), flagged: flag });
	const run = fields<PracticeHead>({
		n: number,
		seed: tagOf(16),
		startedAt: minute,
		kind: oneOf(PRACTICE_KINDS),
		unit: oneOf([undefined, ...layout.units]),
		finishedAt: finishes ? maybe(minute) : absent,
		round,
		stage: oneOf(PRACTICE_STAGES),
		items: listed(
			layout.items.map(({ id }) => [id, entry] as const),
			longestPractice(layout)
		)
	});
	const drafts = new Map(layout.items.map(({ id, space }) => [id, maybe(whole(sizeOf(space)))]));
	const answers = new Map(layout.items.map(({ id, space }) => [id, givenCodec(space)]));
	const draftOf = (value: PracticeHead) =>
		value.stage === 'asking' ? drafts.get(inView(value) ?? '') : undefined;
	const answerTo = (value: PracticeHead) =>
		value.stage === 'feedback' ? answers.get(inView(value) ?? '') : undefined;
	return {
		max: run.max + Math.max(0, ...[...drafts.values(), ...answers.values()].map((one) => one.max)),
		write(out, value) {
			run.write(out, value);
			draftOf(value)?.write(out, value.draft);
			answerTo(value)?.write(out, value.given ?? { response: 0, confidence: undefined });
		},
		read(from) {
			const value = run.read(from);
			return { ...value, draft: draftOf(value)?.read(from), given: answerTo(value)?.read(from) };
		}
	};
}

type Last = Pick<Kept, 'older' | 'resume'>;

/** A run that is kept as the last place needs no saying that it is. */
function lastCodec(layout: Layout): Codec<Last> {
	const run = either(['final', openFinalCodec(layout)], ['practice', practiceCodec(layout, true)]);
	const place = maybe(placeCodec(layout));
	return {
		max: flag.max + Math.max(run.max, place.max),
		write(out, { older, resume }) {
			flag.write(out, older !== undefined);
			if (older) run.write(out, older);
			else place.write(out, resume);
		},
		read: (from) =>
			flag.read(from)
				? { older: run.read(from), resume: { kind: 'run', slot: OLDER } }
				: { older: undefined, resume: place.read(from) }
	};
}

function placeCodec({ pages, boards }: Layout): Codec<KeptPlace> {
	const kinds = oneOf(['page', 'board', 'run'] as const);
	const page = fields({ page: oneOf(pages.map(({ id }) => id)), left: flag });
	const board = oneOf(boards.map(({ id }) => id));
	const slot = whole(SLOTS);
	return {
		max: kinds.max + Math.max(page.max, board.max, slot.max),
		write(out, place) {
			kinds.write(out, place.kind);
			if (place.kind === 'page') page.write(out, place);
			if (place.kind === 'board') board.write(out, place.board);
			if (place.kind === 'run') slot.write(out, place.slot);
		},
		read(from) {
			const kind = kinds.read(from);
			if (kind === 'page') return { kind, ...page.read(from) };
			return kind === 'board' ? { kind, board: board.read(from) } : { kind, slot: slot.read(from) };
		}
	};
}
