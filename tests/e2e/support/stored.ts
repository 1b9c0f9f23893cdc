/** What IndexedDB holds, read with the bare API and apart from the app. */
import type { Page } from '@playwright/test';
import { readEvent, type ProgressEvent } from '#record/events.ts';

export const databaseOf = (course: string) => `manabiya:${course}`;

/** The stored events of a course, oldest first. */
export async function storedEvents(page: Page, course: string): Promise<ProgressEvent[]> {
	return (await storedRows(page, course)).map(({ event }) => event);
}

/** The same, with the ids of those who made them. */
export async function storedRows(
	page: Page,
	course: string
): Promise<{ learner: string; event: ProgressEvent }[]> {
	const rows = await page.evaluate(readRows, databaseOf(course));
	return rows
		.flatMap(({ learner, event }) => {
			const read = readEvent(event);
			return read ? [{ learner, event: read }] : [];
		})
		.sort(({ event: a }, { event: b }) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

export async function storedAnswers(page: Page, course: string) {
	return (await storedEvents(page, course)).flatMap((event) => (event.type === 'answered' ? [event] : []));
}

// Runs in the page and may use nothing from outside its own body.
function readRows(name: string): Promise<{ learner: string; event: unknown }[]> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name);
		request.onerror = () => reject(request.error ?? new Error('open'));
		request.onsuccess = () => {
			const db = request.result;
			if (!db.objectStoreNames.contains('events')) {
				db.close();
				resolve([]);
				return;
			}
			const rows = db.transaction('events').objectStore('events').getAll();
			rows.onerror = () => reject(rows.error ?? new Error('read'));
			rows.onsuccess = () => {
				db.close();
				resolve(rows.result);
			};
		};
	});
}
