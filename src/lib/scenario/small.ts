/**
 * What this room's machines use of XState, in its words: the player of an LMS package is built with this in XState's place
 * (vite.config.ts), since it only ever asks which state follows an event. Everywhere else, and in the checks of a course, XState
 * itself runs the same definitions; tests/domain/scenario/small.test.ts walks both side by side.
 * Neither entry nor exit actions, nor parallel, final or history states, nor reentering: no machine here has them.
 */
type Context = Record<string, unknown>;
type Event = { type: string };
type Seen = { context: Context; event: Event };
type Guard = (seen: Seen, params: unknown) => boolean;
type Action = (seen: Seen, params: unknown) => Context;
type Named = string | { type: string; params?: unknown };
type Way = { guard?: Named | Guard; target?: string; actions?: Named | Named[] };
type Ways = Way | Way[];
type State = { initial?: string; states?: Record<string, State>; on?: Record<string, Ways>; always?: Ways };
type Root = State & { context: Context | ((from: { input: unknown }) => Context) };
type Parts = { guards: Record<string, Guard>; actions: Record<string, Action> };
type Machine = Parts & { root: Root };
/** Names of states from the outermost to the innermost. */
type Path = string[];

export type SmallSnapshot = {
	path: Path;
	/** The state's name, or the outer one over its inner one. */
	value: unknown;
	context: Context;
	can(event: Event): boolean;
	matches(outermost: string): boolean;
};

const list = <T>(some: T | T[] | undefined): T[] => (some === undefined ? [] : ([some].flat() as T[]));

export const setup = ({ guards, actions }: Parts) => ({
	createMachine: (root: Root): Machine => ({ guards, actions, root })
});

/** Changes of the context: made by one function, or each by its own or a value. */
export function assign(changes: Action | Record<string, unknown>): Action {
	if (typeof changes === 'function') return changes;
	return (seen, params) =>
		Object.fromEntries(
			Object.entries(changes).map(([name, it]) => [name, typeof it === 'function' ? it(seen, params) : it])
		);
}

export function initialTransition(machine: Machine, input: unknown): [SmallSnapshot] {
	const { context } = machine.root;
	const first = typeof context === 'function' ? context({ input }) : context;
	return [settled(machine, entered(machine, []), first, { type: '' })];
}

export function transition(machine: Machine, before: SmallSnapshot, event: Event): [SmallSnapshot] {
	const after = taken(machine, before, event, (state) => of(state.on, event.type));
	return [after ? settled(machine, after.path, after.context, event) : before];
}

const of = <T>(all: Record<string, T> | undefined, name: string): T | undefined =>
	all && Object.hasOwn(all, name) ? all[name] : undefined;

/** The states from the root to the innermost of a path. */
function statesOf({ root }: Machine, path: Path): State[] {
	return path.reduce<State[]>((states, name) => [...states, of(states.at(-1)?.states, name) ?? {}], [root]);
}

/** A path with the initial states below it. */
function entered(machine: Machine, path: Path): Path {
	const initial = statesOf(machine, path).at(-1)?.initial;
	return initial === undefined ? path : entered(machine, [...path, initial]);
}

/** The first way that is open, of the innermost state that has one, and the length of that state's path. */
function open(
	machine: Machine,
	{ path, context }: Pick<SmallSnapshot, 'path' | 'context'>,
	event: Event,
	waysOf: (state: State) => Ways | undefined
): { way: Way; depth: number } | undefined {
	const seen = { context, event };
	const states = statesOf(machine, path);
	for (let depth = path.length; depth >= 0; depth--) {
		const way = list(waysOf(states[depth] ?? {})).find(
			({ guard }) =>
				guard === undefined ||
				(typeof guard === 'function' ? guard(seen, undefined) : called(machine.guards, guard, seen))
		);
		if (way) return { way, depth };
	}
	return undefined;
}

function called<T>(all: Record<string, (seen: Seen, params: unknown) => T>, it: Named, seen: Seen): T {
	const { type, params = undefined } = typeof it === 'string' ? { type: it } : it;
	const found = of(all, type);
	if (!found) throw new Error(`No ${type}`);
	return found(seen, typeof params === 'function' ? params(seen) : params);
}

/** Where one way leads; undefined when none is open. */
function taken(
	machine: Machine,
	before: Pick<SmallSnapshot, 'path' | 'context'>,
	event: Event,
	waysOf: (state: State) => Ways | undefined
): Pick<SmallSnapshot, 'path' | 'context'> | undefined {
	const found = open(machine, before, event, waysOf);
	if (!found) return undefined;
	const { way, depth } = found;
	const context = list(way.actions).reduce<Context>(
		(so, action) => ({ ...so, ...called(machine.actions, action, { context: so, event }) }),
		before.context
	);
	if (way.target === undefined) return { path: before.path, context };
	// `.x` is a state within the one that has the way, `x` one beside it.
	const inner = way.target.startsWith('.');
	const path = [...before.path.slice(0, inner ? depth : depth - 1), inner ? way.target.slice(1) : way.target];
	return { path: entered(machine, path), context };
}

/** Goes on by itself as long as a state says so. */
function settled(machine: Machine, path: Path, context: Context, event: Event): SmallSnapshot {
	const on = taken(machine, { path, context }, event, (state) => state.always);
	if (on) return settled(machine, on.path, on.context, event);
	return {
		path,
		context,
		value: path.reduceRight<unknown>(
			(inner, name) => (inner === undefined ? name : { [name]: inner }),
			undefined
		),
		can(next) {
			const way = open(machine, { path, context }, next, (state) => of(state.on, next.type))?.way;
			return way !== undefined && (way.target !== undefined || list(way.actions).length > 0);
		},
		matches: (outermost) => path[0] === outermost
	};
}
