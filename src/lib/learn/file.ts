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
	download(
		new Blob([text], { type: 'application/json' }),
		recordFileName(title, session.store.learner.name, exportedAt)
	);
}

/** 「課程名_氏名_令和8年11月22日.kiroku.json」, without a name where there is none. */
export function recordFileName(title: string, name: string | undefined, at: number): string {
	const parts = [title, name, japaneseDate(at)].flatMap((part) => part ?? []);
	return `${parts.map((part) => part.replaceAll(/[\\/:*?"<>|\s]+/g, '_')).join('_')}${KIROKU_SUFFIX}`;
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
