/** States lie in LMSs for years: the first format must be read for as long as anybody may have one. */
import { describe, expect, it } from 'vitest';
import type { Kept, KeptItem } from '#tracking/kept.ts';
import { fingerprintOf, type Layout } from '#tracking/layout.ts';
import { formatOf, formatsOf, readState, writeState } from '#tracking/packed.ts';
import type { State } from '#tracking/state.ts';

const layout: Layout = {
	version: 1,
	course: 'c',
	draw: 2,
	units: ['u1', 'test'],
	pages: [
		{ id: 'p1', questions: ['q1', 'q2'] },
		{ id: 'p2', questions: [] },
		{ id: 'k1', questions: ['k1'] },
		{ id: 'w1', questions: ['w1'] },
		{ id: 'pretest_before', questions: ['t1_before'] },
		{ id: 'pretest_after', questions: ['t1_after'] }
	],
	items: [
		{ id: 'q1', final: false, space: { kind: 'one', of: ['a', 'b', 'c'] } },
		{ id: 'q2', final: false, space: { kind: 'each', of: ['x', 'y'], to: ['k', 'l', 'm'] } },
		{ id: 'f1', final: true, space: { kind: 'some', of: ['a', 'b', 'c'] } },
		{ id: 'f2', final: true, space: { kind: 'order', of: ['i', 'j', 'k'] } }
	],
	cases: [
		{ id: 'k1', space: { kind: 'one', of: ['k', 'l', 'm', 'undecided'] } },
		{ id: 'w1', space: { kind: 'each', of: ['s1', 's2'], to: ['a', 'b', 'c'] } }
	],
	statements: [{ id: 't1_before' }, { id: 't1_after' }],
	boards: [{ id: 'b1', cards: ['c1', 'c2'], columns: ['k', 'l', 'm'] }]
};
const kept: Kept = {
	startedAt: 1_800_000_000_123,
	lastAt: 1_800_000_600_456,
	revision: 3,
	seed: 'abcdefghij012345',
	pages: { p1: 'done', p2: 'opened', k1: 'done', pretest_before: 'opened' },
	items: {
		q1: { tries: 1, at: 5, last: { response: 2, right: true, confidence: 'sure' } },
		f1: {
			tries: 3,
			at: 7,
			last: { response: 4, right: false, confidence: undefined },
			first: { response: 0, right: true, confidence: 'rather' }
		},
		k1: { tries: 1, at: 6, last: { response: 4, right: false, confidence: 'unsure' } },
		t1_before: { tries: 1, at: 0, last: { response: 2, right: true, confidence: undefined } }
	},
	drafts: { 'p1>q2': 7, 'w1>w1': 11, 'pretest_before>t1_before': 1 },
	flagged: ['q2', 'q1'],
	commented: ['w1'],
	boards: {
		b1: {
			state: { stage: 'reviewed', round: 2, cards: [1, 3] },
			first: { at: 1, round: 1, cards: [2, 3] },
			last: { at: 2, round: 2, cards: [1, 3] }
		}
	},
	finals: [
		{
			n: 1,
			seed: 'aaaaaa',
			startedAt: 2,
			finishedAt: 4,
			passed: true,
			items: [
				['f2', { right: true, response: 3 }],
				['f1', { right: false, response: 0 }]
			]
		}
	],
	older: undefined,
	openFinal: {
		n: 2,
		seed: 'bbbbbbbbbbbbbbbb',
		startedAt: 5,
		stage: 'asking',
		index: 1,
		items: [
			['f1', { answer: { right: true, response: 5 }, draft: undefined, flagged: true }],
			['f2', { answer: undefined, draft: 4, flagged: false }]
		]
	},
	openPractice: {
		n: 3,
		seed: 'cccccccccccccccc',
		startedAt: 6,
		kind: 'wrong',
		unit: 'u1',
		finishedAt: undefined,
		round: 2,
		stage: 'asking',
		items: [
			['q1', { state: 'right-before', flagged: false }],
			['q2', { state: 'wrong-open', flagged: true }]
		],
		draft: 9,
		given: undefined
	},
	resume: { kind: 'page', page: 'p2', left: false }
};
const state: State = {
	kept,
	side: {
		ledger: { count: 7, first: ['q1', 'b1', 'k1', 't1_before'], later: { q1: 5, k1: 6 } },
		lines: [{ tag: 'ab12', upTo: 1_800_000_000_500 }],
		reported: { completed: false, passed: true, score: 66.67 }
	}
};

/** Written by the first version that was given to anybody. If it cannot be read any more, version A has to be read beside the new one. */
const WRITTEN =
	'mbAQdpvUw5gwsUtFKqp0AA7RjC4oPZoxhleYgAAjq_apFwWmFiF8Re0gAAC1SAAB0AZAAAGjaXbyR0lwAAEJwAAIlkAE6lJFyAAAgAATYwQAkBwOgOB0BwOgOBwAAUzVUQA0ZL4jJfEZL4jJfAAAZSQxeUIHjUFCDCdWVjRjC4o-jaCw';

describe('the first format', () => {
	it('is written as it was', () => {
		expect(writeState(formatOf(layout, 'A'), 3, state)).toBe(WRITTEN);
	});

	it('is read as it was', () => {
		const read = readState(WRITTEN, 'c', 3, formatsOf(layout));
		expect(read.ok && read.value.state).toEqual(state);
	});

	it('has no memory; the next one keeps it with questions for practice and cases, and reads it back', () => {
		const remembering = (item: KeptItem | undefined, memory = { stability: 511, difficulty: 40 }) => ({
			...item,
			memory
		});
		const { q1, k1, ...others } = kept.items;
		const items = { ...others, q1: remembering(q1), k1: remembering(k1, { stability: 0, difficulty: 63 }) };
		const today = { ...state, kept: { ...kept, items } } as State;
		const text = writeState(formatOf(layout, 'B'), 3, today);
		const read = readState(text, 'c', 3, formatsOf(layout));
		expect(read.ok && read.value.state).toEqual(today);
		expect(writeState(formatOf(layout, 'A'), 3, today)).toBe(WRITTEN);
	});

	it('knows a layout again when a file has its fields in another order', () => {
		const turned = JSON.parse(JSON.stringify(layout), (_key, value: unknown) =>
			typeof value === 'object' && value !== null && !Array.isArray(value)
				? Object.fromEntries(Object.entries(value).reverse())
				: value
		) as Layout;
		expect(JSON.stringify(turned)).not.toBe(JSON.stringify(layout));
		expect(fingerprintOf(turned)).toBe(fingerprintOf(layout));
		expect(fingerprintOf({ ...layout, draw: 3 })).not.toBe(fingerprintOf(layout));
	});
});
