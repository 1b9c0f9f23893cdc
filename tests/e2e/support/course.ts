/** The courses under test, read from their files: what is asked, what is right, and what would be wrong. */
import { parseCourse } from '#course/parse.ts';
import { describe } from '#course/problem.ts';
import type { Course } from '#course/schema.ts';
import { rightResponse, scoreQuestion, type Question } from '#questions/registry.ts';
import { questionSchemas } from '#questions/schemas.ts';
import { isCorrect, listed } from '#questions/types.ts';
import { readCourse } from '../../../src/cli/read-course.ts';

export type Taught = Course<Question>;

function read(folder: string): Taught {
	const { course, problems } = parseCourse<Question>(readCourse(folder), questionSchemas);
	if (!course) throw new Error(problems.map(describe).join('\n'));
	return course;
}

export const shipped = (): Taught => read('courses/kami-kyodo');
export const mini = (): Taught => read('tests/fixtures/courses/mini');

/** The units with pages, in order: all but the final test. */
export const teaching = (course: Taught) => course.units.filter((unit) => unit.id !== course.test.unit);

export const questionsOf = (course: Taught, use?: 'practice' | 'final'): Question[] =>
	course.units.flatMap((unit) => unit.questions).filter((q) => use === undefined || q.use === use);

export function questionOf(course: Taught, id: string): Question {
	const found = questionsOf(course).find((q) => q.id === id);
	if (!found) throw new Error(`No question ${id}`);
	return found;
}

/** The lesson page of a question of a type, for tests that need one of each. */
export function pageAsking(
	course: Taught,
	type: Question['type']
): { page: string; title: string; question: Question } {
	for (const unit of teaching(course)) {
		for (const page of unit.pages) {
			const asked = page.blocks.flatMap((b) =>
				b.kind === 'question' ? [questionOf(course, b.question)] : []
			);
			const question = asked.find((q) => q.type === type);
			if (question) return { page: page.id, title: page.title, question };
		}
	}
	throw new Error(`No page asks a ${type} question`);
}

/** How many right answers pass the final test. */
export const needed = (course: Taught): number => Math.ceil(course.test.pass * course.test.draw - 1e-9);

/** A complete answer: a fully right one, or one that is not. */
export function responseTo(q: Question, right: boolean): unknown {
	const response = right ? rightResponse(q) : wrongResponse(q);
	const score = scoreQuestion(q, response);
	if (score.status !== 'scored' || isCorrect(score) !== right)
		throw new Error(`${q.id}: not the answer meant`);
	return response;
}

function wrongResponse(q: Question): unknown {
	switch (q.type) {
		case 'single':
			return q.options.find((option) => !option.right)?.id;
		case 'multiple': {
			// One right one is missing, one wrong one is in: still as many as may be chosen.
			const missing = q.options.find((option) => option.right);
			const added = q.options.find((option) => !option.right);
			return q.options.filter((o) => o === added || (o.right && o !== missing)).map((o) => o.id);
		}
		case 'matching':
			return Object.fromEntries(q.pairs.map((pair) => [pair.id, q.pairs[0]?.answer ?? '']));
		case 'ordering':
			return q.items.map((item) => item.id).reverse();
		case 'placement': {
			const columns = q.columns.map((column) => (typeof column === 'string' ? column : column.id));
			return Object.fromEntries(
				q.cards.map((card) => [card.id, columns.find((id) => !listed(card.column).includes(id)) ?? ''])
			);
		}
	}
}

/** Everything a question shows before it is answered: tells it from every other one. */
export function textsOf(q: Question): string[] {
	const parts = {
		single: () => (q.type === 'single' ? q.options.map((o) => o.text) : []),
		multiple: () => (q.type === 'multiple' ? q.options.map((o) => o.text) : []),
		matching: () => (q.type === 'matching' ? [...q.pairs, ...q.answers].map((p) => p.text) : []),
		ordering: () => (q.type === 'ordering' ? q.items.map((i) => i.text) : []),
		placement: () => (q.type === 'placement' ? q.cards.map((c) => c.text) : [])
	};
	return [...(q.scene ? [q.scene] : []), q.stem, ...parts[q.type]()].map(squeeze);
}

/** Without white space: line breaks within a text carry no meaning here. */
export const squeeze = (text: string): string => text.replaceAll(/\s+/gu, '');
