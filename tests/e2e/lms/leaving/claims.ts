/** What one learner has answered and what must be kept of it; compared with the record that comes back. */
import { expect } from '@playwright/test';
import { readKiroku } from '#record/kiroku.ts';
import { fold, type Attempt, type LearnerRecord } from '#record/record.ts';
import type { Row, Said } from './hand.ts';

/** `certain`: it has to come back. `row`: it is in the local copy on the disk. */
type Answer = { response: string; certain: boolean; row?: boolean };
/** Of one question: what is known to be kept from before, and the answers since. */
type Item = { first?: string; last?: string; tries: number; since: Answer[] };

/** A packed record counts no further. */
const MOST_TRIES = 16;

export class Claims {
	readonly name: string;
	#items = new Map<string, Item>();
	readonly #said = new Map<number, Said>();
	/** By the event's id: a row may be written again. */
	readonly #rows = new Map<string, Row>();
	/** Ids of rows that belong to answers given before. */
	readonly #older = new Set<string>();
	readonly totals = { given: 0, certain: 0 };

	constructor(name: string) {
		this.name = name;
	}

	/** The same may come twice, and in any order. */
	hear(said: Said | Row): void {
		if (said.what === 'row') this.#rows.set(said.id, said);
		else this.#said.set(said.seq, said);
	}

	/** @param killed only what is on the disk or was called saved counts then; otherwise every verdict that was seen */
	#digest(killed: boolean): void {
		const given = new Map<number, Answer>();
		const all = [...this.#said.values()].sort((a, b) => a.seq - b.seq);
		for (const said of all) {
			if (said.what === 'pressed') {
				const answer: Answer = { response: canonical(said.response), certain: false };
				const own = [...this.#rows.values()].find(
					({ id, item, response }) =>
						!this.#older.has(id) && item === said.item && canonical(response) === answer.response
				);
				// Each row is of one answer: the same may be given twice.
				if (own) this.#older.add(own.id);
				answer.row = own !== undefined;
				answer.certain = killed && answer.row;
				given.set(said.n, answer);
				this.#item(said.item).since.push(answer);
			} else if (said.what === 'shown') {
				const answer = given.get(said.n);
				if (answer) answer.certain ||= !killed;
			} else {
				for (const [n, answer] of given) if (n <= said.n) answer.certain = true;
			}
		}
		this.totals.given += given.size;
		this.totals.certain += [...given.values()].filter(({ certain }) => certain).length;
		this.#said.clear();
		for (const id of this.#rows.keys()) this.#older.add(id);
		this.#rows.clear();
	}

	/** Takes over what is there, as given by whoever was here before. */
	begin(text: string | undefined, course: string): void {
		for (const [id, { first, last, tries }] of Object.entries(recordOf(text, course).items)) {
			this.#items.set(id, { ...kept('first', first), ...kept('last', last), tries, since: [] });
		}
	}

	/** Compares what was heard with the record that came back, and starts anew from what there really is. */
	check(text: string | undefined, course: string, when: string, killed: boolean): void {
		this.#digest(killed);
		const record = recordOf(text, course);
		for (const [id, item] of this.#items) this.#compare(id, item, record, `${when}: ${this.name}, ${id}`);
		for (const [id, { tries }] of Object.entries(record.items)) {
			if (tries > 0) expect([...this.#items.keys()], `${when}: nobody else's answers`).toContain(id);
		}
	}

	#compare(id: string, item: Item, record: LearnerRecord, where: string): void {
		const now = record.items[id];
		const certain = item.since.findLastIndex((answer) => answer.certain);
		const possible = item.since.slice(Math.max(0, certain)).map(({ response }) => response);
		const lasts: (string | undefined)[] = certain < 0 ? [item.last, ...possible] : possible;
		const last = now?.last && canonical(JSON.stringify(now.last.response));
		expect(lasts, `${where}: the last answer of ${JSON.stringify(item.since)}`).toContain(last);
		const firstCertain = item.since.findIndex((answer) => answer.certain);
		const firsts = item.since.slice(0, firstCertain < 0 ? undefined : firstCertain + 1);
		const first = now?.first && canonical(JSON.stringify(now.first.response));
		if (item.first !== undefined) expect(first, `${where}: the first answer`).toBe(item.first);
		else if (first !== undefined)
			expect(
				firsts.map(({ response }) => response),
				`${where}: the first answer`
			).toContain(first);
		const tries = now?.tries ?? 0;
		const least = item.tries + item.since.filter((answer) => answer.certain).length;
		expect(tries, `${where}: how many`).toBeGreaterThanOrEqual(Math.min(least, MOST_TRIES));
		expect(tries, `${where}: how many`).toBeLessThanOrEqual(item.tries + item.since.length);
		this.#items.set(id, { ...kept('first', now?.first), ...kept('last', now?.last), tries, since: [] });
	}

	#item(id: string): Item {
		const known = this.#items.get(id) ?? { tries: 0, since: [] };
		this.#items.set(id, known);
		return known;
	}
}

function kept<K extends string>(name: K, attempt: Attempt | undefined): { [key in K]?: string } {
	return attempt ? ({ [name]: canonical(JSON.stringify(attempt.response)) } as { [key in K]: string }) : {};
}

function recordOf(text: string | undefined, course: string): LearnerRecord {
	if (text === undefined) return fold(course, []);
	const read = readKiroku(text, course);
	if (!read.ok) throw new Error(`not a record: ${read.error.detail}`);
	return fold(course, read.value.events);
}

/** Neither the order of several chosen options nor that of keys says anything; the order of a sequence does. */
function canonical(json: string): string {
	const value: unknown = JSON.parse(json);
	if (Array.isArray(value)) {
		const list = value.map(String);
		return JSON.stringify(list.some((one) => one.startsWith('i')) ? list : list.sort());
	}
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
