import { describe, expect, test } from 'vitest';
import type { CaseMeta, CourseIndex } from '#course/parts.ts';
import type { Band } from '#course/schema.ts';
import { bandReached, chapters, nextEntry, ownFirst, skippable } from '#learn/cases.ts';
import type { Happened } from '#record/events.ts';
import { fold } from '#record/record.ts';
import { FULL, POINTS } from '#scenario/judge.ts';

const domain = (id: string, teach: 'worked' | 'half' | 'own', after?: string): CaseMeta => ({
	id,
	type: 'domain',
	title: id,
	teach,
	...(after ? { after } : {})
});
const conduct: CaseMeta = { id: 'c1', type: 'conduct', title: 'c1' };
const unit = (id: string, cases: CaseMeta[], casework: string[] = []) => ({
	id,
	cases,
	casework: casework.map((work) => ({ id: work, title: work, longest: 3 }))
});
const index = {
	id: 'c',
	units: [
		unit('u1', [conduct]),
		unit('u2', []),
		// Neither in the order of how much is shown, nor with the one that comes before in its place.
		unit(
			'u3',
			[domain('o1', 'own'), domain('h1', 'half'), domain('w1', 'worked', 'w2'), domain('w2', 'worked')],
			['s1']
		),
		unit('u4', [domain('o2', 'own'), domain('o3', 'own'), domain('o4', 'own')])
	]
} as unknown as CourseIndex;

const answered = (item: string, band: Band): Happened => ({
	type: 'answered',
	item,
	response: 'a',
	earned: POINTS[band],
	total: FULL,
	page: item
});
const after = (...happened: Happened[]) => ({
	index,
	record: fold(
		'c',
		happened.map((one, at) => ({ ...one, at, id: `e${at}` }))
	)
});
const best = (...items: string[]) => items.map((item) => answered(item, 'best'));
const ids = (learning: ReturnType<typeof after>) => [...skippable(learning)].sort();

describe('the list of cases', () => {
	test('goes chapter by chapter, from what is shown wholly to what is one’s own, and nothing before what it comes after', () => {
		expect(chapters(index).map(({ n, entries }) => [n, entries.map(({ id }) => id)])).toEqual([
			[1, ['c1']],
			[3, ['w2', 'w1', 'h1', 'o1', 's1']],
			[4, ['o2', 'o3', 'o4']]
		]);
	});

	test('ends where two cases name each other', () => {
		const units = [unit('u1', [domain('a', 'own', 'b'), domain('b', 'own', 'a')])];
		const [chapter] = chapters({ ...index, units } as unknown as CourseIndex);
		expect(chapter?.entries.map(({ id }) => id).sort()).toEqual(['a', 'b']);
	});

	test('says the band reached last, and none before an answer', () => {
		const { record } = after(answered('w1', 'best'), answered('w1', 'hard'));
		expect(bandReached(record, 'w1')).toBe('hard');
		expect(bandReached(record, 'w2')).toBeUndefined();
	});

	test('says no band of a case in several steps', () => {
		const { record } = after({ ...answered('s1', 'best'), total: 3 * FULL } as Happened);
		expect(bandReached(record, 's1')).toBeUndefined();
	});
});

describe('what comes next', () => {
	test('is the first case without an answer', () => {
		expect(nextEntry(after())?.id).toBe('c1');
		expect(nextEntry(after(answered('c1', 'impossible'), ...best('w2')))?.id).toBe('w1');
	});

	test('after a case is what follows it, and at the end what was passed over', () => {
		expect(nextEntry(after(...best('o1')), 'o1')?.id).toBe('s1');
		expect(nextEntry(after(...best('o4')), 'o4')?.id).toBe('c1');
	});

	test('is never the case one is at, and nothing when all have an answer', () => {
		const all = chapters(index).flatMap(({ entries }) => entries.map(({ id }) => id));
		expect(nextEntry(after(...best(...all.filter((id) => id !== 'c1'))), 'c1')).toBeUndefined();
		expect(nextEntry(after(...best(...all)))).toBeUndefined();
	});
});

describe('who is sure', () => {
	test('may go to the first own case without an answer, as long as something would be passed over', () => {
		expect(ownFirst(after())?.id).toBe('o1');
		expect(ownFirst(after(...best('o1')))?.id).toBe('o2');
		expect(ownFirst(after(...best('w1', 'w2', 'h1')))).toBeUndefined();
	});

	test('may leave out what is shown, once three own cases in a row were answered best', () => {
		expect(ids(after(...best('o1', 'o2')))).toEqual([]);
		expect(ids(after(...best('w1', 'w2', 'h1', 'o1', 'o2')))).toEqual([]);
		const sure = after(...best('o1', 'o2', 'o3'));
		expect(ids(sure)).toEqual(['h1', 'w1', 'w2']);
		expect(nextEntry(sure)?.id).toBe('c1');
		expect(nextEntry(sure, 'c1')?.id).toBe('s1');
		expect(ownFirst(sure)).toBeUndefined();
		expect(ids(after(...best('o1', 'o2', 'o3', 'w1')))).toEqual(['h1', 'w2']);
	});

	test('is so by the order of answering, and stays so', () => {
		expect(ids(after(answered('o2', 'defensible'), ...best('o4', 'o1', 'o3')))).toHaveLength(3);
		expect(ids(after(...best('o1', 'o3'), answered('o2', 'defensible'), ...best('o4')))).toEqual([]);
		expect(ids(after(...best('o1', 'o2', 'o3'), answered('o4', 'hard')))).toHaveLength(3);
	});

	test('is not by thinking a second time, when the reasons have been read', () => {
		expect(ids(after(answered('o1', 'hard'), ...best('o1', 'o2', 'o3')))).toEqual([]);
		expect(ids(after(...best('o1', 'o2', 'o3'), answered('o1', 'hard')))).toHaveLength(3);
	});
});
