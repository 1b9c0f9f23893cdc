/** The files an office without an LMS collects. Not in the lms edition. */
import { csv, UTF8_MARK } from '#record/csv.ts';
import { gainOf, gains } from '#record/gain.ts';
import { testResult } from '#record/progress.ts';
import { writeSubmission, type Submission } from '#record/submission.ts';
import { fiscalYear, isoDay, japaneseDate } from '#ui/dates.ts';
import { certificateOf, minutesOf, studiedIn, type Written, revisionOf } from './paper.svelte.ts';
import type { Session } from './session.svelte.ts';
import { columns } from './texts-hand-in.ts';

const dayOf = (at: number) => ({ date: isoDay(at), wareki: japaneseDate(at) });
/** Only what was written. */
const given = (key: string, text: string) => (text.trim() === '' ? {} : { [key]: text.trim() });

/** The text of the `.teishutsu.json`. Single answers are in it only `withAnswers`. */
export function submissionText(session: Session, written: Written, withAnswers: boolean): string {
	const { index, record } = session;
	const { id, revision, title } = index;
	const times = studiedIn(session);
	const { best } = testResult(index, record);
	const minutes = minutesOf(session);
	const gain = gainOf(gains(index, record));
	const { name, department, position, number } = written;
	const certificate = times?.finished === undefined ? undefined : certificateOf(session, name);
	const submission: Submission = {
		written: dayOf(session.surroundings.now()),
		course: { id, revision, title },
		learner: {
			...given('name', name),
			...given('department', department),
			...given('position', position),
			...given('number', number)
		},
		...(times ? { begun: dayOf(times.begun) } : {}),
		...(times?.finished === undefined ? {} : { finished: dayOf(times.finished) }),
		completed: times?.finished !== undefined,
		...(minutes === undefined ? {} : { minutes }),
		...(best ? { score: { right: best.right, total: best.total } } : {}),
		...(certificate
			? {
					certificate: {
						passed: dayOf(certificate.at),
						revision: certificate.revision,
						right: certificate.right,
						total: certificate.total
					}
				}
			: {}),
		...(gain.before === undefined && gain.after === undefined
			? {}
			: {
					gain: {
						...(gain.before === undefined ? {} : { before: gain.before }),
						...(gain.after === undefined ? {} : { after: gain.after }),
						of: gain.of
					}
				}),
		...(withAnswers ? { answers: answersOf(session) } : {})
	};
	return writeSubmission(submission);
}

function answersOf({ record }: Session): NonNullable<Submission['answers']> {
	return Object.entries(record.items).flatMap(([item, { tries, first, last }]) => {
		if (tries === 0) return [];
		const plain = (one: typeof first) =>
			one && { earned: one.earned, total: one.total, response: one.response };
		return [
			{ item, tries, ...(first ? { first: plain(first) } : {}), ...(last ? { last: plain(last) } : {}) }
		];
	});
}

/** The report as a heading and one row, without a mark at the start. */
export function reportCsv(session: Session, written: Written): string {
	const { index, record } = session;
	const times = studiedIn(session);
	const { best } = testResult(index, record);
	const gain = gainOf(gains(index, record));
	const day = (at: number | undefined) => (at === undefined ? ['', ''] : [japaneseDate(at), isoDay(at)]);
	const number = (n: number | undefined) => (n === undefined ? '' : String(n));
	const c = columns;
	const head = [
		[c.number, c.name, c.department, c.position, c.id, c.course, c.revision, c.year],
		[c.begun, c.begunIso, c.finished, c.finishedIso, c.state, c.right, c.total, c.minutes],
		[c.before, c.after, c.of, c.learned]
	].flat();
	const row = [
		[written.number, written.name, written.department, written.position],
		[index.id, index.title, String(revisionOf(session)), times ? fiscalYear(times.until).long : ''],
		[...day(times?.begun), ...day(times?.finished)],
		[times?.finished === undefined ? c.underway : c.done, number(best?.right), number(best?.total)],
		[written.minutes, number(gain.before), number(gain.after), number(gain.of), written.learned]
	].flat();
	return csv([head, row.map((field) => field.trim())]);
}

/** As Excel opens it by itself. */
export function inUtf8(text: string): Blob {
	return new Blob([UTF8_MARK + text], { type: 'text/csv' });
}
