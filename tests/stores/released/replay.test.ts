/**
 * Whatever a released revision left behind is opened with the newest course: nothing is lost, results and completion are what they were,
 * and one can go on; packed again and read again too.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEvent, type ProgressEvent } from '#record/events.ts';
import { readKiroku } from '#record/kiroku.ts';
import { emptyRecord, fold } from '#record/record.ts';
import { knownOf } from '#tracking/course.ts';
import { rescore } from '#tracking/rescore.ts';
import { createMemoryStore } from '#stores/memory/store.ts';
import { createTracking } from '#tracking/tracking.ts';
import { wholeCourse } from '../../domain/tracking/courses.ts';
import { RELEASED } from './freeze.ts';
import { openBrowser, reopen, TARGETS, withRows, type InLms, type Rows } from './places.ts';
import { toldOf, RULES, type Told } from './told.ts';

const course = wholeCourse('courses/kami-kyodo');
const { id, revision } = course.index;
const tracking = createTracking(course, RULES.both);
const known = new Set(knownOf(course).tasks.keys());
const released = readdirSync(RELEASED).filter((name) => /^r\d+$/u.test(name));

const read = <T>(...path: string[]) => JSON.parse(readFileSync(join(RELEASED, ...path), 'utf8')) as T;

/** What was told then, and what is told now. */
function kept(now: Told, then: Told): void {
	const { items, runs, units, standing, resume, ...rest } = then;
	expect(now).toMatchObject(JSON.parse(JSON.stringify(rest)) as object);
	// A state and the journal beside it may know a run more.
	expect(shownIn(now.runs)).toMatchObject(shownIn(runs));
	expect(Object.keys(now.items)).toEqual(Object.keys(items));
	for (const [item, was] of Object.entries(items)) {
		const is = now.items[item];
		// Of what the course has no more an LMS's state says what was answered and whether it was right, not how many points that is.
		const of = (one: typeof was | undefined) => (known.has(item) ? one : one && withoutPoints(one));
		expect(JSON.parse(JSON.stringify(of(is))), item).toEqual(JSON.parse(JSON.stringify(of(was))));
	}
	// A unit may be new or gone; those that are still there stand where they stood.
	for (const [unit, status] of Object.entries(units))
		if (unit in now.units) expect(now.units[unit]).toBe(status);
	for (const name of Object.keys(RULES)) {
		const [was, is] = [standing[name], now.standing[name]];
		expect(is?.completed).toBe(was?.completed);
		expect(is?.passed).toBe(was?.passed);
		expect(is?.score).toBe(was?.score);
		expect(is?.progress).toBeGreaterThanOrEqual(was?.progress ?? 0);
	}
	expect(now.resume).toEqual(resume);
}

/** A run under way goes on with the questions that the course still has; what was answered to the others stands in the items. */
const shownIn = (runs: Told['runs']): object =>
	JSON.parse(
		JSON.stringify(
			Object.fromEntries(
				Object.entries(runs).map(([run, one]) => [
					run,
					one.finished ? one : { ...one, items: one.items.filter((item) => known.has(item)) }
				])
			)
		)
	) as object;

const withoutPoints = ({ first, last, ...rest }: Told['items'][string]) => ({
	...rest,
	first: first?.response,
	last: last?.response
});

const told = (events: readonly ProgressEvent[]) => toldOf(fold(id, events), course);

/** Packed by the newest course and read again. */
function packedAgain(events: readonly ProgressEvent[]): Told {
	const state = tracking.pack(fold(id, events), {
		ledger: { count: 0, first: [], later: {} },
		lines: [],
		reported: { completed: false, passed: false, score: undefined }
	});
	expect(state.length).toBeLessThanOrEqual(tracking.worst);
	const unpacked = tracking.unpack(state);
	if (!unpacked.ok) throw new Error(unpacked.error);
	return told(unpacked.value.events);
}

/** A packed state and the journal know thoughts by their existence; the words may be on this computer. */
const silent = (one: Told): Told => ({
	...one,
	comments: Object.fromEntries(Object.keys(one.comments).map((item) => [item, null]))
});

it('there are records of every revision before this one', () => {
	const before = Array.from({ length: revision - 1 }, (_, n) => `r${n + 1}`);
	expect(released).toEqual(expect.arrayContaining(before));
	expect(released.length).toBeGreaterThan(0);
});

describe.each(released)('records of %s', (name) => {
	const stories = readdirSync(join(RELEASED, name));

	describe.each(stories)('%s', (story) => {
		const then = read<{ whole: Told; packed: Told }>(name, story, 'told.json');

		it('the record file is read as it was written, and the same when every answer is scored again', () => {
			const file = readKiroku(readFileSync(join(RELEASED, name, story, 'record.kiroku.json'), 'utf8'), id);
			if (!file.ok) throw new Error(file.error.detail);
			const { events } = file.value;
			kept(told(events), then.whole);
			kept(told(rescore(events, course, course.index.test.pass)), then.whole);
			kept(silent(packedAgain(events)), silent(then.packed));
		});

		it('a store in memory gives back what it is given', async () => {
			const rows = read<Rows>(name, story, 'indexeddb.json');
			const events = (rows['events'] ?? []).flatMap(
				(row) => readEvent((row as { event: unknown }).event) ?? []
			);
			const store = createMemoryStore({ course: id, learner: { id: 'local' }, now: () => 1 });
			for (const event of events) await store.save(emptyRecord(id), event);
			const loaded = await store.load();
			if (!loaded.ok) throw new Error(loaded.error);
			kept(told(loaded.value.events), then.whole);
		});

		it("a browser's database is read as it was written", async () => {
			const store = await openBrowser(id, await withRows(id, read<Rows>(name, story, 'indexeddb.json')));
			const loaded = await store.load();
			if (!loaded.ok) throw new Error(loaded.error);
			kept(told(loaded.value.events), then.whole);
		});

		const states = readdirSync(join(RELEASED, name, story)).filter((file) => file.startsWith('scorm'));
		it('there is a state for every kind of LMS', () => {
			expect(new Set(states.map((file) => file.replace(/-[A-Z]\.json$/u, '')))).toEqual(new Set(TARGETS));
		});

		it.each(states)('%s: read, gone on with, packed again and read again', async (file) => {
			const target = TARGETS.find((one) => file.startsWith(one));
			if (!target) throw new Error(file);
			const { events, state, status } = await reopen(target, tracking, read<InLms>(name, story, file));
			kept(silent(told(events)), silent(then.packed));
			kept(silent(packedAgain(events)), silent(then.packed));
			const again = tracking.unpack(state);
			expect(again.ok).toBe(true);
			if (again.ok) {
				const { resume: _elsewhere, ...rest } = silent(told(again.value.events));
				expect(rest.items).toEqual(silent(told(events)).items);
				expect(rest.done).toBe(then.packed.done);
			}
			// What the LMS shows does not sink.
			const was = read<InLms>(name, story, file).elements;
			for (const element of ['cmi.core.lesson_status', 'cmi.completion_status', 'cmi.success_status'])
				if (was[element] !== undefined) expect(status[element]).toBe(was[element]);
			for (const element of ['cmi.core.score.raw', 'cmi.score.raw'])
				if (was[element] !== undefined)
					expect(Number(status[element])).toBeGreaterThanOrEqual(Number(was[element]));
		});
	});
});

it('nothing else lies in the folder of the frozen records', () => {
	expect(existsSync(join(RELEASED, 'checksums.txt'))).toBe(true);
	expect(readdirSync(RELEASED).sort()).toEqual(['checksums.txt', ...released].sort());
});
