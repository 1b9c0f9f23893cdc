/** Rules on what a course says about its source, and on the lessons that teach it. */
import type { Rule } from './rule.ts';
import { isTextBlock, squeezed, textOf } from './rule.ts';

/** More citations than this and nobody opens them. */
const MOST_CITES = 5;

/** The words called printed stand in the source, white space and `**` aside. */
export const printedNotFound: Rule = {
	name: 'printed-not-found',
	*find({ course, source, locate }) {
		const plain = (text: string) => text.replace(/\*\*|\s+/gu, '');
		const all = plain(source);
		for (const passage of course.passages) {
			for (const words of [passage.printed ?? []].flat()) {
				if (all.includes(plain(words))) continue;
				const message = `「${words}」は source.txt にありません。原文のとおりに書いてください。`;
				yield { place: locate(passage.id, 'printed'), message };
			}
		}
	}
};

/** A statement shows either the words themselves or what is seen instead of words. */
export const passageEmpty: Rule = {
	name: 'passage-empty',
	*find({ course, locate }) {
		for (const { id, printed, seen } of course.passages) {
			if (printed !== undefined || seen !== undefined) continue;
			yield {
				place: locate(id),
				message: `${id} に printed も seen もありません。どちらかを書いてください。`
			};
		}
	}
};

/** A text block cites at most five statements; figures, which draw a whole table, stand apart. */
export const tooManyCites: Rule = {
	name: 'too-many-cites',
	*find({ textBlocks, locate }) {
		for (const { id, cite } of textBlocks) {
			if (cite.length <= MOST_CITES) continue;
			yield {
				place: locate(id),
				message: `出典が${cite.length}件あります。${MOST_CITES}件までに分けてください。`
			};
		}
	}
};

/** A block shares the key words of every statement it cites: otherwise it does not teach it. */
export const keysNotShared: Rule = {
	name: 'keys-not-shared',
	*find({ course, textBlocks, locate }) {
		for (const block of textBlocks) {
			const text = squeezed(textOf(block));
			for (const passage of course.passages.filter((p) => block.cite.includes(p.id))) {
				const absent = passage.keys.filter(
					(key) => !key.split('|').some((word) => text.includes(squeezed(word)))
				);
				if (absent.length === 0) continue;
				const message = `${passage.id} の語「${absent.join('」「')}」が本文にありません。書き足すか、出典を外してください。`;
				yield { place: locate(block.id), message };
			}
		}
	}
};

/** What is said to stand in the source says where. */
export const planUncited: Rule = {
	name: 'plan-uncited',
	*find({ course, blocks, cards, caseSentences, locate }) {
		const message = 'from が plan なので cite が要ります。出典を書くか、from を変えてください。';
		for (const { block } of blocks) {
			if (!(isTextBlock(block) || block.kind === 'figure')) continue;
			if (block.from === 'plan' && block.cite.length === 0) yield { place: locate(block.id), message };
		}
		for (const entry of course.glossary) {
			if (entry.from === 'plan' && entry.cite.length === 0) yield { place: locate(entry.id), message };
		}
		for (const { board, card, index } of cards) {
			for (const [column, { from, cite }] of Object.entries(card.elsewhere)) {
				if (from !== 'plan' || cite.length > 0) continue;
				yield { place: locate(board.id, 'cards', index, 'elsewhere', column), message };
			}
		}
		for (const { from, cite, place } of caseSentences)
			if (from === 'plan' && cite.length === 0) yield { place, message };
	}
};

/** A notice speaks of the source's gaps and slips, and is labelled so. */
export const noticeFrom: Rule = {
	name: 'notice-from',
	*find({ textBlocks, locate }) {
		for (const { id, kind, from } of textBlocks) {
			if (kind !== 'notice' || from === 'note') continue;
			yield { place: locate(id), message: ':::notice には from="note" が要ります。書き足してください。' };
		}
	}
};

/** Every statement is taught in a text block. */
export const passageUntaught: Rule = {
	name: 'passage-untaught',
	whole: true,
	*find({ course, textBlocks, locate }) {
		const taught = new Set(textBlocks.flatMap((block) => block.cite));
		for (const { id, unasked } of course.passages) {
			if (unasked || taught.has(id)) continue;
			yield {
				place: locate(id),
				message: `${id} を教える本文がありません。どこかのブロックの cite に入れてください。`
			};
		}
	}
};

/** A gap or slip of the source is shown by a notice. */
export const gapUnnoticed: Rule = {
	name: 'gap-unnoticed',
	whole: true,
	*find({ course, textBlocks, locate }) {
		const noticed = new Set(
			textBlocks.filter((block) => block.kind === 'notice').flatMap((block) => block.cite)
		);
		for (const { id, unasked } of course.passages) {
			if (!unasked || noticed.has(id)) continue;
			yield {
				place: locate(id),
				message: `${id} を示す「原文の注意」がありません。:::notice の cite に入れてください。`
			};
		}
	}
};
