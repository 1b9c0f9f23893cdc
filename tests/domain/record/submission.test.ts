import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CourseIndex } from '#course/parts.ts';
import { checkCode } from '#record/proof.ts';
import { readSubmission, writeSubmission, type Submission } from '#record/submission.ts';
import { factsOf, readEvidence } from '#record/verify.ts';

const day = (date: string, wareki: string) => ({ date, wareki });
const submission: Submission = {
	written: day('2026-11-23', '令和8年11月23日'),
	course: { id: 'c', revision: 3, title: '課程「例」' },
	learner: { name: '山田 花子', department: '総務課', number: '00123' },
	begun: day('2026-11-20', '令和8年11月20日'),
	finished: day('2026-11-22', '令和8年11月22日'),
	completed: true,
	minutes: 50,
	score: { right: 17, total: 20 },
	certificate: { passed: day('2026-11-22', '令和8年11月22日'), revision: 2, right: 17, total: 20 },
	gain: { before: 5, after: 9, of: 10 },
	answers: [
		{
			item: 'q1',
			tries: 2,
			first: { earned: 0, total: 1, response: 'a' },
			last: { earned: 1, total: 1, response: { pair: ['ア', 1] } }
		},
		{ item: 'q2', tries: 1 }
	]
};
const bare: Submission = {
	written: day('2026-11-23', '令和8年11月23日'),
	course: { id: 'c', revision: 1, title: '課程' },
	learner: {},
	completed: false
};
const file = () => JSON.parse(writeSubmission(submission)) as Record<string, unknown>;
const codeOf = (value: unknown) => {
	const read = readSubmission(typeof value === 'string' ? value : JSON.stringify(value), 'c');
	return read.ok ? 'ok' : read.error.code;
};

describe('the file to hand in', () => {
	it.each([
		['with everything', submission],
		['with almost nothing', bare],
		['with an empty list of answers', { ...bare, answers: [] }]
	])('gives back what was written: %s', (_what, one) => {
		expect(readSubmission(writeSubmission(one), 'c')).toEqual({ ok: true, value: one });
		expect(readSubmission(`\uFEFF${writeSubmission(one)}`, 'c').ok).toBe(true);
	});

	it('can be read by a person: indented, one answer a line', () => {
		const lines = writeSubmission(submission).split('\n');
		expect(lines).toContain('    "wareki": "令和8年11月22日"');
		expect(lines.filter((line) => line.startsWith('    {"item"'))).toHaveLength(2);
		expect(writeSubmission(bare)).not.toContain('answers');
	});

	it('bears the certificate that was printed from the same record', () => {
		const index = { id: 'c', revision: 3, test: { pass: 0.8 } } as CourseIndex;
		const read = readEvidence(writeSubmission(submission), index, () => '');
		if (!read.ok) throw new Error(read.error);
		const facts = { course: 'c', revision: 2, day: '2026-11-22', right: 17, total: 20, name: '山田花子' };
		expect(read.value.name).toBe('山田 花子');
		expect(factsOf(read.value, checkCode(facts), '山田 花子', 3)).toMatchObject({
			right: 17,
			day: '2026-11-22'
		});
		for (const wrong of [{ name: '山田' }, { right: 18 }, { day: '2026-11-23' }])
			expect(factsOf(read.value, checkCode({ ...facts, ...wrong }), '山田 花子', 3)).toBeUndefined();
		const unfinished = readEvidence(writeSubmission(bare), index, () => '');
		expect(unfinished.ok && unfinished.value.states).toEqual([]);
	});

	it.each([
		['not-json', 'text that is no JSON', ''],
		['damaged', 'a file cut off in the middle', writeSubmission(submission).slice(0, -40)],
		['not-teishutsu', 'null', null],
		['not-teishutsu', 'a record file', { ...file(), format: 'manabiya.kiroku' }],
		['other-course', 'a file of another course', { ...file(), course: { id: 'd', revision: 1, title: 't' } }],
		['newer', 'a file of a newer program, whatever it holds', { format: 'manabiya.teishutsu', version: 2 }],
		['damaged', 'a version that is no number', { ...file(), version: 'one' }],
		['damaged', 'more right than asked', { ...file(), score: { right: 21, total: 20 } }],
		['damaged', 'a day that is none', { ...file(), begun: { date: '22 Nov', wareki: '' } }],
		['damaged', 'no word on completion', { ...file(), completed: undefined }],
		['damaged', 'a text over the limit', ' '.repeat(5_000_001)]
	])('is refused as %s: %s', (code, _what, content) => {
		expect(codeOf(content)).toBe(code);
	});

	it('says where the damage is', () => {
		const read = readSubmission(JSON.stringify({ ...file(), score: { right: -1, total: 20 } }), 'c');
		expect(read.ok ? '' : read.error.detail).toMatch(/^score\.right: /);
	});

	it('cannot change prototypes', () => {
		const text = writeSubmission(submission).replace('"pair"', '"__proto__"');
		expect(codeOf(text)).toBe('damaged');
		const hidden = writeSubmission(submission).replace(
			'"learner": {',
			'"__proto__": {"polluted": 1}, "learner": {"__proto__": {"polluted": 1},'
		);
		const read = readSubmission(hidden, 'c');
		expect(read.ok && ('polluted' in read.value || 'polluted' in read.value.learner)).toBe(false);
		expect('polluted' in {}).toBe(false);
	});

	it('never throws, whatever was done to it: 2,000 mutated files', () => {
		const text = writeSubmission(submission);
		const pieces = fc.constantFrom(
			'',
			'{',
			'}',
			'[',
			',',
			'"',
			'null',
			'-1',
			'1e999',
			'"__proto__":',
			'\u0000',
			'[[[['
		);
		const cut = fc.record({
			at: fc.nat(text.length),
			drop: fc.nat(12),
			put: fc.oneof(pieces, fc.string({ maxLength: 5 }))
		});
		const outcomes = new Set<string>();
		fc.assert(
			fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
				const mutated = cuts.reduce(
					(now, { at, drop, put }) => now.slice(0, at) + put + now.slice(at + drop),
					text
				);
				outcomes.add(codeOf(mutated));
			}),
			{ numRuns: 1_500 }
		);
		fc.assert(
			fc.property(fc.anything(), fc.constantFrom(...Object.keys(file())), (value, key) => {
				const changed = JSON.stringify({ ...file(), [key]: value }, (_k, one: unknown) =>
					typeof one === 'bigint' ? 0 : one
				);
				outcomes.add(codeOf(changed));
			}),
			{ numRuns: 500 }
		);
		expect([...outcomes]).toEqual(expect.arrayContaining(['damaged', 'not-teishutsu', 'ok']));
		expect(codeOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toBe('not-teishutsu');
	});
});
