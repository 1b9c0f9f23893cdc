/** SCORM 2004, 3rd and 4th edition (RTE 4.2): its names, words and formats. Both speak alike at run time. */
import type { Interaction } from '#record/lms.ts';
import { clockParts, isLarge, places, resultOf, token, two, type Dialect } from '../lms/dialect.ts';

/** Smallest that an LMS must take of a response. */
const LONGEST = 4_000;

export const scorm2004: Dialect = {
	version: '2004',
	api: 'API_1484_11',
	calls: {
		initialize: 'Initialize',
		get: 'GetValue',
		set: 'SetValue',
		commit: 'Commit',
		finish: 'Terminate',
		lastError: 'GetLastError'
	},
	elements: {
		mode: 'cmi.mode',
		credit: 'cmi.credit',
		learner: 'cmi.learner_id',
		name: 'cmi.learner_name',
		state: 'cmi.suspend_data',
		place: __MUTANT__ === 'version' ? 'cmi.core.lesson_location' : 'cmi.location',
		score: 'cmi.score.raw',
		exit: 'cmi.exit',
		time: 'cmi.session_time',
		comments: 'cmi.comments_from_learner._count',
		progress: 'cmi.progress_measure'
	},
	// `scaled` decides in the standard; several LMSs read `raw` alone.
	score: (score) => [
		['cmi.score.raw', String(score)],
		['cmi.score.min', '0'],
		['cmi.score.max', '100'],
		['cmi.score.scaled', String(Number((score / 100).toFixed(4)))]
	],
	statuses: [
		{
			element: 'cmi.completion_status',
			rank: (word) => ({ incomplete: 1, completed: 2 })[word] ?? 0,
			word: ({ completed }) => (completed ? 'completed' : 'incomplete'),
			reported: ({ completed }) => (completed ? 'completed' : undefined),
			atFirst: 'incomplete',
			untouched: ['', 'unknown', 'not attempted']
		},
		{
			element: 'cmi.success_status',
			rank: (word) => ({ failed: 1, passed: 2 })[word] ?? 0,
			word({ passed }, rule) {
				if (passed) return rule.onComplete === 'passed' ? 'passed' : undefined;
				return passed === false && rule.onFail === 'failed' ? 'failed' : undefined;
			},
			reported: ({ passed }) => (passed ? 'passed' : undefined),
			untouched: []
		}
	],
	unitStatus: 'completion_status',
	interaction,
	comment({ item, text, at }, held) {
		// Whoever cannot say how many there are cannot be given one more.
		if (!held || !/^\d+$/.test(held)) return [];
		const part = (name: string) => `cmi.comments_from_learner.${held}.${name}`;
		return [
			[part('comment'), text],
			[part('location'), item],
			[part('timestamp'), timestamp(at)]
		];
	},
	duration,
	// Also when all is done: what would end everything throws inside one widespread LMS.
	navigation: ['adl.nav.request', __MUTANT__ === 'navigation' ? 'exitAll' : 'suspendAll'],
	commitsBeforeEnd: false,
	lost: ['112', '113', '122', '123', '132', '133', '142', '143']
};

function duration(ms: number): string {
	const [hours, minutes, seconds] = clockParts(ms);
	return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${seconds}S`;
}

/** Local time without a zone: with one, it would need parts of a second. */
function timestamp(at: number): string {
	const date = new Date(at);
	const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
	return `${day}T${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}

function interaction(it: Interaction): [string, string][] {
	const { answer, at, ms } = it;
	const large = isLarge(answer);
	const said = (text: string) => text !== '' && text.length <= LONGEST;
	const fields: [string, string][] = [
		['type', large ? 'performance' : answer.type],
		['timestamp', timestamp(at)]
	];
	const order = large ? `{order_matters=${answer.type === 'sequencing'}}` : '';
	for (const [n, pattern] of patterns(answer, large).filter(said).entries()) {
		fields.push([`correct_responses.${n}.pattern`, order + pattern]);
	}
	fields.push(['weighting', '1']);
	const response = listed(answer.type, answer.response, large);
	if (said(response)) fields.push(['learner_response', response]);
	fields.push(['result', resultOf(it, 'incorrect')]);
	if (ms !== undefined) fields.push(['latency', duration(ms)]);
	return fields;
}

function patterns(answer: Interaction['answer'], large: boolean): string[] {
	if (answer.type === 'matching') return answer.correct.map((all) => listed(answer.type, all, large));
	return [listed(answer.type, answer.correct, large)];
}

function listed(
	type: Interaction['answer']['type'],
	list: readonly (number | [number, number])[],
	large: boolean
): string {
	const single = list.filter((one) => typeof one === 'number');
	const ordered = type === 'matching' ? list : places({ type }, single);
	const texts = ordered.map((one) =>
		typeof one === 'number' ? (large ? `${token(one)}[.]` : token(one)) : one.map(token).join('[.]')
	);
	return texts.join('[,]');
}
