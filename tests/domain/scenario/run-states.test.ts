/**
 * The whole run, enumerated: three questions in both modes. Left out of a state's key are the round's number
 * (it only counts) and the order of marks (no guard reads it).
 */
import { adjacencyMapToArray, getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import { describe, expect, it } from 'vitest';
import { can, next, replay, start } from '#scenario/replay.ts';
import { runMachine, unanswered, type RunEvent, type RunMode, type RunSnapshot } from '#scenario/run.ts';
import { checkRunStep } from './walk-run.ts';

const items = ['q1', 'q2', 'q3'];
const events: RunEvent[] = [
	...items.flatMap((item): RunEvent[] => [
		{ type: 'ANSWERED', item, correct: true },
		{ type: 'ANSWERED', item, correct: false }
	]),
	...[-1, 0, 1, 2, 3].map((index) => ({ type: 'GO' as const, index })),
	{ type: 'NEXT' },
	{ type: 'PREV' },
	{ type: 'REVIEW' },
	{ type: 'FINISH' },
	{ type: 'RETRY_WRONG' }
];
/** Marks double the space with every question; one question's mark shows all there is to see. */
const marks: RunEvent[] = [
	{ type: 'FLAG', item: 'q2' },
	{ type: 'UNFLAG', item: 'q2' }
];
const sorted = (o: Record<string, boolean>) => Object.entries(o).sort(([a], [b]) => a.localeCompare(b));
const key = ({ value, context: c }: RunSnapshot) =>
	JSON.stringify([
		value,
		c.items,
		c.index,
		sorted(c.answers),
		sorted(c.firstTry),
		sorted(c.results),
		[...c.flagged].sort()
	]);

describe.each<RunMode>(['practice', 'final'])('a %s run of three questions, in every state', (mode) => {
	const input = { items, mode };
	const options = { input, events: [...events, ...marks], serializeState: key };
	const map = getAdjacencyMap(runMachine, options);
	const states = Object.values(map);
	const edges = adjacencyMapToArray(map).map(({ state, event, nextState }) => ({
		from: state,
		event,
		to: nextState
	}));
	console.info(`${mode} run of 3 questions: ${states.length} states, ${edges.length} events tried`);

	it('keeps every promise on every event, fitting or not', () => {
		for (const { from, event, to } of edges) checkRunStep(from, event, to, items);
		expect(edges.filter(({ from, event }) => can(from, event)).length).toBeGreaterThan(100);
	});

	it('can reach the end from everywhere', () => {
		const reaching = new Set(
			states.filter(({ state }) => state.matches('finished')).map(({ state }) => key(state))
		);
		for (let grown = true; grown;) {
			const before = reaching.size;
			for (const { from, to } of edges) if (reaching.has(key(to))) reaching.add(key(from));
			grown = reaching.size > before;
		}
		expect(states.map(({ state }) => key(state)).filter((k) => !reaching.has(k))).toEqual([]);
	});

	it('ends its first round in every combination of right and wrong', () => {
		const ends = states.filter(({ state }) => state.matches('finished') && state.context.items.length === 3);
		const firstTries = new Set(ends.map(({ state }) => JSON.stringify(sorted(state.context.firstTry))));
		expect(firstTries.size).toBe(2 ** 3);
	});

	it('is the same again when its recorded moves are replayed', () => {
		const paths = getShortestPaths(runMachine, options);
		expect(paths).toHaveLength(states.length);
		for (const { state, steps } of paths) {
			const moves = steps.map(({ event }) => event).slice(1);
			const live = moves.reduce(
				(snapshot, move) => next(runMachine, snapshot, move),
				start(runMachine, input)
			);
			expect(key(live)).toBe(key(state));
			const recorded: RunEvent[] = JSON.parse(JSON.stringify(moves));
			const resumed = replay(runMachine, input, recorded);
			expect([resumed.value, resumed.context]).toEqual([live.value, live.context]);
		}
	});

	it(
		mode === 'final' ? 'is handed in only when all is answered' : 'shows feedback after every answer',
		() => {
			for (const { from, event, to } of edges) {
				if (!can(from, event)) continue;
				if (event.type === 'FINISH') expect(unanswered(from.context)).toEqual([]);
				if (event.type === 'ANSWERED') expect(to.value).toBe(mode === 'final' ? 'asking' : 'feedback');
			}
			const open = states.filter(
				({ state }) => state.value === 'review' && unanswered(state.context).length > 0
			);
			for (const { state } of open) expect(can(state, { type: 'FINISH' })).toBe(false);
			expect(open.length > 0).toBe(mode === 'final');
		}
	);
});
