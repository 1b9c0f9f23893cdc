/** What a trainer is told of each step: when it is, and what people are likely to get wrong. */
import { boardOf, caseOf, letterOf, questionOf, roomCards, type Material } from '../material.ts';
import type { Step } from '../plan.ts';

/** The parts of a question asked twice, in minutes; together as long as the step. */
export type Rounds = { alone: number; talk: number; again: number; reasons: number };
export function roundsOf(minutes: number): Rounds {
	const alone = Math.max(1, Math.round(minutes * 0.2));
	const talk = Math.max(1, Math.round(minutes * 0.35));
	return { alone, talk, again: 1, reasons: Math.max(1, minutes - alone - talk - 1) };
}

/** 「0:05」: hours and minutes since the beginning. */
export const clock = (minutes: number): string =>
	`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** Steps with the minute each begins at. */
export function timed(steps: readonly Step[]): { step: Step; from: number }[] {
	let at = 0;
	return steps.map((step) => ({ step, from: (at += step.minutes) - step.minutes }));
}

/** A wrong or arguable choice, and what the course says of it. */
export type Misreading = { name: string; reason: string };
const MOST = 2;
const MOST_CARDS = 4;

/** The choices that are nearest to being right: those in the columns beside the right one come first. */
export function misreadingsOf(material: Material, step: Step): Misreading[] {
	const { domains } = material.index.map;
	const place = (domain: string | undefined) => domains.findIndex(({ id }) => id === domain);
	const name = (domain: string) => domains[place(domain)]?.name ?? domain;
	switch (step.kind) {
		case 'question': {
			const question = questionOf(material, step.item);
			if (!question) return [];
			const right = question.options.find((option) => option.right);
			const distance = (domain: string | undefined) =>
				domain === undefined || right?.domain === undefined
					? domains.length
					: Math.abs(place(domain) - place(right.domain));
			return question.options
				.map((option, i) => ({ option, name: `${letterOf(i)}　${option.text}` }))
				.filter(({ option }) => !option.right)
				.sort((a, b) => distance(a.option.domain) - distance(b.option.domain))
				.slice(0, MOST)
				.map((one) => ({ name: one.name, reason: one.option.reason }));
		}
		case 'board': {
			const board = boardOf(material, step.item);
			if (!board) return [];
			return roomCards(material, board, step.cards)
				.flatMap((card) => {
					const [nearest] = Object.keys(card.elsewhere).sort(
						(a, b) => Math.abs(place(a) - place(card.domain)) - Math.abs(place(b) - place(card.domain))
					);
					const reason = nearest === undefined ? undefined : card.elsewhere[nearest]?.reason;
					if (nearest === undefined || reason === undefined) return [];
					return [{ name: `${card.no}　${card.text}→${name(nearest)}`, reason }];
				})
				.slice(0, MOST_CARDS);
		}
		case 'case': {
			const one = caseOf(material, step.item);
			if (!one) return [];
			const cells =
				one.type === 'domain'
					? domains.flatMap(({ id }) => {
							const cell = one.cells[id];
							return cell ? [{ ...cell, name: name(id) }] : [];
						})
					: one.options.map((option) => ({ ...option, name: option.text }));
			return (['defensible', 'hard'] as const)
				.flatMap((band) => cells.filter((cell) => cell.band === band))
				.slice(0, MOST)
				.map((cell) => ({ name: cell.name, reason: cell.reason }));
		}
		default:
			return [];
	}
}
