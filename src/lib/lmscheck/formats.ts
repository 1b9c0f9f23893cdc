/** Formats of values, stricter than most LMSs: what passes here is taken everywhere. Each says whether the text fits. */
export type Format = (text: string) => boolean;

export type Version = '1.2' | '2004';

const fits =
	(pattern: RegExp): Format =>
	(text) =>
		pattern.test(text);

export const words = (...list: string[]): Format => {
	const known = new Set(list);
	return (text) => known.has(text);
};

/** Decimals only: several LMSs refuse exponents, a bare point or a plus sign. */
export const number =
	(least: number, most: number): Format =>
	(text) =>
		/^-?\d+(\.\d{1,7})?$/.test(text) && Number(text) >= least && Number(text) <= most;

export const identifier = fits(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/);

export const duration: Record<Version, Format> = {
	'1.2': fits(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/),
	'2004': (text) =>
		/^P(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/.test(text) &&
		!text.endsWith('T') &&
		text !== 'P'
};

export const time: Record<Version, Format> = {
	'1.2': fits(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/),
	'2004': (text) => {
		const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):[0-5]\d:[0-5]\d(\.\d{1,2}(Z|[+-]\d\d:\d\d)?)?$/.exec(text);
		if (!found) return false;
		const [year = 0, month = 0, day = 0, hour = 0] = found.slice(1, 5).map(Number);
		const real = new Date(Date.UTC(year, month - 1, day));
		return year >= 1970 && year <= 2038 && real.getUTCDate() === day && month <= 12 && hour <= 23;
	}
};

const MOST_PLACES = 36;

/** What an answer or a right answer looks like, by the interaction's type. `pattern`: it is a right answer. */
export function answerFits(version: Version, type: string, text: string, pattern: boolean): boolean {
	if (text === '') return false;
	return version === '1.2' ? fits12(type, text) : fits2004(type, text, pattern);
}

function fits12(type: string, text: string): boolean {
	if (text.length > 255) return false;
	const list = text.split(',');
	switch (type) {
		case 'true-false':
			return /^[01tf]$/.test(text);
		case 'choice':
			return list.every(fits(/^[0-9a-z]$/)) && new Set(list).size === list.length;
		case 'sequencing':
		case 'likert':
			return list.every(fits(/^[0-9a-z]$/));
		case 'matching':
			return list.every(fits(/^[0-9a-z]\.[0-9a-z]$/));
		case 'numeric':
			return number(-1e9, 1e9)(text);
		default:
			return true;
	}
}

function fits2004(type: string, text: string, pattern: boolean): boolean {
	if (text.length > 4_000) return false;
	const token = fits(/^[A-Za-z0-9_.]+$/);
	const list = text.split('[,]');
	const paired = (parts: string[]) => parts.length === 2 && parts.every(token);
	switch (type) {
		case 'true-false':
			return text === 'true' || text === 'false';
		case 'choice':
			return list.length <= MOST_PLACES && list.every(token) && new Set(list).size === list.length;
		case 'sequencing':
			return list.length <= MOST_PLACES && list.every(token);
		case 'likert':
			return token(text);
		case 'matching':
			return list.length <= MOST_PLACES && list.every((pair) => paired(pair.split('[.]')));
		case 'performance': {
			const steps = pattern ? text.replace(/^\{order_matters=(true|false)\}/, '').split('[,]') : list;
			return steps.length <= 250 && steps.every((step) => step.split('[.]').length === 2);
		}
		case 'numeric': {
			const parts = pattern ? text.split('[:]') : [text];
			return (!pattern || parts.length === 2) && parts.every((part) => number(-1e9, 1e9)(part));
		}
		default:
			return !text.startsWith('{');
	}
}
