/**
 * How values become bits. A codec writes a value, reads the same value back, and knows the most bits it ever writes: a state's worst
 * case is then no estimate but the sum of its parts.
 */
import { bitsFor, type BitReader, type BitWriter } from './bits.ts';

export interface Codec<T> {
	/** Most bits a value takes. */
	readonly max: number;
	/** @throws RangeError for a value that does not belong here: our own bug */
	write(out: BitWriter, value: T): void;
	/** @throws RangeError for bits that nobody wrote */
	read(from: BitReader): T;
}

/** Whole numbers from 0 to `values - 1`. */
export function whole(values: number): Codec<number> {
	const max = bitsFor(values);
	return {
		max,
		write: (out, value) => out.write(value, max),
		read(from) {
			const value = from.read(max);
			if (value >= Math.max(1, values)) throw new RangeError(`${value} is not below ${values}`);
			return value;
		}
	};
}

export const flag: Codec<boolean> = {
	max: 1,
	write: (out, value) => out.write(value ? 1 : 0, 1),
	read: (from) => from.read(1) === 1
};

/** One of a few values. */
export function oneOf<const T>(values: readonly T[]): Codec<T> {
	const place = whole(values.length);
	return {
		max: place.max,
		write: (out, value) => place.write(out, values.indexOf(value)),
		read: (from) => values[place.read(from)] as T
	};
}

/** Letters and digits, `length` of them. */
export function tagOf(length: number): Codec<string> {
	// Four characters take 21 bits: a number of that size stays exact.
	const parts = Array.from({ length: Math.ceil(length / 4) }, (_, i) => Math.min(4, length - i * 4));
	const codecs = parts.map((size) => ({ size, codec: whole(36 ** size) }));
	return {
		max: codecs.reduce((sum, { codec }) => sum + codec.max, 0),
		write(out, value) {
			let at = 0;
			for (const { size, codec } of codecs) {
				codec.write(out, Number.parseInt(value.slice(at, at + size), 36));
				at += size;
			}
		},
		read: (from) =>
			codecs.map(({ size, codec }) => codec.read(from).toString(36).padStart(size, '0')).join('')
	};
}

/** A value that may be absent. */
export function maybe<T>(inner: Codec<T>): Codec<T | undefined> {
	return {
		max: 1 + inner.max,
		write(out, value) {
			flag.write(out, value !== undefined);
			if (value !== undefined) inner.write(out, value);
		},
		read: (from) => (flag.read(from) ? inner.read(from) : undefined)
	};
}

/** An object, field by field in the order given. */
export function fields<T extends object>(inner: { readonly [K in keyof T]-?: Codec<T[K]> }): Codec<T> {
	const names = Object.keys(inner) as (keyof T)[];
	return {
		max: names.reduce((sum, name) => sum + inner[name].max, 0),
		write(out, value) {
			for (const name of names) inner[name].write(out, value[name]);
		},
		read(from) {
			const value: Partial<T> = {};
			for (const name of names) value[name] = inner[name].read(from);
			return value as T;
		}
	};
}

/** Either of two shapes, told apart by `kind`. */
export function either<A extends string, T, B extends string, U>(
	[a, first]: readonly [A, Codec<T>],
	[b, second]: readonly [B, Codec<U>]
): Codec<{ kind: A; of: T } | { kind: B; of: U }> {
	return {
		max: 1 + Math.max(first.max, second.max),
		write(out, value) {
			flag.write(out, value.kind === b);
			if (value.kind === b) second.write(out, value.of as U);
			else first.write(out, value.of as T);
		},
		read: (from) => (flag.read(from) ? { kind: b, of: second.read(from) } : { kind: a, of: first.read(from) })
	};
}

/** Some of these ids, in this order. */
export function setOf(ids: readonly string[]): Codec<string[]> {
	return mapped(
		keyed(ids.map((id) => [id, nothing] as const)),
		(list) => Object.fromEntries(list.map((id) => [id, true as const])),
		(kept) => Object.keys(kept)
	);
}

/** Codecs by the id of what they are for. */
export type Entries<T> = readonly (readonly [id: string, codec: Codec<T>])[];

/** For each id its value or none. Values of other ids are not written. */
export function keyed<T>(entries: Entries<T>): Codec<Record<string, T>> {
	return {
		max: entries.reduce((sum, [, codec]) => sum + 1 + codec.max, 0),
		write(out, values) {
			for (const [id, codec] of entries) {
				const value = Object.hasOwn(values, id) ? values[id] : undefined;
				flag.write(out, value !== undefined);
				if (value !== undefined) codec.write(out, value);
			}
		},
		read(from) {
			const values: Record<string, T> = {};
			for (const [id, codec] of entries) if (flag.read(from)) values[id] = codec.read(from);
			return values;
		}
	};
}

/** At most `most` of the ids in an order, each once and with its value. Every id is told by its place among those left. */
export function listed<T>(entries: Entries<T>, most: number): Codec<[id: string, value: T][]> {
	const size = Math.min(most, entries.length);
	const count = whole(size + 1);
	const places = Array.from({ length: size }, (_, i) => bitsFor(entries.length - i));
	const widest = entries.map(([, codec]) => codec.max).sort((a, b) => b - a);
	return {
		max: count.max + sum(places) + sum(widest.slice(0, size)),
		write(out, list) {
			count.write(out, list.length);
			const left = [...entries];
			for (const [id, value] of list) {
				const place = left.findIndex(([one]) => one === id);
				out.write(place, bitsFor(left.length));
				left.splice(place, 1)[0]?.[1].write(out, value);
			}
		},
		read(from) {
			const left = [...entries];
			return Array.from({ length: count.read(from) }, (): [string, T] => {
				const [entry] = left.splice(from.read(bitsFor(left.length)), 1);
				if (!entry) throw new RangeError('no such place in the list');
				return [entry[0], entry[1].read(from)];
			});
		}
	};
}

/** A list of values of one kind, at most `most`. */
export function several<T>(inner: Codec<T>, most: number): Codec<T[]> {
	const count = whole(most + 1);
	return {
		max: count.max + most * inner.max,
		write(out, list) {
			count.write(out, list.length);
			for (const value of list) inner.write(out, value);
		},
		read: (from) => Array.from({ length: count.read(from) }, () => inner.read(from))
	};
}

/** The same bits for another form of the value. */
export function mapped<T, U>(inner: Codec<U>, to: (value: T) => U, back: (value: U) => T): Codec<T> {
	return {
		max: inner.max,
		write: (out, value) => inner.write(out, to(value)),
		read: (from) => back(inner.read(from))
	};
}

/** Always the same number of values. */
export function tuple<T>(inner: Codec<T>, length: number): Codec<T[]> {
	return {
		max: length * inner.max,
		write: (out, values) => {
			for (const value of values) inner.write(out, value);
		},
		read: (from) => Array.from({ length }, () => inner.read(from))
	};
}

/** Nothing to write: for lists of ids alone. */
export const nothing: Codec<true> = { max: 0, write: () => {}, read: () => true };

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, one) => total + one, 0);
}
