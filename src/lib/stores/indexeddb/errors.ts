/** From what a browser or Dexie throws to the store's own codes. */
import type { StoreErrorCode } from '#record/errors.ts';

const CODES: Record<string, StoreErrorCode> = {
	QuotaExceededError: 'full',
	VersionError: 'newer-version',
	MissingAPIError: 'refused',
	MissingApiError: 'refused',
	SecurityError: 'refused',
	NotAllowedError: 'refused',
	InvalidAccessError: 'refused',
	BlockedError: 'blocked',
	TimeoutError: 'blocked'
};

/** After these the connection is gone or unusable, and another one may work. */
const LOST = new Set([
	'DatabaseClosedError',
	'InvalidStateError',
	'AbortError',
	'OpenFailedError',
	'NotFoundError'
]);

/** An error of ours with a name that the table knows. */
export function named(name: 'VersionError' | 'BlockedError' | 'MissingAPIError', message: string): Error {
	const error = new Error(message);
	error.name = name;
	return error;
}

/**
 * The code of an error. The cause inside wins over its wrapping: an aborted transaction tells the reason only there.
 * @param opening browsers that refuse storage in private windows say InvalidStateError, and only when opening
 */
export function codeOf(thrown: unknown, opening = false): StoreErrorCode {
	const names = chain(thrown);
	for (const name of names) {
		const code = CODES[name];
		if (code) return code;
	}
	return opening && names.includes('InvalidStateError') ? 'refused' : 'unknown';
}

/** Whether the connection should be opened anew and the work tried once more. */
export function isLost(thrown: unknown): boolean {
	const names = chain(thrown);
	return names.some((name) => LOST.has(name)) && !names.some((name) => name in CODES);
}

/** Names of an error and of what it wraps, innermost first. */
function chain(thrown: unknown): string[] {
	const names: string[] = [];
	let at = thrown;
	for (let depth = 0; depth < 5 && typeof at === 'object' && at !== null; depth += 1) {
		if ('name' in at && typeof at.name === 'string') names.unshift(at.name);
		at = 'inner' in at ? at.inner : undefined;
	}
	return names;
}
