/** When what was learned is asked again: derived from a record, never kept in it. Pure; the time is an argument. */
import { own } from './json.ts';
import {
	AGAIN,
	GOOD,
	HARD,
	interval,
	isFirst,
	nextMemory,
	onGrid,
	type Grade,
	type Memory
} from './memory.ts';
import type { Attempt, ItemRecord, LearnerRecord } from './record.ts';
import { minuteIn, SITTING } from './sittings.ts';

const MINUTE = 60_000;
const MINUTES_OF_DAY = 24 * 60;
export const DAY = MINUTES_OF_DAY * MINUTE;

/** What is asked again. */
export type CardKind = 'question' | 'case';
/** `start`: of the day on the learner's calendar. Both in epoch milliseconds. */
export type Today = { now: number; start: number };

export type CardState = {
	memory: Memory;
	/** Minute of the last answer, and from when on it is asked again: epoch milliseconds. */
	at: number;
	dueAt: number;
	/** How the last answer went, and how sure one was. */
	grade: Grade;
	sure: boolean;
};

/** How much of an answer's points a case has to earn to be no failure: a column that can be defended. */
const DEFENSIBLE = 3 / 4;

/** How well something was known, by the answer and the sureness said before it was checked: nobody rates themselves. */
export function gradeOf(
	kind: CardKind,
	{ earned, total, confidence }: Pick<Attempt, 'earned' | 'total' | 'confidence'>
): Grade {
	if (earned === total) return confidence === 'unsure' ? HARD : GOOD;
	return kind === 'case' && earned >= DEFENSIBLE * total ? HARD : AGAIN;
}

/** The memory of an item; undefined before its first answer. @param startedAt of the record */
export function memoryOf(kind: CardKind, { sittings }: ItemRecord, startedAt: number): Memory | undefined {
	let memory: Memory | undefined;
	let last = 0;
	for (const sitting of sittings) {
		const days = Math.round((minuteIn(startedAt, sitting.at) - last) / MINUTES_OF_DAY);
		memory = sitting.memory
			? onGrid(sitting.memory)
			: nextMemory(memory, Math.max(1, days), gradeOf(kind, sitting));
		last = minuteIn(startedAt, sitting.until);
	}
	return memory;
}

/** Where a card stands; undefined before its first answer. */
export function cardState(record: LearnerRecord, id: string, kind: CardKind): CardState | undefined {
	const item = own(record.items, id);
	if (!item?.last) return undefined;
	const startedAt = record.startedAt ?? 0;
	const memory = memoryOf(kind, item, startedAt);
	if (!memory) return undefined;
	const minute = minuteIn(startedAt, item.last.at);
	return {
		memory,
		at: minute * MINUTE,
		dueAt: (minute + interval(memory) * MINUTES_OF_DAY) * MINUTE,
		grade: gradeOf(kind, item.last),
		sure: item.last.confidence === 'sure'
	};
}

/** Whether it is asked today: on the day it falls due and later, but not in the sitting of the last answer. */
export function isDue({ at, dueAt }: CardState, { now, start }: Today): boolean {
	return dueAt < start + DAY && now - at >= SITTING * MINUTE;
}

/** Whether it was asked again today: an answer to something learned on an earlier day. */
export function isReviewed({ at, memory }: CardState, { start }: Today): boolean {
	return at >= start && !isFirst(memory);
}
