/**
 * SCORM 1.2 (RTE 1.2, October 2001): its names, words and formats. Values are ASCII, but for a learner's own words; an answer is
 * single characters (3.4.5).
 */
import type { Interaction } from '#record/lms.ts';
import { clockParts, isLarge, places, resultOf, token, two, type Dialect } from '../lms/dialect.ts';

/** CMIFeedback and CMIString255. */
const LONGEST = 255;
/** CMIString4096, for all thoughts together. */
const LONGEST_COMMENTS = 4_096;

const RANKS: Record<string, number> = { incomplete: 1, failed: 1, completed: 2, passed: 3 };

export const scorm12: Dialect = {
	version: '1.2',
	api: 'API',
	calls: {
		initialize: 'LMSInitialize',
		get: 'LMSGetValue',
		set: 'LMSSetValue',
		commit: 'LMSCommit',
		finish: 'LMSFinish',
		lastError: 'LMSGetLastError'
	},
	elements: {
		mode: 'cmi.core.lesson_mode',
		credit: 'cmi.core.credit',
		learner: 'cmi.core.student_id',
		name: 'cmi.core.student_name',
		state: 'cmi.suspend_data',
		place: __MUTANT__ === 'version' ? 'cmi.location' : 'cmi.core.lesson_location',
		score: 'cmi.core.score.raw',
		exit: 'cmi.core.exit',
		time: 'cmi.core.session_time',
		comments: 'cmi.comments'
	},
	score: (score) => [
		['cmi.core.score.raw', String(score)],
		['cmi.core.score.min', '0'],
		['cmi.core.score.max', '100']
	],
	statuses: [
		{
			element: 'cmi.core.lesson_status',
			rank: (word) => RANKS[word] ?? 0,
			word({ completed, passed }, rule) {
				// `passed` is only for a passed test; finishing the units alone is `completed` under every rule.
				if (completed) return rule.onComplete === 'passed' && passed ? 'passed' : 'completed';
				return passed === false && rule.onFail === 'failed' ? 'failed' : 'incomplete';
			},
			reported: ({ completed, passed }) => (passed ? 'passed' : completed ? 'completed' : undefined),
			atFirst: 'incomplete',
			untouched: ['', 'not attempted']
		}
	],
	unitStatus: 'status',
	interaction,
	comment({ item, text }, held = '') {
		const said = `${item}: ${text} `;
		return held.length + said.length > LONGEST_COMMENTS ? [] : [['cmi.comments', said]];
	},
	duration: (ms) => clockParts(ms).map(two).join(':'),
	commitsBeforeEnd: true,
	lost: ['301']
};

function interaction(it: Interaction): [string, string][] {
	const { answer, at, ms } = it;
	const date = new Date(at);
	const said = (text: string) => text !== '' && text.length <= LONGEST;
	const fields: [string, string][] = [
		['type', isLarge(answer) ? 'performance' : answer.type],
		['time', [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')]
	];
	for (const [n, pattern] of patterns(answer).filter(said).entries()) {
		fields.push([`correct_responses.${n}.pattern`, pattern]);
	}
	fields.push(['weighting', '1']);
	const response =
		answer.type === 'matching'
			? pairs(answer.response)
			: places(answer, answer.response).map(token).join(',');
	if (said(response)) fields.push(['student_response', response]);
	fields.push(['result', resultOf(it, 'wrong')]);
	if (ms !== undefined) fields.push(['latency', clockParts(ms).map(two).join(':')]);
	return fields;
}

function patterns(answer: Interaction['answer']): string[] {
	if (answer.type === 'matching') return answer.correct.map(pairs);
	return [places(answer, answer.correct).map(token).join(',')];
}

const pairs = (list: readonly [number, number][]) => list.map((pair) => pair.map(token).join('.')).join(',');
