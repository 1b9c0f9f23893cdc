/** A training session in which everything was entered before it is shown: made as the file that the training's first page reads. */
import { expect, type Page } from '@playwright/test';
import { prepare } from '#workshop/screens/texts-prepare.ts';
import { preparedOf, proposed } from '#workshop/session/draft.ts';
import { writeKenshu } from '#workshop/session/file.ts';
import { eventOf, sessionOf, type Session } from '#workshop/session/fold.ts';
import type { Items } from '#workshop/session/items.ts';
import type { Move, Step, TrainingEvent } from '#workshop/session/prepared.ts';
import type { Phase } from '#workshop/session/slides.ts';
import type { Length } from '#workshop/plan.ts';
import { screen, type Site } from './site.ts';

export const TABLES = 8;

/** The steps of an hour, and those of a session of another length that differ from them. */
export function stepsOf(items: Items, more?: Length): Step[] {
	const hour = proposed(items, 60);
	const about = ({ kind, item, cards }: Step) => JSON.stringify([kind, item, cards]);
	const known = new Set(hour.map(about));
	const others = more ? proposed(items, more).filter((step) => !known.has(about(step))) : [];
	return [...hour, ...others].map((step, i) => ({ ...step, id: `s${i + 1}` }));
}

/** Hands for every option in both rounds, every card by every table, so that no two tables' columns are the same for long. */
function entered({ shapes }: Session): Move[] {
	return shapes.flatMap(({ step: { id: step }, options, cards, columns }) => [
		...([1, 2] as const).flatMap((round) =>
			options.map((option, i): Move => ({
				type: 'COUNT',
				step,
				round,
				option,
				count: ((i + 1) * (round + 2)) % 9
			}))
		),
		...cards.flatMap((card, at) =>
			Array.from({ length: TABLES }, (_, i): Move => {
				// The last card is where all agree: the longest row of blocks.
				const column = at === cards.length - 1 ? 0 : ((i + 1) * (at + 1)) % columns.length;
				return { type: 'PLACE', step, card, table: i + 1, column: columns[column] ?? null };
			})
		)
	]);
}

export type Held = { session: Session; file: string };
/** `on`: the phase whose first slide it stands on; without it, the first slide of all. */
export function heldSession(items: Items, steps: Step[], on?: Phase): Held {
	const draft = {
		name: '新採用職員研修',
		day: '2027-04-05',
		place: '本庁舎 大会議室',
		minutes: 60 as const,
		people: '24',
		tables: TABLES,
		steps
	};
	const prepared = preparedOf(items, draft, '');
	const session = sessionOf(items, prepared);
	if (!session) throw new Error('nothing to show');
	const slide = session.slides.find(({ phase }) => phase === on)?.id;
	const moves = [...entered(session), ...(slide ? [{ type: 'GO', slide } as const] : [])];
	const events = moves.reduce<TrainingEvent[]>((known, move, i) => {
		const id = `e${String(i).padStart(5, '0')}`;
		return [...known, eventOf(known, move, 1_800_000_000_000 + i * 1000, id)];
	}, []);
	return { session, file: writeKenshu({ prepared, events }) };
}

/** Reads the session in and shows its first slide. */
export async function openWall(page: Page, site: Site, held: Held): Promise<void> {
	await page.goto(screen(site, 'training'));
	await showHeld(page, held);
}

/** The same from the training's first page. */
export async function showHeld(page: Page, { file }: Held): Promise<void> {
	await page
		.locator('input[type=file]')
		.setInputFiles({ name: 'a.kenshu.json', mimeType: 'application/json', buffer: Buffer.from(file) });
	const start = page.getByRole('link', { name: prepare.start });
	await start.or(page.getByRole('link', { name: prepare.resume })).click();
	await drawn(page);
}

/** Everything is in its place and its size. */
export async function drawn(page: Page): Promise<void> {
	await page.locator('.slide').waitFor();
	await page.evaluate(async () => {
		await document.fonts.ready;
		await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
	});
}

export const slideId = async (page: Page): Promise<string> =>
	(await page.locator('.slide').getAttribute('data-slide')) ?? '';

/** By a clicker's key; ends when the next slide stands there. False on the last one. */
export async function onward(page: Page): Promise<boolean> {
	if (await page.locator('footer a.main').count()) return false;
	const before = await slideId(page);
	await page.keyboard.press('PageDown');
	await expect(page.locator('.slide')).not.toHaveAttribute('data-slide', before);
	await drawn(page);
	return true;
}

/** Jumps to the step with this number. */
export async function jump(page: Page, no: number): Promise<void> {
	await page.keyboard.press('g');
	await page.keyboard.type(String(no));
	await page.keyboard.press('Enter');
	await expect(page.locator('header .no')).toHaveText(new RegExp(`^${no}`, 'u'));
	await drawn(page);
}
