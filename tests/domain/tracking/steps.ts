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

export const CONFIDENCE = [undefined, 'sure', 'rather', 'unsure'] as const;
export const pick = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];
/** A seed of today's form. */
export const letters = (n: number): string =>
	`${(n * 7919 + 13).toString(36)}${(n * 104_729 + 7).toString(36)}zzzzzzzzzzzzzzzz`.slice(0, 16);
