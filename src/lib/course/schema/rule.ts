/**
 * The rule that leads from the circumstances of a project to its column, as course data: a tree of questions.
 * The engine turns it into a machine (scenario/rule.ts) and knows none of its words.
 */
import * as v from 'valibot';
import { Id, Text, sourced } from './base.ts';

/** A sentence with its place in the source. */
export const Said = v.strictObject({ because: Text, ...sourced });
export type Said = v.InferOutput<typeof Said>;

/** A circumstance that can be turned, such as who leads. */
export const Switch = v.strictObject({
	id: Id,
	ask: Text,
	options: v.pipe(v.array(v.strictObject({ id: Id, label: Text })), v.minLength(2)),
	/** Why turning it never moves the card: the source does not sort by it. Such a switch is asked in no step. */
	unmoved: v.optional(Said)
});
export type Switch = v.InferOutput<typeof Switch>;

/** Where one option of a step leads: to another step, to a column, or to where the source decides nothing. */
export const Branch = v.pipe(
	v.strictObject({
		...Said.entries,
		go: v.optional(Id),
		domain: v.optional(Id),
		undecided: v.optional(v.literal(true)),
		/** For every switch this way has not asked about: why it makes no difference here. */
		ignores: v.optional(v.record(Id, Said), {})
	}),
	v.check(
		({ go, domain, undecided }) => [go, domain, undecided].filter((to) => to !== undefined).length === 1,
		'[branch-target] 行き先は go、domain、undecided: true のうち1つだけを書いてください。'
	)
);
export type Branch = v.InferOutput<typeof Branch>;

export const RuleStep = v.strictObject({
	id: Id,
	/** The switch this step asks about. */
	switch: Id,
	/** Option of the switch → where it leads. */
	to: v.record(Id, Branch)
});
export type RuleStep = v.InferOutput<typeof RuleStep>;

export const DomainRule = v.strictObject({
	title: Text,
	/** Says that putting the source's words in the order of questions is the course's own arrangement. */
	note: Text,
	/** Label of sentences that are this course's reading, not the source's words. */
	reading: Text,
	/** Shown where the source decides nothing. */
	undecided: v.strictObject({ name: Text, text: Text }),
	/** The row of the map whose entries are forms; columns with a heading of their own (`instead`) have none. The other rows list projects. */
	forms: v.optional(Id),
	switches: v.pipe(v.array(Switch), v.minLength(2)),
	/** The first step. */
	first: Id,
	steps: v.pipe(v.array(RuleStep), v.minLength(1))
});
export type DomainRule = v.InferOutput<typeof DomainRule>;
