/** Writing and reading a learner's own file. */
import { download } from '#ui/download.ts';
import { KIROKU_SUFFIX, writeKiroku } from '#record/kiroku.ts';
import type { Session } from './session.svelte.ts';

/** Hands the whole record to the learner as a download. */
export function saveRecordFile(session: Session): void {
	const { id, revision, title } = session.index;
	const exportedAt = session.surroundings.now();
	const text = writeKiroku({
		course: { id, revision, title },
		learner: session.store.learner,
		events: [...session.events],
		exportedAt
	});
	download(new Blob([text], { type: 'application/json' }), recordFileName(title, exportedAt));
}

/** 「課程名_令和8年11月22日.kiroku.json」 */
export function recordFileName(title: string, at: number): string {
	return `${title.replaceAll(/[\\/:*?"<>|\s]+/g, '_')}_${japaneseDate(at)}${KIROKU_SUFFIX}`;
}

/** 令和8年11月22日, in the computer's time zone; `at` in epoch milliseconds. */
export function japaneseDate(at: number): string {
	return new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long' }).format(at);
}

/** 令和8年11月22日 10:32 */
export function japaneseTime(at: number): string {
	const clock = new Intl.DateTimeFormat('ja-JP', { hour: 'numeric', minute: '2-digit' }).format(at);
	return `${japaneseDate(at)} ${clock}`;
}
