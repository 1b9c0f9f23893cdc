/** Opens a course and the place where its record is kept: the one spot where learning meets storage. */
import { goto } from '$app/navigation';
import { Session } from '#learn/session.svelte.ts';
import { createMemoryStore } from '#stores/memory/store.ts';
import { openStoreSoon, randomTag } from '#stores/open.ts';
import courses, { list } from 'virtual:courses';

const open = new Map<string, Promise<Session | undefined>>();

/** The session of a course, opened once a window; undefined when this edition has no such course. */
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
	const [source, store] = await Promise.all([
		load(),
		__EDITION__ === 'lms'
			? Promise.resolve(createMemoryStore({ course: id, learner: { id: 'x' }, now: Date.now }))
			: openStoreSoon({ courseId: id })
	]);
	return Session.open(source, store, {
		now: Date.now,
		tag: randomTag,
		go: (href) => void goto(href)
	});
}
