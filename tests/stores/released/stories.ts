/** Learners whose records a released revision leaves behind: one who has just begun, one half-way, one who has finished, one who did everything at random, and later one who has learnt what was revised. */
import { random } from '#course/random.ts';
import { placeOf, type Confidence, type ProgressEvent } from '#record/events.ts';
import { rightResponse, scoreQuestion, spaceOf, type Question } from '#questions/registry.ts';
import { decodeResponse, sizeOf, type SpaceResponse } from '#questions/space.ts';
import { answersOf, scoreCase, scoreStatement, statementId, type Time } from '#scenario/judge.ts';
import { knownOf, type WholeCourse } from '#tracking/course.ts';
import { besides } from '../../domain/tracking/besides.ts';
import { Learner } from '../../domain/tracking/learner.ts';

const STORIES = ['fresh', 'half', 'finished', 'anything', 'revised'] as const;
export type Story = (typeof STORIES)[number];

/** A first revision has changed nothing that could be learnt. */
export const storiesOf = ({ index }: WholeCourse): Story[] =>
	STORIES.filter((story) => story !== 'revised' || index.revisions !== undefined);

const MINUTE = 60_000;

export function storyOf(story: Story, course: WholeCourse): ProgressEvent[] {
	const one = new Telling(course);
	one[story]();
	return one.learner.events;
}

class Telling {
	readonly learner: Learner;
	readonly course: WholeCourse;

	constructor(course: WholeCourse) {
		this.course = course;
		this.learner = new Learner(course);
	}

	fresh(): void {
		const page = this.course.index.units[0]?.pages[0]?.id ?? '';
		this.learner.happened({ type: 'pageOpened', page });
	}

	half(): void {
		const { units } = this.course;
		this.#statements('before', 7);
		this.#chapter(0);
		this.#chapter(1, 3);
		const [first, second] = units.flatMap((unit) => unit.questions).filter(({ use }) => use === 'practice');
		if (first) this.learner.happened({ type: 'flagged', item: first.id, on: true });
		if (second) this.learner.happened({ type: 'flagged', item: second.id, on: true });
		this.#boards(true);
		this.#cases(5);
		const [, thought] = units.flatMap((unit) => unit.cases);
		if (thought)
			this.learner.happened({ type: 'commented', item: thought.id, text: '相談して決めたいと思います。' });
		this.#practice();
		this.#openTest();
		const page = this.course.index.units[1]?.pages[3]?.id ?? '';
		this.learner.waits(MINUTE).happened({ type: 'pageOpened', page });
	}

	finished(): void {
		this.#statements('before', 99);
		this.course.units.forEach((_, n) => this.#chapter(n));
		this.#boards(false);
		this.#cases(999);
		for (let n = 0; n < 40; n += 1)
			for (const one of besides(this.course, this.learner.record, n * 7 + 1, n * 8 + 3))
				this.learner.waits(MINUTE).happened(one);
		const { draw, pass } = this.course.index.test;
		this.learner.takesTest(1, Math.floor(draw * pass) - 2).takesTest(2, draw - 1);
		this.#statements('after', 99);
	}

	/** Begun under the revision before, finished, and what has changed since learnt but for the last of it. */
	revised(): void {
		const { index } = this.course;
		this.learner.happened({ type: 'started', revision: index.revision - 1, seed: 'revised000000000' });
		this.finished();
		const changes = (index.revisions ?? []).flatMap((one) => one.changes);
		for (const { id } of changes.slice(0, -1))
			this.learner.waits(MINUTE).happened({ type: 'revised', change: id });
	}

	/** Numbers of a generator that is the same everywhere, not of the test library: its own may change. */
	anything(): void {
		const next = random('anything');
		const number = (below: number) => Math.floor(next() * below);
		this.learner.does(
			Array.from({ length: 400 }, () => ({
				what: number(100),
				a: number(10_000),
				b: number(10_000),
				wait: number(90_000)
			}))
		);
	}

	#statements(time: Time, most: number): void {
		const page = `pretest_${time}`;
		this.learner.happened({ type: 'pageOpened', page });
		const asked = this.course.index.pretest.slice(0, most);
		asked.forEach((it, n) => {
			const response = n % 3 === 0 ? 'no' : 'yes';
			const points = scoreStatement(it, response);
			const item = statementId(it.id, time);
			if (points)
				this.learner.waits(MINUTE / 4).happened({ type: 'answered', item, response, page, ...points });
		});
		if (asked.length === this.course.index.pretest.length) this.learner.happened({ type: 'pageDone', page });
	}

