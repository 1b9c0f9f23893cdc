/** The LMSs that stand in for real ones. */
import { describe, expect, it } from 'vitest';
import { openAgain } from '#lmscheck/again.ts';
import { hostile } from '#lmscheck/hostile.ts';
import { METHODS, record } from '#lmscheck/recorder.ts';
import { commitBySync } from '#lmscheck/sync.ts';
import { plain } from './plain.ts';

const call = (api: object, method: string, ...args: string[]): unknown =>
	Reflect.apply(Reflect.get(api, method) as () => unknown, api, args);

describe('an LMS in the page', () => {
	it('keeps what was committed, hands it out, and goes on with it in 1.2', async () => {
		const kept: unknown[] = [];
		const first = await openAgain({ version: '1.2', keep: (saved) => kept.push(saved) });
		call(first.api, 'LMSInitialize', '');
		call(first.api, 'LMSSetValue', 'cmi.suspend_data', 'x');
		expect(first.saved()).toBeUndefined();
		call(first.api, 'LMSSetValue', 'cmi.core.exit', 'suspend');
		call(first.api, 'LMSCommit', '');
		expect(kept).toHaveLength(1);
		const saved = first.saved();
		const next = await openAgain({
			version: '1.2',
			...(saved ? { saved } : {}),
			mode: 'review',
			credit: false
		});
		call(next.api, 'LMSInitialize', '');
		expect(
			['suspend_data', 'core.entry', 'core.lesson_mode', 'core.credit'].map((name) =>
				call(next.api, 'LMSGetValue', `cmi.${name}`)
			)
		).toEqual(['x', 'resume', 'review', 'no-credit']);
	});

	it.each([
		['suspend', 'x'],
		['', '']
	])('in 2004 after the exit %j the next launch has %j', async (exit, state) => {
		const first = await openAgain({ version: '2004', learner: { id: 'u1', name: 'n' } });
		call(first.api, 'Initialize', '');
		call(first.api, 'SetValue', 'cmi.suspend_data', 'x');
		call(first.api, 'SetValue', 'cmi.exit', exit);
		call(first.api, 'Terminate', '');
		const saved = first.saved() ?? {};
		const next = await openAgain({ version: '2004', saved, learner: { id: 'u1', name: 'n' } });
		call(next.api, 'Initialize', '');
		expect(call(next.api, 'GetValue', 'cmi.suspend_data')).toBe(state);
		expect(call(next.api, 'GetValue', 'cmi.learner_id')).toBe('u1');
	});

	it.each(['1.2', '2004'] as const)('fills in objectives of the manifest in %s', async (version) => {
		const { api } = await openAgain({ version, objectives: ['PRIMARYOBJ'] });
		const prefix = version === '1.2' ? 'LMS' : '';
		call(api, `${prefix}Initialize`, '');
		expect(call(api, `${prefix}GetValue`, 'cmi.objectives.0.id')).toBe('PRIMARYOBJ');
	});
});

describe('an LMS that sends by synchronous requests', () => {
	const sent: string[] = [];
	const request = (status: number) => () => ({
		status,
		open: (...args: unknown[]) => void sent.push(args.join(' ')),
		setRequestHeader: () => {},
		send(body: string) {
			if (status === 0) throw new Error('the page is going');
			sent.push(body);
		}
	});

	it('sends what it holds at every commit and at the end, and nothing else', async () => {
		sent.length = 0;
		const api = commitBySync(await openAgain({ version: '1.2' }), '1.2', '/save', request(200));
		call(api, 'LMSInitialize', '');
		call(api, 'LMSSetValue', 'cmi.suspend_data', 'x');
		expect(sent).toEqual([]);
		expect(call(api, 'LMSCommit', '')).toBe('true');
		expect(sent[0]).toBe('POST /save false');
		expect(JSON.parse(sent[1] ?? '')).toMatchObject({ suspend_data: 'x' });
		expect(call(api, 'LMSFinish', '')).toBe('true');
		expect(sent).toHaveLength(4);
	});

	it.each([0, 500])('says no with a code when a request ends with %i', async (status) => {
		const api = commitBySync(await openAgain({ version: '2004' }), '2004', '/save', request(status));
		call(api, 'Initialize', '');
		expect([call(api, 'Commit', ''), call(api, 'GetLastError')]).toEqual(['false', '391']);
		expect([call(api, 'GetValue', 'cmi.mode'), call(api, 'GetLastError')]).toEqual(['normal', '0']);
	});
});

describe('a hostile LMS', () => {
	const answers = (seed: number, share: number) => {
		const { api, calls } = record(hostile(plain('1.2'), '1.2', { seed, share }), '1.2', { now: () => 0 });
		for (let n = 0; n < 60; n += 1) {
			try {
				api.LMSSetValue?.('cmi.suspend_data', `x${n}`);
			} catch {
				// That is what it is for.
			}
		}
		return calls.map(({ answer, code }) => `${answer} ${code}`);
	};

	it('does the same for the same seed, and something else for another', () => {
		expect(answers(7, 0.5)).toEqual(answers(7, 0.5));
		expect(answers(8, 0.5)).not.toEqual(answers(7, 0.5));
	});

	it('throws, says no and answers in wrong types; without a share it does nothing of it', () => {
		const all = new Set(answers(3, 0.6).map((line) => line.split(' ')[0]));
		expect([...all].sort()).toEqual(['', '(threw)', '(unreadable)', '0', '1', 'false', 'true']);
		expect(new Set(answers(3, 0))).toEqual(new Set(['true 0']));
	});

	it('goes away, or ends its session, after so many calls', () => {
		const gone = hostile(plain('2004'), '2004', { seed: 1, share: 0, vanishesAfter: 1 });
		expect(call(gone, 'Initialize', '')).toBe('true');
		expect(() => call(gone, 'Commit', '')).toThrow(TypeError);
		const expired = hostile(plain('2004'), '2004', { seed: 1, share: 0, expiresAfter: 1 });
		call(expired, 'Initialize', '');
		expect([call(expired, 'Commit', ''), call(expired, 'GetLastError')]).toEqual(['false', '132']);
		expect(METHODS['2004'].every((method) => method in expired)).toBe(true);
	});

	it('takes its time with commits', () => {
		const waited: number[] = [];
		const slow = hostile(plain('1.2'), '1.2', {
			seed: 1,
			share: 0,
			slow: 800,
			wait: (ms) => waited.push(ms)
		});
		call(slow, 'LMSSetValue', 'cmi.suspend_data', 'x');
		call(slow, 'LMSCommit', '');
		expect(waited).toEqual([800]);
	});
});
