/** Keys of the trainer's own window: those of the wall, but for the arrows up and down, which scroll here. Pure but for the event's target. */
import { digitOf, letterOf } from './keys.ts';

export type NotesKey = 'NEXT' | 'BACK' | 'UNDO' | 'BLANK' | 'TIMER' | 'go' | 'note' | { digit: number };

const LETTERS: Record<string, NotesKey> = { z: 'UNDO', b: 'BLANK', t: 'TIMER', g: 'go', n: 'note' };

/** Where a letter is written or chooses from a list. */
const WRITING = 'input:not([type=radio]), textarea, select, dialog';
/** Where an arrow already does something: it chooses, or it scrolls sideways. */
const ARROWS = 'input, [role=group][tabindex]';

/** What a key does here; undefined where it is the browser's or somebody writes. */
export function notesKey(event: KeyboardEvent): NotesKey | undefined {
	const { key, ctrlKey, altKey, metaKey } = event;
	const on = (selector: string) => event.target instanceof Element && event.target.closest(selector) !== null;
	if (on('dialog')) return undefined;
	const letter = letterOf(event);
	if (ctrlKey && !altKey && !metaKey && letter === 'z' && !on(WRITING)) return 'UNDO';
	if (ctrlKey || altKey || metaKey) return undefined;
	// A clicker has to work whatever has the focus.
	if (key === 'PageDown') return 'NEXT';
	if (key === 'PageUp') return 'BACK';
	if (on(WRITING)) return undefined;
	if (key === 'ArrowRight' || key === 'ArrowLeft') {
		if (on(ARROWS)) return undefined;
		return key === 'ArrowRight' ? 'NEXT' : 'BACK';
	}
	const digit = digitOf(event);
	if (digit !== undefined) return { digit };
	// Many clickers send a full stop for the black screen.
	return key === '.' ? 'BLANK' : letter === undefined ? undefined : LETTERS[letter];
}
