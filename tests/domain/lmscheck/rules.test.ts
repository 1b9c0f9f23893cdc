import { describe, expect, it } from 'vitest';
import type { Version } from '#lmscheck/formats.ts';
import { RULES, type RuleCode } from '#lmscheck/rules.ts';
import { plain, play } from './plain.ts';
import { record } from '#lmscheck/recorder.ts';

/** `good` breaks nothing at all; `bad` breaks the rule. `held`: what the LMS has before. */
type Case = { version: Version; good: string[]; bad: string[]; held?: Record<string, string> };

const STATE = 'set cmi.suspend_data x';
const end12 = ['set cmi.core.exit suspend', 'set cmi.core.session_time 00:01:00', 'commit', 'end'];
const end2004 = [
	'set cmi.exit suspend',
	'set cmi.session_time PT1M',
	'set adl.nav.request suspendAll',
	'end'
];
const s12 = (...lines: string[]) => ['init', ...lines, ...end12];
const s2004 = (...lines: string[]) => ['init', ...lines, ...end2004];
const score12 = (raw: number) => [
	`set cmi.core.score.raw ${raw}`,
	'set cmi.core.score.min 0',
	'set cmi.core.score.max 100'
];
const i = (n: number, part: string) => `set cmi.interactions.${n}.${part}`;

