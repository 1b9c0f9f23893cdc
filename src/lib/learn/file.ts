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
	download(
		new Blob([text], { type: 'application/json' }),
		recordFileName(title, session.store.learner.name, exportedAt)
	);
}

/** 「課程名_氏名_令和8年11月22日.kiroku.json」, without a name where there is none. */
export function recordFileName(title: string, name: string | undefined, at: number): string {
	const parts = [title, name, japaneseDate(at)].flatMap((part) =>
		part === undefined ? [] : inFileName(part)
	);
	return `${parts.join('_')}${KIROKU_SUFFIX}`;
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
