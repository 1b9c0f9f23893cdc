/** Rules on what stands where: questions and boards in lessons, pages to read again, units that teach. */
import type { Rule } from './rule.ts';

/** Questions kept for the final test are never seen before it. */
export const finalInLesson: Rule = {
	name: 'final-in-lesson',
	*find({ blocks, questions, locate }) {
		for (const { page, block } of blocks) {
			if (block.kind !== 'question') continue;
			if (questions.find((q) => q.id === block.question)?.use !== 'final') continue;
			const message = `最終テスト用の問題「${block.question}」がページ「${page.id}」にあります。practice の問題に替えてください。`;
			yield { place: locate(page.id), message };
		}
	}
};

/** A lesson asks what belongs to its own unit. */
export const askedElsewhere: Rule = {
	name: 'asked-elsewhere',
	*find({ course, blocks, locate }) {
		for (const { unit, page, block } of blocks) {
			const id =
				block.kind === 'question' ? block.question : block.kind === 'board' ? block.board : undefined;
			const owner = course.units.find((u) => [...u.questions, ...u.boards].some((item) => item.id === id));
			if (id === undefined || !owner || owner.id === unit.id) continue;
			const message = `「${id}」は章「${owner.id}」のものです。章「${unit.id}」のものに替えてください。`;
			yield { place: locate(page.id), message };
		}
	}
};

/** A question or board stands in one place, so that its answer has one place too. */
export const askedTwice: Rule = {
	name: 'asked-twice',
	*find({ blocks, locate }) {
		const seen = new Map<string, string>();
		for (const { page, block } of blocks) {
			if (block.kind !== 'question' && block.kind !== 'board') continue;
			const first = seen.get(block.id);
			if (first !== undefined) {
				yield {
					place: locate(page.id),
					message: `「${block.id}」はページ「${first}」にもあります。片方を消してください。`
				};
			} else seen.set(block.id, page.id);
		}
	}
};

/** The page to read again is one of the unit the question belongs to. */
export const pageElsewhere: Rule = {
	name: 'page-elsewhere',
	*find({ course, questions, locate }) {
		for (const q of questions) {
			const owner = course.units.find((unit) => unit.pages.some((page) => page.id === q.page));
			if (!owner || owner.id === q.unit) continue;
			const message = `page「${q.page}」は章「${owner.id}」のページです。この章のページにしてください。`;
			yield { place: locate(q.id, 'page'), message };
		}
	}
};

/** Every teaching unit has pages to read and questions to practise. */
export const unitEmpty: Rule = {
	name: 'unit-empty',
	whole: true,
	*find({ teaching, locate }) {
		for (const unit of teaching) {
			const lacks =
				unit.pages.length === 0
					? 'ページ'
					: unit.questions.some((q) => q.use === 'practice')
						? ''
						: '練習の問題';
			if (lacks)
				yield {
					place: locate(unit.id),
					message: `章「${unit.id}」に${lacks}がありません。書き足してください。`
				};
		}
	}
};

/** The test is drawn evenly over the units, so each has enough questions of its own kept for it. */
export const testTooSmall: Rule = {
	name: 'test-too-small',
	whole: true,
	*find({ course, teaching, locate }) {
		const each = Math.ceil(course.test.draw / Math.max(1, teaching.length));
		for (const unit of teaching) {
			const finals = unit.questions.filter((q) => q.use === 'final').length;
			if (finals >= each) continue;
			const message = `章「${unit.id}」の最終テスト用の問題は${finals}問です。${each}問以上にするか、draw を減らしてください。`;
			yield { place: locate(unit.id), message };
		}
	}
};