/** One case a version where both differ; more cases of formats are below. */
const CASES: Record<RuleCode, Case[]> = {
	'already-initialized': [{ version: '1.2', good: ['init'], bad: ['init', 'init'] }],
	'not-initialized': [
		{ version: '1.2', good: s12('get cmi.suspend_data'), bad: ['get cmi.suspend_data', 'init'] },
		{ version: '2004', good: s2004(STATE), bad: [STATE, 'init'] }
	],
	ended: [{ version: '1.2', good: s12(STATE), bad: [...s12(STATE), 'set cmi.suspend_data y'] }],
	'empty-argument': [],
	'text-argument': [],
	'commit-before-end': [{ version: '1.2', good: s12(STATE), bad: ['init', ...end12.slice(0, 2), 'end'] }],
	'commit-at-end': [
		{ version: '2004', good: s2004(STATE), bad: ['init', ...end2004.slice(0, 2), 'commit', 'end'] }
	],
	'end-order': [
		{
			version: '1.2',
			good: s12(STATE, ...score12(80), 'set cmi.core.lesson_status passed'),
			bad: ['init', 'set cmi.core.exit suspend', STATE, 'set cmi.core.session_time 00:01:00', 'commit', 'end']
		},
		{
			version: '2004',
			good: s2004(STATE),
			bad: ['init', 'set cmi.session_time PT1M', 'set cmi.exit suspend', 'end']
		}
	],
	'no-exit': [{ version: '2004', good: s2004(), bad: ['init', STATE, 'set cmi.session_time PT1M', 'end'] }],
	'exit-suspend': [
		{ version: '1.2', good: s12(), bad: s12('set cmi.core.exit logout') },
		{ version: '2004', good: s2004(), bad: s2004('set cmi.exit normal') }
	],
	'no-time': [
		{ version: '1.2', good: s12(STATE), bad: ['init', STATE, 'set cmi.core.exit suspend', 'commit', 'end'] }
	],
	navigation: [
		{ version: '2004', good: s2004(), bad: ['init', 'set adl.nav.request continue', ...end2004] },
		{ version: '2004', good: s2004(), bad: ['init', 'set adl.nav.request suspendAll', STATE, ...end2004] }
	],
	'other-version': [
		{ version: '1.2', good: s12('set cmi.core.lesson_location a'), bad: s12('set cmi.location a') },
		{ version: '2004', good: s2004('get cmi.mode'), bad: s2004('get cmi.core.lesson_mode') }
	],
	'unknown-element': [{ version: '1.2', good: s12('get cmi.core.entry'), bad: s12('get cmi.core.title') }],
	'read-only': [{ version: '1.2', good: s12('get cmi.core.credit'), bad: s12('set cmi.core.credit credit') }],
	'write-only': [
		{ version: '1.2', good: s12('get cmi.interactions._count'), bad: s12('get cmi.core.exit') },
		{ version: '2004', good: s2004('get cmi.interactions.0.id'), bad: s2004('get cmi.session_time') }
	],
	keyword: [
		{ version: '1.2', good: s12('get cmi.objectives._count'), bad: s12('set cmi.objectives._count 3') }
	],
	gap: [
		{
			version: '1.2',
			good: s12(`${i(0, 'id')} a`, `${i(1, 'id')} b`),
			bad: s12(`${i(0, 'id')} a`, `${i(2, 'id')} b`),
			held: { 'cmi.interactions._count': '0' }
		},
		{
			version: '2004',
			good: s2004(`${i(2, 'id')} c`, `${i(2, 'type')} choice`, `${i(2, 'correct_responses.0.pattern')} a`),
			bad: s2004(`${i(2, 'id')} c`, `${i(2, 'type')} choice`, `${i(2, 'correct_responses.1.pattern')} a`),
			held: { 'cmi.interactions._count': '2' }
		}
	],
	'id-first': [
		{
			version: '2004',
			good: s2004('set cmi.objectives.0.id u1', 'set cmi.objectives.0.completion_status completed'),
			bad: s2004('set cmi.objectives.0.completion_status completed'),
			held: { 'cmi.objectives._count': '0' }
		}
	],
	'id-changed': [
		{
			version: '2004',
			good: s2004('set cmi.objectives.1.id u1'),
			bad: s2004('set cmi.objectives.0.id u1'),
			held: { 'cmi.objectives._count': '1', 'cmi.objectives.0.id': 'PRIMARYOBJ' }
		},
		{
			version: '1.2',
			good: s12(`${i(0, 'id')} a`, `${i(0, 'type')} choice`),
			bad: s12(`${i(0, 'id')} a`, `${i(0, 'type')} choice`, `${i(0, 'type')} matching`)
		}
	],
	'interaction-order': [
		{
			version: '2004',
			good: s2004(
				...['id a', 'type choice', 'weighting 1', 'learner_response b', 'result correct', 'latency PT1S'].map(
					(part) => i(0, part)
				),
				...['learner_response c', 'result incorrect', 'latency PT2S'].map((part) => i(0, part))
			),
			bad: s2004(...['id a', 'type choice', 'learner_response b', 'weighting 1'].map((part) => i(0, part)))
		}
	],
	'too-many': [
		{
			version: '1.2',
			good: s12(`${i(249, 'id')} a`),
			bad: s12(`${i(250, 'id')} a`),
			held: {}
		}
	],
	length: [
		{
			version: '1.2',
			good: s12(`set cmi.suspend_data ${'a'.repeat(4_096)}`),
			bad: s12(`set cmi.suspend_data ${'a'.repeat(4_097)}`)
		},
		{
			version: '2004',
			good: s2004(`set cmi.location ${'a'.repeat(1_000)}`),
			bad: s2004(`set cmi.location ${'a'.repeat(1_001)}`)
		}
	],
	ascii: [
		{ version: '1.2', good: s12(STATE), bad: s12('set cmi.suspend_data 状態') },
		// A learner's own words are the one exception.
		{
			version: '1.2',
			good: s12('set cmi.comments k_a: 市が'),
			bad: s12('set cmi.core.lesson_location 第1章')
		}
	],
	'line-break': [
		{ version: '2004', good: s2004('set cmi.suspend_data a b'), bad: s2004('set cmi.suspend_data a\\nb') }
	],
	word: [
		{
			version: '1.2',
			good: s12('set cmi.core.lesson_status incomplete'),
			bad: s12('set cmi.core.lesson_status not attempted')
		},
		{
			version: '1.2',
			good: s12(`${i(0, 'id')} a`, `${i(0, 'result')} 0.75`, `${i(0, 'result')} neutral`),
			bad: s12(`${i(0, 'id')} a`, `${i(0, 'result')} 1.5.2`)
		},
		{
			version: '1.2',
			good: s12(`${i(0, 'id')} a`, `${i(0, 'result')} wrong`),
			bad: s12(`${i(0, 'id')} a`, `${i(0, 'result')} incorrect`)
		},
		{
			version: '2004',
			good: s2004(`${i(0, 'id')} a`, `${i(0, 'result')} 0.75`, `${i(0, 'result')} neutral`),
			bad: s2004(`${i(0, 'id')} a`, `${i(0, 'result')} half`)
		},
		{
			version: '2004',
			good: s2004(`${i(0, 'id')} a`, `${i(0, 'result')} incorrect`),
			bad: s2004(`${i(0, 'id')} a`, `${i(0, 'result')} wrong`)
		}
	],
	number: [
		{ version: '1.2', good: s12(STATE, ...score12(100)), bad: s12(STATE, ...score12(101)) },
		{
			version: '2004',
			good: s2004('set cmi.progress_measure 0.5'),
			bad: s2004('set cmi.progress_measure 50')
		},
		{
			version: '2004',
			good: s2004('set cmi.progress_measure 0.5'),
			bad: s2004('set cmi.progress_measure .5')
		}
	],
	'score-limits': [
		{ version: '1.2', good: s12(STATE, ...score12(5)), bad: s12(STATE, 'set cmi.core.score.raw 5') },
		{
			version: '2004',
			good: s2004(
				'set cmi.score.raw 5',
				'set cmi.score.min 0',
				'set cmi.score.max 100',
				'set cmi.score.scaled 0.05'
			),
			bad: s2004('set cmi.score.raw 5', 'set cmi.score.min 0', 'set cmi.score.max 100')
		}
	],
	duration: [
		{ version: '1.2', good: s12(), bad: s12('set cmi.core.session_time PT1M') },
		{ version: '2004', good: s2004('set cmi.session_time PT1.25S'), bad: s2004('set cmi.session_time PT') }
	],
	time: [
		{
			version: '1.2',
			good: s12(`${i(0, 'id')} a`, `${i(0, 'time')} 23:59:59`),
			bad: s12(`${i(0, 'id')} a`, `${i(0, 'time')} 24:00:00`)
		},
		{
			version: '2004',
			good: s2004(`${i(0, 'id')} a`, `${i(0, 'timestamp')} 2026-11-22T09:30:00.12Z`),
			bad: s2004(`${i(0, 'id')} a`, `${i(0, 'timestamp')} 2026-11-22T09:30:00.123Z`)
		}
	],
	identifier: [
		{ version: '1.2', good: s12(`${i(0, 'id')} q1-a.b`), bad: s12(`${i(0, 'id')} q 1`) },
		{
			version: '2004',
			good: s2004('set cmi.objectives.0.id u1'),
			bad: s2004('set cmi.objectives.0.id 第1章')
		}
	],
	'answer-format': [
		{
			version: '1.2',
			good: s12(`${i(0, 'id')} a`, `${i(0, 'type')} matching`, `${i(0, 'student_response')} 0.1,a.z`),
			bad: s12(`${i(0, 'id')} a`, `${i(0, 'type')} matching`, `${i(0, 'student_response')} 0[.]1`)
		},
		{
			version: '2004',
			good: s2004(`${i(0, 'id')} a`, `${i(0, 'type')} choice`, `${i(0, 'learner_response')} a_1[,]b.2`),
			bad: s2004(`${i(0, 'id')} a`, `${i(0, 'type')} choice`, `${i(0, 'learner_response')} a-1`)
		}
	],
	review: [
		{
			version: '1.2',
			good: ['init', 'get cmi.suspend_data', 'end'],
			bad: ['init', STATE],
			held: { 'cmi.core.lesson_mode': 'review' }
		},
		{
			version: '2004',
			good: ['init', 'get cmi.suspend_data', 'end'],
			bad: ['init', 'commit'],
			held: { 'cmi.mode': 'review' }
		}
	],
	'no-credit': [
		{
			version: '1.2',
			good: s12(STATE),
			bad: s12(STATE, 'set cmi.core.lesson_status incomplete'),
			held: { 'cmi.core.credit': 'no-credit' }
		},
		{
			version: '2004',
			good: s2004(STATE, 'set cmi.location p1'),
			bad: s2004(`${i(0, 'id')} a`),
			held: { 'cmi.mode': 'browse' }
		}
	],
	'status-down': [
		{
			version: '1.2',
			good: s12(STATE, 'set cmi.core.lesson_status passed'),
			bad: s12(STATE, 'set cmi.core.lesson_status incomplete'),
			held: { 'cmi.core.lesson_status': 'completed' }
		},
		{
			version: '2004',
			good: s2004(STATE, 'set cmi.success_status passed'),
			bad: s2004(STATE, 'set cmi.success_status passed', 'set cmi.success_status failed')
		}
	],
	'score-down': [
		{
			version: '1.2',
			good: s12(STATE, ...score12(85)),
			bad: s12(STATE, ...score12(33)),
			held: { 'cmi.core.score.raw': '80' }
		}
	],
	'score-first': [
		{
			version: '1.2',
			good: s12(STATE, ...score12(85), 'set cmi.core.lesson_status passed'),
			bad: s12(STATE, 'set cmi.core.lesson_status passed', ...score12(85))
		}
	],
	'opening-result': [
		{
			version: '1.2',
			good: s12('set cmi.core.lesson_status incomplete'),
			bad: s12('set cmi.core.lesson_status completed')
		}
	],
	unchanged: [
		{
			version: '1.2',
			good: s12(STATE, 'commit', 'set cmi.suspend_data y'),
			bad: s12(STATE, 'commit', STATE)
		}
	]
};

