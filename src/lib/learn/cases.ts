/** The cases of a course in the order they teach, what a learner has thought about, and what comes next. Nothing is locked. */
import type { CaseMeta, CourseIndex, UnitIndex } from '#course/parts.ts';
import type { Band, Teach } from '#course/schema.ts';
import { own } from '#record/json.ts';
import type { LearnerRecord } from '#record/record.ts';
import { bandOf } from '#scenario/judge.ts';
import type { Session } from './session.svelte.ts';

/** `work`: a case in several steps. `teach`: of a case about the column alone. */
export type Entry = { id: string; title: string; kind: 'domain' | 'conduct' | 'work'; teach?: Teach };
/** `n`: number of the chapter, from 1. */
export type Chapter = { unit: UnitIndex; n: number; entries: Entry[] };
type Learning = Pick<Session, 'index' | 'record'>;

/** So many own cases in a row, each answered best at the first go, show that the reasoning need not be shown any more. */
const SURE = 3;
const RANK: Record<Teach, number> = { worked: 0, half: 1, own: 2 };
const rank = ({ teach }: CaseMeta) => (teach ? RANK[teach] : 3);

/** Worked ones first, then half worked ones, then own ones; and none before the one it comes after. */
function taught(cases: readonly CaseMeta[]): CaseMeta[] {
	const ranked = [...cases].sort((a, b) => rank(a) - rank(b));
	const out = new Set<CaseMeta>();
	const add = (one: CaseMeta, waiting: readonly CaseMeta[]) => {
		const before = ranked.find(({ id }) => id === one.after);
		if (before && !waiting.includes(before)) add(before, [...waiting, one]);
		out.add(one);
	};
	for (const one of ranked) add(one, [one]);
	return [...out];
}

export function chapters(index: CourseIndex): Chapter[] {
	return index.units.flatMap((unit, i) => {
		const entries: Entry[] = [
			...taught(unit.cases).map(({ id, title, type, teach }) => ({
				id,
				title,
				kind: type,
				...(teach ? { teach } : {})
			})),
			...unit.casework.map(({ id, title }) => ({ id, title, kind: 'work' as const }))
		];
		return entries.length ? [{ unit, n: i + 1, entries }] : [];
	});
}

const all = (index: CourseIndex) => chapters(index).flatMap(({ entries }) => entries);
const tried = (record: LearnerRecord, { id }: Entry) => (own(record.items, id)?.tries ?? 0) > 0;

/** The band reached last with a case; undefined before the first answer and for cases in steps. */
export function bandReached(record: LearnerRecord, id: string): Band | undefined {
	const last = own(record.items, id)?.last;
	return last && bandOf(last);
}

/** Whether so many own cases in a row, in the order the learner took them, were answered best at the first go. */
function isSure(entries: readonly Entry[], record: LearnerRecord): boolean {
	const firsts = entries
		.flatMap(({ id, teach }) => (teach === 'own' ? (own(record.items, id)?.first ?? []) : []))
		.sort((a, b) => a.at - b.at);
	let row = 0;
	return firsts.some((first) => (row = bandOf(first) === 'best' ? row + 1 : 0) === SURE);
}

/** Ids of the worked and half worked cases that a learner who has shown to be sure may leave out. */
export function skippable({ index, record }: Learning): Set<string> {
	const entries = all(index);
	if (!isSure(entries, record)) return new Set();
	const shown = entries.filter(
		(one) => (one.teach === 'worked' || one.teach === 'half') && !tried(record, one)
	);
	return new Set(shown.map(({ id }) => id));
}

/** What comes next in the teaching order: after a case when there is more there, else from the beginning. Undefined: nothing is left. */
export function nextEntry(learning: Learning, after?: string): Entry | undefined {
	const entries = all(learning.index);
	const left = skippable(learning);
	const at = entries.findIndex(({ id }) => id === after);
	return [...entries.slice(at + 1), ...entries.slice(0, at + 1)].find(
		(one) => one.id !== after && !tried(learning.record, one) && !left.has(one.id)
	);
}

/** Where to go without the reasoning shown: the first own case not answered. Undefined when nothing would be passed over. */
export function ownFirst(learning: Learning): Entry | undefined {
	const entries = all(learning.index);
	const left = skippable(learning);
	const own = entries.find((one) => one.teach === 'own' && !tried(learning.record, one));
	const passed = entries.slice(0, own ? entries.indexOf(own) : 0);
	return passed.some((one) => one.teach && !tried(learning.record, one) && !left.has(one.id))
		? own
		: undefined;
}
