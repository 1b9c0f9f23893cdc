/**
 * A case in several steps: choose, see what follows, go on; or take the last choice back and try another way.
 *
 *   step_<first> ──CHOOSE──▶ step_<next> … ──▶ end_<ending>
 *        ◀────────────────────BACK────────────────────
 *
 * Built from a course's data. The path is the whole memory: replaying the choices gives the same state again.
 * Pure; an event that does not fit changes nothing.
 */
import { assign, setup, type SnapshotFrom } from 'xstate';
import type { Casework, Earlier, Ending, WorkOption, WorkStep } from '#course/schema.ts';

/** A choice made: the step, and the option taken there. */
export type Choice = { step: string; option: string };
export type CaseworkMove = { type: 'CHOOSE'; option: string } | { type: 'BACK' } | { type: 'RESTART' };
type CaseworkContext = { path: Choice[] };

/** Whether all earlier choices are as wanted. A step that was not come by fits nothing. */
export function fits(earlier: Earlier | undefined, path: readonly Choice[]): boolean {
	return Object.entries(earlier ?? {}).every(([step, wanted]) =>
		path.some((choice) => choice.step === step && [wanted].flat().includes(choice.option))
	);
}

/** The ways an option can lead on, with the condition of each; the first that fits is taken. */
export const waysOf = ({ go }: WorkOption): { if?: Earlier | undefined; go: string }[] =>
	typeof go === 'string' ? [{ go }] : go;

const caseworks = setup({
	types: { context: {} as CaseworkContext, events: {} as CaseworkMove },
	guards: {
		chooses: ({ context, event }, params: { option: string; earlier: Earlier | undefined }) =>
			event.type === 'CHOOSE' && event.option === params.option && fits(params.earlier, context.path),
		cameFrom: ({ context }, params: { step: string }) => context.path.at(-1)?.step === params.step,
		hasBegun: ({ context }) => context.path.length > 0
	},
	actions: {
		choose: assign(({ context }, params: Choice) => ({ path: [...context.path, params] })),
		takeBack: assign(({ context }) => ({ path: context.path.slice(0, -1) })),
		restart: assign({ path: [] })
	}
});

/** Makes the machine of a case in steps. The case is a checked one: every `go` leads to a step or an ending. */
export function caseworkMachine(work: Casework) {
	const step = (id: string) => `step_${id}`;
	const place = (id: string) => (work.ends.some((end) => end.id === id) ? `end_${id}` : step(id));
	return caseworks.createMachine({
		id: 'casework',
		context: { path: [] },
		initial: step(work.first),
		states: Object.fromEntries([
			...work.steps.map(({ id, options }) => [
				step(id),
				{
					on: {
						CHOOSE: options.flatMap((option) =>
							waysOf(option).map((way) => ({
								guard: { type: 'chooses' as const, params: { option: option.id, earlier: way.if } },
								target: place(way.go),
								actions: { type: 'choose' as const, params: { step: id, option: option.id } }
							}))
						)
					}
				}
			]),
			...work.ends.map(({ id }) => [`end_${id}`, {}])
		]),
		on: {
			BACK: work.steps.map(({ id }) => ({
				guard: { type: 'cameFrom' as const, params: { step: id } },
				target: `.${step(id)}`,
				actions: 'takeBack' as const
			})),
			RESTART: { guard: 'hasBegun', target: `.${step(work.first)}`, actions: 'restart' }
		}
	});
}

export type CaseworkMachine = ReturnType<typeof caseworkMachine>;
export type CaseworkSnapshot = SnapshotFrom<CaseworkMachine>;

/** The step in view, or the ending that was reached. */
export function standOf(work: Casework, snapshot: CaseworkSnapshot): { step?: WorkStep; end?: Ending } {
	const value = String(snapshot.value);
	const step = work.steps.find(({ id }) => value === `step_${id}`);
	const end = work.ends.find(({ id }) => value === `end_${id}`);
	return { ...(step ? { step } : {}), ...(end ? { end } : {}) };
}

/** The steps and options of a path, in order; choices that no longer exist are left out. */
export function walked(work: Casework, path: readonly Choice[]): { step: WorkStep; option: WorkOption }[] {
	return path.flatMap((choice) => {
		const step = work.steps.find(({ id }) => id === choice.step);
		const option = step?.options.find(({ id }) => id === choice.option);
		return step && option ? [{ step, option }] : [];
	});
}
