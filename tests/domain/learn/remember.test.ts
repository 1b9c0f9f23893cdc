/** What is asked again, and a year of it. */
import { describe, expect, it } from 'vitest';
import { random } from '#course/random.ts';
import { mixedItems } from '#learn/runs.ts';
import { cardsOf, MOST, nextTime, remembering, type Card } from '#learn/remember.ts';
import type { Confidence, Happened, ProgressEvent } from '#record/events.ts';
import type { Json } from '#record/json.ts';
import { AGAIN } from '#record/memory.ts';
import { apply, emptyRecord, fold, type LearnerRecord } from '#record/record.ts';
import { cardState, isDue, type Today } from '#record/review.ts';
import { rightResponse } from '#questions/registry.ts';
import { answersOf, scoreCase } from '#scenario/judge.ts';
import { emptySide } from '#tracking/side.ts';
import { createTracking } from '#tracking/tracking.ts';
import { mini, wholeCourse } from '../tracking/courses.ts';
import { rule } from '../tracking/shown.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Wednesday, the first of April, in Japan. */
const START = Date.UTC(2026, 2, 31, 15);
const course = wholeCourse('courses/kami-kyodo');
const { index } = course;
const cards = cardsOf(index);
const day = (n: number, hour: number): Today => ({
	now: START + n * DAY + hour * HOUR,
	start: START + n * DAY
});

/** The best answer to each card, and what it is worth. */
type Best = { response: Json; earned: number; total: number };
const best = new Map<string, Best>();
for (const unit of course.units) {
	for (const q of unit.questions) best.set(q.id, { response: rightResponse(q), earned: 1, total: 1 });
	for (const it of unit.cases) {
		const columns = index.map.domains.map(({ id }) => id);
		for (const response of answersOf(it, columns)) {
			const points = scoreCase(it, response);
			if (points?.earned === points?.total && points) best.set(it.id, { response, ...points });
		}
	}
}
function answered({ id }: Card, right: boolean, confidence?: Confidence): Happened {
	const known = best.get(id);
	if (!known) throw new Error(`${id} has no best answer`);
	const given = right ? known : { response: null, earned: 0, total: known.total };
	return { type: 'answered', item: id, ...given, ...(confidence ? { confidence } : {}) };
}

/** Two records of the same learner: one that keeps everything, and one that an LMS packs every evening. */
class Two {
	whole: LearnerRecord = emptyRecord(index.id);
	packed: LearnerRecord = emptyRecord(index.id);
	longest = 0;
	#n = 0;
	#tracking = createTracking(course, rule);

	happened(what: Happened, at: number): void {
		const event = { ...what, id: `e${String((this.#n += 1)).padStart(6, '0')}`, at } as ProgressEvent;
		this.whole = apply(this.whole, event);
		this.packed = apply(this.packed, event);
	}
	evening(): void {
		const text = this.#tracking.pack(this.packed, emptySide());
		this.longest = Math.max(this.longest, text.length);
		const read = this.#tracking.unpack(text);
		if (!read.ok) throw new Error(read.error);
		this.packed = fold(index.id, read.value.events);
	}
	today(of: Today) {
		const [whole, packed] = [this.whole, this.packed].map((record) => remembering({ index, record }, of));
		expect(packed).toEqual(whole);
		return whole as NonNullable<typeof whole>;
	}
}

/** How many neighbours are about the same. */
const pairs = (list: readonly Card[]) =>
	list.filter(({ topic }, n) => n > 0 && topic === list[n - 1]?.topic).length;
const waiting = (record: LearnerRecord, of: Today) =>
	cards.filter(({ id, kind }) => {
		const state = cardState(record, id, kind);
		return state && isDue(state, of);
	});

