import { describe, expect, it } from 'vitest';
import type { Happened, ProgressEvent } from '#record/events.ts';
import type { CourseIndex } from '#course/parts.ts';
import { writeKiroku } from '#record/kiroku.ts';
import { checkCode, passes, readCode, type Facts } from '#record/proof.ts';
import { factsOf, readEvidence, type Evidence } from '#record/verify.ts';

const index = {
	id: 'c',
	revision: 3,
	title: '課程',
	test: { unit: 'u', draw: 20, pass: 0.8 }
} as CourseIndex;
const day = (at: number) => new Date(at).toISOString().slice(0, 10);
const NOV_22 = Date.UTC(2026, 10, 22, 1, 32, 10);
const DAY = 86_400_000;

/** What happened at which time. */
function events(...list: [at: number, what: Happened][]): ProgressEvent[] {
	return list.map(([at, what], i) => ({ ...what, at, id: `e${String(i).padStart(3, '0')}` }));
}
const ids = (n: number) => Array.from({ length: n }, (_, i) => `q${i}`);
const started = (revision: number): Happened => ({ type: 'started', revision, seed: 's' });
const test = (at: number, run: string, right: number, passed?: boolean): [number, Happened][] => [
	[at - 1_000, { type: 'runStarted', run, kind: 'final', items: ids(20), seed: 's' }],
	[
		at,
		{
			type: 'runFinished',
			run,
			right: ids(right),
			wrong: ids(20).slice(right),
			total: 20,
			...(passed === undefined ? {} : { passed })
		}
	]
];
const first = events([NOV_22 - DAY, started(2)], ...test(NOV_22, 'r1', 17, true));
const facts: Facts = { course: 'c', revision: 2, name: '山田 花子', day: '2026-11-22', right: 17, total: 20 };

const fileOf = (list: ProgressEvent[], name?: string) =>
	writeKiroku({
		course: { id: 'c', revision: 3, title: '課程' },
		learner: { id: 'local', ...(name === undefined ? {} : { name }) },
		events: list,
		exportedAt: NOV_22 + 40 * DAY
	});
function evidence(text: string): Evidence {
	const read = readEvidence(text, index, day);
	if (!read.ok) throw new Error(read.error);
	return read.value;
}
const found = (list: ProgressEvent[], code: string, name = facts.name) =>
	factsOf(evidence(fileOf(list)), code, name, index.revision);

describe('the states in which a certificate can be printed', () => {
	it('are the first pass and every better score after it, always under the day and revision of the first pass', () => {
		const later = events(
			[NOV_22 - DAY, started(2)],
			...test(NOV_22 - 5_000, 'r0', 9, false),
			...test(NOV_22, 'r1', 17, true),
			[NOV_22 + DAY, started(3)],
			...test(NOV_22 + 2 * DAY, 'r2', 12, false),
			...test(NOV_22 + 3 * DAY, 'r3', 19, true),
			...test(NOV_22 + 4 * DAY, 'r4', 18, true)
		);
		expect(passes(later, 0.8)).toEqual([
			{ revision: 2, at: NOV_22, right: 17, total: 20 },
			{ revision: 2, at: NOV_22, right: 19, total: 20 }
		]);
	});

	it('are none before the pass, and a practice is no test', () => {
		const practice: Happened = { type: 'runStarted', run: 'p', kind: 'practice', items: ids(20), seed: 's' };
		const end: Happened = { type: 'runFinished', run: 'p', right: ids(20), wrong: [], total: 20 };
		const list = events([1, started(1)], [2, practice], [3, end], ...test(10_000, 'r1', 15, false));
		expect(passes(list, 0.8)).toEqual([]);
	});

	it('judge a test without a verdict by the course’s share', () => {
		expect(passes(events(...test(NOV_22, 'r1', 16)), 0.8)).toHaveLength(1);
		expect(passes(events(...test(NOV_22, 'r1', 15)), 0.8)).toEqual([]);
	});
});

