/** What can be chosen in a step, and what is said of each choice. Pure. */
import type { Band, Domain, Provenance } from '#course/schema.ts';
import { answersOf, cellOf, UNDECIDED } from '#scenario/judge.ts';
import { roomCards } from '../material.ts';
import { someCards } from '../words.ts';
import type { Items } from './items.ts';
import type { Step } from './prepared.ts';

export type Choice = {
	id: string;
	/** Place among the lettered ones, from 0; columns of the map have their mark instead. */
	letter?: number;
	text: string;
	domain?: Domain;
	/** The right answer, or the one that can be defended best. */
	right: boolean;
	/** Of a case. */
	band?: Band;
	reason: string;
	from: Provenance;
	cite: string[];
	/** What follows in the scene. */
	consequence?: string;
};

export type Asked = {
	scene?: string | undefined;
	stem: string;
	/** More than one may be chosen. */
	several: boolean;
	takeaway: string;
	/** Of a case: what its bands are called. */
	kind?: 'domain' | 'conduct';
	choices: Choice[];
};

/** What a question or case asks; undefined for other steps, and for items the course does not have. */
export function askedOf(items: Items, step: Pick<Step, 'kind' | 'item'>): Asked | undefined {
	if (step.kind === 'question') {
		const q = items.questions.get(step.item ?? '');
		return (
			q && {
				scene: q.scene,
				stem: q.stem,
				several: q.type === 'multiple',
				takeaway: q.takeaway,
				choices: q.options.map(({ id, text, right, reason, from, cite }, letter) => ({
					id,
					letter,
					text,
					right,
					reason,
					from,
					cite
				}))
			}
		);
	}
	const it = step.kind === 'case' ? items.cases.get(step.item ?? '') : undefined;
	if (!it) return undefined;
	const { domains } = items.index.map;
	const choices = answersOf(
		it,
		domains.map(({ id }) => id)
	).flatMap((id, i): Choice[] => {
		const cell = cellOf(it, id);
		if (!cell) return [];
		const { band, reason, from, cite, consequence } = cell;
		const domain = domains.find((one) => one.id === id);
		const option = it.type === 'conduct' ? it.options.find((one) => one.id === id) : undefined;
		const nowhere = id === UNDECIDED ? items.rule?.undecided.name : undefined;
		return [
			{
				id,
				text: option?.text ?? nowhere ?? domain?.name ?? id,
				...(option ? { letter: i } : {}),
				...(domain ? { domain } : {}),
				right: band === 'best',
				band,
				reason,
				from,
				cite,
				...(consequence === undefined ? {} : { consequence })
			}
		];
	});
	return {
		scene: it.scene,
		stem: it.question,
		several: false,
		takeaway: it.takeaway,
		kind: it.type,
		choices
	};
}

/** What a step is about, in the course's words; undefined for steps without an item. */
export function subjectOf(
	items: Items,
	{ item = '', kind, cards }: Pick<Step, 'kind' | 'item' | 'cards'>
): string | undefined {
	switch (kind) {
		case 'question':
			return items.questions.get(item)?.stem;
		case 'case':
			return items.cases.get(item)?.title;
		case 'board': {
			const board = items.boards.get(item);
			if (!board) return undefined;
			const placed = roomCards(items.material, board, cards).length;
			return placed < board.cards.length ? someCards(board.title, placed) : board.title;
		}
		default:
			return undefined;
	}
}
