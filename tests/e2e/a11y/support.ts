/** Brings a page to a screen in a state: the record is made here as events and read in through the record's file field. */
import { expect, type Page } from '@playwright/test';
import { checkFiles } from '../../../src/lib/authoring/check.ts';
import type { Band, Board, Case, Course, Teach } from '../../../src/lib/course/schema.ts';
import {
	readResponse,
	rightResponse,
	scoreQuestion,
	type Question,
	type QuestionTypeName
} from '../../../src/lib/questions/registry.ts';
import { columnIds } from '../../../src/lib/questions/placement/columns.ts';
import { placeOf, type Happened, type ProgressEvent } from '../../../src/lib/record/events.ts';
import { writeKiroku } from '../../../src/lib/record/kiroku.ts';
import { answersOf, cellOf, scoreCase } from '../../../src/lib/scenario/judge.ts';
import { readCourse } from '../../../src/cli/read-course.ts';
import { settled } from '../support/settled.ts';
import { screen, web } from '../support/site.ts';

export const TYPES: QuestionTypeName[] = ['single', 'multiple', 'matching', 'ordering', 'placement'];

/** A draft will do: these tests look at screens, not at what the course says. */
export const course: Course<Question> = readDraft();
function readDraft() {
	const { draft } = checkFiles(readCourse('courses/kami-kyodo'));
	if (!draft) throw new Error('the course cannot be read');
	return draft;
}

export const pages = course.units.flatMap((unit) => unit.pages);
export const questions = course.units.flatMap((unit) => unit.questions);
export const boards = course.units.flatMap((unit) => unit.boards);

/** The first question of a type; `scene` ones last, so that the plain layout is met first. */
export function questionOf(type: QuestionTypeName, use: 'practice' | 'final' = 'practice'): Question {
	return given(questions.find((q) => q.type === type && q.use === use));
}
/** The first lesson page that asks a question of this type. */
export function pageAsking(type: QuestionTypeName): { page: string; question: Question } {
	for (const page of pages) {
		const asked = page.blocks.flatMap((b) => (b.kind === 'question' ? [b.question] : []))[0];
		const question = questions.find((q) => q.id === asked && q.type === type);
		if (question) return { page: page.id, question };
	}
	throw new Error(`no page asks a question of type ${type}`);
}
export function given<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('the course lacks what this test needs');
	return value;
}

/** A complete answer that is wrong, partly so where the type knows parts. */
export function wrongResponse(q: Question): unknown {
	switch (q.type) {
		case 'single':
			return given(q.options.find((o) => !o.right)).id;
		case 'multiple':
			return [given(q.options.find((o) => o.right)).id, given(q.options.find((o) => !o.right)).id];
		case 'matching': {
			const [first, ...rest] = q.pairs;
			const other = given(q.answers.find((a) => a.id !== first?.answer));
			return Object.fromEntries([[given(first).id, other.id], ...rest.map((p) => [p.id, p.answer])]);
		}
		case 'ordering':
			return q.items.map((item) => item.id).reverse();
		case 'placement':
			return Object.fromEntries(
				q.cards.map((card, i) => {
					const right = [card.column].flat();
					const other = given(columnIds(q).find((column) => !right.includes(column)));
					return [card.id, i === 0 ? other : given(right[0])];
				})
			);
	}
}

// Events ---------------------------------------------------------------------------------------

const STARTED: Happened = { type: 'started', revision: course.revision, seed: 'a11y' };

export function answer(q: Question, right: boolean, at: { page?: string; run?: string }): Happened {
	const response = right ? rightResponse(q) : wrongResponse(q);
	const score = scoreQuestion(q, response);
	if (score.status !== 'scored') throw new Error(`${q.id} was not answered`);
	const { earned, total } = score;
	return { type: 'answered', item: q.id, response: given(readResponse(q, response)), earned, total, ...at };
}

const allCases = course.units.flatMap((unit) => unit.cases);
/** The cases of a kind; about the column, those that show so much of the reasoning. */
export const casesOf = (type: Case['type'], teach?: Teach): Case[] =>
	allCases.filter((it) => it.type === type && (it.type === 'conduct' || it.teach === teach));
export function caseAnswered(it: Case, band: Band): Happened {
	const columns = course.map.domains.map(({ id }) => id);
	const response = given(answersOf(it, columns).find((one) => cellOf(it, one)?.band === band));
	return { type: 'answered', item: it.id, response, ...given(scoreCase(it, response)), page: it.id };
}

export function runStarted(run: string, kind: 'practice' | 'final', items: Question[]): Happened {
	return { type: 'runStarted', run, kind, items: items.map((q) => q.id), seed: 'a11y' };
}

