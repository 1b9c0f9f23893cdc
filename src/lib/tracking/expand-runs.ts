/** The events a kept run stands for. */
import { placeOf, type Happened } from '#record/events.ts';
import {
	inView,
	runId,
	type Kept,
	type KeptFinal,
	type KeptPractice,
	type KeptRun,
	type OpenFinal
} from './kept.ts';
import { finalMoves, practiceMoves, type RunStep } from './moves.ts';
import { mark, tell, type Responses, type Told } from './told.ts';

export function expandRun(run: KeptRun, kept: Kept, responses: Responses): Told[] {
	if ('kind' in run) return practiceTold(run, kept, responses);
	return 'stage' in run ? openTold(run, responses) : finishedTold(run, kept, responses);
}

type Answers = (
	item: string,
	correct: boolean
) => Omit<Extract<Happened, { type: 'answered' }>, 'type' | 'item'>;

function runTold(
	run: { n: number; seed: string; startedAt: number },
	start: Pick<Extract<Happened, { type: 'runStarted' }>, 'kind' | 'unit' | 'items' | 'seed'>,
	moves: RunStep[],
	answers: Answers
): Told[] {
	const id = runId(run);
	const state = mark(run);
	return [
		tell(run.startedAt, `r-${id}`, { type: 'runStarted', run: id, ...start }),
		...moves.map((move, i) =>
			tell(
				run.startedAt,
				`m-${id}-${i}-${state}`,
				move.type === 'ANSWERED'
					? { type: 'answered', item: move.item, ...answers(move.item, move.correct), run: id }
					: { type: 'runMoved', run: id, move }
			)
		)
	];
}

/** @param right of the items, in their order */
function finishTold(
	run: { n: number; seed: string; finishedAt: number },
	items: { item: string; right: boolean }[],
	passed?: boolean
): Told {
	const id = runId(run);
	const of = (right: boolean) => items.flatMap((one) => (one.right === right ? [one.item] : []));
	return tell(run.finishedAt, `e-${id}-${mark(run)}`, {
		type: 'runFinished',
		run: id,
		right: of(true),
		wrong: of(false),
		// A test of whose questions none is known any more was no test of nothing.
		total: Math.max(1, items.length),
		...(passed === undefined ? {} : { passed })
	});
}

function finishedTold(run: KeptFinal, kept: Kept, responses: Responses): Told[] {
	const answers = new Map(run.items);
	const items = run.items.map(([item, answer]): OpenFinal['items'][number] => [
		item,
		// A verdict on an item without any answer, as only an odd file has it, is no answer either.
		{ answer: Object.hasOwn(kept.items, item) ? answer : undefined, flagged: false }
	]);
	return [
		...runTold(
			run,
			// The rest of the seed shuffles nothing any more; it must only be the same each time.
			{ kind: 'final', items: run.items.map(([item]) => item), seed: run.seed.padEnd(16, '0') },
			finalMoves({ stage: 'finished', index: 0, items }),
			(item, right) => ({
				...responses.attempt(item, { right, response: answers.get(item)?.response ?? 0 }),
				nth: 1
			})
		),
		finishTold(
			run,
			run.items.map(([item, { right }]) => ({ item, right })),
			run.passed
		)
	];
}

function openTold(run: OpenFinal, responses: Responses): Told[] {
	const states = new Map(run.items);
	const where = placeOf({ run: runId(run) });
	return [
		...runTold(
			run,
			{ kind: 'final', items: run.items.map(([item]) => item), seed: run.seed },
			finalMoves(run),
			(item, right) => ({
				...responses.attempt(item, { right, response: states.get(item)?.answer?.response ?? 0 }),
				nth: 1
			})
		),
		...run.items.flatMap(([item, { draft }]) =>
			draft === undefined ? [] : [draftTold(run.startedAt, item, where, draft, responses)]
		)
	];
}

function draftTold(minute: number, item: string, where: string, code: number, responses: Responses): Told {
	return tell(minute, `h-${item}-${mark(where, code)}`, {
		type: 'drafted',
		item,
		where,
		response: responses.draft(item, code)
	});
}

function practiceTold(run: KeptPractice, kept: Kept, responses: Responses): Told[] {
	const { kind, unit, seed, startedAt, finishedAt, draft } = run;
	const item = inView(run);
	const first = run.items.flatMap(([id, { state }]) =>
		state === 'open' ? [] : [{ item: id, right: state === 'right' || state === 'right-before' }]
	);
	return [
		...runTold(
			run,
			{ kind, ...(unit === undefined ? {} : { unit }), items: run.items.map(([id]) => id), seed },
			practiceMoves(run),
			(id, right) => ({ ...practiceAnswer(id, right, run, kept, responses), nth: 1 })
		),
		...(item === undefined || draft === undefined
			? []
			: [draftTold(startedAt, item, placeOf({ run: runId(run) }), draft, responses)]),
		...(finishedAt === undefined ? [] : [finishTold({ ...run, finishedAt }, first)])
	];
}

/** What was answered: the answer in view, or else the item's last one, or its first, as long as the verdict is this one. */
function practiceAnswer(
	id: string,
	right: boolean,
	run: KeptPractice,
	{ items }: Kept,
	responses: Responses
): ReturnType<Answers> {
	const item = Object.hasOwn(items, id) ? items[id] : undefined;
	const seen = id === inView(run) ? run.given : undefined;
	const attempt = seen ?? [item?.last, item?.first].find((one) => one?.right === right);
	const { confidence, response } = attempt ?? { response: 0 };
	return {
		...responses.attempt(id, { right, response }),
		...(confidence === undefined ? {} : { confidence })
	};
}
