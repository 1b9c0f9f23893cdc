/**
 * A training session as a machine: its states are the slides, in order; everything else that is entered is context.
 *
 *   s1 ──NEXT──▶ s2 ──NEXT──▶ … ──▶ last        BACK the other way; GO to any slide
 *
 * Pure. An event that does not fit changes nothing, so a wrong key ends nothing. Undoing is not the machine's: see fold.ts.
 */
import { assign, setup, type SnapshotFrom } from 'xstate';
import { own } from '#record/json.ts';
import type { StepShape } from './items.ts';
import type { Move } from './prepared.ts';
import type { Slide } from './slides.ts';

/** Option → hands. */
export type Counts = Record<string, number>;
export type StepState = {
	/** Round 1 and round 2. */
	counts: [Counts, Counts];
	/** Card → table (from 1) → column. */
	placed: Record<string, Record<number, string>>;
	/** What was turned, in order, since the circumstances were last those of the scene. */
	turned: { switch: string; option: string }[];
	/** The open question noted. */
	note: string;
};
export type SessionContext = {
	people: number;
	steps: Record<string, StepState>;
	/** When the timer ends, epoch milliseconds. */
	until: number | undefined;
	blank: boolean;
};
export type SessionInput = {
	shapes: readonly StepShape[];
	slides: readonly Slide[];
	people: number;
	tables: number;
};
export type SessionMove = Exclude<Move, { type: 'UNDO' }>;
type Of<T extends Move['type']> = Extract<Move, { type: T }>;

const fresh = (): StepState => ({ counts: [{}, {}], placed: {}, turned: [], note: '' });

const session = setup({
	types: { context: {} as SessionContext, events: {} as SessionMove },
	actions: {
		// Whoever moves on wants to see something, and the time was for what is left.
		moved: assign({ until: undefined, blank: false })
	}
});

/** The state of one step, with a change. */
function withStep(context: SessionContext, id: string, change: (step: StepState) => Partial<StepState>) {
	const step = context.steps[id] ?? fresh();
	return { steps: { ...context.steps, [id]: { ...step, ...change(step) } } };
}

/** Makes the machine of what was prepared. There is at least one slide. */
export function sessionMachine({ shapes, slides, people, tables }: SessionInput) {
	const shape = new Map(shapes.map((one) => [one.step.id, one]));
	const go = (slide: Slide | undefined) =>
		slide ? { target: `#session.${slide.id}`, actions: 'moved' as const } : undefined;
	return session.createMachine({
		id: 'session',
		context: {
			people,
			steps: Object.fromEntries(shapes.map(({ step }) => [step.id, fresh()])),
			until: undefined,
			blank: false
		},
		initial: slides[0]?.id ?? '',
		states: Object.fromEntries(
			slides.map((slide, i) => {
				const [next, back] = [go(slides[i + 1]), go(slides[i - 1])];
				return [slide.id, { on: { ...(next && { NEXT: next }), ...(back && { BACK: back }) } }];
			})
		),
		on: {
			GO: slides.map((slide) => ({
				guard: ({ event }: { event: Of<'GO'> }) => event.slide === slide.id,
				target: `.${slide.id}`,
				actions: 'moved' as const
			})),
			COUNT: {
				guard: ({ event }) => shape.get(event.step)?.options.includes(event.option) ?? false,
				actions: assign(({ context, event }) =>
					withStep(context, event.step, ({ counts: [first, second] }) => {
						const of = (round: 1 | 2, counts: Counts) =>
							round === event.round ? { ...counts, [event.option]: event.count } : counts;
						return { counts: [of(1, first), of(2, second)] };
					})
				)
			},
			PLACE: {
				guard: ({ event }) => {
					const known = shape.get(event.step);
					return (
						known !== undefined &&
						known.cards.includes(event.card) &&
						event.table <= tables &&
						(event.column === null || known.columns.includes(event.column))
					);
				},
				actions: assign(({ context, event }) =>
					withStep(context, event.step, ({ placed }) => {
						const { [event.table]: _before, ...others } = own(placed, event.card) ?? {};
						const at = event.column === null ? others : { ...others, [event.table]: event.column };
						return { placed: { ...placed, [event.card]: at } };
					})
				)
			},
			TURN: {
				guard: ({ event }) =>
					own(shape.get(event.step)?.switches ?? {}, event.switch)?.includes(event.option) ?? false,
				actions: assign(({ context, event }) =>
					withStep(context, event.step, ({ turned }) => ({
						turned: [...turned, { switch: event.switch, option: event.option }]
					}))
				)
			},
			RESET: {
				guard: ({ event }) => shape.has(event.step),
				actions: assign(({ context, event }) => withStep(context, event.step, () => ({ turned: [] })))
			},
			TIMER: { actions: assign({ until: ({ event }) => event.until }) },
			BLANK: { actions: assign({ blank: ({ event }) => event.on }) },
			NOTE: {
				guard: ({ event }) => shape.has(event.step),
				actions: assign(({ context, event }) => withStep(context, event.step, () => ({ note: event.text })))
			},
			PEOPLE: { actions: assign({ people: ({ event }) => event.count }) }
		}
	});
}

export type SessionMachine = ReturnType<typeof sessionMachine>;
export type SessionSnapshot = SnapshotFrom<SessionMachine>;