/** A run with all its answers; `right` tells which. A final test is also reviewed and handed in. */
export function finishedRun(
	run: string,
	kind: 'practice' | 'final',
	items: Question[],
	right: (i: number) => boolean
): Happened[] {
	const ids = (is: boolean) => items.filter((_, i) => right(i) === is).map((q) => q.id);
	const next: Happened = { type: 'runMoved', run, move: { type: 'NEXT' } };
	return [
		runStarted(run, kind, items),
		...items.flatMap((q, i) => [answer(q, right(i), { run }), next]),
		...(kind === 'final' ? [{ type: 'runMoved' as const, run, move: { type: 'FINISH' as const } }] : []),
		{
			type: 'runFinished',
			run,
			right: ids(true),
			wrong: ids(false),
			total: items.length,
			...(kind === 'final' ? { passed: ids(true).length / items.length >= course.test.pass } : {})
		}
	];
}

export const finalItems = questions.filter((q) => q.use === 'final').slice(0, course.test.draw);
export const pagesDone: Happened[] = pages.map((page) => ({ type: 'pageDone', page: page.id }));

const entries = new Map(course.map.rows.flatMap((row) => row.entries).map((e) => [e.id, e]));
const columnOf = (entry: string) => given(entries.get(entry)).domain;

/** The moves that fill a board; the first `wrong` cards stand one column off. `check` also hands it in. */
export function filledBoard(board: Board, wrong: number, check: boolean): Happened[] {
	const columns = course.map.domains.map((d) => d.id);
	const placed = board.cards.map((card, i) => {
		const right = columnOf(card.entry);
		const off = given(columns[(columns.indexOf(right) + 1) % columns.length]);
		return { card: card.id, column: i < wrong ? off : right };
	});
	const moves: Happened[] = placed.map(({ card, column }) => ({
		type: 'boardMoved',
		board: board.id,
		move: { type: 'PLACE', card, column }
	}));
	if (!check) return moves;
	return [
		...moves,
		{ type: 'boardMoved', board: board.id, move: { type: 'CHECK' } },
		{
			type: 'boardChecked',
			board: board.id,
			right: placed.slice(wrong).map((p) => p.card),
			wrong: Object.fromEntries(placed.slice(0, wrong).map((p) => [p.card, p.column])),
			round: 1
		}
	];
}

/** A half-made answer on a page. */
export function drafted(item: string, page: string, response: string | string[]): Happened {
	return { type: 'drafted', item, where: placeOf({ page }), response };
}

const FIRST_OF_APRIL = Date.UTC(2026, 3, 1);
function stamped(happened: Happened[]): ProgressEvent[] {
	return [STARTED, ...happened].map((event, i) => ({
		...event,
		id: `e${String(i).padStart(5, '0')}`,
		at: FIRST_OF_APRIL + i * 1_000
	}));
}

/** Takes what a check found; nothing is as it should be. */
export type Tell = (problems: string[], check: string) => void;

// Pages ----------------------------------------------------------------------------------------

/** The text of a record file of this course. */
export function recordFile(happened: Happened[]): string {
	const { id, revision, title } = course;
	return writeKiroku({
		course: { id, revision, title },
		learner: { id: 'local' },
		events: stamped(happened),
		exportedAt: FIRST_OF_APRIL
	});
}

/** Chooses a record file on the record's screen, which must be open. */
export async function chooseFile(page: Page, text: string): Promise<void> {
	await page
		.locator('input[type=file]')
		.setInputFiles({ name: 'a.kiroku.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

/**
 * Opens the app, reads a record in, and goes to a screen; ends when it is whole. Within the app it follows a link:
 * a changed address alone makes the app load anew.
 */
export async function open(page: Page, path: string, happened?: Happened[], site = web()): Promise<void> {
	if (happened) {
		await page.goto(screen(site, 'record'));
		await chooseFile(page, recordFile(happened));
		await page.locator('main').getByRole('status').filter({ hasText: '件を加えました' }).waitFor();
	}
	if (page.url() === 'about:blank') await page.goto(screen(site, path));
	else if (page.url() !== screen(site, path)) await follow(page, path, site);
	await whole(page);
}

/** Nothing more will change by itself: all is drawn, in its own type, and the header has said how saving went. */
export async function whole(page: Page): Promise<void> {
	await settled(page);
	await expect(page.locator('[data-saving=saving]')).toHaveCount(0);
	await page.evaluate(() => document.fonts.ready);
}

/** Follows a link to a screen, as a reader does: from the end of the one before. Ends when the window has its name. */
export async function follow(page: Page, path: string, site = web()): Promise<void> {
	const before = await page.title();
	await page.evaluate(
		(href) => {
			const link = document.body.appendChild(document.createElement('a'));
			link.href = href;
			link.style.display = 'block';
			link.style.marginBlockStart = '2000px';
			link.scrollIntoView();
			link.click();
			link.remove();
		},
		new URL(screen(site, path)).hash
	);
	await page.waitForFunction((title) => document.title !== title, before);
}

/** Sets the window's size; ends when components that measure themselves have drawn again. */
export async function resize(page: Page, width: number, height: number): Promise<void> {
	await page.setViewportSize({ width, height });
	await page.evaluate(
		() =>
			new Promise((done) =>
				requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)))
			)
	);
}
