/** Workplace cases: judged by band, not by one key. Scenes are always invented ones. */
import * as v from 'valibot';
import { Id, Text, sourced } from './base.ts';

/** How well a choice can be defended, best first. */
export const BANDS = ['best', 'defensible', 'hard', 'impossible'] as const;
export const Band = v.picklist(BANDS);
export type Band = v.InferOutput<typeof Band>;

/** What is said of one choice: how well it can be defended, and why. */
export const Cell = v.strictObject({
	band: Band,
	reason: Text,
	...sourced,
	/** What follows in the scene. */
	consequence: v.optional(Text)
});
export type Cell = v.InferOutput<typeof Cell>;

/** How much of the reasoning is shown beforehand. */
export const Teach = v.picklist(['worked', 'half', 'own']);
export type Teach = v.InferOutput<typeof Teach>;

const caseBase = {
	id: Id,
	unit: Id,
	title: Text,
	scene: Text,
	question: Text,
	/** What to take away, said after the reasons. */
	takeaway: Text,
	/** The lesson page to read again. */
	page: Id,
	/** Another case that is better done before. */
	after: v.optional(Id)
};

/** Which column does this belong to, and what would move it? */
export const DomainCase = v.strictObject({
	...caseBase,
	type: v.literal('domain'),
	/** What is written on the card that moves: a few words. */
	card: Text,
	teach: Teach,
	/** The circumstances of the scene: switch → option, for every switch the rule asks about and every one in `turn`. */
	set: v.record(Id, Id),
	/** Switches that may be turned, in the order shown. */
	turn: v.pipe(v.array(Id), v.minLength(2), v.maxLength(5)),
	/** Words of this scene in place of the rule's: switch → its question and the labels of its options. */
	words: v.optional(
		v.record(Id, v.strictObject({ ask: v.optional(Text), options: v.optional(v.record(Id, Text), {}) })),
		{}
	),
	/** Switch → how the scene tells its option. Shown beforehand where the case is worked or half worked. */
	reads: v.optional(v.record(Id, Text), {}),
	/** Column → what is said of choosing it; one for every column. */
	cells: v.record(Id, Cell),
	/** What is said of choosing 「計画からは決まらない」; without it that is not offered. */
	undecided: v.optional(Cell)
});
export type DomainCase = v.InferOutput<typeof DomainCase>;

export const ConductOption = v.strictObject({ id: Id, text: Text, ...Cell.entries, consequence: Text });
export type ConductOption = v.InferOutput<typeof ConductOption>;

/** What to do, not which column. */
export const ConductCase = v.strictObject({
	...caseBase,
	type: v.literal('conduct'),
	options: v.pipe(v.array(ConductOption), v.minLength(3), v.maxLength(5))
});
export type ConductCase = v.InferOutput<typeof ConductCase>;

export const Case = v.variant('type', [DomainCase, ConductCase]);
export type Case = v.InferOutput<typeof Case>;

/** Earlier choices: step → the option taken there, or one of several. All of them have to hold. */
export const Earlier = v.record(Id, v.union([Id, v.pipe(v.array(Id), v.minLength(1))]));
export type Earlier = v.InferOutput<typeof Earlier>;

export const WorkOption = v.strictObject({
	...ConductOption.entries,
	/** The column chosen (in a step of kind `domain`). */
	domain: v.optional(Id),
	/** The map's entry of the form chosen (in a step of kind `form`). */
	entry: v.optional(Id),
	/** The next step or an ending; or a list of them, of which the first one that fits the earlier choices is taken. */
	go: v.union([Id, v.pipe(v.array(v.strictObject({ if: v.optional(Earlier), go: Id })), v.minLength(1))])
});
export type WorkOption = v.InferOutput<typeof WorkOption>;

export const WorkStep = v.pipe(
	v.strictObject({
		id: Id,
		kind: v.picklist(['notice', 'domain', 'form', 'moment', 'evaluate']),
		title: Text,
		/** What is found now. */
		text: Text,
		/** More of it, where an earlier choice has left its mark. */
		recalls: v.optional(v.array(v.strictObject({ if: Earlier, text: Text })), []),
		ask: Text,
		/** The column whose forms are right (in a step of kind `form`). */
		domain: v.optional(Id),
		options: v.pipe(v.array(WorkOption), v.minLength(2), v.maxLength(6))
	}),
	v.check(
		({ kind, options }) =>
			options.every(
				({ domain, entry }) =>
					(domain !== undefined) === (kind === 'domain') && (entry !== undefined) === (kind === 'form')
			),
		'[step-kind] 選択肢の domain は kind: domain の段で、entry は kind: form の段で、必ず書き、ほかには書かないでください。'
	),
	v.check(
		({ kind, domain }) => (domain !== undefined) === (kind === 'form'),
		'[step-kind] 段の domain は、kind: form の段だけに必ず書いてください。'
	)
);
export type WorkStep = v.InferOutput<typeof WorkStep>;

export const Ending = v.strictObject({ id: Id, title: Text, text: Text, ...sourced });
export type Ending = v.InferOutput<typeof Ending>;

/** A case in several steps: every choice has a consequence and leads on. */
export const Casework = v.strictObject({
	id: Id,
	unit: Id,
	title: Text,
	scene: Text,
	/** The lesson page to read again. */
	page: Id,
	/** The number of steps of the longest way through. */
	longest: v.pipe(v.number(), v.integer(), v.minValue(3), v.maxValue(6)),
	/** The first step. */
	first: Id,
	steps: v.pipe(v.array(WorkStep), v.minLength(3)),
	ends: v.pipe(v.array(Ending), v.minLength(1))
});
export type Casework = v.InferOutput<typeof Casework>;

/** A statement asked before the course and, in other words, after it. Asked nowhere else and never scored. */
export const PretestItem = v.strictObject({
	id: Id,
	unit: Id,
	before: Text,
	after: Text,
	/** Whether both are so. */
	right: v.boolean(),
	reason: Text,
	...sourced
});
export type PretestItem = v.InferOutput<typeof PretestItem>;
