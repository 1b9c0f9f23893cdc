/** Rules on what may be asked, and how. */
import { keysOf, partsOf, type Question } from '#questions/registry.ts';
import { caseAsks } from './case-parts.ts';
import type { Rule } from './rule.ts';
import { squeezed } from './rule.ts';

/** What the source leaves open or prints by mistake is shown, never asked. */
export const unaskedAsked: Rule = {
	name: 'unasked-asked',
	*find({ questions, unasked, locate }) {
		for (const q of questions) {
			for (const [index, id] of q.asks.entries()) {
				if (!unasked.has(id)) continue;
				const message = `${id} は問えません（原文の空白・誤り・見た目）。asks から外し、問い方を変えてください。`;
				yield { place: locate(q.id, 'asks', index), message };
			}
		}
	}
};

/** Every statement that may be asked is asked somewhere. */
export const passageNotAsked: Rule = {
	name: 'passage-not-asked',
	whole: true,
	*find({ course, questions, unasked, locate }) {
		const asked = new Set(questions.flatMap((q) => q.asks));
		for (const { id } of course.passages) {
			if (unasked.has(id) || asked.has(id)) continue;
			yield {
				place: locate(id),
				message: `${id} を問う問題がありません。どこかの問題の asks に入れてください。`
			};
		}
	}
};

/** A stem may not match what the course calls unfair, such as counting what the source counts in two ways. */
export const stemRefused: Rule = {
	name: 'stem-refused',
	*find({ course, questions, locate }) {
		for (const { match, why } of course.fairness.stems) {
			const unfair = new RegExp(match, 'u');
			for (const q of questions) {
				if (unfair.test(q.stem))
					yield { place: locate(q.id, 'stem'), message: `この問い方はできません。${why}` };
			}
			for (const { text, place } of caseAsks(course, locate))
				if (unfair.test(text)) yield { place, message: `この問い方はできません。${why}` };
		}
	}
};

/** An entry that stands in several columns is never given one of them as the only right answer. */
export const severalOneKey: Rule = {
	name: 'several-one-key',
	*find({ course, questions, locate }) {
		for (const q of questions) {
			for (const { text, domains } of keysOf(q)) {
				const several = course.fairness.several.find((entry) => squeezed(text).includes(squeezed(entry)));
				if (several === undefined || domains.length !== 1) continue;
				const message = `「${several}」は複数の列にあります。正答を1つの列にせず、複数選択にするか外してください。`;
				yield { place: locate(q.id), message };
			}
		}
	}
};

/** A fairness rule on an entry the map does not have would watch over nothing. */
export const severalUnknown: Rule = {
	name: 'several-unknown',
	*find({ course, locate }) {
		const columns = (text: string) =>
			new Set(
				course.map.rows.flatMap((row) => row.entries.filter((e) => e.text === text).map((e) => e.domain))
			);
		for (const [index, text] of course.fairness.several.entries()) {
			if (columns(text).size > 1) continue;
			const message = `「${text}」は表の2つ以上の列にはありません。綴りを直すか、消してください。`;
			yield { place: locate(course.id, 'fairness', 'several', index), message };
		}
	}
};

/**
 * Where the right answer is a column's name, every option named like a column says which one: the feedback draws it, and
 * the rule on entries of several columns reads it. In a question about something else such a name is a mere word.
 */
export const columnUnnamed: Rule = {
	name: 'column-unnamed',
	*find({ course, questions, locate }) {
		const columnOf = (text: string) => course.map.domains.find((domain) => domain.name === text)?.id;
		for (const q of questions) {
			const { key, options } = optionsOf(q);
			if (!options.some((option) => option.keyed && columnOf(option.text))) continue;
			for (const [index, { text, domain }] of options.entries()) {
				const column = columnOf(text);
				if (column === undefined || domain === column) continue;
				const message = `「${text}」は列の名前です。domain: ${column} を書いてください。`;
				yield { place: locate(q.id, key, index), message };
			}
		}
	}
};

/** What a learner chooses among, and whether it is (part of) the right answer. */
function optionsOf(q: Question): {
	key: string;
	options: { text: string; domain?: string; keyed: boolean }[];
} {
	if (q.type === 'single' || q.type === 'multiple') {
		return {
			key: 'options',
			options: q.options.map(({ text, domain, right }) => ({ text, domain, keyed: right }))
		};
	}
	if (q.type !== 'matching') return { key: '', options: [] };
	const used = new Set(q.pairs.map((pair) => pair.answer));
	return {
		key: 'answers',
		options: q.answers.map(({ id, text, domain }) => ({ text, domain, keyed: used.has(id) }))
	};
}

/** No question is another one again; those of the test least of all. */
export const questionAlike: Rule = {
	name: 'question-alike',
	*find({ questions, locate }) {
		const seen = new Map<string, string>();
		for (const q of questions) {
			const parts = partsOf(q).map((part) => part.text);
			const content = squeezed([q.type, q.scene ?? '', q.stem, ...new Set(parts)].sort().join('|'));
			const first = seen.get(content);
			if (first !== undefined) {
				yield {
					place: locate(q.id),
					message: `問題「${first}」と同じ内容です。どちらかを書き直してください。`
				};
			} else seen.set(content, q.id);
		}
	}
};
