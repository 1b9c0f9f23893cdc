import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { zipName } from '#packages/names.ts';
import { zip } from '#packages/zip.ts';
import { mini, packed } from './orders.ts';

const files = packed('scorm12');
const zipped = zip(files);

/** Name, flags, method, date, time and place of every entry, as the central directory has them. */
function entries(bytes: Uint8Array) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let at = view.getUint32(bytes.length - 6, true);
	return Array.from({ length: view.getUint16(bytes.length - 12, true) }, () => {
		const length = view.getUint16(at + 28, true);
		const local = view.getUint32(at + 42, true);
		const entry = {
			name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)),
			flags: view.getUint16(at + 8, true),
			localFlags: view.getUint16(local + 6, true),
			method: view.getUint16(at + 10, true),
			time: view.getUint16(at + 12, true),
			date: view.getUint16(at + 14, true)
		};
		at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
		return entry;
	});
}

describe('the zip file', () => {
	test('gives back every file', () => {
		expect(unzipSync(zipped)).toEqual(Object.fromEntries(files));
	});

	test('has its entries sorted, names marked as UTF-8 in both places, no folders, and one fixed date', () => {
		const found = entries(zipped);
		expect(found.map((entry) => entry.name)).toEqual([...files.keys()].sort());
		for (const { name, flags, localFlags, method, time, date } of found) {
			expect(name).not.toMatch(/\/$/u);
			expect([flags & 0x0800, localFlags & 0x0800]).toEqual([0x0800, 0x0800]);
			expect(method).toBe(8);
			// 1 January 1980, noon.
			expect([date, time]).toEqual([(1 << 5) | 1, 12 << 11]);
		}
	});

	test('is the same whatever the order the files come in', () => {
		expect(zip(new Map([...files].reverse()))).toEqual(zipped);
	});

	test('is the same in every time zone', () => {
		const sum = (zone: string) =>
			execFileSync(process.execPath, ['scripts/run.mjs', 'tests/packages/sum.ts'], {
				env: { ...process.env, TZ: zone },
				encoding: 'utf8'
			}).trim();
		const here = createHash('sha256').update(zipped).digest('hex');
		expect([sum('Pacific/Kiritimati'), sum('America/Los_Angeles')]).toEqual([here, here]);
	});
});

describe('its name', () => {
	test('says course, standard and revision in ASCII', () => {
		expect(zipName({ course: mini }, 'scorm2004-4')).toBe('mini_gomi-scorm2004-4-r3.zip');
	});

	test('tells a package for one person from one for all, without a name in it', () => {
		const carried = { learner: { name: '山田' }, exportedAt: 0, revision: 1, events: [] };
		expect(zipName({ course: mini, carried }, 'scorm12')).toBe('mini_gomi-scorm12-r3-personal.zip');
	});
});
