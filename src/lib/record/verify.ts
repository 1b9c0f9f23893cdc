/** Whether a certificate's code belongs to a file: the learner's whole record, or what was handed in. */
import type { CourseIndex } from '#course/parts.ts';
import { KIROKU_FORMAT, readKiroku } from './kiroku.ts';
import { checkCode, passes, type Facts } from './proof.ts';
import { err, ok, type Result } from './result.ts';
import { readSubmission, SUBMISSION_FORMAT } from './submission.ts';

/** A file that can be compared: what certificates of it may state, whatever name is on them. */
export type Evidence = {
	kind: 'record' | 'submission';
	/** The learner's, as the file has it. */
	name: string;
	/** Newest last. Empty: the test was not passed. */
	states: Omit<Facts, 'name'>[];
};
export type EvidenceError = 'unknown-file' | 'other-course' | 'newer' | 'damaged';

/**
 * Reads a file of either kind. Whatever the text, the answer is a value.
 * @param day the day of a time in epoch milliseconds, such as `2026-11-22`
 */
export function readEvidence(
	text: string,
	index: CourseIndex,
	day: (at: number) => string
): Result<Evidence, EvidenceError> {
	const course = index.id;
	if (text.includes(`"${KIROKU_FORMAT}"`)) {
		const read = readKiroku(text, course);
		if (!read.ok) return err(coarse(read.error.code));
		const { learner, events } = read.value;
		const states = passes(events, index.test.pass).map(({ at, ...rest }) => ({
			course,
			day: day(at),
			...rest
		}));
		return ok({ kind: 'record', name: learner.name ?? '', states });
	}
	if (text.includes(`"${SUBMISSION_FORMAT}"`)) {
		const read = readSubmission(text, course);
		if (!read.ok) return err(coarse(read.error.code));
		const { learner, certificate } = read.value;
		const states = certificate
			? [
					{
						course,
						day: certificate.passed.date,
						revision: certificate.revision,
						right: certificate.right,
						total: certificate.total
					}
				]
			: [];
		return ok({ kind: 'submission', name: learner.name ?? '', states });
	}
	return err('unknown-file');
}

/**
 * The facts of the certificate that bears this code, or undefined when the file knows none.
 * @param code as `readCode` gives it
 * @param name as printed on the certificate; empty when it was written by hand
 * @param newest the newest revision this program knows
 */
export function factsOf({ states }: Evidence, code: string, name: string, newest: number): Facts | undefined {
	// An LMS keeps the revision that was learned last, not the one under which the test was passed: every one is tried.
	const revisions = Array.from({ length: newest }, (_, i) => newest - i);
	for (const state of states.toReversed()) {
		for (const revision of [state.revision, ...revisions]) {
			const facts = { ...state, revision, name };
			if (checkCode(facts) === code) return facts;
		}
	}
	return undefined;
}

function coarse(code: string): EvidenceError {
	return code === 'other-course' || code === 'newer' || code === 'damaged' ? code : 'unknown-file';
}
