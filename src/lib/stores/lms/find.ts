/** Looks for the LMS's API object around this window: RTE 1.2, 3.3.6.1, and the same way in 2004. */
import { peek } from './peek.ts';

/** `at`: `window`, `parent 2` (levels up), `opener`, `opener parent 1`, `top opener`. */
export type Found = { api: object; at: string };

/** No real page is nested that deep; it ends a ring of windows. */
const MOST_LEVELS = 500;
const PAUSE_MS = 200;

/**
 * Own window, its parents, its opener and that one's parents, the opener of the outermost window. Frames of another origin
 * may stand between: what they refuse is passed over.
 * @param name `API` or `API_1484_11`: a page may offer both, and only the package's own version counts
 * @param method a method the object must have; pages use short global names for other things too
 */
export function findApi(own: unknown, name: string, method: string): Found | undefined {
	const starts: [string, unknown][] = [
		['', own],
		['opener', peek(own, 'opener')],
		['top opener', peek(peek(own, 'top'), 'opener')]
	];
	if (__MUTANT__ === 'opener') starts.length = 1;
	for (const [label, start] of starts) {
		let at = start;
		for (let level = 0; level < MOST_LEVELS && isObject(at); level += 1) {
			const api = __MUTANT__ === 'own-api' ? (peek(at, 'API') ?? peek(at, 'API_1484_11')) : peek(at, name);
			if (isObject(api) && (__MUTANT__ === 'own-api' || peek(api, method) !== undefined)) {
				const up = level === 0 ? '' : `parent ${level}`;
				return { api, at: [label, up].filter(Boolean).join(' ') || 'window' };
			}
			const parent = peek(at, 'parent');
			if (parent === at || (__MUTANT__ === 'parents' && label === '')) break;
			at = parent;
		}
	}
	return undefined;
}

/** Looks again for a while: some LMSs attach their adapter late. @param patience milliseconds */
export async function waitForApi(
	look: () => Found | undefined,
	later: (run: () => void, ms: number) => () => void,
	patience: number
): Promise<Found | undefined> {
	let found = look();
	for (let left = __MUTANT__ === 'late' ? 0 : patience; !found && left > 0; left -= PAUSE_MS) {
		await new Promise<void>((go) => void later(go, PAUSE_MS));
		found = look();
	}
	return found;
}

function isObject(value: unknown): value is object {
	return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