	/** @param open the page that is only begun, with a half-made answer, and with it all after it */
	#chapter(unit: number, open = 99): void {
		const pages = this.course.index.units[unit]?.pages ?? [];
		for (const [n, { id: page, questions }] of pages.slice(0, open + 1).entries()) {
			this.learner.waits(2 * MINUTE).happened({ type: 'pageOpened', page });
			for (const item of questions) {
				const question = this.#question(item);
				if (!question) continue;
				const { code, right } = answersTo(question);
				if (n === open) {
					const response = decodeResponse(spaceOf(question), code);
					this.learner.happened({ type: 'drafted', item, where: placeOf({ page }), response });
				} else if (n % 3 === 1) {
					this.#answer(question, decodeResponse(spaceOf(question), code), { page }, 'sure');
					this.#answer(question, right, { page }, 'rather');
				} else this.#answer(question, right, { page }, n % 3 === 0 ? 'sure' : undefined);
			}
			if (n < open) this.learner.happened({ type: 'pageDone', page });
		}
	}

	/** @param half leaves the last board half made, and the others with what was wrong */
	#boards(half: boolean): void {
		const boards = [...knownOf(this.course).boards.values()];
		for (const [n, { board, input }] of boards.entries()) {
			const move = (one: Parameters<Learner['happened']>[0]) => this.learner.waits(5_000).happened(one);
			const other = (column?: string) => input.columns.find((one) => one !== column) ?? '';
			const stop = half && n === boards.length - 1;
			const placed = stop ? input.cards.slice(0, 4) : input.cards;
			const wrong = new Map(placed.slice(0, 2).map((card) => [card.id, other(card.columns[0])]));
			for (const card of placed) {
				const column = wrong.get(card.id) ?? card.columns[0] ?? '';
				move({ type: 'boardMoved', board: board.id, move: { type: 'PLACE', card: card.id, column } });
			}
			if (stop) continue;
			const right = (cards: readonly { id: string }[]) => cards.map(({ id }) => id);
			const check = (round: number, still: ReadonlyMap<string, string>) => {
				move({ type: 'boardMoved', board: board.id, move: { type: 'CHECK' } });
				move({
					type: 'boardChecked',
					board: board.id,
					right: right(input.cards.filter(({ id }) => !still.has(id))),
					wrong: Object.fromEntries(still),
					round
				});
			};
			check(1, wrong);
			move({ type: 'boardMoved', board: board.id, move: { type: 'RETRY' } });
			if (half) continue;
			for (const card of placed.slice(0, 2))
				move({
					type: 'boardMoved',
					board: board.id,
					move: { type: 'PLACE', card: card.id, column: card.columns[0] ?? '' }
				});
			check(2, new Map());
		}
	}

	#cases(most: number): void {
		const columns = this.course.index.map.domains.map(({ id }) => id);
		const cases = this.course.units.flatMap((unit) => unit.cases).slice(0, most);
		for (const [n, it] of cases.entries()) {
			const response = answersOf(it, columns)[n % 3] ?? '';
			const points = scoreCase(it, response);
			const page = it.id;
			this.learner.waits(MINUTE).happened({ type: 'pageOpened', page });
			if (!points) continue;
			this.learner.happened({ type: 'answered', item: it.id, page, response, ...points });
			this.learner.happened({ type: 'pageDone', page });
		}
		const works = this.course.units.flatMap((unit) => unit.casework);
		const last = works.at(-1);
		const [step] = last?.steps ?? [];
		if (!last || !step || most > 99) return;
		const response = { [step.id]: step.options[0]?.id ?? '' };
		const where = placeOf({ page: last.id });
		this.learner.happened({ type: 'pageOpened', page: last.id });
		this.learner.happened({ type: 'drafted', item: last.id, where, response });
	}

	/** A practice with one answer in view, and a mark. */
	#practice(): void {
		const { unit, items } = this.#stock('practice')[0] ?? { unit: '', items: [] };
		const run = this.#start('practice', items, 'practice00000000', unit);
		const [first, second] = items.map((id) => this.#question(id));
		if (first) this.#answer(first, rightResponse(first), { run }, 'rather');
		this.learner.happened({ type: 'runMoved', run, move: { type: 'NEXT' } });
		if (second) this.learner.happened({ type: 'runMoved', run, move: { type: 'FLAG', item: second.id } });
		if (second)
			this.#answer(second, decodeResponse(spaceOf(second), answersTo(second).code), { run }, 'unsure');
	}

	/** A final test under way: some answers, a mark, a half-made answer. */
	#openTest(): void {
		const items = this.#stock('final')
			.flatMap((one) => one.items)
			.slice(0, this.course.index.test.draw);
		const run = this.#start('final', items, 'final00000000000', this.course.index.test.unit);
		for (const [n, item] of items.slice(0, 6).entries()) {
			const question = this.#question(item);
			if (!question) continue;
			if (n === 3) this.learner.happened({ type: 'runMoved', run, move: { type: 'FLAG', item } });
			const { code, right } = answersTo(question);
			const wrong = decodeResponse(spaceOf(question), code);
			if (n === 5) this.learner.happened({ type: 'drafted', item, where: placeOf({ run }), response: wrong });
			else this.#answer(question, n % 2 ? wrong : right, { run });
			if (n < 5) this.learner.waits(MINUTE).happened({ type: 'runMoved', run, move: { type: 'NEXT' } });
		}
	}

	#start(kind: 'practice' | 'final', items: string[], seed: string, unit: string): string {
		const run = `r${this.learner.record.runOrder.length + 1}_${seed.slice(0, 6)}`;
		this.learner.waits(MINUTE).happened({ type: 'runStarted', run, kind, items, seed, unit });
		return run;
	}

	#stock(use: string): { unit: string; items: string[] }[] {
		return this.course.index.units.flatMap(({ id, questions }) => {
			const items = questions.flatMap((q) => (q.use === use ? [q.id] : []));
			return items.length > 0 ? [{ unit: id, items }] : [];
		});
	}

	#question = (id: string) => this.course.units.flatMap((unit) => unit.questions).find((q) => q.id === id);

	#answer(
		question: Question,
		response: SpaceResponse,
		at: { page?: string; run?: string },
		confidence?: Confidence
	): void {
		const score = scoreQuestion(question, response);
		if (score.status === 'incomplete') return;
		const { earned, total } = score;
		this.learner.waits(MINUTE / 3).happened({
			type: 'answered',
			item: question.id,
			response,
			earned,
			total,
			...at,
			...(confidence ? { confidence } : {})
		});
	}
}

/** A right response, and the number of a wrong one. */
function answersTo(question: Question): { code: number; right: SpaceResponse } {
	const space = spaceOf(question);
	const codes = Array.from({ length: sizeOf(space) }, (_, code) => code);
	const code = codes.find((one) => {
		const score = scoreQuestion(question, decodeResponse(space, one));
		return score.status === 'scored' && score.earned < score.total;
	});
	return { code: code ?? 0, right: rightResponse(question) };
}
