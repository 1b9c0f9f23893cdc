/** One screen in one state, and how it is opened. */
import { expect, type Page } from '@playwright/test';
import type { Happened } from '../../../src/lib/record/events.ts';
import { storage } from '../../../src/lib/ui/messages.ts';
import { siteOf, standIn, type Stand } from './stand-in.ts';
import { given, open, whole } from './support.ts';

export type Screen = {
	name: string;
	/** Address below the course. */
	path: string;
	/** What happened before; without it the record is empty. */
	record?: Happened[];
	/** Presses what leads to the state. */
	act?: (page: Page) => Promise<unknown>;
	/** Storage is refused by the browser. */
	refused?: boolean;
	/** The page is begun or left in a way that another test must not find. */
	own?: true;
	/** In a package: what the LMS says. */
	lms?: Stand;
	/** Outside of any course: no header. */
	bare?: true;
	/** The same layout as another entry: skipped where only the layout is looked at. */
	like?: true;
};

export const press = (name: string) => (page: Page) => page.getByRole('button', { name }).first().click();

/** Opens a screen in its state. */
export async function visit(page: Page, to: Screen): Promise<void> {
	if (to.refused) {
		await page.addInitScript(() => {
			Object.defineProperty(globalThis, 'indexedDB', { get: () => undefined });
		});
	}
	if (to.lms) await standIn(page, to.lms);
	await open(page, to.path, to.record, to.lms && siteOf(to.lms));
	if (to.refused) await expect(page.getByText(given(storage.refused).title)).toBeVisible();
	if (!to.act) return;
	await to.act(page);
	await whole(page);
}
