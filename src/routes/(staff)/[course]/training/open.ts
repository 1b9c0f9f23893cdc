/** Opens what the training's pages need: the course's items, the store of sessions, and the line to the other window. */
import { loadItems, type Items } from '#workshop/session/items.ts';
import { LiveSession } from '#workshop/session/live.svelte.ts';
import { trainingPaths } from '#workshop/screens/paths.ts';
import { browser } from '#stores/browser.ts';
import { randomTag } from '#stores/open.ts';
import { openLine } from '#stores/workshop/line.ts';
import type { TrainingStore } from '#workshop/session/port.ts';
import courses, { list } from 'virtual:courses';

let store: Promise<TrainingStore> | undefined;
/** One for the window: what cannot be kept on the disk stays with it. */
export function trainingStore(): Promise<TrainingStore> {
	store ??= import('#stores/workshop/store.ts').then(({ openTrainingStore }) => openTrainingStore(browser()));
	return store;
}

const known = new Map<string, Promise<Items>>();
/** The items of a course. Rejects when there is no such course. */
export function itemsHere(course: string): Promise<Items> {
	const before = known.get(course);
	if (before) return before;
	const load = courses[list.find(({ id }) => id === course)?.folder ?? ''];
	const items = load ? load().then(loadItems) : Promise.reject(new Error(`No course ${course}`));
	known.set(course, items);
	return items;
}

let live: LiveSession | undefined;
/**
 * The session of an address; undefined when neither this browser nor another window has it.
 * @param wall whether this window is the one that is projected
 */
export async function sessionHere(
	course: string,
	id: string,
	wall: boolean
): Promise<LiveSession | undefined> {
	// Found by its name, so that the other window does not open a second one.
	if (wall) window.name = nameOf(id, 'show');
	const [items, opened] = await Promise.all([itemsHere(course), trainingStore()]);
	await live?.saved();
	live?.close();
	live = await LiveSession.open(id, items, { store: opened, openLine, now: Date.now, tag: randomTag, wall });
	return live;
}

const nameOf = (id: string, which: 'show' | 'notes') => `manabiya-${which}-${id}`;

/** Opens the session's other window, or brings it to the front; false when the browser does not allow it. */
export function openOther(course: string, id: string, which: 'show' | 'notes'): boolean {
	const address = location.href.split('#')[0] + trainingPaths(course)[which](id);
	return window.open(address, nameOf(id, which), 'popup,width=1100,height=760') !== null;
}
