/** Writes what the released revision of a course leaves behind, once. How: docs/course-format.md. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProgressEvent } from '#record/events.ts';
import { writeKiroku } from '#record/kiroku.ts';
import { fold } from '#record/record.ts';
import type { WholeCourse } from '#tracking/course.ts';
import type { Keeping } from '#tracking/keeping.ts';
import { keep } from '#tracking/keep.ts';
import { compact } from '#tracking/compact.ts';
import { formatOf, writeState } from '#tracking/packed.ts';
import { keepSide } from '#tracking/side.ts';
import type { Version } from '#tracking/state.ts';
import { createTracking, keepingOf } from '#tracking/tracking.ts';
import { inBrowser, inLms, TARGETS } from './places.ts';
import { storiesOf, storyOf } from './stories.ts';
import { RULES, toldOf } from './told.ts';

export const RELEASED = 'tests/fixtures/released';
export const SUMS = join(RELEASED, 'checksums.txt');

/** @param version the format of states that the product wrote on the day of the release */
export async function freezeRecords(course: WholeCourse, version: Version): Promise<void> {
	const { id, revision, title } = course.index;
	const folder = join(RELEASED, `r${revision}`);
	if (existsSync(folder)) throw new Error(`${folder} is there: a released revision does not change`);
	const keeping = keepingOf(course);
	const tracking = packingAs(course, keeping, version);
	for (const story of storiesOf(course)) {
		const events = storyOf(story, course);
		const put = (name: string, text: string) => writeFileSync(join(folder, story, name), text);
		mkdirSync(join(folder, story), { recursive: true });
		const exportedAt = events.at(-1)?.at ?? 0;
		put(
			'record.kiroku.json',
			writeKiroku({ course: { id, revision, title }, learner: { id: 'local' }, exportedAt, events })
		);
		put('indexeddb.json', json(await inBrowser(id, events)));
		for (const target of TARGETS)
			put(`${target}-${version}.json`, json(await inLms(target, tracking, events)));
		const record = fold(id, events);
		put('told.json', json({ whole: toldOf(record, course), packed: packed(events, course, keeping) }));
	}
	writeFileSync(SUMS, sumsOf());
}

const packed = (events: readonly ProgressEvent[], course: WholeCourse, keeping: Keeping) =>
	toldOf(compact(fold(course.index.id, events), keeping), course);

function packingAs(course: WholeCourse, keeping: Keeping, version: Version) {
	const { layout } = keeping;
	const tracking = createTracking(course, RULES.both);
	const format = formatOf(layout, version);
	const { revision } = course.index;
	const pack: typeof tracking.pack = (record, side) =>
		writeState(format, revision, { kept: keep(record, keeping), side: keepSide(side, layout) });
	return { ...tracking, pack };
}

const json = (value: unknown) => `${JSON.stringify(value, null, '\t')}\n`;

/** One line a frozen file. */
export function sumsOf(): string {
	return readdirSync(RELEASED, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
		.map((entry) => join(entry.parentPath, entry.name).split('\\').join('/'))
		.sort()
		.map((file) => `${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${file}\n`)
		.join('');
}
