/**
 * Three people share one browser for a year, through two revisions of the course; one of them moves to another computer. Everybody has
 * exactly their own record, is asked again on the right days, and holds a certificate that verifies.
 */
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import type { CourseIndex } from '#course/parts.ts';
import { random } from '#course/random.ts';
import { cardsOf, MOST, nextTime, remembering, todayAt } from '#learn/remember.ts';
import type { Happened, ProgressEvent } from '#record/events.ts';
import { mergeEvents, readKiroku, writeKiroku } from '#record/kiroku.ts';
import { courseDone } from '#record/progress.ts';
import { checkCode, passes } from '#record/proof.ts';
import { apply, emptyRecord, fold, type LearnerRecord } from '#record/record.ts';
import { DAY } from '#record/review.ts';
import { revisedFor } from '#record/revisions.ts';
import { createStamp } from '#record/stamp.ts';
import { factsOf, readEvidence } from '#record/verify.ts';
import { openIndexedDbStore } from '#stores/indexeddb/store.ts';
import { openPeople } from '#stores/people/people.ts';
import { wholeCourse } from '../domain/tracking/courses.ts';
import { bench, type Bench } from './surroundings.ts';

const today = wholeCourse('courses/kami-kyodo').index;
/** The course before its second revision, as far as progress knows it. */
const first: CourseIndex = {
	...today,
	revision: 1,
	revisions: [],
	units: today.units.map((unit) => ({
		...unit,
		pages: unit.pages.filter(({ since }) => since === undefined)
	}))
};
const second: CourseIndex = { ...today, revision: 2 };
const changed = today.units[2]?.pages[0]?.id ?? '';
/** And one more after it: a page that everybody has read says something else. */
const third: CourseIndex = {
	...second,
	revision: 3,
	revisions: [
		...(second.revisions ?? []),
		{
			revision: 3,
			date: '2027-01-15',
			what: '言葉を直しました。',
			changes: [
				{ id: 'r3_a', kind: 'changed', why: '直しました。', from: 'general', cite: [], page: changed }
			]
		}
	]
};

const START = Date.parse('2026-04-01T09:00:00+09:00');
const dayOf = (at: number) => new Date(at + 9 * 3_600_000).toISOString().slice(0, 10);
const courseOn = (now: number) =>
	dayOf(now) < '2026-08-01' ? first : dayOf(now) < '2027-01-15' ? second : third;
/** Nobody comes at the weekend or over the turn of the year. */
const isOpen = (now: number) =>
	![0, 6].includes(new Date(now + 9 * 3_600_000).getUTCDay()) && !/-12-(29|3\d)|-01-0[1-3]/u.test(dayOf(now));

class Somebody {
	readonly name: string;
	/** How often they come, and how often they are right. */
	readonly diligence: number;
	readonly skill: number;
	id: string;
	here: Bench;
	/** All that they ever did. */
	events: ProgressEvent[] = [];
	printed: { code: string; day: string; revision: number } | undefined;
	/** Cards → the day they should come again. */
	readonly expected = new Map<string, string>();
	readonly #next: () => number;

	constructor(name: string, id: string, here: Bench, diligence: number, skill: number) {
		this.name = name;
		this.id = id;
		this.here = here;
		this.diligence = diligence;
		this.skill = skill;
		this.#next = random(name);
	}

	chance(of: number): boolean {
		return this.#next() < of;
	}

	/** One visit: everything known is read from the store, and what is done is saved there. */
	async visit(now: number): Promise<void> {
		const index = courseOn(now);
		const opened = await openIndexedDbStore({
			...this.here,
			course: index.id,
			learner: { id: this.id, name: this.name }
		});
		if (!opened.ok) throw new Error(opened.error);
		const store = opened.value;
		const loaded = await store.load();
		if (!loaded.ok) throw new Error(loaded.error);
		// A boolean: telling thousands of events apart takes its time.
		expect(isDeepStrictEqual(loaded.value.events, this.events), `${this.name} on ${dayOf(now)}`).toBe(true);

		let clock = now;
		let record: LearnerRecord = loaded.value.record ?? emptyRecord(index.id);
		const stamp = createStamp(
			() => (clock += 40_000),
			`${this.id}${dayOf(now).replaceAll('-', '')}`,
			record.lastAt
		);
		const happened = async (...all: Happened[]) => {
			for (const one of all) {
				const event: ProgressEvent = { ...one, ...stamp() };
				this.events.push(event);
				record = apply(record, event);
				await store.save(record, event);
			}
		};
		const answer = async (item: string, page?: string) => {
			const earned = this.chance(this.skill) ? 1 : 0;
			const confidence = this.chance(0.7) ? 'sure' : 'unsure';
			await happened({
				type: 'answered',
				item,
				response: earned ? 'a' : 'b',
				earned,
				total: 1,
				confidence,
				...(page === undefined ? {} : { page })
			});
			const card = cardsOf(index).find(({ id }) => id === item);
			const at = card && nextTime({ index, record }, card);
			if (at !== undefined) this.expected.set(item, dayOf(at));
		};
		if (record.startedAt === undefined)
			await happened({ type: 'started', revision: index.revision, seed: this.name });

		// What is asked again: no more than ten, nothing before its day, and everything whose day it is as long as there is room.
		const asked = remembering({ index, record }, { ...todayAt(now), start: startOf(now) }).cards.map(
			({ id }) => id
		);
		expect(asked.length).toBeLessThanOrEqual(MOST);
		for (const id of asked) expect(dayOf(now) >= (this.expected.get(id) ?? '?'), `${id} is due`).toBe(true);
		if (asked.length < MOST) {
			const cards = new Set(cardsOf(index).map(({ id }) => id));
			const due = [...this.expected].filter(([id, day]) => cards.has(id) && day <= dayOf(now));
			expect(asked.toSorted()).toEqual(due.map(([id]) => id).toSorted());
		}
		for (const id of asked) await answer(id);

		// Then two pages, the changes of a later revision, or the test.
		const open = index.units.flatMap((unit) =>
			unit.pages.filter(({ id }) => record.pages[id]?.done === undefined).map((page) => ({ unit, page }))
		);
		for (const { page } of open.slice(0, 2)) {
			for (const item of page.questions) await answer(item, page.id);
			await happened({ type: 'pageDone', page: page.id });
		}
		for (const revision of revisedFor(index, record))
			for (const { id } of revision.left) await happened({ type: 'revised', change: id });
		if (open.length === 0 && !this.printed) await this.#test(index, now, happened);
		if (this.printed) expect(courseDone(index, record), 'finished stays finished').toBe(true);
		await store.close('suspend');
	}

