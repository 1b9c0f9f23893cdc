/** Who learns in this browser, and in this tab. */
import { readPerson, type People, type Who } from '#record/people.ts';
import { browser, has } from '../browser.ts';
import { PEOPLE_DATABASE } from './name.ts';

/** The people of this browser; their database's code is loaded now. */
export async function people(courses: readonly string[]): Promise<People> {
	const { openPeople } = await import('./people.ts');
	return openPeople(browser(), courses);
}

/** How long the names may take to come, in milliseconds, before the course begins without asking who is there. */
const PATIENCE = 8_000;

/** Whether somebody has to say who is learning: whether there are names. */
export async function anyPeople(courses: readonly string[]): Promise<boolean> {
	const around = browser();
	const known = await has(PEOPLE_DATABASE, around);
	if (known === false || !around.indexedDB) return false;
	const tooLate = new Promise<undefined>((resolve) => void around.later(() => resolve(undefined), PATIENCE));
	const listed = await Promise.race([(await people(courses)).list(), tooLate]);
	return listed?.ok === true && listed.value.length > 0;
}

const WHO = 'manabiya:who';
/** Who was learning in this tab before it was loaded anew. */
export function whoWasHere(): Who | undefined {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(WHO) ?? 'null');
		return kept === 'guest' || kept === 'unnamed' ? kept : readPerson(kept);
	} catch {
		return undefined;
	}
}

/** Remembers it as long as the tab lives, and no longer: the next one at this computer is asked. */
export function rememberWho(who: Who | undefined): void {
	try {
		if (who === undefined) sessionStorage.removeItem(WHO);
		else sessionStorage.setItem(WHO, JSON.stringify(who));
	} catch {
		// Without storage one is asked again after loading anew.
	}
}