describe('a year', () => {
	// Weekends, a week in May, one in August, one at New Year, and the whole of October are free.
	const free = (n: number) =>
		[3, 4].includes(n % 7) ||
		(n >= 31 && n < 38) ||
		(n >= 132 && n < 139) ||
		(n >= 183 && n < 214) ||
		(n >= 272 && n < 279);

	it.each(['spring', 'plum', 'cedar'])(
		'of work and holidays, by the learner %s: never more than ten a day, what has piled up melts, and all comes back',
		(name) => {
			const chance = random(name);
			const two = new Two();
			two.happened({ type: 'started', revision: 1, seed: 'abcdefghijklmnop' }, START + 9 * HOUR);
			const fresh = [...cards];
			const seen = new Map<string, number[]>();
			const piled: [day: number, cards: number][] = [];
			for (let n = 0; n < 365; n += 1) {
				if (free(n)) continue;
				let now = START + n * DAY + (8 + Math.floor(chance() * 10)) * HOUR + Math.floor(chance() * HOUR);
				const of = () => ({ now, start: START + n * DAY });
				// Eight new ones a day at first: more falls due than ten a day can take.
				const learned = n % 2 ? [] : fresh.splice(0, 8);
				const due = two.today(of()).cards;
				piled.push([n, waiting(two.whole, of()).length]);
				expect(due.length).toBeLessThanOrEqual(MOST);
				// Now and then one stops in the middle and comes back after lunch: what is left is gone on with.
				const stop = chance() < 0.3 ? Math.floor(due.length / 2) : due.length;
				const asked: Card[] = [];
				const ask = (card: Card) => {
					asked.push(card);
					const right = chance() < 0.85;
					two.happened(answered(card, right, chance() < 0.2 ? 'unsure' : 'sure'), (now += 45_000));
					seen.set(card.id, [...(seen.get(card.id) ?? []), n]);
				};
				due.slice(0, stop).forEach(ask);
				if (stop < due.length) {
					two.evening();
					now += HOUR;
					two.today(of()).cards.forEach(ask);
					expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
				}
				expect(asked.length).toBeLessThanOrEqual(MOST);
				expect(two.today(of()).cards).toEqual([]);
				for (const card of learned) two.happened(answered(card, chance() < 0.6), (now += 60_000));
				// Learned today is not asked today.
				expect(two.today(of()).cards).toEqual([]);
				two.evening();
				for (const { id, kind } of cards)
					expect(cardState(two.packed, id, kind)).toEqual(cardState(two.whole, id, kind));
			}
			expect(fresh).toEqual([]);
			// What October left is more than a day's work; less than half of it is left before the new year, with new cards coming due.
			const most = (from: number, to: number) =>
				Math.max(...piled.map(([n, count]) => (n >= from && n < to ? count : 0)));
			expect(most(214, 217)).toBeGreaterThan(MOST);
			expect(most(250, 272)).toBeLessThan(most(214, 217) / 2);
			// Every card was reviewed at least twice, and nothing that waits has waited for long.
			for (const { id } of cards) expect(seen.get(id)?.length ?? 0, id).toBeGreaterThanOrEqual(2);
			const end = day(365, 9);
			for (const { id, kind } of waiting(two.whole, end))
				expect((end.start - (cardState(two.whole, id, kind)?.dueAt ?? 0)) / DAY, id).toBeLessThan(14);
			expect(two.longest).toBeLessThanOrEqual(3_000);
		}
	);

	it('of right answers only asks after a day, a week, a month', () => {
		const two = new Two();
		const card = cards[0];
		if (!card) throw new Error('no card');
		two.happened(answered(card, true), START + 9 * HOUR);
		const days: number[] = [];
		for (let n = 1; n < 365; n += 1) {
			if (two.today(day(n, 9)).cards.length === 0) continue;
			days.push(n);
			two.happened(answered(card, true), day(n, 9).now);
			two.evening();
		}
		expect(days.slice(0, 2)).toEqual([1, 8]);
		expect(days[2]).toBeGreaterThan(36);
		expect(days[2]).toBeLessThan(43);
		expect(days).toHaveLength(4);
	});
});

