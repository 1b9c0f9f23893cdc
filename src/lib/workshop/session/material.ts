/** What the steps of a session can be about: the course's questions that a show of hands can answer, boards and cases, in one place. */
import type { CourseIndex, CourseSource } from '#course/parts.ts';
import type { Board, BoardCard, Case, DomainRule } from '#course/schema.ts';
import { isQuestion, type Question, type QuestionOf } from '#questions/registry.ts';
import { answersOf } from '#scenario/judge.ts';
import { switchesOf } from '#scenario/rule.ts';
import type { Step } from './prepared.ts';

/** Hands can be counted for options, and for nothing else. */
export type VoteQuestion = QuestionOf['single'] | QuestionOf['multiple'];
export type Material = {
	index: CourseIndex;
	rule?: DomainRule | undefined;
	questions: ReadonlyMap<string, VoteQuestion>;
	boards: ReadonlyMap<string, Board>;
	cases: ReadonlyMap<string, Case>;
};

/** Reads everything a session may need. Rejects when a part of the course cannot be loaded. */
export async function loadMaterial(source: CourseSource): Promise<Material> {
	const { index } = source;
	const [reference, ...units] = await Promise.all([
		source.reference(),
		...index.units.map(({ id }) => source.unit(id))
	]);
	const votes = units.flatMap(({ questions }) => questions.filter((q) => isQuestion(q) && canVote(q)));
	return {
		index,
		rule: reference.rule,
		questions: new Map(votes.map((q) => [q.id, q as VoteQuestion])),
		boards: new Map(units.flatMap(({ boards }) => boards.map((board) => [board.id, board] as const))),
		cases: new Map(units.flatMap(({ cases }) => cases.map((it) => [it.id, it] as const)))
	};
}

export const canVote = (q: Question): q is VoteQuestion => q.type === 'single' || q.type === 'multiple';

/** What the machine has to know of a step: ids alone. */
export type StepShape = {
	step: Step;
	/** What hands are counted for. */
	options: string[];
	cards: string[];
	columns: string[];
	/** Switch → its options; empty where nothing can be turned. */
	switches: Record<string, string[]>;
};

/** The cards of a step's board, in the board's order. */
export function cardsOf(material: Material, step: Step): BoardCard[] {
	const cards = material.boards.get(step.item ?? '')?.cards ?? [];
	return step.cards ? cards.filter(({ id }) => step.cards?.includes(id)) : cards;
}

/** Steps whose item the course does not have (any more) are left out. */
export function shapesOf(material: Material, steps: readonly Step[]): StepShape[] {
	const columns = material.index.map.domains.map(({ id }) => id);
	return steps.flatMap((step): StepShape[] => {
		const shape: StepShape = { step, options: [], cards: [], columns: [], switches: {} };
		if (step.kind === 'question') {
			const question = material.questions.get(step.item ?? '');
			return question ? [{ ...shape, options: question.options.map(({ id }) => id) }] : [];
		}
		if (step.kind === 'board') {
			const cards = cardsOf(material, step).map(({ id }) => id);
			return cards.length > 0 ? [{ ...shape, cards, columns }] : [];
		}
		if (step.kind === 'case') {
			const it = material.cases.get(step.item ?? '');
			if (!it) return [];
			const turned = it.type === 'domain' && material.rule ? switchesOf(material.rule, it, it.turn) : [];
			const switches = Object.fromEntries(
				turned.map(({ id, options }) => [id, options.map((option) => option.id)])
			);
			return [{ ...shape, options: answersOf(it, columns), switches }];
		}
		return [shape];
	});
}
