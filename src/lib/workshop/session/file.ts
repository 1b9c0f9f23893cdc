/**
 * The `.kenshu.json` file: one training session, prepared or held, to take to another computer or to keep. Nothing of a learner is in it.
 * A prepared session is one without events.
 */
import * as v from 'valibot';
import { err, ok, type Result } from '#record/result.ts';
import { merged } from './fold.ts';
import { Prepared, TrainingEvent } from './prepared.ts';

export const KENSHU_FORMAT = 'manabiya.kenshu';
export const KENSHU_VERSION = 1;
/** Ending of the file's name. */
export const KENSHU_SUFFIX = '.kenshu.json';
/** Characters. A day of counting stays far below. */
export const KENSHU_MAX_LENGTH = 5_000_000;

const Kenshu = v.object({
	format: v.literal(KENSHU_FORMAT),
	version: v.literal(KENSHU_VERSION),
	prepared: Prepared,
	events: v.pipe(v.array(TrainingEvent), v.maxLength(20_000))
});
export type Kenshu = { prepared: Prepared; events: TrainingEvent[] };

export type KenshuErrorCode = 'not-json' | 'not-kenshu' | 'other-course' | 'newer' | 'damaged';
/** `detail` is for engineers: the place and what is wrong there. */
export type KenshuError = { code: KenshuErrorCode; detail: string };

/** The file's text, to be read by a person: one event a line. */
export function writeKenshu({ prepared, events }: Kenshu): string {
	const head = JSON.stringify({ format: KENSHU_FORMAT, version: KENSHU_VERSION, prepared }, null, 2);
	const lines = merged([], events).map((event) => `    ${JSON.stringify(event)}`);
	const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
	return `${head.slice(0, -2)},\n  "events": ${list}\n}\n`;
}

/**
 * Reads such a file. Whatever the text, the answer is a value: nothing of a file is taken unless all of it is sound.
 * @param courseId the course it must belong to
 */
export function readKenshu(text: string, courseId: string): Result<Kenshu, KenshuError> {
	if (text.length > KENSHU_MAX_LENGTH) return fail('damaged', `longer than ${KENSHU_MAX_LENGTH} characters`);
	let file: unknown;
	try {
		file = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch (thrown) {
		// A file that was cut off in the middle is no other kind of file.
		const code = text.includes(`"${KENSHU_FORMAT}"`) ? 'damaged' : 'not-json';
		return fail(code, thrown instanceof Error ? thrown.message : 'not JSON');
	}
	if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== KENSHU_FORMAT)
		return fail('not-kenshu', `format is not ${KENSHU_FORMAT}`);
	if ('version' in file && typeof file.version === 'number' && file.version > KENSHU_VERSION)
		return fail('newer', `version ${file.version}, readable up to ${KENSHU_VERSION}`);
	const read = v.safeParse(Kenshu, file, { abortEarly: true });
	if (!read.success) {
		const issue = read.issues[0];
		return fail('damaged', `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
	}
	const { prepared, events } = read.output;
	if (prepared.course.id !== courseId) return fail('other-course', prepared.course.id);
	return ok({ prepared, events: merged([], events) });
}

function fail(code: KenshuErrorCode, detail: string): { ok: false; error: KenshuError } {
	return err({ code, detail });
}
