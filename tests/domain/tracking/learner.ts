/** A learner who does what the screens allow, driven by numbers: everything that happens in real records happens here. */
import type { Question } from '#questions/registry.ts';
import { scoreQuestion, spaceOf } from '#questions/registry.ts';
import { decodeResponse, sizeOf, type SpaceResponse } from '#questions/space.ts';
import { placeOf, type Confidence, type Happened, type ProgressEvent, type RunMove } from '#record/events.ts';
import { own } from '#record/json.ts';
import { flaggedItems, openFinal, wrongItems } from '#record/progress.ts';
import { apply, emptyRecord, type LearnerRecord, type RunRecord } from '#record/record.ts';
import { createStamp } from '#record/stamp.ts';
import { boardMachine, unplaced, type BoardMove, type BoardSnapshot } from '#scenario/board.ts';
import { drawTest } from '#scenario/draw.ts';
import { can, next, start } from '#scenario/replay.ts';
import { currentItem, runMachine, type RunSnapshot } from '#scenario/run.ts';
import { knownOf, type WholeCourse } from '#tracking/course.ts';
import { besides } from './besides.ts';
import { CONFIDENCE, letters, pick, type Step } from './steps.ts';

const NO_BOARD = { cards: [], columns: [] };

export class Learner {
	readonly events: ProgressEvent[] = [];
	record: LearnerRecord;
	#course: WholeCourse;
	#known: ReturnType<typeof knownOf>;
	#now = 1_800_000_000_123;
	#stamp = createStamp(() => this.#now, 'tab');
	#begun = 0;
	/** Where boards and runs stand: followed move by move, so that a long story is told in no time. */
	#boards = new Map<string, BoardSnapshot>();
	#runs = new Map<string, RunSnapshot>();

	constructor(course: WholeCourse) {
		this.#course = course;
		this.#known = knownOf(course);
		this.record = emptyRecord(course.index.id);
	}

