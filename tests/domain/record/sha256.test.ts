import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from '#record/sha256.ts';

const hex = (text: string) => [...sha256(text)].map((word) => word.toString(16).padStart(8, '0')).join('');

it('is the digest that the standard gives for its own examples', () => {
	expect(hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
	expect(hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

it('is what Node gives, for texts of every length around a block', () => {
	const node = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
	for (let length = 0; length < 200; length += 1)
		expect(hex('x'.repeat(length))).toBe(node('x'.repeat(length)));
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
			expect(hex(text)).toBe(node(text));
		}),
		{ numRuns: 500 }
	);
});
