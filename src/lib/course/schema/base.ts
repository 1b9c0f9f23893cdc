/** What every part of a course is made of: ids, texts, and where a sentence comes from. */
import * as v from 'valibot';

/** Permanent id of anything that can be recorded or sent to an LMS: no hyphen, no dot (both have a meaning in LMS answer formats). */
export const Id = v.pipe(
	v.string(),
	v.regex(/^[a-z][a-z0-9_]{0,39}$/, '英小文字で始まる英小文字・数字・下線の id にしてください。')
);
/** Id of a statement of the source document, such as D-01. Never goes to an LMS. */
export const PassageId = v.pipe(
	v.string(),
	v.regex(/^[A-Z]-\d{2,3}$/, '「D-01」の形の出典番号にしてください。')
);
export const Text = v.pipe(v.string(), v.trim(), v.nonEmpty('空の文は書けません。'));

/** Where a sentence of the course comes from. */
export const Provenance = v.picklist(['plan', 'ordinance', 'general', 'note']);
export type Provenance = v.InferOutput<typeof Provenance>;

export const sourced = {
	from: v.optional(Provenance, 'plan'),
	cite: v.optional(v.array(PassageId), [])
};

/** What every answer option, stem, item or card has to say for itself. */
export const reasoned = {
	reason: Text,
	from: v.optional(Provenance, 'plan'),
	cite: v.pipe(v.array(PassageId), v.minLength(1))
};
