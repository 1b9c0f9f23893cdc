import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawPractice, drawTest, type Stock } from '#scenario/draw.ts';

const seed = Number(process.env['SEED'] ?? 20260801);
const runs = { seed, numRuns: 500 };
console.info(`drawing: SEED=${seed}`);

const stock = (sizes: number[]): Stock[] =>
	sizes.map((size, u) => ({ unit: `u${u}`, items: Array.from({ length: size }, (_, n) => `u${u}_q${n}`) }));
const unitOf = (id: string) => id.split('_')[0] ?? '';
const perUnit = (ids: string[], units: Stock[]) =>
	units.map(({ unit }) => ids.filter((id) => unitOf(id) === unit).length);

const sizes = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 8 });
const some = fc.record({ sizes, draw: fc.integer({ min: 0, max: 25 }), seed: fc.string() });

describe('the draw of a test', () => {
	it('gives as many as asked for, or all there are, and none twice', () => {
		fc.assert(
			fc.property(some, (given) => {
				const units = stock(given.sizes);
				const all = units.flatMap((u) => u.items);
				const drawn = drawTest({ units, draw: given.draw, seen: [], seed: given.seed });
				expect(drawn).toHaveLength(Math.min(given.draw, all.length));
				expect(new Set(drawn).size).toBe(drawn.length);
				for (const id of drawn) expect(all).toContain(id);
			}),
			runs
		);
	});

	it('shares out evenly: a unit is behind another by more than one only when it has no more to give', () => {
		fc.assert(
			fc.property(some, (given) => {
				const units = stock(given.sizes);
				const shares = perUnit(drawTest({ units, draw: given.draw, seen: [], seed: given.seed }), units);
				const most = Math.max(...shares);
				shares.forEach((share, u) => {
					if (share < most - 1) expect(share).toBe(given.sizes[u]);
				});
			}),
			runs
		);
	});

	it('repeats nothing over successive tests until all has been asked, and then starts over evenly', () => {
		fc.assert(
			fc.property(some, fc.integer({ min: 2, max: 6 }), (given, tests) => {
				const units = stock(given.sizes);
				const all = units.flatMap((u) => u.items);
				const seen: string[] = [];
				for (let n = 0; n < tests; n++)
					seen.push(...drawTest({ units, draw: given.draw, seen, seed: `${given.seed}${n}` }));
				const times = all.map((id) => seen.filter((s) => s === id).length);
				if (all.length > 0) expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
			}),
			runs
		);
	});

	it('stays even on a second test, where the stocks allow it', () => {
		for (let n = 0; n < 200; n++) {
			const units = stock([6, 6, 5, 6, 5, 6, 6]);
			const first = drawTest({ units, draw: 20, seen: [], seed: `a${n}` });
			const second = drawTest({ units, draw: 20, seen: first, seed: `b${n}` });
			expect(second.filter((id) => first.includes(id))).toEqual([]);
			for (const drawn of [first, second])
				for (const share of perUnit(drawn, units)) expect([2, 3, 4]).toContain(share);
		}
	});

	it('is the same for the same seed, another for another, and ids the course no longer has do no harm', () => {
		const of = { units: stock([8, 8, 8]), draw: 9, seen: ['gone'], seed: 's1' };
		expect(drawTest(of)).toEqual(drawTest(of));
		expect(drawTest(of)).toEqual(drawTest({ ...of, seen: [] }));
		expect(drawTest(of)).not.toEqual(drawTest({ ...of, seed: 's2' }));
	});

	it('mixes the units', () => {
		const orders = Array.from({ length: 50 }, (_, n) =>
			drawTest({ units: stock([5, 5]), draw: 10, seen: [], seed: `s${n}` }).map(unitOf)
		);
		expect(new Set(orders.map((o) => o.join())).size).toBeGreaterThan(30);
	});
});

describe('the draw of a practice', () => {
	const itemsOf = (units: Stock[]) =>
		units.flatMap(({ unit, items }) => items.map((id) => ({ id, topic: unit })));
	/** Neighbours of one topic. */
	const pairs = (topics: (string | undefined)[]) =>
		topics.filter((topic, n) => n > 0 && topic === topics[n - 1]).length;

	it('takes group after group, none twice, at most the size', () => {
		fc.assert(
			fc.property(some, fc.infiniteStream(fc.boolean()), (given, coin) => {
				const items = itemsOf(stock(given.sizes));
				const wrong = items.filter(() => coin.next().value);
				const drawn = drawPractice({ groups: [wrong, items], seed: given.seed, size: given.draw });
				expect(drawn).toHaveLength(Math.min(given.draw, items.length));
				expect(new Set(drawn).size).toBe(drawn.length);
				const again = drawn.filter((id) => wrong.some((one) => one.id === id));
				expect(drawn.slice(0, again.length)).toEqual(again);
				expect(again).toHaveLength(Math.min(wrong.length, given.draw));
			}),
			runs
		);
	});

	it('sets questions of one topic side by side only when there is no other way', () => {
		fc.assert(
			fc.property(some, (given) => {
				const items = itemsOf(stock(given.sizes));
				const order = drawPractice({ groups: [items], seed: given.seed, size: items.length }).map(unitOf);
				const largest = Math.max(...given.sizes);
				const others = items.length - largest;
				expect(pairs(order)).toBe(Math.max(0, largest - others - 1));
			}),
			runs
		);
	});

	it('nor where one group follows another', () => {
		for (let n = 0; n < 200; n++) {
			const [u0, u1] = [0, 1].map((u) => itemsOf(stock([2, 2])).filter(({ topic }) => topic === `u${u}`));
			const order = drawPractice({
				groups: [u0?.slice(0, 1) ?? [], [...(u0 ?? []), ...(u1 ?? [])]],
				seed: `s${n}`,
				size: 4
			});
			expect(order.map(unitOf)).toEqual(['u0', 'u1', 'u0', 'u1']);
		}
	});

	it('is the same for the same seed', () => {
		const items = itemsOf(stock([4, 4]));
		const of = { groups: [items.slice(1, 2), items], seed: 's', size: 6 };
		expect(drawPractice(of)).toEqual(drawPractice(of));
		expect(drawPractice(of)).not.toEqual(drawPractice({ ...of, seed: 't' }));
	});
});
