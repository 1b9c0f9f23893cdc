/** A learner at a course: opens screens, answers, places, takes the test. Finds everything by what it says. */
import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import type { Board } from '#course/schema.ts';
import type { Question } from '#questions/registry.ts';
import { texts } from '#learn/texts.ts';
import { actions, board as boardWords } from '#ui/messages.ts';
import { questionsOf, responseTo, squeeze, textsOf, type Taught } from './course.ts';
import type { Hand } from './hands.ts';
import { settled } from './settled.ts';
import { screen, type Site } from './site.ts';

export type Judge = (at: number) => boolean;

export class Learner {
	readonly hand: Hand;
	readonly course: Taught;
	readonly site: Site;
	/** Where the course is: the window itself, or a frame in it. */
	readonly view: Page | Frame;

	constructor(hand: Hand, course: Taught, site: Site, view: Page | Frame = hand.page) {
		this.hand = hand;
		this.course = course;
		this.site = site;
		this.view = view;
	}

	/** The window: what is downloaded and typed comes here. */
	get page() {
		return this.hand.page;
	}
	get main() {
		return this.view.getByRole('main');
	}
	get h1() {
		return this.view.getByRole('heading', { level: 1 });
	}

	/** Opens an address and waits until the first control works. */
	async open(path = ''): Promise<void> {
		await this.page.goto(screen(this.site, path));
		await this.ready();
	}
	/** Goes to a screen within the open window, as a link does: a typed address would load the page anew. */
	async go(path: string): Promise<void> {
		await this.view.evaluate((href) => {
			const link = document.createElement('a');
			link.href = href;
			document.body.append(link);
			link.click();
			link.remove();
		}, `#/${this.site.course}/${path}`);
	}
	async ready(): Promise<void> {
		await this.view.locator('html[data-ready]').waitFor();
		await settled(this.view);
	}
	button(name: string, within: Locator = this.main): Locator {
		return within.getByRole('button', { name, exact: true });
	}
	link(name: string, within: Locator = this.main): Locator {
		return within.getByRole('link', { name, exact: true });
	}
	async press(name: string, within?: Locator): Promise<void> {
		await this.hand.press(this.button(name, within));
	}
	async follow(name: string, within?: Locator): Promise<void> {
		await this.hand.press(this.link(name, within));
	}

	/** A new screen: its heading stands there, has the focus and can be seen. */
	async arrived(title: string): Promise<void> {
		await expect(this.h1).toHaveText(title);
		await expect(this.h1).toBeFocused();
		await expect(this.h1).toBeInViewport();
	}
	/** All that stands there, apart from what was announced in passing. */
	async standing(within: Locator = this.main): Promise<string> {
		await settled(this.view);
		return squeeze(
			await within.evaluate((element) => {
				const copy = element.cloneNode(true);
				if (!(copy instanceof Element)) return '';
				for (const said of copy.querySelectorAll('[role=status], [role=alert]')) said.remove();
				return copy.textContent;
			})
		);
	}
	/** What was done so far is on the disk. */
	async saved(): Promise<void> {
		await expect(this.view.locator('[data-saving]')).toHaveText(/^保存しました \d{1,2}:\d{2}$/u);
	}

	/** The question that the screen asks, recognised by all its texts; waits until there is one. */
	async asked(): Promise<Question> {
		let found: Question | undefined;
		await expect(async () => {
			const shown = squeeze((await this.main.textContent()) ?? '');
			found = questionsOf(this.course)
				.map((question) => ({ question, texts: textsOf(question) }))
				.filter(({ texts: all }) => all.every((text) => shown.includes(text)))
				.sort((a, b) => b.texts.join('').length - a.texts.join('').length)[0]?.question;
			expect(found, `a question of the course in: ${shown.slice(0, 300)}`).toBeDefined();
		}).toPass({ timeout: 10_000 });
		if (!found) throw new Error('No question');
		return found;
	}

	/** The box of a lesson page's question. */
	lessonQuestion(at = 0): Locator {
		return this.main.getByRole('region', { name: texts.lesson.check, exact: true }).nth(at);
	}

	/** Gives an answer without having it checked. */
	async give(q: Question, response: unknown, within: Locator = this.main): Promise<void> {
		switch (q.type) {
			case 'single':
				return this.hand.choose(within.locator(`input[type=radio][value="${String(response)}"]`));
			case 'multiple': {
				for (const { id } of q.options) {
					const box = within.locator(`input[type=checkbox][value="${id}"]`);
					const wanted = Array.isArray(response) && response.includes(id);
					if ((await box.isChecked()) !== wanted) await this.hand.tick(box);
				}
				return;
			}
			case 'matching': {
				for (const [pair, answer] of entries(response)) {
					const text = q.pairs.find((one) => one.id === pair)?.text ?? '';
					await this.hand.pick(within.getByRole('combobox', { name: text, exact: true }), answer);
				}
				return;
			}
			case 'ordering':
				return this.order(Array.isArray(response) ? response.map(String) : [], within);
			case 'placement':
				return this.place(entries(response), within);
		}
	}

