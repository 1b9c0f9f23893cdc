/** What finishes a course in an LMS and what the LMS is told: chosen when a package is made, and shown to the learner. */
import * as v from 'valibot';

export const Rule = v.strictObject({
	/** Share of right answers that passes the final test, 0 to 1. */
	pass: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
	/** What completes the course: all teaching units done, the final test passed, or both. */
	completes: v.picklist(['units', 'test', 'both']),
	/** What a completed course is reported as. 1.2 has one word for both; 2004 always says completed and, with `passed`, passed too. */
	onComplete: v.picklist(['passed', 'completed']),
	/** What a finished and not passed test is reported as, as long as it was never passed. */
	onFail: v.picklist(['failed', 'incomplete']),
	/** The best result of the final test as a score of 0 to 100, or none. */
	score: v.picklist(['best', 'none']),
	/** Whether single answers are sent. */
	interactions: v.boolean()
});
export type Rule = v.InferOutput<typeof Rule>;
