/** Several people at one computer: choosing who learns, by what the screen says. */
import { expect } from '@playwright/test';
import { people as words } from '#learn/texts-people.ts';
import type { Learner } from './learner.ts';
import { settled } from './settled.ts';

const radio = (learner: Learner, name: string | RegExp) => learner.main.getByRole('radio', { name });
const banner = (learner: Learner) => learner.page.getByRole('banner');

/** Leaves the computer to the next one. */
export async function change(learner: Learner): Promise<void> {
	await learner.hand.press(banner(learner).getByRole('button', { name: words.change, exact: true }));
	await learner.arrived(words.title);
	await expect(radio(learner, words.newcomer)).toBeVisible();
}

/** Gives a name that is not there yet, and begins. */
export async function enterNew(learner: Learner, name: string, department = ''): Promise<void> {
	await learner.hand.choose(radio(learner, words.newcomer));
	await learner.main.getByLabel(words.name, { exact: true }).fill(name);
	if (department) await learner.main.getByLabel(words.department).fill(department);
	await learner.press(words.begin);
	await isHere(learner, name);
}

/** Chooses one of the names, and begins. */
export async function enter(learner: Learner, name: string): Promise<void> {
	await learner.hand.choose(radio(learner, new RegExp(`^${name}`, 'u')));
	await learner.press(words.begin);
	await isHere(learner, name);
}

export async function enterWithoutRecord(learner: Learner): Promise<void> {
	await learner.hand.choose(radio(learner, new RegExp(`^${words.noRecord}`, 'u')));
	await learner.press(words.beginGuest);
	await isHere(learner, words.guest);
}

/** The header says who learns, and the screen is there. */
export async function isHere(learner: Learner, who: string): Promise<void> {
	await expect(banner(learner)).toContainText(who);
	await learner.ready();
	await settled(learner.page);
}
