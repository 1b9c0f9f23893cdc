/** What travels in the state besides the record, as far as it fits. */
import type { Ledger, Line, Side } from '#record/lms.ts';
import { fields, flag, keyed, mapped, maybe, setOf, several, tagOf, whole, type Codec } from './codec.ts';
import type { Layout } from './layout.ts';
import { LATEST } from './times.ts';

export const emptySide = (): Side => ({
	ledger: { count: 0, first: [], later: {} },
	lines: [],
	reported: { completed: false, passed: false, score: undefined }
});

/** Items in the layout's order, items it does not have left out; no more lines and indices than there is room for. */
export function keepSide(side: Side, layout: Layout): Side {
	const { ledger, lines, reported } = side;
	const { once, again } = toldIn(layout);
	const first = new Set(ledger.first);
	const later = again.flatMap((id): [string, number][] => {
		const index = Object.hasOwn(ledger.later, id) ? ledger.later[id] : undefined;
		return index === undefined || !isWhole(index, INTERACTIONS) ? [] : [[id, index]];
	});
	const { completed, passed, score } = reported;
	return {
		ledger: {
			count: Math.min(INTERACTIONS, Math.max(0, Math.floor(ledger.count))),
			first: [...again, ...once].filter((id) => first.has(id)),
			later: Object.fromEntries(later)
		},
		lines: lines
			.filter(({ tag, upTo }) => /^[0-9a-z]{4}$/.test(tag) && isWhole(upTo, LATEST * 2))
			.slice(0, LINES)
			.map(({ tag, upTo }) => ({ tag, upTo })),
		reported: {
			completed,
			passed,
			score: score === undefined ? undefined : Math.round(Math.min(100, Math.max(0, score)) * 100) / 100
		}
	};
}

/** What is told to an LMS: with a later answer or without. */
function toldIn({ items, boards, cases, statements }: Layout): { again: string[]; once: string[] } {
	const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
	return { again: ids([...items, ...boards, ...cases]), once: ids(statements) };
}

function isWhole(value: number, below: number): boolean {
	return Number.isInteger(value) && value >= 0 && value < below;
}

/** Interactions an LMS takes, launches that are told apart, hundredths of a score. */
const INTERACTIONS = 250;
const LINES = 4;
const HUNDREDTHS = 10_000;

export function sideCodec(layout: Layout): Codec<Side> {
	const { once, again } = toldIn(layout);
	const score = maybe(
		mapped(
			whole(HUNDREDTHS + 1),
			(value: number) => Math.round(value * 100),
			(hundredths) => hundredths / 100
		)
	);
	return fields<Side>({
		ledger: fields<Ledger>({
			count: whole(INTERACTIONS + 1),
			first: setOf([...again, ...once]),
			later: keyed(again.map((id) => [id, whole(INTERACTIONS)] as const))
		}),
		lines: several(fields<Line>({ tag: tagOf(4), upTo: whole(LATEST * 2) }), LINES),
		reported: fields<Side['reported']>({ completed: flag, passed: flag, score })
	});
}
