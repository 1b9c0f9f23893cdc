/** Every state a course's machines can come to, listed by xstate/graph: for the checker and the tests, never for the screen. */
import { getAdjacencyMap } from 'xstate/graph';
import type { Casework, DomainRule } from '#course/schema.ts';
import { caseworkMachine, standOf, type CaseworkSnapshot, type Choice } from './casework.ts';
import { ruleMachine, type RuleSnapshot, type Turn, type Values } from './rule.ts';

/** `first:a → second:b`, for messages. */
export const pathText = (path: readonly Choice[]): string =>
	path.length === 0 ? '始め' : path.map(({ step, option }) => `${step}:${option}`).join(' → ');

/**
 * Every combination of some switches, with where it leads, beginning with the given values.
 * @param switches those that are turned; all others stay as they are
 */
export function combinations(
	rule: DomainRule,
	values: Values,
	switches: readonly string[]
): { snapshot: RuleSnapshot; values: Values }[] {
	const turns: Turn[] = rule.switches
		.filter(({ id }) => switches.includes(id))
		.flatMap(({ id, options }) => options.map((option) => ({ switch: id, option: option.id })));
	const map = getAdjacencyMap(ruleMachine(rule), {
		input: { values },
		events: ({ context }) =>
			turns
				.filter((turn) => context.values[turn.switch] !== turn.option)
				.map((turn) => ({ type: 'TURN' as const, ...turn })),
		serializeState: ({ context }) => JSON.stringify(Object.entries(context.values).sort())
	});
	return Object.values(map).map(({ state }) => ({ snapshot: state, values: state.context.values }));
}

export type Ways = {
	/** Paths from the start to an ending. */
	whole: { path: Choice[]; end: string }[];
	/** Paths after which nothing can be chosen, or an option that leads nowhere. */
	dead: Choice[][];
	/** Paths that are longer than the case says and not at an end yet; they are followed no further. */
	long: Choice[][];
	/** Steps and endings no path comes to. */
	unreached: string[];
	/** Every state met, for tests. */
	states: CaseworkSnapshot[];
};

/** Every way through a case in steps, by forward events alone. */
export function ways(work: Casework): Ways {
	const isLong = ({ context }: CaseworkSnapshot) => context.path.length >= work.longest;
	const map = getAdjacencyMap(caseworkMachine(work), {
		// Only what the step in view offers: everything else changes nothing, and asking would cost most of the time.
		events: (state) =>
			(standOf(work, state).step?.options ?? []).map(({ id }) => ({ type: 'CHOOSE' as const, option: id })),
		serializeState: ({ value, context }) => JSON.stringify([value, context.path]),
		stopWhen: isLong
	});
	const states = Object.values(map).map(({ state }) => state);
	const out: Ways = { whole: [], dead: [], long: [], unreached: [], states };
	const met = new Set<string>();
	for (const state of states) {
		const { path } = state.context;
		const { step, end } = standOf(work, state);
		met.add(step?.id ?? end?.id ?? '');
		if (end) out.whole.push({ path, end: end.id });
		else if (isLong(state)) out.long.push(path);
		else {
			for (const { id } of step?.options ?? [])
				if (!state.can({ type: 'CHOOSE', option: id }))
					out.dead.push([...path, { step: step?.id ?? '', option: id }]);
		}
	}
	out.unreached = [...work.steps, ...work.ends].map(({ id }) => id).filter((id) => !met.has(id));
	return out;
}
