/**
 * SHA-256 (FIPS 180-4) of a short text, synchronous: on plain HTTP a browser has none of its own. Written out here since a package's player
 * carries it and a library of it is four times as large; it guards against mistakes, and no secret depends on it.
 */

/** The first 32 bits of the fractional part. */
const fraction = (x: number) => ((x - Math.floor(x)) * 2 ** 32) | 0;
const primes = (count: number) => {
	const found: number[] = [];
	for (let n = 2; found.length < count; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n);
	return found;
};
const turned = (x: number, by: number) => (x >>> by) | (x << (32 - by));

/** The 32 bytes of the digest of the text in UTF-8, as eight whole numbers of 32 bits. */
export function sha256(text: string): Uint32Array {
	const bytes = new TextEncoder().encode(text);
	// The text, one bit, zeros, and the length in bits at the end of a block of 64 bytes.
	const padded = new DataView(new ArrayBuffer(((bytes.length + 72) >> 6) << 6));
	bytes.forEach((byte, at) => padded.setUint8(at, byte));
	padded.setUint8(bytes.length, 0x80);
	padded.setUint32(padded.byteLength - 4, bytes.length * 8);

	const keys = primes(64).map((prime) => fraction(Math.cbrt(prime)));
	const state = Uint32Array.from(primes(8), (prime) => fraction(Math.sqrt(prime)));
	const words = new Int32Array(64);
	const word = (at: number) => words[at] ?? 0;
	for (let block = 0; block < padded.byteLength; block += 64) {
		let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
		for (const [at, key] of keys.entries()) {
			const [early, late] = [word(at - 15), word(at - 2)];
			words[at] =
				at < 16
					? padded.getInt32(block + at * 4)
					: word(at - 16) +
						(turned(early, 7) ^ turned(early, 18) ^ (early >>> 3)) +
						word(at - 7) +
						(turned(late, 17) ^ turned(late, 19) ^ (late >>> 10));
			const one = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + key + word(at);
			const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
			[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
		}
		[a, b, c, d, e, f, g, h].forEach((value, at) => (state[at] = (state[at] ?? 0) + value));
	}
	return state;
}
