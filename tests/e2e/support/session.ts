/** Training sessions made up for a test, and brought into a browser the way a trainer does: from a file. */
import { expect, type Page } from '@playwright/test';
import { splitCourse } from '#course/parts.ts';
import { prepare } from '#workshop/screens/texts-prepare.ts';
import { eventOf, sessionOf, type Session } from '#workshop/session/fold.ts';
import { writeKenshu, type Kenshu } from '#workshop/session/file.ts';
import { itemsOf, type Items } from '#workshop/session/items.ts';
import type { Move, Prepared, Step, TrainingEvent } from '#workshop/session/prepared.ts';
import { screen, type Site } from './site.ts';
import type { Taught } from './course.ts';

export const itemsOfCourse = (course: Taught): Items =>
	itemsOf({ index: splitCourse(course).index, units: course.units }, course.rule);

/** A prepared session of a course, with what differs from an hour of it. */
export function preparedWith({ index }: Items, given: Partial<Prepared> & { steps: Step[] }): Prepared {
	const { id, revision, title } = index;
	return {
		course: { id, revision, title },
		name: '新採用職員研修',
		day: '2027-04-05',
		place: '本庁舎　大会議室',
		minutes: 60,
		people: 24,
		tables: 5,
		...given
	};
}

/** The events of these moves, a minute apart. `from`: epoch milliseconds. */
export function eventsOf(moves: readonly Move[], from: number): TrainingEvent[] {
	const events: TrainingEvent[] = [];
	for (const [i, move] of moves.entries())
		events.push(eventOf(events, move, from + i * 60_000, `e${String(i).padStart(4, '0')}`));
	return events;
}

export function opened(items: Items, prepared: Prepared): Session {
	const session = sessionOf(items, prepared);
	if (!session) throw new Error('nothing of the session is in the course');
	return session;
}

/** Reads a session in on the page where sessions are prepared. Gives the id it is kept under. */
export async function bring(page: Page, site: Site, kenshu: Kenshu): Promise<string> {
	await page.goto(screen(site, 'training'));
	await page.getByRole('heading', { level: 1, name: prepare.title }).waitFor();
	await page.locator('input[type=file]').setInputFiles({
		name: 'a.kenshu.json',
		mimeType: 'application/json',
		buffer: Buffer.from(writeKenshu(kenshu))
	});
	await expect(page.getByText(prepare.loaded(kenshu.prepared.name))).toBeVisible();
	const card = page.locator('li.card').filter({ hasText: kenshu.prepared.name }).first();
	const address = await card.getByRole('link').first().getAttribute('href');
	const id = /training\/([^/]+)\//u.exec(address ?? '')?.[1];
	if (!id) throw new Error(`no session in ${address}`);
	return id;
}
