/**
 * The `.kiroku.json` file: a learner's own whole copy of one course's record, to move to another PC or to keep.
 * It carries the events, one a line, so that reading it in is the same merge as between two windows.
 */
import * as v from 'valibot';
import { inOrder, ProgressEvent } from './events.ts';
import { err, ok, type Result } from './result.ts';

export const KIROKU_FORMAT = 'manabiya.kiroku';
export const KIROKU_VERSION = 1;
/** Ending of the file's name. */
export const KIROKU_SUFFIX = '.kiroku.json';
/** Characters. A course of 2,000 questions answered many times over stays far below. */
export const KIROKU_MAX_LENGTH = 20_000_000;
const MAX_EVENTS = 100_000;

const Name = v.pipe(v.string(), v.maxLength(500));
const Kiroku = v.object({
	format: v.literal(KIROKU_FORMAT),
	version: v.literal(KIROKU_VERSION),
	exportedAt: v.pipe(v.number(), v.finite(), v.minValue(0)),
	course: v.object({ id: Name, revision: v.pipe(v.number(), v.integer(), v.minValue(1)), title: Name }),
	learner: v.object({ id: Name, name: v.optional(Name) }),
	events: v.pipe(v.array(ProgressEvent), v.maxLength(MAX_EVENTS))
});
/** `exportedAt`: epoch milliseconds. */
export type Kiroku = Omit<v.InferOutput<typeof Kiroku>, 'format' | 'version'>;

export type KirokuErrorCode = 'not-json' | 'not-kiroku' | 'other-course' | 'newer' | 'damaged';
/** `detail` is for engineers: the place and what is wrong there. */
export type KirokuError = { code: KirokuErrorCode; detail: string };

/** The file's text. */
export function writeKiroku({ course, learner, events, exportedAt }: Kiroku): string {
	const { id, revision, title } = course;
	const head = JSON.stringify(
		{
			format: KIROKU_FORMAT,
			version: KIROKU_VERSION,
			exportedAt,
			course: { id, revision, title },
			learner: { id: learner.id, name: learner.name }
		},
		null,
		2
	);
	const lines = inOrder(events).map((event) => `    ${JSON.stringify(event)}`);
	const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
	return `${head.slice(0, -2)},\n  "events": ${list}\n}\n`;
}

/**
 * Reads such a file. Whatever the text, the answer is a value: nothing of a file is taken unless all of it is sound.
 * @param courseId the course it must belong to
 */
export function readKiroku(text: string, courseId: string): Result<Kiroku, KirokuError> {
	if (text.length > KIROKU_MAX_LENGTH) return fail('damaged', `longer than ${KIROKU_MAX_LENGTH} characters`);
	const parsed = parse(text.replace(/^\uFEFF/, ''));
	if (!parsed.ok) return parsed;
	const file = parsed.value;
	if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== KIROKU_FORMAT) {
		return fail('not-kiroku', `format is not ${KIROKU_FORMAT}`);
	}
	if ('version' in file && typeof file.version === 'number' && file.version > KIROKU_VERSION) {
		return fail('newer', `version ${file.version}, readable up to ${KIROKU_VERSION}`);
	}
	const read = v.safeParse(Kiroku, file, { abortEarly: true });
	if (!read.success) {
		const issue = read.issues[0];
		return fail('damaged', `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
	}
	const { course, learner, events, exportedAt } = read.output;
	if (course.id !== courseId) return fail('other-course', course.id);
	return ok({ course, learner, exportedAt, events: mergeEvents([], events).events });
}

/**
 * Joins two sets of events by id, in order; of two with the same id the known one stays.
 * `added` holds what was not known: what a store still has to save.
 */
export function mergeEvents(
	known: readonly ProgressEvent[],
	incoming: readonly ProgressEvent[]
): { events: ProgressEvent[]; added: ProgressEvent[] } {
	const all = new Map(known.map((event) => [event.id, event]));
	const added = new Map<string, ProgressEvent>();
	for (const event of incoming) if (!all.has(event.id) && !added.has(event.id)) added.set(event.id, event);
	return { events: inOrder([...all.values(), ...added.values()]), added: inOrder([...added.values()]) };
}

function parse(text: string): Result<unknown, KirokuError> {
	try {
		const value: unknown = JSON.parse(text);
		return ok(value);
	} catch (thrown) {
		// A record that was cut off in the middle is no other kind of file.
		const code = text.includes(`"${KIROKU_FORMAT}"`) ? 'damaged' : 'not-json';
		return fail(code, thrown instanceof Error ? thrown.message : 'not JSON');
	}
}

function fail(code: KirokuErrorCode, detail: string): { ok: false; error: KirokuError } {
	return err({ code, detail });
}
