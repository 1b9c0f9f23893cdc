/** Days as the office writes them, in the computer's own time zone. Times are epoch milliseconds. */

const long = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long' });
const year = (era: 'long' | 'narrow') =>
	new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era, year: 'numeric' });

/** 令和8年11月22日 */
export function japaneseDate(at: number): string {
	return long.format(at);
}

/** 2026-11-22 */
export function isoDay(at: number): string {
	const date = new Date(at);
	const two = (n: number) => String(n).padStart(2, '0');
	return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** 令和8年11月22日, of a day such as `2026-11-22`; what is none is given back as it is. */
export function japaneseDay(iso: string): string {
	const [y = NaN, m = NaN, d = NaN] = iso.split('-').map(Number);
	const at = new Date(y, m - 1, d).getTime();
	return Number.isNaN(at) ? iso : japaneseDate(at);
}

/**
 * The fiscal year, April to March: `long` 令和8年度, `short` R8. It is named as its December is, so that a year in which an era begins has
 * the new name from its first day, as offices call it.
 */
export function fiscalYear(at: number): { long: string; short: string } {
	const date = new Date(at);
	const first = date.getMonth() < 3 ? date.getFullYear() - 1 : date.getFullYear();
	const december = new Date(first, 11, 31);
	const parts = (era: 'long' | 'narrow') => {
		const all = year(era).formatToParts(december);
		return (type: string) => all.find((part) => part.type === type)?.value ?? '';
	};
	const [long, short] = [parts('long'), parts('narrow')];
	return {
		long: `${long('era')}${long('year')}年度`,
		short: `${short('era')}${short('year').replace('元', '1')}`
	};
}
