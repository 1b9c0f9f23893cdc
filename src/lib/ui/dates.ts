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
 * The fiscal year, April to March: `long` 令和8年度, `short` R8. A year in which an era began has the new era's name from its first day,
 * as offices call it.
 */
export function fiscalYear(at: number): { long: string; short: string } {
	const date = new Date(at);
	const first = date.getMonth() < 3 ? date.getFullYear() - 1 : date.getFullYear();
	const [name, number] = eraOf(first, 'long');
	const [letter] = eraOf(first, 'narrow');
	return { long: `${name}${number === 1 ? '元' : number}年度`, short: `${letter}${number}` };
}

/** Named after the era of its last day; an era that began in its last three months does not count yet. */
function eraOf(first: number, style: 'long' | 'narrow'): [name: string, year: number] {
	const [name, last] = eraAt(new Date(first + 1, 2, 31), style);
	if (last > 1) return [name, last - 1];
	return eraAt(new Date(first, 11, 31), style);
}

function eraAt(date: Date, style: 'long' | 'narrow'): [name: string, year: number] {
	const parts = year(style).formatToParts(date);
	const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
	return [of('era'), of('year') === '元' ? 1 : Number(of('year'))];
}