const codes = (version: Version, lines: string[], held?: Record<string, string>) =>
	play(version, lines, held)
		.breaches()
		.map(({ rule }) => rule);

describe('every rule of the recorder', () => {
	it.each(Object.entries(RULES))('says in Japanese what is wrong, and where it stands: %s', (_code, rule) => {
		expect(rule.text).toMatch(/[ぁ-ん].*。$/u);
		expect(rule.source).toMatch(/\S/);
	});

	const table = Object.entries(CASES).flatMap(([code, cases]) =>
		cases.map((one, n) => ({ code, n: n + 1, ...one }))
	);
	it.each(table)('$code $n ($version): tells the breach', ({ code, version, bad, held }) => {
		expect(codes(version, bad, held)).toContain(code);
	});
	it.each(table)('$code $n ($version): lets through what is right', ({ version, good, held }) => {
		expect(play(version, good, held).breaches()).toEqual([]);
	});

	it('empty-argument: the start, a commit and the end take one empty text', () => {
		const call = (...args: unknown[]) => {
			const recorder = record(plain('1.2'), '1.2');
			recorder.api.LMSInitialize?.(...args);
			return recorder.breaches().map(({ rule }) => rule);
		};
		expect([call(''), call(), call('x'), call('', '')]).toEqual([
			[],
			['empty-argument'],
			['empty-argument'],
			['empty-argument']
		]);
	});

	it('text-argument: elements and values are texts, never numbers or truth values', () => {
		const call = (...args: unknown[]) => {
			const recorder = record(plain('2004'), '2004');
			recorder.api.Initialize?.('');
			recorder.api.SetValue?.(...args);
			return recorder.breaches().map(({ rule }) => rule);
		};
		expect([call('cmi.location', 'a'), call('cmi.location', 1), call('cmi.location')]).toEqual([
			[],
			['text-argument'],
			['text-argument']
		]);
	});
});
