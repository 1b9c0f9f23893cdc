/** What an export target has to offer. A target is a folder beside this file and one line in targets.ts. */
import type { Result } from '#record/result.ts';
import type { Order } from './kit.ts';
import type { OptionsSchema } from './options.ts';
import type { PackError } from './problem.ts';

/** A package's files by their path in it, before they are zipped. */
export type Files = Map<string, Uint8Array>;

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
