/** The data models of both versions: which elements there are, who may read and write them, and what their values look like. */
import { duration, identifier, number, time, words, type Format, type Version } from './formats.ts';
import type { RuleCode } from './rules.ts';

export type Element = {
	/** `r` read only, `w` write only. */
	access: 'r' | 'w' | 'rw';
	/** Most characters of a value. */
	most?: number;
	/** The rule that a value breaks which does not fit. */
	format?: [RuleCode, Format];
};

const r: Element = { access: 'r' };
const rw = (most?: number, format?: [RuleCode, Format]): Element => ({
	access: 'rw',
	...(most === undefined ? {} : { most }),
	...(format ? { format } : {})
});
const w = (most?: number, format?: [RuleCode, Format]): Element => ({ ...rw(most, format), access: 'w' });

const anyNumber = number(-1e9, 1e9);
const percent = rw(undefined, ['number', number(0, 100)]);
const real = rw(undefined, ['number', anyNumber]);
const exit: [RuleCode, Format] = ['exit-suspend', words('suspend')];
const types = [
	'true-false',
	'choice',
	'fill-in',
	'matching',
	'performance',
	'sequencing',
	'likert',
	'numeric'
];
const results = (wrong: string): [RuleCode, Format] => [
	'word',
	(text) => words('correct', wrong, 'unanticipated', 'neutral')(text) || anyNumber(text)
];
const statuses12 = words('passed', 'completed', 'failed', 'incomplete', 'browsed');

/** Indices are written `n`. */
const MODEL_12: Record<string, Element> = {
	'cmi.core._children': r,
	'cmi.core.student_id': r,
	'cmi.core.student_name': r,
	'cmi.core.lesson_location': rw(255),
	'cmi.core.credit': r,
	'cmi.core.lesson_status': rw(undefined, ['word', statuses12]),
	'cmi.core.entry': r,
	'cmi.core.score._children': r,
	'cmi.core.score.raw': percent,
	'cmi.core.score.min': percent,
	'cmi.core.score.max': percent,
	'cmi.core.total_time': r,
	'cmi.core.lesson_mode': r,
	'cmi.core.exit': w(undefined, exit),
	'cmi.core.session_time': w(undefined, ['duration', duration['1.2']]),
	'cmi.suspend_data': rw(4_096),
	'cmi.launch_data': r,
	'cmi.comments': rw(4_096),
	'cmi.comments_from_lms': r,
	'cmi.objectives._children': r,
	'cmi.objectives._count': r,
	'cmi.objectives.n.id': rw(255, ['identifier', identifier]),
	'cmi.objectives.n.score._children': r,
	'cmi.objectives.n.score.raw': percent,
	'cmi.objectives.n.score.min': percent,
	'cmi.objectives.n.score.max': percent,
	'cmi.objectives.n.status': rw(undefined, ['word', (text) => statuses12(text) || text === 'not attempted']),
	'cmi.student_data._children': r,
	'cmi.student_data.mastery_score': r,
	'cmi.student_data.max_time_allowed': r,
	'cmi.student_data.time_limit_action': r,
	'cmi.student_preference._children': r,
	'cmi.student_preference.audio': rw(),
	'cmi.student_preference.language': rw(255),
	'cmi.student_preference.speed': rw(),
	'cmi.student_preference.text': rw(),
	'cmi.interactions._children': r,
	'cmi.interactions._count': r,
	'cmi.interactions.n.id': w(255, ['identifier', identifier]),
	'cmi.interactions.n.objectives._count': r,
	'cmi.interactions.n.objectives.n.id': w(255, ['identifier', identifier]),
	'cmi.interactions.n.time': w(undefined, ['time', time['1.2']]),
	'cmi.interactions.n.type': w(undefined, ['word', words(...types)]),
	'cmi.interactions.n.correct_responses._count': r,
	'cmi.interactions.n.correct_responses.n.pattern': w(255),
	'cmi.interactions.n.weighting': w(undefined, ['number', number(-100, 100)]),
	'cmi.interactions.n.student_response': w(255),
	'cmi.interactions.n.result': w(undefined, results('wrong')),
	'cmi.interactions.n.latency': w(undefined, ['duration', duration['1.2']])
};