	get #questions(): Question[] {
		return this.#course.units.flatMap((unit) => unit.questions);
	}

	#question = (id?: string) => this.#questions.find((one) => one.id === id);

	does(list: readonly Step[]): this {
		for (const step of list) this.#step(step);
		return this;
	}

	waits(ms: number): this {
		this.#now += ms;
		return this;
	}

	#step({ what, a, b, wait: ms }: Step): void {
		this.#now += ms;
		if (what < 8) this.#page(a, b);
		else if (what < 18) for (const one of besides(this.#course, this.record, a, b)) this.happened(one);
		else if (what < 33) this.#lessonQuestion(a, b);
		else if (what < 36) this.#flag(a);
		else if (what < 52) this.#board(a, b);
		else if (what < 60) this.#startRun(a, b);
		else this.#run(what, a, b);
	}

	happened(what: Happened): void {
		if (this.record.startedAt === undefined && what.type !== 'started')
			this.happened({
				type: 'started',
				revision: this.#known.index.revision,
				seed: letters(this.#now % 1_000)
			});
		const event = JSON.parse(JSON.stringify({ ...what, ...this.#stamp() })) as ProgressEvent;
		this.events.push(event);
		this.record = apply(this.record, event);
		this.#follow(event);
	}

	#follow(event: ProgressEvent): void {
		if (event.type === 'boardMoved') {
			const fresh = start(boardMachine, this.#known.boards.get(event.board)?.input ?? NO_BOARD);
			const at = this.#boards.get(event.board) ?? fresh;
			// The record forgets the moves before a restart.
			this.#boards.set(
				event.board,
				event.move.type === 'RESTART' ? fresh : next(boardMachine, at, event.move)
			);
		}
		if (event.type === 'runStarted') {
			const mode = event.kind === 'final' ? 'final' : 'practice';
			this.#runs.set(event.run, start(runMachine, { items: event.items, mode }));
		}
		const run = event.type === 'answered' || event.type === 'runMoved' ? event.run : undefined;
		const at = this.#runs.get(run ?? '');
		if (run === undefined || !at) return;
		if (event.type === 'runMoved') this.#runs.set(run, next(runMachine, at, event.move));
		if (event.type === 'answered') {
			const { item, earned, total } = event;
			this.#runs.set(run, next(runMachine, at, { type: 'ANSWERED', item, correct: earned === total }));
		}
	}

	#boardAt(id: string): BoardSnapshot {
		return this.#boards.get(id) ?? start(boardMachine, this.#known.boards.get(id)?.input ?? NO_BOARD);
	}

	#page(a: number, b: number): void {
		const page = pick(
			this.#course.index.units.flatMap((unit) => unit.pages),
			a
		);
		if (page) this.happened({ type: b % 3 === 0 ? 'pageDone' : 'pageOpened', page: page.id });
	}

	#lessonQuestion(a: number, b: number): void {
		const pages = this.#course.index.units
			.flatMap((unit) => unit.pages)
			.filter((page) => page.questions.length > 0);
		const page = pick(pages, a);
		const question = page && this.#question(pick(page.questions, b));
		if (page && question) this.#respond(question, { page: page.id }, a + b, true);
	}

	/** A half-made answer, and perhaps its check. */
	#respond(
		question: Question,
		at: { page?: string; run?: string },
		n: number,
		asksConfidence: boolean
	): void {
		const space = spaceOf(question);
		const response = decodeResponse(space, (n * 31) % sizeOf(space));
		if (n % 4 > 0) this.happened({ type: 'drafted', item: question.id, where: placeOf(at), response });
		if (n % 5 === 0) return;
		this.#answer(question, response, at, asksConfidence ? pick(CONFIDENCE, n >> 3) : undefined);
	}

	#answer(
		question: Question,
		response: SpaceResponse,
		at: { page?: string; run?: string },
		confidence?: Confidence
	): void {
		const score = scoreQuestion(question, response);
		if (score.status === 'incomplete') return;
		const { earned, total } = score;
		const sure = confidence ? { confidence } : {};
		this.happened({ type: 'answered', item: question.id, response, earned, total, ...at, ...sure });
	}

	#flag(a: number): void {
		const item = pick(this.#questions, a)?.id;
		if (item) this.happened({ type: 'flagged', item, on: !this.record.flagged.includes(item) });
	}

	#board(a: number, b: number): void {
		const found = pick([...this.#known.boards.values()], a);
		if (!found) return;
		const { board, input } = found;
		const snapshot = this.#boardAt(board.id);
		const card = pick(input.cards, b);
		const right = card?.columns[0] ?? '';
		const column = b % 3 > 0 ? right : (pick(input.columns, b >> 2) ?? '');
		const fill = unplaced(snapshot.context).map((id): BoardMove => {
			const own = input.cards.find((one) => one.id === id)?.columns[0] ?? '';
			return {
				type: 'PLACE',
				card: id,
				column: b % 4 === 0 ? own : (pick(input.columns, a + id.length) ?? '')
			};
		});
		const moves: BoardMove[] =
			pick<BoardMove[]>(
				[
					[{ type: 'PLACE', card: card?.id ?? '', column }],
					[{ type: 'TAKE_BACK', card: card?.id ?? '' }],
					[...fill, { type: 'CHECK' }],
					[{ type: 'RETRY' }],
					[{ type: 'RETRY' }],
					[{ type: 'UNDO' }],
					[{ type: b % 2 ? 'RESTART' : 'UNDO_ALL' }]
				],
				a >> 2
			) ?? [];
		for (const move of moves) this.#boardMove(board.id, move);
	}

	#boardMove(board: string, move: BoardMove): void {
		if (!can(this.#boardAt(board), move)) return;
		this.happened({ type: 'boardMoved', board, move });
		if (move.type !== 'CHECK') return;
		const { results, placements, round } = this.#boardAt(board).context;
		this.happened({
			type: 'boardChecked',
			board,
			right: Object.keys(results).filter((id) => results[id]),
			wrong: Object.fromEntries(Object.entries(placements).filter(([id]) => !results[id])),
			round
		});
	}

	#startRun(a: number, b: number): void {
		const { index } = this.#course;
		const seed = letters(++this.#begun * 37 + a);
		const unit = pick(
			this.#stock('practice').filter(({ items }) => items.length > 0),
			b
		);
		const wrong = wrongItems(index, this.record, b % 2 ? 'final' : 'practice');
		if (a % 5 < 2 && (openFinal(this.record) === undefined || b % 7 === 0)) this.#startTest(seed);
		else if (a % 5 === 2) this.#begin('wrong', wrong.slice(0, index.test.draw), seed);
		else if (a % 5 === 3) this.#begin('flagged', flaggedItems(index, this.record), seed);
		else if (unit) this.#begin('practice', unit.items, seed, unit.unit);
	}

	#stock(use: string): { unit: string; items: string[] }[] {
		return this.#course.index.units.map((unit) => ({
			unit: unit.id,
			items: unit.questions.flatMap((q) => (q.use === use ? [q.id] : []))
		}));
	}

	#startTest(seed: string): { run: string; items: string[] } {
		const { unit, draw } = this.#course.index.test;
		const seen = Object.values(this.record.runs).flatMap((one) => (one.kind === 'final' ? one.items : []));
		const items = drawTest({ units: this.#stock('final'), draw, seen, seed });
		return { run: this.#begin('final', items, seed, unit), items };
	}

	#begin(kind: RunRecord['kind'], items: string[], seed: string, unit?: string): string {
		const run = `r${this.record.runOrder.length + 1}_${seed.slice(0, 6)}`;
		const where = unit === undefined ? {} : { unit };
		if (items.length > 0) this.happened({ type: 'runStarted', run, kind, items, seed, ...where });
		return run;
	}

	/** Goes on in the last run, now and then in an older one. */
	#run(what: number, a: number, b: number): void {
		const { runOrder, runs } = this.record;
		const id = what % 13 === 0 ? pick(runOrder, a) : runOrder.at(-1);
		const run = id === undefined ? undefined : own(runs, id);
		if (id === undefined || !run) return;
		const at = () => this.#runs.get(id) ?? start(runMachine, { items: [], mode: 'final' });
		const { context, value } = at();
		const item = currentItem(context) ?? '';
		const question = this.#question(item);
		const move = pick<RunMove>(
			[
				{ type: 'PREV' },
				{ type: 'GO', index: a % Math.max(1, run.items.length) },
				{ type: context.flagged.includes(item) ? 'UNFLAG' : 'FLAG', item },
				{ type: 'REVIEW' },
				{ type: 'FINISH' },
				{ type: 'RETRY_WRONG' }
			],
			b
		);
		const moves: RunMove[] = [];
		if (value === 'asking' && question && what < 92) {
			this.#respond(question, { run: id }, a + b, run.kind !== 'final');
			if (run.kind === 'final' || b % 3 > 0) moves.push({ type: 'NEXT' });
		} else if (move) moves.push(value === 'feedback' && b % 4 > 0 ? { type: 'NEXT' } : move);
		for (const one of moves) {
			if (!can(at(), one)) continue;
			this.happened({ type: 'runMoved', run: id, move: one });
			if (at().matches('finished') && own(this.record.runs, id)?.finishedAt === undefined) this.#finish(id);
		}
	}

	#finish(run: string): void {
		const snapshot = this.#runs.get(run);
		if (!snapshot) return;
		const { firstTry, mode } = snapshot.context;
		const items = Object.keys(firstTry);
		const right = items.filter((item) => firstTry[item]);
		const { pass } = this.#course.index.test;
		this.happened({
			type: 'runFinished',
			run,
			right,
			wrong: items.filter((item) => !firstTry[item]),
			total: items.length,
			...(mode === 'final' ? { passed: right.length >= Math.ceil(pass * items.length - 1e-9) } : {})
		});
	}

	/** Takes the whole final test at once. @param right how many answers are */
	takesTest(seedNumber: number, right: number): this {
		this.#now += 60_000 * 3;
		const { run, items } = this.#startTest(letters(seedNumber));
		items.forEach((id, n) => {
			const question = this.#question(id);
			if (!question) return;
			const space = spaceOf(question);
			const codes = Array.from({ length: sizeOf(space) }, (_, code) => code);
			const code = codes.find((one) => {
				const score = scoreQuestion(question, decodeResponse(space, one));
				return score.status === 'scored' && (score.earned === score.total) === n < right;
			});
			this.#answer(question, decodeResponse(space, code ?? 0), { run });
			this.happened({ type: 'runMoved', run, move: { type: 'NEXT' } });
		});
		this.happened({ type: 'runMoved', run, move: { type: 'FINISH' } });
		this.#finish(run);
		return this;
	}
}
