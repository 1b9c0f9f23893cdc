/** What the steps of a session can be about: the questions that a show of hands can answer, boards and cases, in one place. */
import type { CourseIndex, CourseSource } from '#course/parts.ts';
import type { Board, Case, DomainRule } from '#course/schema.ts';
import { answersOf } from '#scenario/judge.ts';
import { switchesOf } from '#scenario/rule.ts';
import {
	boardsOf,
	casesOf,
	isVotable,
	loadMaterial,
	practiceQuestions,
	roomCards,
	type Material,
	type Votable
} from '../material.ts';
import type { Step } from './prepared.ts';

export type Items = {
	material: Material;
	index: CourseIndex;
	rule?: DomainRule | undefined;
	questions: ReadonlyMap<string, Votable>;
	boards: ReadonlyMap<string, Board>;
	cases: ReadonlyMap<string, Case>;
};

/** Reads everything a session may need. Rejects when a part of the course cannot be loaded. */
export async function loadItems(source: CourseSource): Promise<Items> {
	const [reference, material] = await Promise.all([source.reference(), loadMaterial(source)]);
	return itemsOf(material, reference.rule);
}

export function itemsOf(material: Material, rule?: DomainRule): Items {
	const byId = <T extends { id: string }>(all: readonly T[]) => new Map(all.map((one) => [one.id, one]));
	return {
		material,
		index: material.index,
		rule,
		questions: byId(practiceQuestions(material).filter(isVotable)),
		boards: byId(boardsOf(material)),
		cases: byId(casesOf(material))
	};
}

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

/** Steps whose item the course does not have (any more) are left out. */
export function shapesOf(items: Items, steps: readonly Step[]): StepShape[] {
	const columns = items.index.map.domains.map(({ id }) => id);
	return steps.flatMap((step): StepShape[] => {
		const shape: StepShape = { step, options: [], cards: [], columns: [], switches: {} };
		if (step.kind === 'question') {
			const question = items.questions.get(step.item ?? '');
			return question ? [{ ...shape, options: question.options.map(({ id }) => id) }] : [];
		}
		if (step.kind === 'board') {
			const board = items.boards.get(step.item ?? '');
			const cards = board ? roomCards(items.material, board, step.cards).map(({ id }) => id) : [];
			return cards.length > 0 ? [{ ...shape, cards, columns }] : [];
		}
		if (step.kind === 'case') {
			const it = items.cases.get(step.item ?? '');
			if (!it) return [];
			const turned = it.type === 'domain' && items.rule ? switchesOf(items.rule, it, it.turn) : [];
			const switches = Object.fromEntries(
				turned.map(({ id, options }) => [id, options.map((option) => option.id)])
			);
			return [{ ...shape, options: answersOf(it, columns), switches }];
		}
		return [shape];
	});
}
