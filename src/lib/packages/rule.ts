/** What a rule may not ask for at once, and when an LMS may judge by the score itself. */
import type { Target } from '#record/payload.ts';
import type { Rule } from '#record/rule.ts';
import type { Problem } from './problem.ts';

type Found = (Problem & { when: (rule: Rule) => boolean })[];

const CONTRADICTIONS: Found = [
	{
		code: 'units-passed',
		when: (rule) => rule.completes === 'units' && rule.onComplete === 'passed',
		fields: ['completes', 'onComplete'],
		message:
			'章だけで修了とするときは、合格・不合格がありません。修了したときの報告を「修了」にするか、修了の条件に最終テストを入れてください。'
	},
	{
		code: 'units-failed',
		when: (rule) => rule.completes === 'units' && rule.onFail === 'failed',
		fields: ['completes', 'onFail'],
		message:
			'章だけで修了とするときは、最終テストの結果で不合格にできません。不合格のときの報告を「学習中のまま」にするか、修了の条件に最終テストを入れてください。'
	},
	{
		code: 'completed-failed',
		when: (rule) => rule.completes !== 'units' && rule.onComplete === 'completed' && rule.onFail === 'failed',
		fields: ['onComplete', 'onFail'],
		message:
			'合格を伝えずに不合格だけを伝えることはできません。両方を伝えるときは「合格」と「不合格」を、どちらも伝えないときは「修了」と「学習中のまま」を選んでください。'
	},
	{
		code: 'pass-zero',
		when: (rule) => !(rule.pass > 0),
		fields: ['pass'],
		message: '合格点が0では、合否を決められません。1以上にしてください。'
	}
];

/** Everything in a rule that contradicts itself; empty when it can be packed. */
export function contradictions(rule: Rule): Problem[] {
	return CONTRADICTIONS.filter(({ when }) => when(rule)).map(({ code, fields, message }) => ({
		code,
		fields,
		message
	}));
}

/**
 * Whether the pass mark goes into the manifest. An LMS that finds one there judges by the score alone and overrules what it is told,
 * so it may stand there only where that verdict is the rule's in every case: the score is sent, and both verdicts are wanted. In 1.2,
 * where the verdict is the completion too, the test has to be all that completes: otherwise a good test would complete the course
 * before its chapters are done.
 */
export function judgedByScore(rule: Rule, target: Target): boolean {
	const condition = target === 'scorm12' ? rule.completes === 'test' : rule.completes !== 'units';
	return (
		condition &&
		rule.score === 'best' &&
		rule.onComplete === 'passed' &&
		rule.onFail === 'failed' &&
		rule.pass > 0
	);
}
