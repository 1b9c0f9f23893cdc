/** Keys of the projector: digits from both blocks, and letters wherever the writing of Japanese is switched on. */

/** Somebody writes in a field, or the key belongs to the browser: no key of ours. */
export function isTyping({ target, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
	if (ctrlKey || altKey || metaKey) return true;
	return target instanceof Element && target.closest('input, textarea, select, dialog') !== null;
}

/** 0 to 9; undefined for other keys. */
export function digitOf({ code, key }: Pick<KeyboardEvent, 'code' | 'key'>): number | undefined {
	const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? /^\d$/.exec(key.normalize('NFKC'))?.[0];
	return digit === undefined ? undefined : Number(digit);
}

/** The letter on the key, in lower case, also while Japanese is being written; undefined for other keys. */
export function letterOf({ code, key }: Pick<KeyboardEvent, 'code' | 'key'>): string | undefined {
	if (/^[a-z]$/i.test(key)) return key.toLowerCase();
	return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
}
