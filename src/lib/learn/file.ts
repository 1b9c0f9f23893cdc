/** Writing and reading a learner's own file. */
import { japaneseDate } from '#ui/dates.ts';
import { download } from '#ui/download.ts';
import { KIROKU_SUFFIX, writeKiroku } from '#record/kiroku.ts';
import type { Session } from './session.svelte.ts';

export { japaneseDate };

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
	return `${inFileName(title)}_${japaneseDate(at)}${KIROKU_SUFFIX}`;
}

/** Without what Windows does not take in a file's name. */
export function inFileName(text: string): string {
	return text.replaceAll(/[\\/:*?"<>|\s]+/g, '_');
}

/** 令和8年11月22日 10:32 */
export function japaneseTime(at: number): string {
	const clock = new Intl.DateTimeFormat('ja-JP', { hour: 'numeric', minute: '2-digit' }).format(at);
	return `${japaneseDate(at)} ${clock}`;
}
