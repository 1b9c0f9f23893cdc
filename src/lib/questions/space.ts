/**
 * Response spaces: everything that can be answered to a question, numbered. A space is plain data and names all it needs, so that a
 * response written under an earlier revision of the course can be read when its question has changed or is gone.
 */
import * as v from 'valibot';

export type Space =
	/** One id or nothing chosen. */
	| { kind: 'one'; of: string[] }
	/** Any number of ids. */
	| { kind: 'some'; of: string[] }
	/** Some or all ids in an order. */
	| { kind: 'order'; of: string[] }
	/** For each id one of others, or none yet. */
	| { kind: 'each'; of: string[]; to: string[] };

/** What a space holds; half-made answers included. */
export type SpaceResponse = string | string[] | Record<string, string>;

/** How many responses there are; their codes run from 0 to one less. */
export function sizeOf(space: Space): number {
	switch (space.kind) {
		case 'one':
			return space.of.length;
		case 'some':
			return 2 ** space.of.length;
		case 'order':
			return orders(space.of.length);
		case 'each':
			return (space.to.length + 1) ** space.of.length;
	}
}

/**
 * The number of a response; undefined when it does not fit: of another shape, or nothing known is left in it.
 * Ids the space does not have are dropped.
 */
export function encodeResponse(space: Space, response: unknown): number | undefined {
	switch (space.kind) {
		case 'one': {
			const place = typeof response === 'string' ? space.of.indexOf(response) : -1;
			return place < 0 ? undefined : place;
		}
		case 'some': {
			const given = listOf(space.of, response);
			return given && space.of.reduce((code, id, i) => code + (given.includes(id) ? 2 ** i : 0), 0);
		}
		case 'order': {
			const given = listOf(space.of, response);
			return given && rankOf(space.of, given);
		}
		case 'each': {
			const read = v.safeParse(Pairs, response);
			if (!read.success) return undefined;
			const targets = space.of.map((id) =>
				Object.hasOwn(read.output, id) ? space.to.indexOf(read.output[id] ?? '') : -1
			);
			const known = targets.some((target) => target >= 0);
			if (!known && Object.keys(read.output).length > 0) return undefined;
			return targets.reduceRight((code, target) => code * (space.to.length + 1) + target + 1, 0);
		}
	}
}

/** The response with this number. @throws RangeError when there is none */
export function decodeResponse(space: Space, code: number): SpaceResponse {
	if (!Number.isInteger(code) || code < 0 || code >= sizeOf(space)) {
		throw new RangeError(`${code} is no response`);
	}
	switch (space.kind) {
		case 'one':
			return space.of[code] ?? '';
		case 'some':
			return space.of.filter((_, i) => Math.floor(code / 2 ** i) % 2 === 1);
		case 'order':
			return orderOf(space.of, code);
		case 'each': {
			const base = space.to.length + 1;
			const response: Record<string, string> = {};
			space.of.forEach((id, i) => {
				const target = space.to[(Math.floor(code / base ** i) % base) - 1];
				if (target !== undefined) response[id] = target;
			});
			return response;
		}
	}
}

const List = v.array(v.string());
const Pairs = v.record(v.string(), v.string());

/** The known ids of a list, each once; undefined for no list, or one of unknown ids alone. */
function listOf(of: readonly string[], response: unknown): string[] | undefined {
	const read = v.safeParse(List, response);
	if (!read.success) return undefined;
	const known = [...new Set(read.output)].filter((id) => of.includes(id));
	return known.length === 0 && read.output.length > 0 ? undefined : known;
}

/** Orders of 0 to n of n things. */
function orders(n: number): number {
	return n === 0 ? 1 : 1 + n * orders(n - 1);
}

/** 0 for none; else the first thing chosen and then the rank of the rest among what is left. */
function rankOf(of: readonly string[], given: readonly string[]): number {
	const [first, ...rest] = given;
	if (first === undefined) return 0;
	const left = of.filter((id) => id !== first);
	return 1 + of.indexOf(first) * orders(left.length) + rankOf(left, rest);
}

function orderOf(of: readonly string[], code: number): string[] {
	if (code === 0) return [];
	const each = orders(of.length - 1);
	const first = of[Math.floor((code - 1) / each)];
	if (first === undefined) return [];
	return [
		first,
		...orderOf(
			of.filter((id) => id !== first),
			(code - 1) % each
		)
	];
}
