import { describe, expect, it } from 'vitest';
import { answerFits, duration, time } from '#lmscheck/formats.ts';
import { record } from '#lmscheck/recorder.ts';
import { plain, play } from './plain.ts';

describe('the recorder', () => {
	it('writes down every call with its number, time, answer and code', () => {
		const told: number[] = [];
		const lms = { ...plain('1.2', {}, ['cmi.comments']), LMSGetLastError: () => '401' };
		const { api, calls } = record(lms, '1.2', { now: () => 7, told: ({ n }) => told.push(n) });
		api.LMSInitialize?.('');
		expect(api.LMSSetValue?.('cmi.comments', 'x')).toBe('false');
		expect(api.LMSGetLastError?.()).toBe('401');
		expect(calls.slice(1)).toEqual([
			{
				n: 2,
				at: 7,
				method: 'LMSSetValue',
				args: ['cmi.comments', 'x'],
				answer: 'false',
				code: '401',
				breaches: []
			},
			{ n: 3, at: 7, method: 'LMSGetLastError', args: [], answer: '401', code: '401', breaches: [] }
		]);
		expect(told).toEqual([1, 2, 3]);
	});

	it('gives the course the code of its own call, not of what the recorder asked', () => {
		let code = '0';
		const lms = {
			...plain('2004'),
			GetValue: () => ((code = '403'), ''),
			Initialize: () => ((code = '0'), 'true'),
			GetLastError: () => code
		};
		const { api } = record(lms, '2004');
		api.Initialize?.('');
		expect(api.GetLastError?.()).toBe('0');
	});

	it('lets through what an LMS throws and writes it down', () => {
		const lms = {
			...plain('2004'),
			SetValue() {
				throw new TypeError('gone');
			}
		};
		const { api, calls } = record(lms, '2004');
		expect(() => api.SetValue?.('cmi.location', 'a')).toThrow('gone');
		expect(calls.at(-1)).toMatchObject({ method: 'SetValue', answer: '(threw)' });
	});

	it('counts nothing as written that the LMS refused', () => {
		const lines = ['init', 'set cmi.suspend_data x', 'set cmi.suspend_data x'];
		expect(play('1.2', lines, {}, ['cmi.suspend_data']).breaches()).toEqual([]);
	});

	it('takes a new index only after the id before was accepted', () => {
		const lines = ['init', 'set cmi.interactions.0.id a', 'set cmi.interactions.1.id b'];
		const held = { 'cmi.interactions._count': '0' };
		expect(play('1.2', lines, held, ['cmi.interactions.0.id']).breaches()).toEqual([
			{ rule: 'gap', detail: 'cmi.interactions.1.id = b' }
		]);
	});
});

describe('formats', () => {
	it.each([
		['1.2', '00:00:00', true],
		['1.2', '9999:59:59.99', true],
		['1.2', '0:12:30', false],
		['1.2', '10000:00:00', false],
		['1.2', '00:60:00', false],
		['1.2', '00:00:00.123', false],
		['2004', 'PT1H2M3.14S', true],
		['2004', 'PT0S', true],
		['2004', 'P1W', false],
		['2004', 'P', false],
		['2004', 'PT1.234S', false]
	] as const)('length of time in %s: %s → %s', (version, text, fits) => {
		expect(duration[version](text)).toBe(fits);
	});

	it.each([
		['2026-11-22T09:30:00', true],
		['2026-11-22T09:30:00.00+09:00', true],
		['2026-11-22T09:30:00Z', false],
		['2026-11-22T09:30:00+09:00', false],
		['2026-11-31T09:30:00', false],
		['2026-13-01T09:30:00', false],
		['1969-12-31T23:59:59', false],
		['2039-01-01T00:00:00', false]
	] as const)('time in 2004: %s → %s', (text, fits) => {
		expect(time['2004'](text)).toBe(fits);
	});

	it.each([
		['1.2', 'choice', 'a,c', true],
		['1.2', 'choice', 'a,a', false],
		['1.2', 'choice', 'a[,]c', false],
		['1.2', 'choice', 'choice1,choice2', false],
		['1.2', 'sequencing', 'c,a,b', true],
		['1.2', 'matching', 'a.1,b.2', true],
		['1.2', 'matching', 'a1,b2', false],
		['1.2', 'performance', 'x'.repeat(255), true],
		['1.2', 'performance', 'x'.repeat(256), false],
		['1.2', 'true-false', 't', true],
		['1.2', 'true-false', 'true', false],
		['1.2', 'numeric', '3.1', true],
		['2004', 'choice', '', false],
		['2004', 'choice', 'a[,]b', true],
		['2004', 'choice', 'a[,]a', false],
		['2004', 'choice', 'a b', false],
		['2004', 'choice', Array.from({ length: 37 }, (_, n) => `o${n}`).join('[,]'), false],
		['2004', 'sequencing', 'b[,]a', true],
		['2004', 'matching', 'a[.]1[,]b[.]2', true],
		['2004', 'matching', 'a.1,b.2', false],
		['2004', 'performance', '{order_matters=false}a[.]1[,]b[.]2', true],
		['2004', 'true-false', 'true', true],
		['2004', 'likert', 'a-b', false],
		['2004', 'numeric', '3[:]3', true],
		['2004', 'numeric', '3', false],
		['2004', 'other', '{x}', false]
	] as const)('answer in %s: %s %s → %s', (version, type, text, fits) => {
		expect(answerFits(version, type, text, true)).toBe(fits);
	});
});
