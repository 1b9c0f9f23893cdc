/** Which runs are kept, and what of each. */
import { hash } from '#course/random.ts';
import { placeOf } from '#record/events.ts';
import { own, type Json } from '#record/json.ts';
import type { LearnerRecord, RunRecord } from '#record/record.ts';
import type { RunSnapshot } from '#scenario/run.ts';
import { responseCode, seedOf, type Keeping } from './keeping.ts';
import {
	FINALS,
	inView,
	NUMBERS,
	ROUNDS,
	runId,
	slotsOf,
	type Kept,
	type KeptFinal,
	type KeptPractice,
	type OpenAnswer,
	type OpenFinal,
	type PracticeState
} from './kept.ts';
import { longestPractice } from './state.ts';

type Runs = Pick<Kept, 'finals' | 'older' | 'openFinal' | 'openPractice'>;
/** Run id of the record → its slot in `resume`. */
type Slots = { slots: Map<string, number> };
type Entry = { id: string; run: RunRecord };
type Minute = (at: number) => number;

export function keepRuns(record: LearnerRecord, minute: Minute, keeping: Keeping): Runs & Slots {
	const all = record.runOrder.flatMap((id): Entry[] => {
		const run = own(record.runs, id);
		return run ? [{ id, run }] : [];
	});
	const last = record.resume?.kind === 'run' ? record.resume.run : undefined;
	const open = (final: boolean) =>
		all.findLast(({ run }) => (run.kind === 'final') === final && run.finishedAt === undefined);
	const [openFinal, openPractice] = [open(true), open(false)];
	const finals = chooseFinals(all, last, keeping);
	const held = new Set([openFinal, openPractice, ...finals].map((one) => one?.id));
	const older = all.find(({ id }) => id === last && !held.has(id));

	const maker = new Maker(record, minute, keeping);
	const kept: Runs = {
		older: older && maker.older(older),
		finals: finals.map((one) => maker.finished(one)),
		openFinal: openFinal && maker.openFinal(openFinal),
		openPractice: openPractice && maker.practice(openPractice)
	};
	const slots = new Map(
		slotsOf<Entry>({ older, finals, openFinal, openPractice }).map(({ slot, run }) => [run.id, slot])
	);
	return { ...kept, slots };
}

/**
 * The latest, the best one, the best and the first that passed (a certificate states both), the last place, and then the latest,
 * in the order they were started.
 */
function chooseFinals(all: Entry[], last: string | undefined, { known }: Keeping): Entry[] {
	const finished = all.filter(({ run }) => run.kind === 'final' && run.finishedAt !== undefined);
	const pass = known.index.test.pass;
	const best = (list: Entry[]) =>
		list.reduce<Entry | undefined>(
			(top, one) => (top && shareOf(top.run) >= shareOf(one.run) ? top : one),
			undefined
		);
	const passed = finished.filter(({ run }) => passedBy(run, pass));
	const first = [
		finished.at(-1),
		best(finished),
		best(passed),
		passed[0],
		finished.find(({ id }) => id === last),
		...finished.toReversed()
	];
	const chosen = new Set(
		first
			.flatMap((one) => (one ? [one.id] : []))
			.filter((id, i, ids) => ids.indexOf(id) === i)
			.slice(0, FINALS)
	);
	return finished.filter(({ id }) => chosen.has(id));
}

function shareOf({ right, total, items }: RunRecord): number {
	const of = total ?? items.length;
	return of === 0 ? 0 : (right?.length ?? 0) / of;
}

function passedBy(run: RunRecord, pass: number): boolean {
	return run.passed ?? ((run.total ?? run.items.length) > 0 && shareOf(run) >= pass);
}

class Maker {
	readonly #record: LearnerRecord;
	readonly #minute: Minute;
	readonly #keeping: Keeping;
	readonly #finals: Set<string>;
	/** Ids of questions. */
	readonly #asked: Set<string>;
	readonly #ids = new Set<string>();

	constructor(record: LearnerRecord, minute: Minute, keeping: Keeping) {
		this.#record = record;
		this.#minute = minute;
		this.#keeping = keeping;
		this.#asked = new Set(keeping.layout.items.map(({ id }) => id));
		this.#finals = new Set(keeping.layout.items.flatMap((item) => (item.final ? [item.id] : [])));
	}

	older(entry: Entry): Kept['older'] {
		return entry.run.kind === 'final'
			? { kind: 'final', of: this.openFinal(entry) }
			: { kind: 'practice', of: this.practice(entry) };
	}

