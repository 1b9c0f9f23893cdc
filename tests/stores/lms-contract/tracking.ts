/** A small course's tracking for the tests of the stores: what they need of the port, and nothing of the real packing. */
import { deflateSync, inflateSync } from 'fflate';
import type { ProgressEvent } from '#record/events.ts';
import type { Interaction, Side, Standing, Tracking } from '#record/lms.ts';
import type { LearnerRecord } from '#record/record.ts';
import { err, ok } from '#record/result.ts';
import type { Rule } from '#record/rule.ts';
import { COURSE } from '../contract.ts';

export const RULE: Rule = {
	pass: 0.8,
	completes: 'both',
	onComplete: 'passed',
	onFail: 'failed',
	score: 'best',
	interactions: true
};

/** Pages of each teaching unit; the unit `test` has the final test. */
const UNITS: Record<string, string[]> = { u1: ['p1', 'p2'], u2: ['p3'] };

type Packed = { events: ProgressEvent[]; side: Side };

/** @param more parts that a test wants otherwise */
export function fakeTracking(rule: Partial<Rule> = {}, more: Partial<Tracking> = {}): Tracking {
	const whole = { ...RULE, ...rule };
	return {
		course: COURSE,
		revision: 1,
		rule: whole,
		worst: 3_000,
		answers: 0,
		pack: (record, side) => encode({ events: eventsFrom(record), side }),
		unpack(text) {
			if (text.startsWith('N')) return err('newer');
			const packed = decode(text);
			return packed ? ok(packed) : err('damaged');
		},
		interaction,
		standing: (record) => standing(record, whole),
		place: (record) => JSON.stringify(record.resume ?? {}).replace(/[^a-z0-9]+/g, '-'),
		...more
	};
}

function encode(packed: Packed): string {
	const bytes = deflateSync(new TextEncoder().encode(JSON.stringify(packed)), { level: 9 });
	return `T${Buffer.from(bytes).toString('base64url')}`;
}

function decode(text: string): Packed | undefined {
	try {
		const bytes = inflateSync(Buffer.from(text.slice(1), 'base64url'));
		return JSON.parse(new TextDecoder().decode(bytes)) as Packed;
	} catch {
		return undefined;
	}
}

/** Events that fold to the same record, as far as these tests look at it: single tries between the first and the last are left out. */
function eventsFrom(record: LearnerRecord): ProgressEvent[] {
	const events: ProgressEvent[] = [];
	let n = 0;
	const id = () => `packed${(n += 1)}`;
	if (record.seed !== undefined) {
		events.push({ id: id(), at: record.startedAt ?? 0, type: 'started', revision: 1, seed: record.seed });
	}
	for (const [run, it] of Object.entries(record.runs)) {
		const { kind, items, seed } = it;
		events.push({ id: id(), at: it.startedAt, type: 'runStarted', run, kind, items, seed });
		if (it.finishedAt === undefined) continue;
		const { right = [], wrong = [], total = 0, passed } = it;
		const verdict = passed === undefined ? {} : { passed };
		events.push({ id: id(), at: it.finishedAt, type: 'runFinished', run, right, wrong, total, ...verdict });
	}
	for (const [page, it] of Object.entries(record.pages)) {
		events.push({ id: id(), at: it.opened, type: 'pageOpened', page });
		if (it.done !== undefined) events.push({ id: id(), at: it.done, type: 'pageDone', page });
	}
	for (const [item, { at }] of Object.entries(record.comments)) {
		events.push({ id: id(), at, type: 'commented', item });
	}
	for (const [item, it] of Object.entries(record.items)) {
		if (it.first) events.push({ id: id(), type: 'answered', item, ...it.first });
		if (it.last && it.tries > 1) {
			events.push({ id: id(), type: 'answered', item, ...it.last, nth: it.tries });
		}
	}
	return events;
}

/** `q…` are choices, `k…` cases of which half can be defended, `t…` statements, `m…` boards whose right answer is every card in the column of its own number. */
function interaction(event: ProgressEvent): Interaction | undefined {
	if (event.type === 'answered') {
		const { response } = event;
		if (typeof response !== 'object' || response === null || !('chosen' in response)) return undefined;
		return {
			item: event.item,
			unit: 'u1',
			at: event.at,
			...(event.ms === undefined ? {} : { ms: event.ms }),
			right: event.earned === event.total,
			...(event.item.startsWith('k') ? { share: event.earned / event.total } : {}),
			...(event.item.startsWith('t') ? { neutral: true as const } : {}),
			answer: { type: 'choice', response: response.chosen as number[], correct: [0, 2] }
		};
	}
	if (event.type === 'boardChecked') {
		const pairs = event.right.map((_, n): [number, number] => [n, n]);
		return {
			item: event.board,
			unit: 'u1',
			at: event.at,
			right: Object.keys(event.wrong).length === 0,
			answer: { type: 'matching', response: pairs, correct: [pairs] }
		};
	}
	return undefined;
}

function standing(record: LearnerRecord, rule: Rule): Standing {
	const finals = Object.values(record.runs).filter((run) => run.kind === 'final' && run.finishedAt);
	const scores = finals.map((run) => (100 * (run.right?.length ?? 0)) / (run.total ?? 1));
	const passed = finals.length === 0 ? undefined : scores.some((score) => score >= 100 * rule.pass);
	const units = Object.entries(UNITS).map(([id, pages]): Standing['units'][number] => {
		const opened = pages.filter((page) => record.pages[page] !== undefined).length;
		const done = pages.filter((page) => record.pages[page]?.done !== undefined).length;
		return { id, status: done === pages.length ? 'done' : opened > 0 ? 'underway' : 'untouched' };
	});
	units.push({ id: 'test', status: passed ? 'done' : finals.length > 0 ? 'underway' : 'untouched' });
	const left = units.filter((unit) => unit.id !== 'test' && unit.status !== 'done').length;
	const missing = {
		units: rule.completes === 'test' ? 0 : left,
		test: rule.completes !== 'units' && passed !== true
	};
	const completed = missing.units === 0 && !missing.test;
	const done = units.filter((unit) => unit.status === 'done').length;
	return {
		completed,
		passed,
		score: scores.length === 0 ? undefined : Math.round(Math.max(...scores) * 100) / 100,
		progress: completed ? 1 : Math.min(0.99, Math.round((done / units.length) * 10_000) / 10_000),
		units,
		missing
	};
}
