/** The course quotes its source document; these tests hold the quotations to the document's own text. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Passage } from '#course/schema.ts';

const FOLDER = new URL('../../courses/kami-kyodo/', import.meta.url);
const SOURCE_SHA256 = 'bb8ba0a88a8d73e07e60f482d88787f84074a4f9f396309e9f8906f25ceaa8a2';
const LONGEST_KEY = 12;

const bytes = readFileSync(new URL('source.txt', FOLDER));
const written: unknown = parse(readFileSync(new URL('passages.yaml', FOLDER), 'utf8'));
const passages = v.parse(v.array(Passage), written);

/** White space (full-width too) and bold marks are layout, not words. */
function words(text: string): string {
	return text.replace(/\*\*|\s/gu, '');
}

function fragments(passage: Passage): string[] {
	if (passage.printed === undefined) return [];
	return typeof passage.printed === 'string' ? [passage.printed] : passage.printed;
}

describe('the source document', () => {
	it('is kept byte for byte', () => {
		expect(createHash('sha256').update(bytes).digest('hex')).toBe(SOURCE_SHA256);
	});
});

describe('the statements of the source document', () => {
	it('are numbered D-01 to D-99 without gaps, in order', () => {
		const expected = Array.from({ length: 99 }, (_, i) => `D-${String(i + 1).padStart(2, '0')}`);
		expect(passages.map((p) => p.id)).toEqual(expected);
	});

	it('quote only words that stand in the document', () => {
		const source = words(bytes.toString('utf8'));
		const invented = passages.flatMap((p) =>
			fragments(p)
				.filter((fragment) => !source.includes(words(fragment)))
				.map((fragment) => `${p.id} ${fragment}`)
		);
		expect(invented).toEqual([]);
	});

	it('describe what is seen in exactly the three places without words to quote', () => {
		expect(passages.filter((p) => p.seen !== undefined).map((p) => p.id)).toEqual(['D-16', 'D-60', 'D-95']);
		expect(passages.filter((p) => p.printed === undefined).map((p) => p.id)).toEqual(['D-16', 'D-60', 'D-95']);
	});

	it('mark exactly the six gaps and slips as never asked', () => {
		expect(passages.filter((p) => p.unasked).map((p) => p.id)).toEqual([
			'D-16',
			'D-45',
			'D-46',
			'D-57',
			'D-60',
			'D-95'
		]);
	});

	it('have one to three short key words, each found in its own statement', () => {
		const wrong = passages.flatMap((p) => {
			const bad = p.keys.filter((key) => {
				const either = key.split('|');
				const short = either.every((word) => word.length > 0 && word.length <= LONGEST_KEY);
				return !short || !either.some((word) => p.statement.includes(word));
			});
			return p.keys.length > 3 ? [...bad, `${p.id}: too many`] : bad.map((key) => `${p.id} ${key}`);
		});
		expect(wrong).toEqual([]);
	});
});
