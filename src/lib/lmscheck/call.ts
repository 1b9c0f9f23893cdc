/** One call of a course to its LMS, as the strict recorder saw it. */
export type Call = {
	/** From 1. */
	n: number;
	/** Epoch milliseconds. */
	at: number;
	method: string;
	args: readonly string[];
	/** What the LMS answered, as text. */
	answer: string;
	/** The LMS's error code after the call; "0" is none. */
	code: string;
	/** What the standard forbids in it. */
	breaches: readonly Breach[];
};

/** `rule` is the code of a rule in the recorder's catalogue; `detail` names the value. */
export type Breach = { rule: string; detail: string };