	async #test(
		index: CourseIndex,
		now: number,
		happened: (...all: Happened[]) => Promise<void>
	): Promise<void> {
		const items = index.units.flatMap((unit) =>
			unit.questions.flatMap(({ id, use }) => (use === 'final' ? [id] : []))
		);
		const asked = items.slice(0, index.test.draw);
		const right = asked.slice(0, Math.ceil(asked.length * index.test.pass));
		const run = 'r1';
		await happened(
			{ type: 'runStarted', run, kind: 'final', items: asked, seed: 's' },
			{
				type: 'runFinished',
				run,
				right,
				wrong: asked.slice(right.length),
				total: asked.length,
				passed: true
			}
		);
		const state = passes(this.events, index.test.pass).at(-1);
		if (!state) throw new Error('passed');
		const facts = { course: index.id, name: this.name, day: dayOf(state.at), ...state };
		expect(facts.day).toBe(dayOf(now));
		this.printed = { code: checkCode(facts), day: facts.day, revision: state.revision };
	}

	file(at: number): string {
		const { id, revision, title } = courseOn(at);
		return writeKiroku({
			course: { id, revision, title },
			learner: { id: this.id, name: this.name },
			events: this.events,
			exportedAt: at
		});
	}

	/** To another computer: with the file, a new name there, and nothing left behind. */
	async move(to: Bench, now: number): Promise<void> {
		const read = readKiroku(this.file(now), today.id);
		if (!read.ok) throw new Error(read.error.detail);
		await openPeople(this.here, [today.id]).remove(this.id);
		this.here = to;
		this.id = `${this.id}moved`;
		await openPeople(to, [today.id]).put({ id: this.id, name: this.name });
		const opened = await openIndexedDbStore({
			...to,
			course: today.id,
			learner: { id: this.id, name: this.name }
		});
		if (!opened.ok) throw new Error(opened.error);
		const { events, added } = mergeEvents([], read.value.events);
		expect(events).toEqual(this.events);
		for (const event of added) await opened.value.save(fold(today.id, events), event);
		await opened.value.close('suspend');
	}
}

/** Midnight of the office's day. */
const startOf = (now: number) => Math.floor((now + 9 * 3_600_000) / DAY) * DAY - 9 * 3_600_000;

it('three people, a year, two revisions, one new computer', async () => {
	const [office, other] = [bench(), bench()];
	const people = [
		new Somebody('佐藤 花子', 'hanako', office, 0.45, 0.9),
		new Somebody('鈴木 一郎', 'ichiro', office, 0.3, 0.7),
		new Somebody('高橋 次郎', 'jiro', office, 0.2, 0.5)
	] as const;
	for (const { id, name } of people) await openPeople(office, [today.id]).put({ id, name });
	const [hanako, ichiro, jiro] = people;

	for (let day = 0; day < 365; day += 1) {
		const now = START + day * DAY;
		if (!isOpen(now)) continue;
		if (dayOf(now) === '2026-10-01') await ichiro.move(other, now);
		for (const [at, one] of people.entries()) {
			// Jiro is away for all of November.
			if (one === jiro && dayOf(now).startsWith('2026-11')) continue;
			if (one.chance(one.diligence)) await one.visit(now + at * 3_600_000);
		}
	}

	const end = START + 365 * DAY;
	const listed = async (here: Bench) => {
		const all = await openPeople(here, [today.id]).list();
		return all.ok ? all.value.map(({ name }) => name).toSorted() : all.error;
	};
	expect(await listed(office)).toEqual([hanako.name, jiro.name].toSorted());
	expect(await listed(other)).toEqual([ichiro.name]);
	expect(await openPeople(office, [today.id]).footprint('ichiro')).toEqual({ ok: true, value: [] });

	for (const one of people) {
		expect(one.printed, `${one.name} has a certificate`).toBeDefined();
		expect(one.events.filter(({ type }) => type === 'revised').length).toBeGreaterThan(0);
		const evidence = readEvidence(one.file(end), third, dayOf);
		if (!evidence.ok || !one.printed) throw new Error('a sound file');
		const { code, day } = one.printed;
		expect(factsOf(evidence.value, code, one.name, third.revision)).toMatchObject({ day });
		for (const another of people.filter((it) => it !== one)) {
			expect(factsOf(evidence.value, code, another.name, third.revision)).toBeUndefined();
			const theirs = readEvidence(another.file(end), third, dayOf);
			if (theirs.ok && another.printed?.day !== day)
				expect(factsOf(theirs.value, code, one.name, third.revision)).toBeUndefined();
		}
	}
});
