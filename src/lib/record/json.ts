/** A value that survives JSON unchanged. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Deeper answers do not exist; the limit keeps recursive readers of a hostile file from running out of stack. */
export const MAX_DEPTH = 32;

/**
 * Whether a value is JSON of at most `MAX_DEPTH` levels. Walks without recursion, so any input is safe.
 * An own key `__proto__` is refused: copying such an object by assignment would change its prototype.
 */
export function isJson(value: unknown): value is Json {
	const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
	for (let next = open.pop(); next; next = open.pop()) {
		const { value: at, depth } = next;
		if (at === null || typeof at === 'string' || typeof at === 'boolean') continue;
		if (typeof at === 'number') {
			if (!Number.isFinite(at)) return false;
			continue;
		}
		if (typeof at !== 'object' || depth >= MAX_DEPTH) return false;
		if (Array.isArray(at)) {
			for (const child of at) open.push({ value: child, depth: depth + 1 });
			continue;
		}
		const proto: unknown = Object.getPrototypeOf(at);
		if (proto !== Object.prototype && proto !== null) return false;
		for (const [key, child] of Object.entries(at)) {
			if (key === '__proto__') return false;
			open.push({ value: child, depth: depth + 1 });
		}
	}
	return true;
}

/** Reads a map by a key from outside: `constructor` is a valid id, so inherited properties must not be found. */
export function own<T>(map: Readonly<Record<string, T>>, key: string): T | undefined {
	return Object.hasOwn(map, key) ? map[key] : undefined;
}
