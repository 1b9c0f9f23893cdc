/** The learner's own file: taken from the screen, read as the app would read it, and given back. */
import { readFileSync } from 'node:fs';
import { expect, type Locator } from '@playwright/test';
import type { ProgressEvent } from '#record/events.ts';
import { readKiroku } from '#record/kiroku.ts';
import { texts } from '#learn/texts.ts';
import type { Learner } from './learner.ts';

export type Taken = { name: string; text: string; events: ProgressEvent[] };

/** Presses the button and reads what is downloaded; fails when it is no sound record of this course. */
export async function takeFile(learner: Learner, button: Locator): Promise<Taken> {
	const [download] = await Promise.all([learner.page.waitForEvent('download'), learner.hand.press(button)]);
	const name = download.suggestedFilename();
	expect(name).toMatch(/_令和\d+年\d+月\d+日\.kiroku\.json$/u);
	const text = readFileSync(await download.path(), 'utf8');
	const read = readKiroku(text, learner.course.id);
	expect(read.ok, 'the file is sound').toBe(true);
	return { name, text, events: read.ok ? read.value.events : [] };
}

/** Chooses a file on the record's screen. */
export async function giveFile(learner: Learner, name: string, text: string): Promise<void> {
	await learner.main.getByLabel(texts.record.load).setInputFiles({
		name,
		mimeType: 'application/json',
		buffer: Buffer.from(text)
	});
}

export const answersIn = (events: ProgressEvent[]) =>
	events.flatMap((event) => (event.type === 'answered' ? [event.item] : []));
