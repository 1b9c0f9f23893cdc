/** Numbers as a stream of bits, and the stream as ASCII that every LMS takes: six bits a character. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PLACES = new Map([...ALPHABET].map((character, place) => [character, place]));
const BITS = 6;

/** Characters that a number of bits takes. */
export function charactersFor(bits: number): number {
	return Math.ceil(bits / BITS);
}

/** Bits that tell `values` values apart; 0 for one value. */
export function bitsFor(values: number): number {
	return values <= 1 ? 0 : Math.ceil(Math.log2(values));
}

export class BitWriter {
	#text = '';
	/** Bits of the character that is not full yet, and how many there are. */
	#rest = 0;
	#filled = 0;

	/** @param value a whole number from 0 to 2 ** width - 1; anything else is our own bug and throws */
	write(value: number, width: number): void {
		if (!Number.isInteger(value) || value < 0 || value >= 2 ** width) {
			throw new RangeError(`${value} does not fit in ${width} bits`);
		}
		// Shifting is fast and knows 31 bits.
		const low = Math.min(width, 24);
		if (width > low) this.write(Math.floor(value / 2 ** low), width - low);
		const bits = value % 2 ** low;
		for (let left = low; left > 0;) {
			const taken = Math.min(left, BITS - this.#filled);
			left -= taken;
			this.#rest = (this.#rest << taken) | ((bits >> left) & ((1 << taken) - 1));
			this.#filled += taken;
			if (this.#filled < BITS) continue;
			this.#text += ALPHABET[this.#rest];
			this.#rest = 0;
			this.#filled = 0;
		}
	}

	get length(): number {
		return this.#text.length * BITS + this.#filled;
	}

	toString(): string {
		return this.#filled === 0 ? this.#text : this.#text + ALPHABET[this.#rest * 2 ** (BITS - this.#filled)];
	}
}

export class BitReader {
	#values: number[];
	#at = 0;

	/** @throws RangeError for a character that a writer never writes */
	constructor(text: string) {
		this.#values = Array.from(text, (character) => {
			const place = PLACES.get(character);
			if (place === undefined) throw new RangeError(`unknown character ${character}`);
			return place;
		});
	}

	/** Bits not read yet. */
	get left(): number {
		return this.#values.length * BITS - this.#at;
	}

	/** @throws RangeError past the end */
	read(width: number): number {
		let value = 0;
		for (let left = width; left > 0;) {
			const six = this.#values[Math.floor(this.#at / BITS)];
			if (six === undefined) throw new RangeError('the stream ends too early');
			const over = BITS - (this.#at % BITS);
			const taken = Math.min(left, over);
			value = value * 2 ** taken + (Math.floor(six / 2 ** (over - taken)) % 2 ** taken);
			left -= taken;
			this.#at += taken;
		}
		return value;
	}
}
