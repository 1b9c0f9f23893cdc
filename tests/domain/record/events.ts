/** Arbitrary histories of a learner, for tests that must hold for all of them. */
import fc from 'fast-check';
import type { Happened, ProgressEvent } from '#record/events.ts';
import { isJson } from '#record/json.ts';
import { createStamp } from '#record/stamp.ts';

const item = fc.constantFrom('q1', 'q2', 'q3', 'k1', 'w1', 't1', 'constructor', 'gone_from_course');
const page = fc.constantFrom('p1', 'p2', 'p3', 'toString');
const board = fc.constantFrom('b1', 'b2');
const run = fc.constantFrom('r1', 'r2', 'hasOwnProperty');
const response = fc
	.json({ maxDepth: 3 })
	.map((text): unknown => JSON.parse(text))
	.filter(isJson);
const seed = fc.string({ maxLength: 10 });

export const happened: fc.Arbitrary<Happened> = fc.oneof(
	fc.record({ type: fc.constant('started' as const), revision: fc.integer({ min: 1, max: 5 }), seed }),
	fc.record({ type: fc.constantFrom('pageOpened' as const, 'pageDone' as const), page }),
	fc.record(
		{
			type: fc.constant('answered' as const),
			item,
			response,
			earned: fc.integer({ min: 0, max: 3 }),
			total: fc.constant(3),
			run,
			page,
			confidence: fc.constantFrom('sure' as const, 'rather' as const, 'unsure' as const),
			ms: fc.nat(60_000)
		},
		{ requiredKeys: ['type', 'item', 'response', 'earned', 'total'] }
	),
	fc.record({ type: fc.constant('drafted' as const), item, where: page.map((id) => `page:${id}`), response }),
	fc.record({
		type: fc.constant('boardMoved' as const),
		board,
		move: fc.oneof(
			fc.record({ type: fc.constant('PLACE' as const), card: item, column: page }),
			fc.record({
				type: fc.constantFrom('UNDO' as const, 'CHECK' as const, 'RETRY' as const, 'RESTART' as const)
			})
		)
	}),
	fc.record({
		type: fc.constant('boardChecked' as const),
		board,
		right: fc.uniqueArray(item),
		wrong: fc.constant({ c1: 'd2' }),
		round: fc.integer({ min: 1, max: 4 })
	}),
	fc.record({
		type: fc.constant('runStarted' as const),
		run,
		kind: fc.constantFrom('practice' as const, 'final' as const, 'wrong' as const, 'flagged' as const),
		items: fc.uniqueArray(item),
		seed
	}),
	fc.record({
		type: fc.constant('runMoved' as const),
		run,
		move: fc.oneof(
			fc.record({ type: fc.constantFrom('NEXT' as const, 'PREV' as const, 'FINISH' as const) }),
			fc.record({ type: fc.constant('GO' as const), index: fc.nat(20) })
		)
	}),
	fc.record({
		type: fc.constant('runFinished' as const),
		run,
		right: fc.uniqueArray(item),
		wrong: fc.uniqueArray(item),
		total: fc.nat(20)
	}),
	fc.record({ type: fc.constant('flagged' as const), item, on: fc.boolean() }),
	fc.record(
		{ type: fc.constant('commented' as const), item, text: fc.string({ maxLength: 100 }) },
		{ requiredKeys: ['type', 'item'] }
	)
);

/** Stamps what happened with a clock that stands still, runs, or jumps back. */
export function stamped(
	list: readonly Happened[],
	clock: (step: number) => number = () => 1_000,
	tag = 't'
): ProgressEvent[] {
	let step = 0;
	const stamp = createStamp(() => clock(step++), tag);
	return list.map((one) => plain({ ...one, ...stamp() }));
}

/** As it comes from a database or a file: without exotic prototypes. */
function plain(event: ProgressEvent): ProgressEvent {
	return JSON.parse(JSON.stringify(event)) as ProgressEvent;
}

export const history: fc.Arbitrary<ProgressEvent[]> = fc
	.tuple(
		fc.array(happened, { maxLength: 40 }),
		fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 10 })
	)
	.map(([list, steps]) => {
		let at = 1_800_000_000_000;
		return stamped(list, (step) => (at += steps[step % steps.length] ?? 0));
	});
