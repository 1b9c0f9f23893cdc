import { expect, test } from 'vitest';
import { fiscalYear, isoDay, japaneseDate, japaneseDay } from '#ui/dates.ts';

/** Noon in the computer's own time zone. */
const on = (iso: string) => new Date(`${iso}T12:00`).getTime();

test.each([
	['2019-04-30', '平成31年4月30日'],
	['2019-05-01', '令和元年5月1日'],
	['2020-01-01', '令和2年1月1日'],
	['2026-11-22', '令和8年11月22日']
])('%s is %s', (iso, wareki) => {
	expect(japaneseDate(on(iso))).toBe(wareki);
	expect(japaneseDay(iso)).toBe(wareki);
	expect(isoDay(on(iso))).toBe(iso);
});

test.each([
	['2019-03-31', '平成30年度', 'H30'],
	['2019-04-01', '令和元年度', 'R1'],
	['2019-05-01', '令和元年度', 'R1'],
	['2020-03-31', '令和元年度', 'R1'],
	['2020-04-01', '令和2年度', 'R2'],
	['2027-03-31', '令和8年度', 'R8'],
	['2027-04-01', '令和9年度', 'R9'],
	['1989-04-01', '平成元年度', 'H1'],
	// The era began on 8 January; the year had begun in the one before.
	['1989-03-31', '昭和63年度', 'S63']
])('%s is in %s', (iso, long, short) => {
	expect(fiscalYear(on(iso))).toEqual({ long, short });
});

test('midnight belongs to the new day', () => {
	expect(isoDay(new Date(2026, 11, 31, 23, 59, 59, 999).getTime())).toBe('2026-12-31');
	expect(isoDay(new Date(2027, 0, 1).getTime())).toBe('2027-01-01');
});

test('what is no day is shown as it is', () => {
	expect(japaneseDay('someday')).toBe('someday');
});
