/** A record in which everything that is kept takes as much room as it can. */
import { sizeOf } from '#questions/space.ts';
import type { Side } from '#record/lms.ts';
import { MEMORY_GRID } from '#record/memory.ts';
import { fold, type LearnerRecord } from '#record/record.ts';
import { bitsFor } from '#tracking/bits.ts';
import { knownOf, type WholeCourse } from '#tracking/course.ts';
import { expand } from '#tracking/expand.ts';
import {
	draftKey,
	FINALS,
	LONG,
	OLDER,
	TRIES,
	type Kept,
	type KeptAttempt,
	type KeptPractice,
	type OpenFinal
} from '#tracking/kept.ts';
import { spacesOf, type Layout } from '#tracking/layout.ts';
import { longestPractice } from '#tracking/state.ts';

type Item = Pick<Layout['items'][number], 'id' | 'space'>;

const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
/** The last response of a space: the code with the most bits. */
const code = ({ space }: Item) => sizeOf(space) - 1;
const bits = ({ space }: Item) => bitsFor(sizeOf(space)) + bitsFor(sizeOf(space) + 1);
const widest = (list: readonly Item[]) => [...list].sort((a, b) => bits(b) - bits(a));

/** @param last what kind of run the last place is: one of the two takes more room, which depends on the course */
export function saturated(
	course: WholeCourse,
	layout: Layout,
	last: 'final' | 'practice'
): { record: LearnerRecord; side: Side } {
	const { items, cases, statements, pages, boards, changes = [] } = layout;
	const asked = [...items, ...cases];
	const spaces = spacesOf(layout);
	const at = 20_000;
	const memory = { stability: MEMORY_GRID.stability - 1, difficulty: MEMORY_GRID.difficulty - 1 };
	const attempt = (item: Item): KeptAttempt => ({
		response: code(item) + 1,
		right: false,
		confidence: 'sure'
	});
	const finals = (answerBits: (item: Item) => number) =>
		[...items.filter((item) => item.final)]
			.sort((a, b) => answerBits(b) - answerBits(a))
			.slice(0, layout.draw);
	const openFinal = (n: number): OpenFinal => ({
		n,
		seed: `open${n}000000000000000`.slice(0, 16),
		startedAt: at + n,
		stage: 'asking',
		index: 1,
		items: finals(bits).map((item) => [
			item.id,
			{ answer: { right: true, response: code(item) + 1 }, draft: code(item), flagged: true }
		])
	});
	const practice = (n: number, finishedAt?: number): KeptPractice => {
		const [first, ...others] = widest(items);
		const list = [...(first ? [first] : []), ...others].slice(0, longestPractice(layout));
		return {
			n,
			seed: `prac${n}000000000000000`.slice(0, 16),
			startedAt: at + n,
			kind: 'practice',
			unit: layout.units[0],
			finishedAt,
			round: 1,
			stage: 'feedback',
			items: list.map((item, i) => [item.id, { state: i === 0 ? 'right' : 'open', flagged: true }]),
			given: first && { response: code(first) + 1, confidence: 'sure' }
		};
	};
	const kept: Kept = {
		startedAt: 1_800_000_000_000,
		lastAt: 1_900_000_000_000,
		revision: course.index.revision,
		seed: 'seed000000000000',
		pages: Object.fromEntries(ids(pages).map((id) => [id, 'done'])),
		items: Object.fromEntries([
			...asked.map(
				(item) => [item.id, { tries: TRIES, at, last: attempt(item), first: attempt(item), memory }] as const
			),
			...statements.map(
				({ id }) =>
					[id, { tries: 1, at: 0, last: { response: 2, right: false, confidence: undefined } }] as const
			)
		]),
		drafts: Object.fromEntries(
			pages.flatMap((page) =>
				page.questions.flatMap((id) => {
					const space = spaces.get(id);
					return space ? [[draftKey(page.id, id), sizeOf(space) - 1]] : [];
				})
			)
		),
		flagged: ids(items),
		commented: ids(cases),
		...(changes.length > 0 ? { revised: { at: LONG - 1, changes } } : {}),
		boards: Object.fromEntries(
			boards.map(({ id, cards }) => [
				id,
				{
					state: { stage: 'done', round: 2, cards: cards.map(() => 1) },
					first: { at, round: 1, cards: cards.map(() => 2) },
					last: { at: at + 1, round: 2, cards: cards.map(() => 1) }
				}
			])
		),
		finals: Array.from({ length: FINALS }, (_, i) => ({
			n: 10 + i,
			seed: `fin${i}00`,
			startedAt: at + i,
			finishedAt: at + i,
			passed: i === 0,
			items: finals((item) => bitsFor(sizeOf(item.space) + 1)).map((item) => [
				item.id,
				{ right: i === 0, response: code(item) + 1 }
			])
		})),
		older:
			last === 'final' ? { kind: 'final', of: openFinal(1) } : { kind: 'practice', of: practice(1, at + 1) },
		openFinal: openFinal(2),
		openPractice: practice(3),
		resume: { kind: 'run', slot: OLDER }
	};
	const again = [...ids(items), ...ids(boards), ...ids(cases)];
	const every = [...again, ...ids(statements)];
	return {
		record: fold(layout.course, expand(kept, layout, knownOf(course))),
		side: {
			ledger: { count: 250, first: every, later: Object.fromEntries(again.map((id) => [id, 249])) },
			lines: ['aaaa', 'zzzz', '0000', '9999'].map((tag) => ({ tag, upTo: 1_900_000_000_000 })),
			reported: { completed: true, passed: true, score: 100 }
		}
	};
}
