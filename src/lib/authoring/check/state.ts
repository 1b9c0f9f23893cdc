/** What an LMS can hold of a learner's state. */
import { splitCourse } from '#course/parts.ts';
import type { Course } from '#course/schema.ts';
import type { Question } from '#questions/registry.ts';
import { STATE_LIMIT, worstOf } from '#tracking/size.ts';
import type { Rule } from './rule.ts';

/** Characters of the longest state a course can have in an LMS. */
export function stateLength(course: Course<Question>): number {
	return worstOf({ index: splitCourse(course).index, units: course.units });
}

const MOST = characters(STATE_LIMIT);

/** One line for who builds or checks a course: how long its state can get. */
export function stateLine(course: Course<Question>): string {
	return `LMSに残す学習の状態は最大${characters(stateLength(course))}です（上限${MOST}）。`;
}

export const stateTooLong: Rule = {
	name: 'state-too-long',
	whole: true,
	*find({ course, locate }) {
		const length = stateLength(course);
		if (length <= STATE_LIMIT) return;
		const message = `LMSに残す学習の状態が、最大${characters(length)}になります。上限は${MOST}です。問題、仕分け、draw を減らすか、課程を分けてください。`;
		yield { place: locate(course.id), message };
	}
};

function characters(number: number): string {
	return `${number.toLocaleString('en-US')}字`;
}
