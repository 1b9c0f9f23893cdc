/** Whatever stands in an LMS where a state should be, reading it is an answer and never an accident. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hash } from '#course/random.ts';
import { fold } from '#record/record.ts';
import { BitWriter } from '#tracking/bits.ts';
import { emptySide } from '#tracking/side.ts';
import { createTracking } from '#tracking/tracking.ts';
import { mini, wholeCourse } from './courses.ts';
import { Learner } from './learner.ts';
import { rule } from './shown.ts';
import { steps } from './steps.ts';
import { isEvent } from './valid.ts';

const seed = Number(process.env['SEED'] ?? 20261102);
console.info(`property tests: SEED=${seed}`);

const tracking = createTracking(mini, rule);
const side = emptySide();
const texts = fc
	.sample(steps(80), { seed, numRuns: 40 })
	.map((list) => tracking.pack(new Learner(mini).does(list).record, side));
const text = fc.constantFrom(...texts);
const code = (state: string) => {
	const read = tracking.unpack(state);
	return read.ok ? 'ok' : read.error;
};
const sumOf = (body: string) => {
	const out = new BitWriter();
	out.write(hash(`mbB${body}`), 32);
	return out.toString();
};

describe('a state', () => {
	it('that is cut anywhere is damaged', () => {
		for (const whole of texts)
			for (let length = 1; length < whole.length; length += 1)
				expect(code(whole.slice(0, length)), `${whole.length} cut to ${length}`).toBe('damaged');
	});

	it('with one character changed is never taken for sound', () => {
		const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_ .あ\u0000';
		fc.assert(
			fc.property(text, fc.nat(), fc.constantFrom(...alphabet), (whole, where, other) => {
				const at = where % whole.length;
				if (whole[at] === other) return;
				const error = code(whole.slice(0, at) + other + whole.slice(at + 1));
				expect(error).not.toBe('ok');
				// The first three characters say whose state it is, and of which format.
				if (at > 2) expect(error).toBe('damaged');
			}),
			{ seed, numRuns: 5_000 }
		);
	});

	it('that was cut, joined, turned or filled is an answer', () => {
		const mangled = fc.oneof(
			fc.string({ maxLength: 60 }),
			fc.string({ unit: 'binary', maxLength: 60 }),
			fc
				.tuple(text, text, fc.nat(), fc.nat())
				.map(([a, b, i, j]) => a.slice(0, i % a.length) + b.slice(j % b.length)),
			fc.tuple(text, fc.string()).map(([a, b]) => a + b),
			fc.tuple(text, fc.string()).map(([a, b]) => b + a),
			text.map((a) => [...a].reverse().join('')),
			text.map((a) => a.toLowerCase()),
			fc.string({ maxLength: 400 }).map((a) => `mbB${a}`)
		);
		fc.assert(
			fc.property(mangled, (state) => {
				expect(['ok', 'damaged', 'foreign', 'newer']).toContain(code(state));
				if (code(state) === 'ok') expect(texts).toContain(state);
			}),
			{ seed, numRuns: 5_000 }
		);
	});

	it('whose bits nobody wrote gives an answer even when its checksum fits, and what it gives can be packed', () => {
		const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
		const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...alphabet)), {
			minLength: 1,
			maxLength: 4
		});
		let sound = 0;
		fc.assert(
			fc.property(text, changes, fc.nat(), (whole, list, cut) => {
				const body = [...whole.slice(9)];
				// Course and layout stay, so that the bits behind them are read.
				for (const [where, other] of list) body[14 + (where % (body.length - 14))] = other;
				const bits = body.join('').slice(0, cut % 9 === 0 ? 14 + (cut % body.length) : undefined);
				const read = tracking.unpack(`mbB${sumOf(bits)}${bits}`);
				if (!read.ok) {
					expect(read.error).toBe('damaged');
					return;
				}
				sound += 1;
				const { events } = read.value;
				for (const event of events) if (!isEvent(event)) expect.fail(JSON.stringify(event));
				const text = tracking.pack(fold('mini_gomi', events), read.value.side);
				expect(text.length).toBeLessThanOrEqual(tracking.worst);
				expect(code(text)).toBe('ok');
			}),
			{ seed, numRuns: 2_000 }
		);
		expect(sound).toBeGreaterThan(500);
	});
});

describe('it is told apart', () => {
	it('what is no state of ours, or of another course, is foreign', () => {
		for (const state of ['{"a":1}', 'a', '', '2;1;3', 'xbA', ...texts.map((one) => `x${one}`)])
			expect(code(state)).toBe('foreign');
		const other = createTracking(wholeCourse('courses/kami-kyodo'), rule);
		expect(code(other.pack(new Learner(mini).record, side))).toBe('foreign');
	});

	it('a later format is newer', () => {
		for (const one of texts) expect(code(`mbC${one.slice(3)}`)).toBe('newer');
	});
});
