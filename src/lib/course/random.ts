/**
 * Repeatable chance: the same seed gives the same order on every machine and after every reload,
 * so a half-done test comes back as it was left. Not for secrets.
 */

/** A 32-bit number from a text (FNV-1a over UTF-16 code units). */
export function hash(text: string): number {
	let h = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
	return h >>> 0;
}

/**
 * A stream of numbers in [0, 1) from a seed (the mulberry32 generator: 32 bits of state, which is ample
 * for lists of a few hundred). Every call with the same seed starts the same stream.
 */
export function random(seed: string): () => number {
	let state = hash(seed);
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let x = Math.imul(state ^ (state >>> 15), state | 1);
		x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
		return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A copy of the list in an order that depends on the seed alone; every order is equally likely (Fisher–Yates). */
export function shuffle<T>(list: readonly T[], seed: string): T[] {
	const next = random(seed);
	const left = [...list];
	const out: T[] = [];
	while (left.length > 0) out.push(...left.splice(Math.floor(next() * left.length), 1));
	return out;
}
