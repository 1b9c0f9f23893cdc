/** The one zip writer, in the browser and on the command line: the same files give the same bytes. */
import { zipSync } from 'fflate';
import type { Files } from './target.ts';

/** Read in the computer's own time zone and written down in it: the same digits everywhere. Noon, since some midnights do not exist. */
const MODIFIED = '1980-01-01T12:00:00';
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
/** Names are UTF-8. */
const UTF8 = 0x0800;

/** Sorted by name, no folders, no time of making. */
export function zip(files: Files): Uint8Array {
	const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
	const zipped = zipSync(Object.fromEntries(sorted), { level: 9, mtime: MODIFIED });
	markUtf8(zipped);
	return zipped;
}

/** fflate marks names as UTF-8 only when they are not ASCII; some importers guess a code page without the mark. */
function markUtf8(zipped: Uint8Array): void {
	const view = new DataView(zipped.buffer, zipped.byteOffset, zipped.byteLength);
	// No comment is written, so the last record stands at a fixed distance from the end.
	const end = zipped.byteLength - 22;
	if (view.getUint32(end, true) !== END) throw new Error('no end of the zip');
	let at = view.getUint32(end + 16, true);
	for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
		const local = view.getUint32(at + 42, true);
		if (view.getUint32(at, true) !== CENTRAL_HEADER || view.getUint32(local, true) !== LOCAL_HEADER)
			throw new Error('no header in the zip');
		view.setUint16(at + 8, view.getUint16(at + 8, true) | UTF8, true);
		view.setUint16(local + 6, view.getUint16(local + 6, true) | UTF8, true);
		at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
}
