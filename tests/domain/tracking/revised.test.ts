/** Changes that have been learnt are in the state, and layouts of earlier revisions travel as differences. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Happened } from '#record/events.ts';
import { fold } from '#record/record.ts';
import { differenceOf, earlierLayouts, layoutFrom } from '#tracking/earlier.ts';
import { keep } from '#tracking/keep.ts';
import { extendLayout, fingerprintOf, layoutOf, type Layout } from '#tracking/layout.ts';
import { formatOf, readState, writeState } from '#tracking/packed.ts';
import { emptySide } from '#tracking/side.ts';
import { createTracking, keepingOf } from '#tracking/tracking.ts';
import { stamped } from '../record/events.ts';
import { mini, wholeCourse } from './courses.ts';
import { rule } from './shown.ts';

const shipped = wholeCourse('courses/kami-kyodo');
const frozen = (folder: string, revision: number) =>
	(JSON.parse(readFileSync(`${folder}/revisions/${revision}.json`, 'utf8')) as { layout: Layout }).layout;
const side = emptySide();
const START = 1_800_000_000_000;
const YEARS = 3 * 365 * 86_400_000;
const record = (...list: Happened[]) => {
	const events = stamped(
		[{ type: 'started', revision: 1, seed: 'abcdefghijklmnop' }, ...list],
		(step) => START + step
	);
	// The changes come years later.
	return fold(
		'mini_gomi',
		events.map((event) => (event.type === 'revised' ? { ...event, at: event.at + YEARS } : event))
	);
};
const changes = mini.index.revisions?.flatMap((one) => one.changes.map(({ id }) => id)) ?? [];

describe('changes that have been learnt', () => {
	const tracking = createTracking(mini, rule);
	const learnt = record(
		{ type: 'pageDone', page: 'm1_p1' },
		...changes.map((change): Happened => ({ type: 'revised', change }))
	);

	it('come back from a state, with the day of the latest, years later too', () => {
		expect(changes.length).toBeGreaterThan(1);
		const read = tracking.unpack(tracking.pack(learnt, side));
		if (!read.ok) throw new Error(read.error);
		const again = fold('mini_gomi', read.value.events);
		expect(Object.keys(again.revised)).toEqual(changes);
		const day = (at = 0) => Math.floor(at / 86_400_000);
		expect(day(again.revised[changes[0] ?? ''])).toBe(day(START + YEARS));
		expect(tracking.pack(again, side)).toBe(tracking.pack(learnt, side));
	});

	it('take a bit each, and none before there were any', () => {
		const { layout } = tracking;
		const { changes: _none, ...before } = layout;
		const bits = formatOf(layout).codec.max - formatOf(before).codec.max;
		expect(bits).toBe(1 + 23 + changes.length);
		expect(formatOf(layout, 'A').codec.max).toBe(formatOf(before, 'A').codec.max);
	});

	it('are not in a state of the first format, which is read as ever', () => {
		const keeping = keepingOf(mini);
		const format = formatOf(keeping.layout, 'A');
		const text = writeState(format, 1, { kept: keep(learnt, keeping), side });
		const read = readState(text, 'mini_gomi', 3, [format]);
		expect(read.ok && read.value.state.kept?.revised).toBeUndefined();
		expect(read.ok && read.value.state.kept?.pages).toEqual({ m1_p1: 'done' });
	});
});

describe('layouts of earlier revisions', () => {
	it.each([
		['courses/kami-kyodo', shipped],
		['tests/fixtures/courses/mini', mini]
	])('%s carries them so that their fingerprints are what they were', (folder, course) => {
		const earlier = earlierLayouts(course);
		expect(earlier.length).toBe(course.index.revision - 1);
		for (const [n, layout] of earlier.entries())
			expect(fingerprintOf(layout)).toBe(fingerprintOf(frozen(folder, course.index.revision - 1 - n)));
	});

	it('take little room', () => {
		expect(JSON.stringify(frozen('courses/kami-kyodo', 1)).length).toBeGreaterThan(15_000);
		expect(JSON.stringify(shipped.index.earlier).length).toBeLessThan(1_000);
	});

	it('a difference gives the layout back, whatever differs', () => {
		const today = layoutOf(mini);
		const other: Layout = {
			...today,
			draw: 9,
			units: ['gone', ...today.units.slice(1)],
			pages: today.pages.toReversed(),
			items: today.items.filter((_, n) => n % 3 !== 1),
			cases: [],
			boards: today.boards.map((board) => ({ ...board, cards: ['x', ...board.cards] })),
			changes: ['r9_x']
		};
		const text = JSON.stringify(differenceOf(today, other));
		expect(layoutFrom(today, JSON.parse(text) as ReturnType<typeof differenceOf>)).toEqual(other);
		const { changes: _none, ...first } = today;
		expect(layoutFrom(today, differenceOf(today, first))).toEqual(first);
		expect(differenceOf(today, today)).toEqual({});
	});

	it('are added to, so that what is gone has room', () => {
		const layout = extendLayout(layoutOf(shipped), earlierLayouts(shipped));
		expect(layout.items.map(({ id }) => id)).toEqual(expect.arrayContaining(['q1_01', 'q1_13']));
	});
});
