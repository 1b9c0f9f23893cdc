/** Picking questions for a test or a practice: pure, by a seed that is kept in the record. */
import { shuffle } from '#course/random.ts';

export type Stock = { unit: string; items: string[] };

/**
 * Questions for one test, at most `draw`, none twice.
 *
 * `seen` lists what was asked before; an id may stand there several times, once for every test it was in.
 * Questions asked least often come first, so nothing is repeated until all have been asked, over any number of
 * tests. Among those, the unit with the fewest picks gives the next one: the units' shares are as even as that
 * allows. On a tie the unit with more unasked questions left gives it, which keeps later tests even too; then
 * the seed decides. The result is in an order shuffled by the seed.
 */
export function drawTest(of: { units: Stock[]; draw: number; seen: string[]; seed: string }): string[] {
	const asked = new Map<string, number>();
	for (const id of of.seen) asked.set(id, (asked.get(id) ?? 0) + 1);
	const times = (id: string) => asked.get(id) ?? 0;

	const stocks = shuffle(of.units, `${of.seed}:units`).map(({ unit, items }) => ({
		left: shuffle([...new Set(items)], `${of.seed}:${unit}`).sort((a, b) => times(a) - times(b)),
		picked: 0
	}));
	const out = new Set<string>();
	while (out.size < of.draw) {
		const open = stocks.filter(({ left }) => left.length > 0);
		const level = Math.min(...open.map(({ left }) => times(left[0] ?? '')));
		const stockOf = ({ left }: { left: string[] }) => left.filter((id) => times(id) === level).length;
		const from = open
			.filter((s) => stockOf(s) > 0)
			.sort((a, b) => a.picked - b.picked || stockOf(b) - stockOf(a))[0];
		const id = from?.left.shift();
		if (from === undefined || id === undefined) break;
		if (!out.has(id)) from.picked += 1;
		out.add(id);
	}
	return shuffle([...out], `${of.seed}:order`);
}

/** `topic`: what neighbours should not share. */
export type Topical = { id: string; topic: string };

/**
 * Questions for one practice, at most `size`, none twice: group after group, such as what was got wrong and then the others.
 * Each group is shuffled by the seed and then dealt topic by topic, so that neighbours differ as long as there are several.
 */
export function drawPractice(of: { groups: Topical[][]; seed: string; size: number }): string[] {
	const out = new Map<string, string>();
	for (const [n, group] of of.groups.entries()) {
		const fresh = group.filter(({ id }) => !out.has(id));
		const last = [...out.values()].at(-1);
		for (const { id, topic } of dealByTopic(fresh, `${of.seed}:${n}`, last)) out.set(id, topic);
	}
	return [...out.keys()].slice(0, Math.max(0, of.size));
}

/** Always of the topic with most left, and of the same one twice only when no other has any. @param last topic dealt before */
function dealByTopic(items: Topical[], seed: string, last?: string): Topical[] {
	const hands = new Map<string, Topical[]>();
	for (const item of shuffle(items, seed)) hands.set(item.topic, [...(hands.get(item.topic) ?? []), item]);
	const out: Topical[] = [];
	for (let before = last; ; before = out.at(-1)?.topic) {
		const open = [...hands].filter(([, left]) => left.length > 0);
		const [, left] =
			open
				.filter(([topic]) => topic !== before || open.length === 1)
				.sort(([, a], [, b]) => b.length - a.length)[0] ?? [];
		const item = left?.shift();
		if (!item) return out;
		out.push(item);
	}
}
