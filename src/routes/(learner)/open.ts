/** Opens a course and the place where its record is kept: the one spot where learning meets storage. */
import { goto } from '$app/navigation';
import { Session, type Surroundings } from '#learn/session.svelte.ts';
import { payload } from '#learn/payload.ts';
import type { Question } from '#questions/registry.ts';
import type { UnitContent } from '#course/parts.ts';
import type { Payload } from '#record/payload.ts';
import type { Store } from '#record/port.ts';
import { browserSurroundings } from '#stores/lms/browser.ts';
import { openLmsStore } from '#stores/lms/open.ts';
import { createTracking } from '#tracking/tracking.ts';
import { openStoreSoon, randomTag } from '#stores/open.ts';
import { door } from './door.svelte.ts';
import courses, { list } from 'virtual:courses';

const open = new Map<string, Promise<Session | undefined>>();
// Whoever comes next gets sessions of their own: what is open is written and let go.
door.onLeave = async () => {
	const leaving = [...open.values()];
	open.clear();
	await Promise.all(leaving.map((session) => session.then((one) => one?.close()).catch(() => {})));
};

/**
 * The session of a course, opened once a window and a learner; undefined when this edition has no such course. Waits until it is
 * known who learns.
 */
export function openSession(id: string): Promise<Session | undefined> {
	const known = open.get(id);
	if (known) return known;
	const opening = start(id);
	open.set(id, opening);
	return opening;
}

async function start(id: string): Promise<Session | undefined> {
	const listed = list.find((course) => course.id === id);
	const load = listed && courses[listed.folder];
	if (!load) return undefined;
	const packed = __EDITION__ === 'lms' ? payload() : undefined;
	// The constant comes first, so that each edition carries its own stores alone.
	const opening = __EDITION__ === 'lms' ? packed && openInLms(packed) : openHere(id);
	if (!opening) return undefined;
	const [source, store] = await Promise.all([load(), opening]);
	const surroundings: Surroundings = {
		now: Date.now,
		tag: randomTag,
		go: (href) => void goto(href),
		// Only who reads a file in needs it.
		async rescore(events, { index, units }) {
			const { rescore } = await import('#tracking/rescore.ts');
			return rescore(events, { index, units }, packed?.rule.pass ?? index.test.pass);
		}
	};
	return Session.open(source, store, surroundings, packed?.carried);
}

async function openHere(courseId: string): Promise<Store> {
	const who = await door.who();
	if (who === 'guest') return openStoreSoon({ courseId, learner: { id: 'guest' }, keep: false });
	return openStoreSoon({ courseId, ...(who === 'unnamed' ? {} : { learner: who }) });
}

function openInLms({ target, rule, course }: Payload): Promise<Store> {
	const { index } = course;
	// The build that made the player checked these questions with the same types.
	const units = course.units as UnitContent<Question>[];
	return openLmsStore({
		target,
		tracking: createTracking({ index, units }, rule),
		surroundings: browserSurroundings()
	});
}
