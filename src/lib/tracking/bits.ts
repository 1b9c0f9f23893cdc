/** Numbers as a stream of bits, and the stream as ASCII that every LMS takes: six bits a character. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
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
	#bits: number[] = [];

	/** @param value a whole number from 0 to 2 ** width - 1; anything else is our own bug and throws */
	write(value: number, width: number): void {
		if (!Number.isInteger(value) || value < 0 || value >= 2 ** width) {
			throw new RangeError(`${value} does not fit in ${width} bits`);
		}
		for (let i = width - 1; i >= 0; i -= 1) this.#bits.push(Math.floor(value / 2 ** i) % 2);
	}

	get length(): number {
		return this.#bits.length;
	}

	toString(): string {
		let text = '';
		for (let at = 0; at < this.#bits.length; at += BITS) {
			let value = 0;
			for (let i = 0; i < BITS; i += 1) value = value * 2 + (this.#bits[at + i] ?? 0);
			text += ALPHABET[value];
		}
		return text;
	}
}

export class BitReader {
	#text: string;
	#at = 0;

	/** @throws RangeError for a character that a writer never writes */
	constructor(text: string) {
		for (const one of text) if (!ALPHABET.includes(one)) throw new RangeError(`unknown character ${one}`);
		this.#text = text;
	}

	/** @throws RangeError past the end */
	read(width: number): number {
		let value = 0;
		for (let i = 0; i < width; i += 1, this.#at += 1) {
			const character = this.#text[Math.floor(this.#at / BITS)];
			if (character === undefined) throw new RangeError('the stream ends too early');
			const six = ALPHABET.indexOf(character);
			value = value * 2 + (Math.floor(six / 2 ** (BITS - 1 - (this.#at % BITS))) % 2);
		}
		return value;
	}
}
