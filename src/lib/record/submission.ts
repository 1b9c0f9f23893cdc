/**
 * The `.teishutsu.json` file: what a learner hands in at an office without an LMS. It holds dates, completion and scores; single answers
 * only when the learner wants it. Nothing of it is needed to go on learning: that is the record file's (kiroku.ts).
 */
import * as v from 'valibot';
import { isJson, type Json } from './json.ts';
import { err, ok, type Result } from './result.ts';

export const SUBMISSION_FORMAT = 'manabiya.teishutsu';
export const SUBMISSION_VERSION = 1;
/** Ending of the file's name. */
export const SUBMISSION_SUFFIX = '.teishutsu.json';
/** Characters. Every answer to a course of 2,000 questions stays far below. */
export const SUBMISSION_MAX_LENGTH = 5_000_000;

const Name = v.pipe(v.string(), v.maxLength(500));
const Key = v.pipe(v.string(), v.maxLength(80));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
const Points = v.pipe(v.number(), v.finite(), v.minValue(0));
/** A day twice: for programs, and for people. */
const Day = v.object({
	date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
	wareki: v.pipe(v.string(), v.maxLength(40))
});
const Score = v.pipe(
	v.object({ right: Count, total: v.pipe(Count, v.minValue(1)) }),
	v.check(({ right, total }) => right <= total, 'more right than asked')
);
const Attempt = v.object({ earned: Points, total: Points, response: v.custom<Json>(isJson) });
/** One answered item: how often it was answered, and the first and the last answer. */
const Answer = v.object({ item: Key, tries: Count, first: v.optional(Attempt), last: v.optional(Attempt) });

const Submission = v.object({
	format: v.literal(SUBMISSION_FORMAT),
	version: v.literal(SUBMISSION_VERSION),
	/** Day the file was written. */
	written: Day,
	course: v.object({ id: Name, revision: v.pipe(Count, v.minValue(1)), title: Name }),
	/** As far as given. */
	learner: v.object({
		name: v.optional(Name),
		department: v.optional(Name),
		position: v.optional(Name),
		number: v.optional(Name)
	}),
	begun: v.optional(Day),
	/** Day everything was finished; absent before. */
	finished: v.optional(Day),
	completed: v.boolean(),
	/** About how long it took. */
	minutes: v.optional(Count),
	/** The best final test. */
	score: v.optional(Score),
	/** What a certificate printed on the day the file was written says: `revision` is the one under which the test was passed. */
	certificate: v.optional(
		v.object({ passed: Day, revision: v.pipe(Count, v.minValue(1)), ...Score.entries })
	),
	/** Statements judged rightly before the course and after it. */
	gain: v.optional(v.object({ before: v.optional(Count), after: v.optional(Count), of: Count })),
	answers: v.optional(v.pipe(v.array(Answer), v.maxLength(20_000)))
});
type Whole = v.InferOutput<typeof Submission>;
export type Submission = Omit<Whole, 'format' | 'version'>;

export type SubmissionErrorCode = 'not-json' | 'not-teishutsu' | 'other-course' | 'newer' | 'damaged';
/** `detail` is for engineers: the place and what is wrong there. */
export type SubmissionError = { code: SubmissionErrorCode; detail: string };

/** The file's text, to be read by a person: indented, and one answer a line. */
export function writeSubmission({ answers, ...rest }: Submission): string {
	const head = JSON.stringify({ format: SUBMISSION_FORMAT, version: SUBMISSION_VERSION, ...rest }, null, 2);
	if (!answers) return `${head}\n`;
	const lines = answers.map((answer) => `    ${JSON.stringify(answer)}`);
	const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
	return `${head.slice(0, -2)},\n  "answers": ${list}\n}\n`;
}

/**
 * Reads such a file. Whatever the text, the answer is a value.
 * @param courseId the course it must belong to
 */
export function readSubmission(text: string, courseId: string): Result<Submission, SubmissionError> {
	if (text.length > SUBMISSION_MAX_LENGTH)
		return fail('damaged', `longer than ${SUBMISSION_MAX_LENGTH} characters`);
	const parsed = parse(text.replace(/^\uFEFF/, ''));
	if (!parsed.ok) return parsed;
	const file = parsed.value;
	if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== SUBMISSION_FORMAT) {
		return fail('not-teishutsu', `format is not ${SUBMISSION_FORMAT}`);
	}
	if ('version' in file && typeof file.version === 'number' && file.version > SUBMISSION_VERSION) {
		return fail('newer', `version ${file.version}, readable up to ${SUBMISSION_VERSION}`);
	}
	const read = v.safeParse(Submission, file, { abortEarly: true });
	if (!read.success) {
		const issue = read.issues[0];
		return fail('damaged', `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
	}
	const { format: _format, version: _version, ...submission } = read.output;
	if (submission.course.id !== courseId) return fail('other-course', submission.course.id);
	return ok(submission);
}

function parse(text: string): Result<unknown, SubmissionError> {
	try {
		const value: unknown = JSON.parse(text);
		return ok(value);
	} catch (thrown) {
		const code = text.includes(`"${SUBMISSION_FORMAT}"`) ? 'damaged' : 'not-json';
		return fail(code, thrown instanceof Error ? thrown.message : 'not JSON');
	}
}

function fail(code: SubmissionErrorCode, detail: string): { ok: false; error: SubmissionError } {
	return err({ code, detail });
}
