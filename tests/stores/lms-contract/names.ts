/** What the versions call things, written down once more: a test must not learn it from what it tests. */
import type { Version } from '#lmscheck/formats.ts';

export const NAMES = {
	'1.2': {
		state: 'cmi.suspend_data',
		place: 'cmi.core.lesson_location',
		status: 'cmi.core.lesson_status',
		passed: 'cmi.core.lesson_status',
		raw: 'cmi.core.score.raw',
		exit: 'cmi.core.exit',
		time: 'cmi.core.session_time',
		mode: 'cmi.core.lesson_mode',
		commit: 'LMSCommit',
		end: 'LMSFinish',
		set: 'LMSSetValue',
		get: 'LMSGetValue',
		initialize: 'LMSInitialize',
		response: 'student_response',
		wrong: 'wrong'
	},
	'2004': {
		state: 'cmi.suspend_data',
		place: 'cmi.location',
		status: 'cmi.completion_status',
		passed: 'cmi.success_status',
		raw: 'cmi.score.raw',
		exit: 'cmi.exit',
		time: 'cmi.session_time',
		mode: 'cmi.mode',
		commit: 'Commit',
		end: 'Terminate',
		set: 'SetValue',
		get: 'GetValue',
		initialize: 'Initialize',
		response: 'learner_response',
		wrong: 'incorrect'
	}
} as const satisfies Record<Version, Record<string, string>>;
