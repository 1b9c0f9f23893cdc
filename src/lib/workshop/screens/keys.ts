/** The keys of the wall and of the trainer's own window, as one table; digits from both blocks, and letters wherever the writing of Japanese is switched on. Pure. */

/** What is entered on the slide in view: hands, or where the tables put a card. */
export type Entry = 'hands' | 'tables';
/** Where the focus is: nowhere that takes keys, in a choice of one or a box that scrolls (whose arrows are its own), or where somebody writes. */
export type Place = 'free' | 'choice' | 'busy';
type Pressed = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/**
 * The list that the wall shows is made of this. `entry`: only on slides where that is entered.
 * - `digit`, `step`, `move`, `remove`: a number put in, one more or less, the next field or table, a table's answer taken back
 */
export const KEYS = [
	{ action: 'next', keys: ['PageDown', 'ArrowRight'] },
	{ action: 'back', keys: ['PageUp', 'ArrowLeft'] },
	{ action: 'go', keys: ['g'] },
	{ action: 'digit', keys: DIGITS, entry: ['hands', 'tables'] },
	{ action: 'step', keys: ['+', '-'], entry: ['hands'] },
	{ action: 'move', keys: ['ArrowUp', 'ArrowDown'], entry: ['hands', 'tables'] },
	{ action: 'remove', keys: ['Delete', 'Backspace'], entry: ['tables'] },
	{ action: 'undo', keys: ['z', 'Ctrl+z'] },
	{ action: 'timer', keys: ['t'] },
	// Many clickers send a full stop for the black screen.
	{ action: 'blank', keys: ['b', '.'] },
	{ action: 'note', keys: ['n'] }
] as const satisfies { action: string; keys: readonly string[]; entry?: readonly Entry[] }[];
export type Action = (typeof KEYS)[number]['action'];

/** A clicker has to work whatever has the focus. */
const CLICKER = ['PageDown', 'PageUp'];
/** What brings a black screen back, besides its own keys: whatever is pressed to go on. */
const WAKING = ['Enter', ' ', 'Escape'];

/**
 * What a key does on the wall; undefined when it is none of the wall's.
 * On a black screen nothing is entered: keys move on, or bring the slide back.
 */
export function actionOf(
	pressed: Pressed,
	{ place, entry, black }: { place: Place; entry?: Entry | undefined; black: boolean }
): Action | undefined {
	const name = nameOf(pressed);
	if (black && WAKING.includes(name)) return 'blank';
	if (place === 'busy' && !CLICKER.includes(name)) return undefined;
	if (place === 'choice' && name.startsWith('Arrow')) return undefined;
	const row = KEYS.find(({ keys }) => (keys as readonly string[]).includes(name));
	if (!row || (black && !['next', 'back', 'blank'].includes(row.action))) return undefined;
	if (!('entry' in row)) return row.action;
	return entry !== undefined && (row.entry as readonly Entry[]).includes(entry) ? row.action : undefined;
}

/** A key as the table writes it. */
function nameOf(pressed: Pressed): string {
	const { key, ctrlKey, altKey, metaKey } = pressed;
	const name = String(digitOf(pressed) ?? letterOf(pressed) ?? key.normalize('NFKC').replace('−', '-'));
	return `${ctrlKey ? 'Ctrl+' : ''}${altKey ? 'Alt+' : ''}${metaKey ? 'Meta+' : ''}${name}`;
}

/** Where a key was pressed. */
export function placeOf({ target }: Pick<Event, 'target'>): Place {
	if (!(target instanceof Element)) return 'free';
	if (target.closest('input[type=radio], [role=group][tabindex]')) return 'choice';
	return target.closest('input, textarea, select, dialog, details[open]') ? 'busy' : 'free';
}

/** Somebody writes or chooses, or the key belongs to the browser: no key of ours. */
export function isTyping(event: KeyboardEvent): boolean {
	return event.ctrlKey || event.altKey || event.metaKey || placeOf(event) !== 'free';
}

/** 0 to 9; undefined for other keys. */
export function digitOf({ code, key }: Pick<KeyboardEvent, 'code' | 'key'>): number | undefined {
	const digit =
		/^\d$/.exec(key.normalize('NFKC'))?.[0] ?? (isHidden(key) && /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]);
	return digit ? Number(digit) : undefined;
}

/** The letter on the key, in lower case, also while Japanese is being written; undefined for other keys. */
export function letterOf({ code, key }: Pick<KeyboardEvent, 'code' | 'key'>): string | undefined {
	if (/^[a-z]$/i.test(key)) return key.toLowerCase();
	return isHidden(key) ? /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() : undefined;
}

/** The writing of Japanese has taken the key, or made a kana of it: only its place on the keyboard tells which it was. */
const isHidden = (key: string) =>
	key === 'Process' || key === 'Unidentified' || (key.length === 1 && key > '~');
