/** What a learner writes for a sheet of paper: in this window alone, for one session, and kept nowhere. */
import { fiscalYear, isoDay } from '#ui/dates.ts';
import { checkCode, passes, type Facts } from '#record/proof.ts';
import { studied } from '#record/studied.ts';
import { inFileName } from './file.ts';
import type { Session } from './session.svelte.ts';
import { paper } from './texts-paper.ts';

/** What the store may know besides the name. */
type Known = { name?: string; department?: string; number?: string };

export class Written {
	name: string = $state('');
	department: string = $state('');
	position: string = $state('');
	number: string = $state('');
	learned: string = $state('');
	#minutes: string | undefined = $state();
	#session: Session;

	constructor(session: Session) {
		const known: Known = session.store.learner;
		this.name = known.name ?? '';
		this.department = known.department ?? '';
		this.number = known.number ?? '';
		this.#session = session;
	}

	/** In words, such as 約50分: what was written, or else what the record says now. */
	get minutes(): string {
		const counted = minutesOf(this.#session);
		return this.#minutes ?? (counted === undefined ? '' : paper.report.about(counted));
	}
	set minutes(words: string) {
		this.#minutes = words;
	}
}

/** A session is one person's: the next one at this computer finds nothing of it. */
const all = new WeakMap<Session, Written>();

export function writtenFor(session: Session): Written {
	const known = all.get(session);
	if (known) return known;
	const written = new Written(session);
	all.set(session, written);
	return written;
}

/** When the course was learned; reads the record, so that a screen follows it. */
export const studiedIn = (session: Session) => studied(session.index, session.record, session.events);

/** About how long was learned, in steps of five minutes; undefined when the record cannot tell. */
export function minutesOf(session: Session): number | undefined {
	// An LMS keeps whole minutes, and none of the pages.
	if (session.store.lms) return undefined;
	const active = studiedIn(session)?.active;
	return active === undefined ? undefined : Math.max(5, Math.round(active / 300_000) * 5);
}

/** What today's certificate states; undefined before the test was passed. */
export function certificateOf(
	session: Session,
	name: string
): (Facts & { at: number; code: string }) | undefined {
	const { id, test } = session.index;
	const state = passes(session.events, test.pass).at(-1);
	if (!state) return undefined;
	const { at, revision, right, total } = state;
	const facts = { course: id, revision, name, day: isoDay(at), right, total };
	return { ...facts, at, code: checkCode(facts) };
}

/** The revision that a sheet is about: the one under which the test was passed, or today's. */
export const revisionOf = (session: Session): number =>
	passes(session.events, session.index.test.pass)[0]?.revision ?? session.index.revision;

/** 「R8_課程_受講報告_所属_氏名」: the fiscal year first, so that a folder sorts by it. Without an ending. */
export function paperName(session: Session, what: string, { department, name }: Written): string {
	// Inside an LMS's page the browser names a PDF after that page.
	if (__EDITION__ === 'lms') return what;
	const at = studiedIn(session)?.until ?? session.surroundings.now();
	const parts = [fiscalYear(at).short, session.index.title, what, department, name];
	return parts.flatMap((part) => inFileName(part.trim()) || []).join('_');
}