	finished({ id, run }: Entry): KeptFinal {
		const { layout, known } = this.#keeping;
		const right = new Set(run.right);
		const judged = new Set([...right, ...(run.wrong ?? [])]);
		const responses = responsesIn(run);
		const items = distinct(run.items).filter((item) => judged.has(item) && this.#finals.has(item));
		return {
			...this.#name(id, run, 6),
			finishedAt: this.#minute(run.finishedAt ?? run.startedAt),
			passed: passedBy(run, known.index.test.pass),
			items: items
				.slice(0, layout.draw)
				.map((item) => [item, { right: right.has(item), response: this.#code(item, responses.get(item)) }])
		};
	}

	openFinal({ id, run }: Entry): OpenFinal {
		const { layout, spaces } = this.#keeping;
		const items = this.#shown(run, layout.draw, (item) => this.#finals.has(item));
		const snapshot = this.#keeping.replays.run(id, items, run);
		const { answers, flagged, index } = snapshot.context;
		const responses = responsesIn(run);
		const where = placeOf({ run: id });
		const states = items.map((item): [string, OpenAnswer] => {
			const right = own(answers, item);
			const draft = responseCode(spaces.get(item), own(own(this.#record.items, item)?.drafts ?? {}, where));
			return [
				item,
				{
					answer:
						right === undefined ? undefined : { right, response: this.#code(item, responses.get(item)) },
					draft: draft === 0 ? undefined : draft - 1,
					flagged: flagged.includes(item)
				}
			];
		});
		const stage = snapshot.matches('review')
			? 'review'
			: snapshot.matches('finished')
				? 'finished'
				: 'asking';
		return { ...this.#name(id, run, 16), stage, index, items: states };
	}

	practice({ id, run }: Entry): KeptPractice {
		const { layout, spaces } = this.#keeping;
		const items = this.#shown(run, longestPractice(layout), () => true);
		const snapshot = this.#keeping.replays.run(id, items, run);
		const { flagged, round } = snapshot.context;
		const stage = snapshot.matches('feedback')
			? 'feedback'
			: snapshot.matches('finished')
				? 'finished'
				: 'asking';
		const kept: KeptPractice = {
			...this.#name(id, run, 16),
			kind: run.kind === 'final' ? 'practice' : run.kind,
			unit: layout.units.find((unit) => unit === run.unit),
			finishedAt: run.finishedAt === undefined ? undefined : this.#minute(run.finishedAt),
			round: Math.min(round, ROUNDS),
			stage,
			items: items.map((item) => [
				item,
				{ state: practiceState(snapshot, item), flagged: flagged.includes(item) }
			])
		};
		const item = inView(kept);
		if (item === undefined) return kept;
		if (stage === 'feedback') {
			const given = run.moves.findLast((move) => move.type === 'ANSWERED' && move.item === item);
			if (given?.type !== 'ANSWERED') return kept;
			return { ...kept, given: { response: this.#code(item, given.response), confidence: given.confidence } };
		}
		const half = own(own(this.#record.items, item)?.drafts ?? {}, placeOf({ run: id }));
		const draft = responseCode(spaces.get(item), half);
		return { ...kept, draft: draft === 0 ? undefined : draft - 1 };
	}

	/** The questions its screen shows: those that the course has. */
	#shown(run: RunRecord, most: number, may: (item: string) => boolean): string[] {
		const { tasks } = this.#keeping.known;
		return distinct(run.items)
			.filter((item) => tasks.has(item) && this.#asked.has(item) && may(item))
			.slice(0, most);
	}

	#code(item: string, response: Json | undefined): number {
		return responseCode(this.#keeping.spaces.get(item), response);
	}

	/** An id of today's form stays, for any other always the same one is put. */
	#name(id: string, run: RunRecord, letters: number): { n: number; seed: string; startedAt: number } {
		const seed = seedOf(run.seed);
		const told = Number(/^r(\d{1,4})_/.exec(id)?.[1] ?? NUMBERS);
		let n = told < NUMBERS && runId({ n: told, seed }) === id ? told : hash(id) % NUMBERS;
		while (this.#ids.has(runId({ n, seed }))) n = (n + 1) % NUMBERS;
		this.#ids.add(runId({ n, seed }));
		return { n, seed: seed.slice(0, letters), startedAt: this.#minute(run.startedAt) };
	}
}

function practiceState({ context }: RunSnapshot, item: string): PracticeState {
	const first = own(context.firstTry, item);
	const now = own(context.answers, item);
	if (context.round === 1) return now === undefined ? 'open' : now ? 'right' : 'wrong';
	if (!context.items.includes(item)) return first ? 'right-before' : 'wrong-before';
	return now === undefined ? 'wrong-open' : now ? 'wrong-right' : 'wrong';
}

/** The last answer to each item that was given in the run. */
function responsesIn(run: RunRecord): Map<string, Json> {
	return new Map(
		run.moves.flatMap((move) => (move.type === 'ANSWERED' ? [[move.item, move.response] as const] : []))
	);
}

function distinct(items: readonly string[]): string[] {
	return [...new Set(items)];
}
