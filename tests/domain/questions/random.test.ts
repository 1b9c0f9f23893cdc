import fc from 'fast-check';
import { expect, it } from 'vitest';
import { random, shuffle } from '#course/random.ts';

const seed = Number(process.env['SEED'] ?? 20260801);

it('a shuffle keeps every entry and is the same for the same seed', () => {
	fc.assert(
		fc.property(fc.array(fc.nat()), fc.string(), (list, s) => {
			const before = [...list];
			const out = shuffle(list, s);
			expect(out).toEqual(shuffle(list, s));
			expect([...out].sort()).toEqual([...list].sort());
			expect(list).toEqual(before);
		}),
		{ seed }
	);
});

it('a shuffle over many seeds brings every entry to every place about equally often', () => {
	const rounds = 6000;
	const counts = new Map<string, number>();
	for (let n = 0; n < rounds; n++)
		shuffle(['a', 'b', 'c', 'd'], `attempt ${n}`).forEach((id, place) => {
			counts.set(`${id}${place}`, (counts.get(`${id}${place}`) ?? 0) + 1);
		});
	expect(counts.size).toBe(16);
	for (const count of counts.values()) expect(Math.abs(count / rounds - 0.25)).toBeLessThan(0.03);
});

it('a stream stays within 0 and 1, and frozen seeds keep giving what recorded tests were drawn with', () => {
	const next = random('x');
	for (let n = 0; n < 1000; n++) {
		const value = next();
		expect(value >= 0 && value < 1).toBe(true);
	}
	expect(shuffle(['a', 'b', 'c', 'd', 'e', 'f'], 'manabiya').join('')).toMatchInlineSnapshot(`"adbefc"`);
});
