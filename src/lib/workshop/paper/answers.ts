/** What is told after answering, cut into pieces that each fit on a sheet. */
import type { Passage, Provenance } from '#course/schema.ts';
import { cites, provenance } from '#ui/messages.ts';
import { caseOf, letterOf, questionOf } from '../material.ts';
import { askedOf } from '../session/choices.ts';
import type { Desk } from './desk.svelte.ts';
import { placedIn } from './programme.ts';
import { texts } from './texts.ts';

/** One line of an explanation. `mark`: a letter, a number or nothing; `verdict`: a column, a band, or right. */
export type Told = { mark: string; name: string; verdict: string; reason: string; source: string };
export type Piece =
	| { kind: 'head'; title: string; text: string[]; key?: string }
	| { kind: 'told'; told: Told }
	| { kind: 'end'; text: string; source: string }
	| { kind: 'passage'; id: string; words: string[]; section: string };

const t = texts.answers;

export function answersOf({ items, programme, material, index, reference }: Desk): Piece[] {
	const cited = new Set<string>();
	const source = (from: Provenance, cite: readonly string[]) => {
		cite.forEach((id) => cited.add(id));
		if (from !== 'plan' || cite.length === 0) return provenance(from, index.source.kind);
		return cites.tag(index.source.kind, cite);
	};
	const column = (id: string) => index.map.domains.find((domain) => domain.id === id)?.name ?? id;
	let no = 0;
	const pieces = programme.steps.flatMap((step): Piece[] => {
		const question = step.kind === 'question' ? questionOf(material, step.item) : undefined;
		if (question) {
			no += 1;
			const key = question.options.flatMap(({ right }, i) => (right ? letterOf(i) : [])).join('、');
			return [
				{ kind: 'head', title: texts.questions.number(no), text: [question.stem], key: t.key(key) },
				...question.options.map(({ text, right, reason, from, cite }, i): Piece => {
					const verdict = right ? t.right : t.wrong;
					return {
						kind: 'told',
						told: { mark: letterOf(i), name: text, verdict, reason, source: source(from, cite) }
					};
				}),
				{ kind: 'end', text: question.takeaway, source: source(question.from, question.cite) }
			];
		}
		const placed = placedIn(items, step);
		if (placed) {
			const { board, title, cards } = placed;
			return [
				{ kind: 'head', title: t.board(title), text: board.notice ? [board.notice] : [] },
				...cards.map((card): Piece => {
					const { text, reason, from, cite } = card;
					return {
						kind: 'told',
						told: {
							mark: String(card.no),
							name: text,
							verdict: column(card.domain),
							reason,
							source: source(from, cite)
						}
					};
				})
			];
		}
		const one = step.kind === 'case' ? caseOf(material, step.item) : undefined;
		if (!one) return [];
		const choices = askedOf(items, step)?.choices ?? [];
		return [
			{ kind: 'head', title: texts.questions.caseTitle(one.title), text: [one.question] },
			...choices.map(({ text: name, band, reason, from, cite }, i): Piece => {
				const verdict = band ? t.bands[band] : '';
				return {
					kind: 'told',
					told: { mark: letterOf(i), name, verdict, reason, source: source(from, cite) }
				};
			}),
			{ kind: 'end', text: one.takeaway, source: '' }
		];
	});
	const passages = reference.passages.filter(({ id }) => cited.has(id)).map(passagePiece);
	return passages.length > 0
		? [...pieces, { kind: 'head', title: t.passages, text: [] }, ...passages]
		: pieces;
}

function passagePiece({ id, section, printed, seen, statement }: Passage): Piece {
	const words = printed === undefined ? [seen ?? statement] : [printed].flat().map((text) => `「${text}」`);
	return { kind: 'passage', id, section, words };
}