describe('what is asked again today', () => {
	const after = (...list: [what: Happened, at: number][]) =>
		fold(
			index.id,
			list.map(([what, at], n) => ({ ...what, id: `e${String(n).padStart(5, '0')}`, at })) as ProgressEvent[]
		);

	it('is nothing at first, and tells no date; then the next day', () => {
		expect(remembering({ index, record: emptyRecord(index.id) }, day(0, 9))).toEqual({ cards: [] });
		const record = after([answered(cards[0] as Card, true), day(0, 9).now]);
		expect(remembering({ index, record }, day(0, 10))).toEqual({ cards: [], next: day(1, 9).now });
		expect(remembering({ index, record }, day(1, 7)).cards).toEqual([cards[0]]);
		expect(nextTime({ index, record }, cards[0] as Card)).toBe(day(1, 9).now);
	});

	it('are questions for practice and cases; none of the final test, nor cases in steps', () => {
		const ids = new Set(cards.map(({ id }) => id));
		for (const unit of index.units) {
			for (const { id, use } of unit.questions) expect(ids.has(id), id).toBe(use === 'practice');
			for (const { id } of unit.cases) expect(ids.has(id), id).toBe(true);
			for (const { id } of unit.casework) expect(ids.has(id), id).toBe(false);
		}
	});

	const all = (right: (n: number) => boolean, sure: (n: number) => boolean) =>
		after(
			...cards.map((card, n): [Happened, number] => [
				answered(card, right(n), sure(n) ? 'sure' : 'unsure'),
				day(0, 9).now + n * 1_000
			])
		);

	it('begins with what one was sure of and got wrong, then what else was wrong; and leaves room for the others', () => {
		const record = all(
			(n) => n % 3 > 0,
			(n) => n % 2 === 0
		);
		const today = remembering({ index, record }, day(5, 9)).cards;
		const rank = ({ id, kind }: Card) => {
			const state = cardState(record, id, kind);
			return state?.grade !== AGAIN ? 2 : state.sure ? 0 : 1;
		};
		const ranks = today.map(rank);
		expect(ranks).toEqual([...ranks].sort());
		expect(ranks.filter((one) => one < 2)).toHaveLength(7);
		expect(ranks[0]).toBe(0);
		expect(today).toHaveLength(MOST);
	});

	it('puts different things side by side where that can be', () => {
		for (let n = 1; n < 40; n += 1) {
			const today = remembering(
				{
					index,
					record: all(
						() => true,
						() => false
					)
				},
				day(n, 9)
			).cards;
			const most = Math.max(...today.map(({ topic }) => today.filter((one) => one.topic === topic).length));
			expect(pairs(today)).toBe(Math.max(0, 2 * most - today.length - 1));
		}
	});

	it('is in another order on another day, and in the same all day long', () => {
		const record = all(
			() => true,
			() => false
		);
		const order = (n: number, hour: number) =>
			remembering({ index, record }, day(n, hour))
				.cards.map(({ id }) => id)
				.join();
		expect(order(3, 9)).toBe(order(3, 17));
		expect(new Set([3, 4, 5, 6].map((n) => order(n, 9))).size).toBeGreaterThan(1);
	});
});

describe('a mixed practice', () => {
	const questions = mini.index.units.flatMap((unit) =>
		unit.questions.filter(({ use }) => use === 'practice')
	);
	it('begins with what one was sure of and got wrong, then what else was wrong', () => {
		const [one, two, three] = questions;
		if (!one || !two || !three) throw new Error('three questions');
		const wrong = (item: string, confidence: Confidence): Happened => ({
			type: 'answered',
			item,
			response: null,
			earned: 0,
			total: 1,
			confidence
		});
		const record = fold(
			mini.index.id,
			[wrong(one.id, 'rather'), wrong(three.id, 'sure')].map((what, n) => ({
				...what,
				id: `e${n}`,
				at: n + 1
			})) as ProgressEvent[]
		);
		for (const seed of ['a', 'b', 'c', 'd']) {
			const items = mixedItems({ index: mini.index, record }, seed);
			expect(items.slice(0, 2)).toEqual([three.id, one.id]);
			expect(new Set(items).size).toBe(Math.min(10, questions.length));
		}
	});
});
