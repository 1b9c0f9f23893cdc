/** The runner of machines in the player of an LMS package beside XState: the same definitions, walked step by step the same. */
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { checkFiles } from '#authoring/check.ts';
import * as boards from '#scenario/board.ts';
import * as caseworks from '#scenario/casework.ts';
import * as replays from '#scenario/replay.ts';
import * as rules from '#scenario/rule.ts';
import * as runs from '#scenario/run.ts';
import { readCourse } from '../../../src/cli/read-course.ts';
import { MINI, SHIPPED } from '../course/courses.ts';
import { same } from './walk.ts';

const seed = Number(process.env['SEED'] ?? 20260801);
const numRuns = Math.ceil(Number(process.env['WALKS'] ?? 2000) / 25);
console.info(`random walks: SEED=${seed} WALKS=${numRuns}`);

// The same modules once more, on the small runner.
vi.resetModules();
vi.doMock('xstate', () => import('#scenario/small.ts'));
const small = {
	boards: await import('#scenario/board.ts'),
	caseworks: await import('#scenario/casework.ts'),
	replays: await import('#scenario/replay.ts'),
	rules: await import('#scenario/rule.ts'),
	runs: await import('#scenario/run.ts')
};

type Event = { type: string };
/** What screens and packing read of a snapshot. */
type Shown = {
	value: unknown;
	context: unknown;
	can(event: Event): boolean;
	matches(state: string): boolean;
};
type Runner = {
	start(machine: AnyStateMachine, input: unknown): Shown;
	next(machine: AnyStateMachine, at: Shown, event: Event): Shown;
};

/**
 * Walks both through the same events and compares after each. Most steps look for an event that fits, so that a walk comes far.
 * @returns the states that were reached and the events that were taken
 */
function walkBoth(
	[theirs, ours]: [AnyStateMachine, AnyStateMachine],
	input: unknown,
	events: Event[]
): { states: Set<string>; taken: Set<string> } {
	const xstate = replays as unknown as Runner;
	const runner = small.replays as unknown as Runner;
	const names = [...Object.keys(theirs.states), 'nowhere'];
	const states = new Set<string>();
	const taken = new Set<string>();
	const read = (at: Shown) => ({
		value: at.value,
		context: at.context,
		can: events.map((event) => at.can(event)),
		matches: names.filter((name) => at.matches(name))
	});
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.nat(9_999), fc.nat(4)), { minLength: 40, maxLength: 80, size: 'max' }),
			(walk) => {
				let [left, right] = [xstate.start(theirs, input), runner.start(ours, input)];
				same(read(right), read(left), 'at the start');
				for (const [n, fitting] of walk) {
					const at = left;
					const fit = fitting > 0 ? events.filter((event) => at.can(event)) : events;
					const event = fit[n % fit.length];
					if (!event) continue;
					if (at.can(event)) taken.add(event.type);
					left = xstate.next(theirs, left, event);
					right = runner.next(ours, right, event);
					same(read(right), read(left), `after ${JSON.stringify(event)}`);
					states.add(JSON.stringify(left.value));
				}
			}
		),
		{ seed, numRuns }
	);
	return { states, taken };
}

const strange = [{ type: 'constructor' }, { type: '' }, { type: 'GONE' }];

it('is what the second set of modules runs on', () => {
	expect(small.boards.boardMachine).not.toBe(boards.boardMachine);
	expect(small.boards.boardMachine).toHaveProperty('root.initial', 'placing');
	expect(small.boards.boardMachine).not.toHaveProperty('transition');
	expect(boards.boardMachine).toHaveProperty('transition');
});

it('plays a board as XState does', () => {
	const cards = [
		{ id: 'a', columns: ['left'] },
		{ id: 'b', columns: ['right'] },
		{ id: 'constructor', columns: ['left', 'right'] }
	];
	const columns = ['left', 'right'];
	const named = ['a', 'b', 'constructor', 'gone'];
	const { states, taken } = walkBoth([boards.boardMachine, small.boards.boardMachine], { cards, columns }, [
		...named.flatMap((card) => [
			...['left', 'right', 'middle'].map((column) => ({ type: 'PLACE', card, column })),
			{ type: 'SELECT', card },
			{ type: 'TAKE_BACK', card }
		]),
		...columns.map((column) => ({ type: 'PLACE', column })),
		...['DESELECT', 'UNDO', 'UNDO_ALL', 'CHECK', 'CHECK', 'CHECK', 'RETRY', 'RESTART'].map((type) => ({
			type
		})),
		...strange
	]);
	expect([...states].sort()).toEqual(['"done"', '"reviewed"', '{"placing":"holding"}', '{"placing":"idle"}']);
	expect(taken.size).toBe(9);
});

it.each(['practice', 'final'])('plays a run as XState does (%s)', (mode) => {
	const items = ['q1', 'q2', 'q3'];
	const { states, taken } = walkBoth([runs.runMachine, small.runs.runMachine], { items, mode }, [
		...[...items, 'gone'].flatMap((item) => [
			{ type: 'ANSWERED', item, correct: true },
			{ type: 'ANSWERED', item, correct: false },
			{ type: 'FLAG', item },
			{ type: 'UNFLAG', item }
		]),
		...[-1, 0, 1, 2, 3].map((index) => ({ type: 'GO', index })),
		...['NEXT', 'NEXT', 'NEXT', 'PREV', 'REVIEW', 'FINISH', 'FINISH', 'RETRY_WRONG'].map((type) => ({
			type
		})),
		...strange
	]);
	expect(states).toContain('"finished"');
	expect(states.size).toBe(3);
	expect(taken.size).toBe(mode === 'final' ? 8 : 5);
});

for (const folder of [MINI, SHIPPED]) {
	const { draft } = checkFiles(readCourse(folder));
	const { rule } = draft ?? {};
	if (!draft || !rule) throw new Error(`${folder} has no rule`);

	it(`plays the rule of ${folder} as XState does`, () => {
		const values = Object.fromEntries(rule.switches.map(({ id, options }) => [id, options[0]?.id ?? '']));
		const turns = rule.switches.flatMap((item) =>
			['gone', ...item.options.map(({ id }) => id)].map((option) => ({
				type: 'TURN',
				switch: item.id,
				option
			}))
		);
		const machines = [rules.ruleMachine(rule), small.rules.ruleMachine(rule)] as const;
		const { states } = walkBoth([...machines], { values }, [...turns, { type: 'RESET' }, ...strange]);
		const places = rule.steps.flatMap(({ to }) => Object.values(to).flatMap(({ domain }) => domain ?? []));
		expect(states.size).toBe(new Set(places).size + 1);
		// Switches that are not set leave the questions open.
		walkBoth([...machines], { values: {} }, turns);
	});

	it(`plays the cases in steps of ${folder} as XState does`, () => {
		for (const work of draft.units.flatMap((unit) => unit.casework)) {
			const options = work.steps.flatMap((step) => step.options.map(({ id }) => id));
			const { states } = walkBoth(
				[caseworks.caseworkMachine(work), small.caseworks.caseworkMachine(work)],
				undefined,
				[
					...options.map((option) => ({ type: 'CHOOSE', option })),
					{ type: 'BACK' },
					{ type: 'RESTART' },
					...strange
				]
			);
			expect(states.size).toBe(work.steps.length + work.ends.length);
		}
	});
}