	private async order(wanted: string[], within: Locator): Promise<void> {
		const shown = () =>
			within
				.locator('[data-item]')
				.evaluateAll((all) => all.map((one) => one.getAttribute('data-item') ?? ''));
		if ((await shown()).join() === wanted.join()) {
			const keep = within.getByRole('button', { name: 'この並びで答える', exact: true });
			if ((await keep.count()) > 0) await this.hand.press(keep);
			return;
		}
		for (const [at, id] of wanted.entries()) {
			const up = within.locator(`[data-item="${id}"]`).getByRole('button', { name: /^上へ/u });
			for (let from = (await shown()).indexOf(id); from > at; from -= 1) await this.hand.press(up);
		}
		expect(await shown()).toEqual(wanted);
	}

	/** Puts cards on columns, the first by selecting it; after each the next one is in hand by itself. */
	async place(where: [card: string, column: string][], within: Locator = this.main): Promise<void> {
		for (const [card, column] of where) {
			const piece = within.locator(`[data-card="${card}"]`);
			if ((await piece.getAttribute('aria-pressed')) !== 'true') await this.reach(piece, within);
			const put = within.locator(`[data-column="${column}"]`).getByRole('button', { name: /」を.+に置く$/u });
			await this.hand.press(put.first());
			await expect(within.locator(`[data-column="${column}"] [data-card="${card}"]`)).toBeVisible();
		}
	}
	/** In a narrow window the cards lie in a pile: leaf through it until the card is on top. */
	private async reach(piece: Locator, within: Locator): Promise<void> {
		const next = within.getByRole('button', { name: boardWords.following, exact: true });
		for (let i = 0; !(await piece.isVisible()); i += 1) {
			if (i > 30) throw new Error('The card is not in the pile');
			await this.hand.press(next);
		}
		if ((await piece.getAttribute('aria-pressed')) !== 'true') await this.hand.press(piece);
	}

	/** Answers a question in practice and sees the verdict, which takes the focus. */
	async answer(q: Question, right: boolean, within: Locator = this.main): Promise<void> {
		await this.give(q, responseTo(q, right), within);
		await this.press(actions.check, within);
		const verdict = within.locator('[data-verdict]').getByRole('heading');
		await expect(verdict).toBeFocused();
		await expect(verdict).toHaveText(right ? /^正解/u : /^(不正解|一部正解)/u);
	}

	/** A board from its own screen: places all cards, checks, and does the wrong ones again. */
	async board(board: Board, wrong: number): Promise<void> {
		const right = new Map(
			this.course.map.rows.flatMap((row) => row.entries).map((entry) => [entry.id, entry.domain])
		);
		const columns = this.course.map.domains.map((domain) => domain.id);
		const goal = board.cards.map((card): [string, string] => [card.id, right.get(card.entry) ?? '']);
		const first = goal.map(([card, column], i): [string, string] => [
			card,
			i < wrong ? (columns.find((id) => id !== column) ?? '') : column
		]);
		await this.place(first);
		await this.press(actions.check);
		const verdict = this.main.locator('[data-verdict]').getByRole('heading');
		await expect(verdict).toBeFocused();
		if (wrong > 0) {
			await expect(verdict).toContainText(texts.board.someWrong(goal.length - wrong, goal.length));
			await this.press(actions.wrongCardsAgain);
			await expect(this.h1).toBeFocused();
			await this.place(goal.slice(0, wrong));
			await this.press(actions.check);
		}
		await expect(verdict).toContainText(texts.board.allRight);
		await expect(verdict).toBeFocused();
	}

	/** Answers every question of the final test as `judge` says and hands it in; returns what was asked. */
	async takeTest(judge: Judge): Promise<string[]> {
		const { draw } = this.course.test;
		const ids: string[] = [];
		for (let at = 0; at < draw; at += 1) {
			await expect(this.main).toContainText(`${at + 1}問目／全${draw}問`);
			await expect(this.h1).toBeFocused();
			const question = await this.asked();
			ids.push(question.id);
			await this.give(question, responseTo(question, judge(at)));
			await this.press(at === draw - 1 ? texts.run.toReview : actions.nextQuestion);
		}
		await this.arrived(texts.run.review);
		await this.press(actions.finish);
		await this.arrived(texts.result.final);
		return ids;
	}
}

function entries(response: unknown): [string, string][] {
	return typeof response === 'object' && response !== null
		? Object.entries(response).map(([k, v]) => [k, String(v)])
		: [];
}
