/** Why an order cannot be packed. */
import type { Rule } from '#record/rule.ts';

/** What can be chosen for a package: the rule, and the title. */
export type OptionName = keyof Rule | 'title';

/** Said in Japanese to who placed the order, with the options it is about. */
export type Problem = {
	code:
		| 'option'
		| 'units-passed'
		| 'units-failed'
		| 'completed-failed'
		| 'pass-zero'
		| 'title-empty'
		| 'title-long'
		| 'player'
		| 'schemas';
	/** Options that have to be changed; empty when it is not a matter of options. */
	fields: OptionName[];
	message: string;
};
/** At least one problem. */
export type PackError = Problem[];