const completion = rw(undefined, ['word', words('completed', 'incomplete', 'not attempted', 'unknown')]);
const success = rw(undefined, ['word', words('passed', 'failed', 'unknown')]);
const scaled = rw(undefined, ['number', number(-1, 1)]);
const measure = rw(undefined, ['number', number(0, 1)]);

const MODEL_2004: Record<string, Element> = {
	'cmi._version': r,
	'cmi.comments_from_learner._children': r,
	'cmi.comments_from_learner._count': r,
	'cmi.comments_from_learner.n.comment': rw(4_000),
	'cmi.comments_from_learner.n.location': rw(250),
	'cmi.comments_from_learner.n.timestamp': rw(undefined, ['time', time['2004']]),
	'cmi.comments_from_lms._children': r,
	'cmi.comments_from_lms._count': r,
	'cmi.completion_status': completion,
	'cmi.completion_threshold': r,
	'cmi.credit': r,
	'cmi.entry': r,
	'cmi.exit': w(undefined, exit),
	'cmi.interactions._children': r,
	'cmi.interactions._count': r,
	'cmi.interactions.n.id': rw(4_000, ['identifier', identifier]),
	'cmi.interactions.n.type': rw(undefined, ['word', words(...types, 'long-fill-in', 'other')]),
	'cmi.interactions.n.objectives._count': r,
	'cmi.interactions.n.objectives.n.id': rw(4_000, ['identifier', identifier]),
	'cmi.interactions.n.timestamp': rw(undefined, ['time', time['2004']]),
	'cmi.interactions.n.correct_responses._count': r,
	'cmi.interactions.n.correct_responses.n.pattern': rw(4_000),
	'cmi.interactions.n.weighting': rw(undefined, ['number', number(-100, 100)]),
	'cmi.interactions.n.learner_response': rw(4_000),
	'cmi.interactions.n.result': rw(undefined, results('incorrect')),
	'cmi.interactions.n.latency': rw(undefined, ['duration', duration['2004']]),
	'cmi.interactions.n.description': rw(250),
	'cmi.launch_data': r,
	'cmi.learner_id': r,
	'cmi.learner_name': r,
	'cmi.learner_preference._children': r,
	'cmi.learner_preference.audio_level': rw(),
	'cmi.learner_preference.language': rw(250),
	'cmi.learner_preference.delivery_speed': rw(),
	'cmi.learner_preference.audio_captioning': rw(),
	'cmi.location': rw(1_000),
	'cmi.max_time_allowed': r,
	'cmi.mode': r,
	'cmi.objectives._children': r,
	'cmi.objectives._count': r,
	'cmi.objectives.n.id': rw(4_000, ['identifier', identifier]),
	'cmi.objectives.n.score._children': r,
	'cmi.objectives.n.score.scaled': scaled,
	'cmi.objectives.n.score.raw': real,
	'cmi.objectives.n.score.min': real,
	'cmi.objectives.n.score.max': real,
	'cmi.objectives.n.success_status': success,
	'cmi.objectives.n.completion_status': completion,
	'cmi.objectives.n.progress_measure': measure,
	'cmi.objectives.n.description': rw(250),
	'cmi.progress_measure': measure,
	'cmi.scaled_passing_score': r,
	'cmi.score._children': r,
	'cmi.score.scaled': scaled,
	'cmi.score.raw': percent,
	'cmi.score.min': percent,
	'cmi.score.max': percent,
	'cmi.session_time': w(undefined, ['duration', duration['2004']]),
	'cmi.success_status': success,
	'cmi.suspend_data': rw(64_000),
	'cmi.time_limit_action': r,
	'cmi.total_time': r,
	'adl.nav.request': rw(undefined, ['navigation', words('suspendAll')])
};

export const MODELS: Record<Version, Record<string, Element>> = { '1.2': MODEL_12, '2004': MODEL_2004 };

/** `cmi.interactions.3.id` → `cmi.interactions.n.id`. */
export function general(element: string): string {
	return element.replace(/\.\d+(?=\.)/g, '.n');
}
