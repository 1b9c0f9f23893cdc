/**
 * The rule of the columns as a machine: it is built from a course's data and knows none of its words.
 *
 *   ask_<first> ──(always, by the option set)──▶ ask_<step> … ──▶ at_<column> | undecided
 *        ▲                                                            │
 *        └──────────────────────── TURN, RESET ───────────────────────┘
 *
 * A turned switch starts the questions anew, so where the card lies never depends on the order of turning.
 * Pure; an event that does not fit changes nothing.
 */
import { assign, setup, type SnapshotFrom } from 'xstate';
import type { Branch, DomainCase, DomainRule, Said, Switch } from '#course/schema.ts';

/** Switch → option. */
export type Values = Record<string, string>;
/** Where the card lies: a column, or nowhere since the source decides nothing. */
export type Place = { domain: string } | 'undecided';
/** One question of the rule and its answer. */
export type Answered = { step: string; switch: string; option: string };
export type Turn = { switch: string; option: string };

export type RuleInput = { values: Values };
type RuleContext = {
	values: Values;
	/** The values of the scene, to come back to. */
	first: Values;
	/** The questions answered on the way to this place. */
	trail: Answered[];
};
export type RuleEvent = ({ type: 'TURN' } & Turn) | { type: 'RESET' };

const UNDECIDED = 'undecided';
const asking = (step: string) => `ask_${step}`;
const lying = (domain: string) => `at_${domain}`;
const target = ({ go, domain }: Branch) =>
	go !== undefined ? asking(go) : domain !== undefined ? lying(domain) : UNDECIDED;

const rules = setup({
	types: {
		context: {} as RuleContext,
		events: {} as RuleEvent,
		input: {} as RuleInput
	},
	guards: {
		isSet: ({ context }, params: Turn) => context.values[params.switch] === params.option,
		differs: ({ context }, params: Turn) => context.values[params.switch] !== params.option
	},
	actions: {
		note: assign(({ context }, params: Answered) => ({ trail: [...context.trail, params] })),
		turn: assign(({ context }, params: Turn) => ({
			values: { ...context.values, [params.switch]: params.option },
			trail: []
		})),
		reset: assign(({ context }) => ({ values: context.first, trail: [] }))
	}
});

/** Makes the machine of a rule. The rule is a checked one: every `go` leads to a step, and no step leads back. */
export function ruleMachine(rule: DomainRule) {
	const start = `.${asking(rule.first)}`;
	const steps = rule.steps.map((step) => [
		asking(step.id),
		{
			always: Object.entries(step.to).map(([option, branch]) => ({
				guard: { type: 'isSet' as const, params: { switch: step.switch, option } },
				target: target(branch),
				actions: { type: 'note' as const, params: { step: step.id, switch: step.switch, option } }
			}))
		}
	]);
	const domains = new Set(
		rule.steps.flatMap(({ to }) => Object.values(to).flatMap(({ domain }) => domain ?? []))
	);
	const turns = rule.switches.flatMap((item) =>
		item.options.map((option) => ({ switch: item.id, option: option.id }))
	);
	return rules.createMachine({
		id: 'rule',
		context: ({ input }) => ({ values: input.values, first: input.values, trail: [] }),
		initial: asking(rule.first),
		states: Object.fromEntries([
			...steps,
			...[...domains].map((domain) => [lying(domain), {}]),
			[UNDECIDED, {}]
		]),
		on: {
			TURN: turns.map((turn) => ({
				guard: ({ context, event }) =>
					event.switch === turn.switch &&
					event.option === turn.option &&
					context.values[turn.switch] !== turn.option,
				target: start,
				actions: { type: 'turn' as const, params: turn }
			})),
			RESET: { target: start, actions: 'reset' }
		}
	});
}

export type RuleMachine = ReturnType<typeof ruleMachine>;
export type RuleSnapshot = SnapshotFrom<RuleMachine>;

/** Where the card lies; undefined while a switch the rule asks about is not set. */
export function placeOf(snapshot: RuleSnapshot): Place | undefined {
	const value = String(snapshot.value);
	if (value === UNDECIDED) return UNDECIDED;
	return value.startsWith(lying('')) ? { domain: value.slice(lying('').length) } : undefined;
}

export const samePlace = (a: Place | undefined, b: Place | undefined): boolean =>
	typeof a === 'object' && typeof b === 'object' ? a.domain === b.domain : a === b;

/** The branches taken on the way to this place, in order. */
export function branchesOf(rule: DomainRule, snapshot: RuleSnapshot): (Answered & { branch: Branch })[] {
	return snapshot.context.trail.flatMap((answered) => {
		const branch = rule.steps.find((step) => step.id === answered.step)?.to[answered.option];
		return branch ? [{ ...answered, branch }] : [];
	});
}

export const switchOf = (rule: DomainRule, id: string): Switch | undefined =>
	rule.switches.find((item) => item.id === id);

/** Switches of the rule in the words of a scene, in the order asked; unknown ones are left out. */
export function switchesOf(
	rule: DomainRule,
	it: Pick<DomainCase, 'words'>,
	ids: readonly string[]
): Switch[] {
	return ids.flatMap((id) => {
		const item = switchOf(rule, id);
		const words = Object.hasOwn(it.words, id) ? it.words[id] : undefined;
		if (!item || !words) return item ?? [];
		const options = item.options.map((option) => ({
			...option,
			label: words.options[option.id] ?? option.label
		}));
		return { ...item, ask: words.ask ?? item.ask, options };
	});
}

/** What a turn did, and the sentences that say why. */
export type Effect = { moved: boolean; why: Said[] };

/**
 * Why the card moved, or why it did not, after a switch was turned.
 * Moved: what the turned switch decides, and where that leads. Not moved: what the source does not sort by, what is not
 * asked on this way, or the same place reached on another way.
 */
export function effectOf(
	rule: DomainRule,
	before: RuleSnapshot,
	after: RuleSnapshot,
	turned: string
): Effect {
	const moved = !samePlace(placeOf(before), placeOf(after));
	const unmoved = switchOf(rule, turned)?.unmoved;
	if (unmoved) return { moved, why: [unmoved] };
	const way = branchesOf(rule, after);
	const last = way.at(-1)?.branch;
	const asked = way.find((answered) => answered.switch === turned)?.branch;
	const ignored = last?.ignores[turned];
	if (!asked) return { moved, why: ignored ? [ignored] : [] };
	return { moved, why: last && last !== asked ? [asked, last] : [asked] };
}
