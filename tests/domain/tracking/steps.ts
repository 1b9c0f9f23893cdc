/** The numbers that drive a learner. */
import fc from 'fast-check';

/** `what` chooses among the things that can be done; `a` and `b` how; `wait` in milliseconds. */
export type Step = { what: number; a: number; b: number; wait: number };

const wait = fc.oneof(
	{ weight: 6, arbitrary: fc.nat(90_000) },
	{ weight: 2, arbitrary: fc.constant(0) },
	{ weight: 1, arbitrary: fc.nat(4 * 86_400_000) }
);
export const steps = (most: number): fc.Arbitrary<Step[]> =>
	fc.array(fc.record({ what: fc.nat(99), a: fc.nat(9_999), b: fc.nat(9_999), wait }), {
		maxLength: most,
		size: 'max'
	});
