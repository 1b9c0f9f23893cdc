/** Rules on the reasons given for every option, pair, item and card. */
import { partsOf } from '#questions/registry.ts';
import type { Rule } from './rule.ts';
import { lengthOf, squeezed } from './rule.ts';

/** Shorter than this, a reason only repeats the verdict. */
const SHORTEST = 15;

/** Every reason has 15 characters or more. */
export const reasonShort: Rule = {
	name: 'reason-short',
	*find({ reasons }) {
		for (const { text, place } of reasons) {
			const length = lengthOf(text);
			if (length >= SHORTEST) continue;
			yield {
				place,
				message: `理由が${length}字です。${SHORTEST}字以上で、どこに引かれ、なぜ違うかを書いてください。`
			};
		}
	}
};

/** No two reasons of the course are alike, punctuation and width aside. */
export const reasonTwin: Rule = {
	name: 'reason-twin',
	*find({ reasons }) {
		const seen = new Map<string, string>();
		for (const { text, place } of reasons) {
			const core = squeezed(text).replace(/[\p{P}\p{S}]/gu, '');
			const first = seen.get(core);
			if (first !== undefined)
				yield { place, message: `理由が ${first} と同じです。この選択肢だけの理由に書き直してください。` };
			else seen.set(core, `${place.file} の ${place.line} 行目`);
		}
	}
};

/** A card says something about every other column, and about no other. */
export const elsewhereColumns: Rule = {
	name: 'elsewhere-columns',
	*find({ course, cards, questions, locate }) {
		const domains = course.map.domains.map((domain) => domain.id);
		const entries = course.map.rows.flatMap((row) => row.entries);
		for (const { board, card, index } of cards) {
			const entry = entries.find((e) => e.id === card.entry);
			if (!entry) continue;
			const place = locate(board.id, 'cards', index, 'elsewhere');
			yield* differing(
				place,
				domains.filter((id) => id !== entry.domain),
				Object.keys(card.elsewhere)
			);
		}
		for (const q of questions) {
			if (q.type !== 'placement') continue;
			for (const [index, card] of q.cards.entries()) {
				const wrong = q.columns
					.map((column) => (typeof column === 'string' ? column : column.id))
					.filter((id) => ![card.column].flat().includes(id));
				yield* differing(locate(q.id, 'cards', index, 'elsewhere'), wrong, Object.keys(card.elsewhere));
			}
		}
	}
};

function* differing(place: { file: string; line: number }, wanted: string[], given: string[]) {
	const absent = wanted.filter((id) => !given.includes(id));
	const spare = given.filter((id) => !wanted.includes(id));
	if (absent.length > 0)
		yield { place, message: `elsewhere に ${absent.join('、')} の理由がありません。書き足してください。` };
	if (spare.length > 0)
		yield {
			place,
			message: `elsewhere の ${spare.join('、')} は、正答でない列ではありません。消してください。`
		};
}

/** What a card is called besides its name must not tell its column. */
export const kindTells: Rule = {
	name: 'kind-tells',
	*find({ course, cards, locate }) {
		for (const { board, card, index } of cards) {
			const told = course.map.domains.find((domain) => squeezed(card.kind).includes(squeezed(domain.name)));
			if (!told) continue;
			const message = `kind「${card.kind}」が列「${told.name}」を教えています。別の言葉にしてください。`;
			yield { place: locate(board.id, 'cards', index, 'kind'), message };
		}
	}
};

/** Two options of one question that read the same cannot be told apart. */
export const optionTwin: Rule = {
	name: 'option-twin',
	*find({ questions, locate }) {
		for (const q of questions) {
			if (q.type === 'matching' || q.type === 'placement') continue;
			const seen = new Set<string>();
			for (const { text } of partsOf(q)) {
				const core = squeezed(text);
				if (seen.has(core))
					yield { place: locate(q.id), message: `「${text}」が2つあります。片方を書き直してください。` };
				seen.add(core);
			}
		}
	}
};
