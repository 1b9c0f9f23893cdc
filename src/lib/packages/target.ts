/** What an export target has to offer. A target is a folder beside this file and one line in targets.ts. */
import type { Result } from '#record/result.ts';
import type { Order } from './kit.ts';
import type { OptionName, OptionsSchema } from './options.ts';

/** A package's files by their path in it, before they are zipped. */
export type Files = Map<string, Uint8Array>;

/** Why an order cannot be packed: said in Japanese to who placed it, with the options it is about. */
export type Problem = {
	code:
		| 'option'
		| 'units-passed'
		| 'units-failed'
		| 'completed-failed'
		| 'pass-zero'
		| 'title-empty'
		| 'title-long'
		| 'too-many-parts'
		| 'player'
		| 'schemas';
	/** Options that have to be changed; empty when it is not a matter of options. */
	fields: OptionName[];
	message: string;
};
/** At least one problem. */
export type PackError = Problem[];

export type PackageTarget = {
	/** As staff know it: 「SCORM 1.2」. */
	readonly name: string;
	/** When to choose it, one sentence. */
	readonly summary: string;
	/** What may be chosen, with defaults, labels and explanations (options.ts). */
	readonly options: OptionsSchema;
	/** The package's files. The same order gives the same bytes, wherever and whenever it is packed. */
	pack(order: Order): Result<Files, PackError>;
};
