/** Starting runs of questions: which items, in which order. */
import type { CourseIndex, UnitIndex } from '#course/parts.ts';
import type { RunKind } from '#record/events.ts';
import { own } from '#record/json.ts';
import { flaggedItems, wrongItems } from '#record/progress.ts';
import type { LearnerRecord } from '#record/record.ts';
import { drawPractice, drawTest } from '#scenario/draw.ts';
import { topicsOf } from './mixing.ts';
import type { Session } from './session.svelte.ts';

/** Questions in a mixed practice. */
const MIXED = 10;

const idsOf = (unit: UnitIndex, use: 'practice' | 'final') =>
	unit.questions.flatMap((q) => (q.use === use ? [q.id] : []));

/** Practice items of all chapters, by chapter. */
function strata(index: CourseIndex, use: 'practice' | 'final') {
	return index.units
		.map((unit) => ({ unit: unit.id, items: idsOf(unit, use) }))
		.filter((s) => s.items.length > 0);
}

/** Keeps the start of a run and returns its id. */
function begin(session: Session, kind: RunKind, items: string[], seed: string, unit?: string): string {
	const run = `r${session.record.runOrder.length + 1}_${seed.slice(0, 6)}`;
	session.happened({ type: 'runStarted', run, kind, items, seed, ...(unit ? { unit } : {}) });
	return run;
}

export function startUnit(session: Session, unit: UnitIndex): string {
	return begin(session, 'practice', idsOf(unit, 'practice'), session.surroundings.tag(), unit.id);
}

/** What one was sure of and got wrong first, then what else was wrong; neighbours are about different things. */
export function mixedItems({ index, record }: Pick<Session, 'index' | 'record'>, seed: string): string[] {
	const topicOf = topicsOf(index);
	const all = index.units.flatMap((unit) =>
		unit.questions.flatMap((it) => (it.use === 'practice' ? [{ id: it.id, topic: topicOf(it, unit) }] : []))
	);
	const wrong = wrongItems(index, record);
	const sure = sureOf(wrong, record);
	const groups = [all.filter(({ id }) => sure.includes(id)), all.filter(({ id }) => wrong.includes(id)), all];
	return drawPractice({ groups, seed, size: MIXED });
}

export function startMixed(session: Session): string {
	const seed = session.surroundings.tag();
	return begin(session, 'practice', mixedItems(session, seed), seed);
}

/** The final test: stratified by chapter, items not seen in earlier tests first. */
export function startTest(session: Session): string {
	const { index, record } = session;
	const seed = session.surroundings.tag();
	const units = strata(index, 'final');
	// Once for every test it was in, so that a third test does not repeat the second before the first.
	const drawn = Object.values(record.runs).flatMap((run) => (run.kind === 'final' ? run.items : []));
	// An LMS keeps only some tests; that an item was asked in another one is told by its answers.
	const answered = units
		.flatMap((unit) => unit.items)
		.filter((id) => own(record.items, id)?.first !== undefined);
	const items = drawTest({ units, draw: index.test.draw, seen: [...drawn, ...answered], seed });
	return begin(session, 'final', items, seed, index.test.unit);
}

export function startWrong(session: Session, items: string[]): string {
	return begin(session, 'wrong', items, session.surroundings.tag());
}

export function startReview(session: Session): string {
	return begin(session, 'flagged', reviewItems(session), session.surroundings.tag());
}

/** Of these, what one was sure of at the last answer. */
function sureOf(items: readonly string[], record: LearnerRecord): string[] {
	return items.filter((id) => own(record.items, id)?.last?.confidence === 'sure');
}

/** What is to be looked at again, each once: what one was sure of and got wrong, then marked items, then the other wrong ones. */
export function reviewItems({ index, record }: Pick<Session, 'index' | 'record'>): string[] {
	const wrong = wrongItems(index, record);
	const sure = sureOf(wrong, record);
	return [...new Set([...sure, ...flaggedItems(index, record), ...wrong])];
}

/** How many right answers pass. */
export function needed(index: CourseIndex, total: number): number {
	return Math.ceil(index.test.pass * total - 1e-9);
}
