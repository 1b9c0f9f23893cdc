/** What a revision of a released course changed, told to its learners and held against what the course was before. */
import * as v from 'valibot';
import { Id, Text, sourced } from './base.ts';

/** Of anything with an id: a passage as `D-01`, a part of the map as `map:…`, of the rule as `rule:…`, and the two as `map` and `rule`. */
const AnyId = v.pipe(
	v.string(),
	v.regex(/^(?:[A-Z]-\d{2,3}|(?:(?:map|rule):)?[a-z][a-z0-9_]{0,39})$/, '課程にある id にしてください。')
);
const Ids = v.optional(v.array(AnyId), []);

/** One change in a learner's eyes; it may touch several ids. */
export const Change = v.pipe(
	v.strictObject({
		/** Permanent: that it has been learnt is kept under it. */
		id: Id,
		added: Ids,
		changed: Ids,
		retired: Ids,
		/** One sentence: what is different now, and why. */
		why: Text,
		...sourced,
		/** Where it is to be seen: a page, or a question. Neither: the sentence says it all. */
		page: v.optional(Id),
		question: v.optional(Id),
		/** A slip of the pen that nobody needs to learn again: not told to learners. */
		minor: v.optional(v.boolean(), false)
	}),
	v.check(
		({ added, changed, retired }) => added.length + changed.length + retired.length > 0,
		'[change-empty] added、changed、retired のどれかに、変えたものの id を書いてください。'
	),
	v.check(
		({ page, question }) => page === undefined || question === undefined,
		'[change-places] page と question は、どちらか一方だけを書いてください。'
	)
);
export type Change = v.InferOutput<typeof Change>;

export const RevisionFile = v.strictObject({
	/** The day it is handed out, as `2027-04-01`. */
	date: v.pipe(v.string(), v.isoDate('日付は 2027-04-01 の形で、引用符で囲んで書いてください。')),
	/** One sentence on the whole. */
	what: Text,
	changes: v.pipe(v.array(Change), v.minLength(1))
});
/** `revision` is the number in the file's name. */
export type Revision = v.InferOutput<typeof RevisionFile> & { revision: number };