describe('the code', () => {
	it('of these facts is this one, for ever: it stands on paper', () => {
		expect(checkCode(facts)).toBe('SGKZ-BG2Z-EF64');
	});

	it('has twelve characters, none of which is taken for another', () => {
		for (let right = 0; right <= 20; right += 1)
			expect(checkCode({ ...facts, right })).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-?){3}$/u);
	});

	it.each<[string, Partial<Facts>]>([
		['course', { course: 'd' }],
		['revision', { revision: 3 }],
		['name', { name: '山田 花江' }],
		['day', { day: '2026-11-23' }],
		['score', { right: 18 }],
		['number of questions', { total: 21 }]
	])('changes with the %s', (_what, change) => {
		expect(checkCode({ ...facts, ...change })).not.toBe(checkCode(facts));
	});

	it('is the same for a name with other spaces or in another width', () => {
		const code = checkCode({ ...facts, name: 'ヤマダ A子' });
		for (const name of ['ヤマダ　A子', 'ヤマダＡ子', 'ﾔﾏﾀﾞ A子 '])
			expect(checkCode({ ...facts, name })).toBe(code);
	});

	it('is read as people type it', () => {
		for (const typed of [
			'0A1B-2C3D-4E5F',
			'0a1b 2c3d 4e5f',
			'０Ａ１Ｂー２Ｃ３Ｄ－４Ｅ５Ｆ',
			'oAiB2C3D4E5F',
			' 0AlB‐2C3D–4E5F '
		])
			expect(readCode(typed)).toBe('0A1B-2C3D-4E5F');
		for (const typed of ['', '0A1B-2C3D', '0A1B-2C3D-4E5F-6', '0A1B-2C3D-4E5U', '修了証修了証修了証修了証'])
			expect(readCode(typed)).toBeUndefined();
	});
});

describe('a certificate is found in the record of its owner', () => {
	const code = checkCode(facts);
	const more = [
		...first,
		...events(
			[NOV_22 + DAY, started(3)],
			[NOV_22 + DAY + 1, { type: 'flagged', item: 'q1', on: true }],
			...test(NOV_22 + 30 * DAY, 'r2', 20, true)
		).map((event) => ({ ...event, id: `l${event.id}` }))
	];

	it('on the day it was printed', () => {
		expect(found(first, code)).toEqual(facts);
		// As it stands on paper since.
		expect(found(first, 'SGKZ-BG2Z-EF64')).toEqual(facts);
	});

	it('after more learning, another revision and a better test; and so is the one printed then', () => {
		expect(found(more, code)).toEqual(facts);
		expect(found(more, checkCode({ ...facts, right: 20 }))).toEqual({ ...facts, right: 20 });
	});

	it('also when an LMS kept only the newest revision', () => {
		const packed = more.map((event) => (event.type === 'started' ? { ...event, revision: 3 } : event));
		expect(found(packed, code)).toEqual(facts);
	});

	it('when the name was written by hand', () => {
		expect(found(first, checkCode({ ...facts, name: '' }), '')).toEqual({ ...facts, name: '' });
	});

	it.each<[string, Partial<Facts>]>([
		['another name', { name: '山田 花江' }],
		['a better score than any', { right: 18 }],
		['another day', { day: '2026-11-21' }],
		['another course', { course: 'd' }],
		['a revision there is not yet', { revision: 4 }]
	])('but not one with %s', (_what, change) => {
		expect(found(more, checkCode({ ...facts, ...change }))).toBeUndefined();
	});

	it('nor with the score of a test that was better and came later than its own record', () => {
		expect(found(first, checkCode({ ...facts, right: 20 }))).toBeUndefined();
	});

	it('and not in a record without a pass', () => {
		const failed = events([NOV_22 - DAY, started(2)], ...test(NOV_22, 'r1', 17, false));
		expect(evidence(fileOf(failed)).states).toEqual([]);
		expect(found(failed, code)).toBeUndefined();
	});
});

describe('a file that proves nothing', () => {
	const codeOf = (text: string) => {
		const read = readEvidence(text, index, day);
		return read.ok ? 'ok' : read.error;
	};
	it.each([
		['unknown-file', 'no JSON', 'x'],
		['unknown-file', 'other JSON', '{"format": "other"}'],
		['unknown-file', 'JSON that only names the format', '["manabiya.kiroku"]'],
		['other-course', 'a record of another course', fileOf(first).replace('"id": "c"', '"id": "d"')],
		['newer', 'a record of a newer program', '{"format": "manabiya.kiroku", "version": 99}'],
		['newer', 'a handed-in file of a newer program', '{"format": "manabiya.teishutsu", "version": 99}'],
		['damaged', 'a record cut off', fileOf(first).slice(0, -30)],
		['damaged', 'a handed-in file cut off', '{"format": "manabiya.teishutsu", "vers']
	])('is %s: %s', (code, _what, text) => {
		expect(codeOf(text)).toBe(code);
	});
});
