import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKiroku, writeKiroku, mergeEvents, type Kiroku } from '#record/kiroku.ts';
import { fold } from '#record/record.ts';
import { happened, history, stamped } from './events.ts';

const events = stamped([
	{ type: 'started', revision: 1, seed: 's' },
	{ type: 'answered', item: 'q1', response: { chosen: ['ア'] }, earned: 1, total: 1, page: 'p1' },
	{ type: 'boardChecked', board: 'b', right: ['c1'], wrong: { c2: 'd3' }, round: 1 }
]);
const kiroku: Kiroku = {
	course: { id: 'c', revision: 3, title: '課程「例」' },
	learner: { id: 'local', name: '山田' },
	exportedAt: 1_800_000_000_000,
	events
};
const file = () => JSON.parse(writeKiroku(kiroku)) as Record<string, unknown>;
const codeOf = (value: unknown) => {
	const read = readKiroku(typeof value === 'string' ? value : JSON.stringify(value), 'c');
	return read.ok ? 'ok' : read.error.code;
};

describe('the kiroku file', () => {
	it('gives back every event it was written from', () => {
		fc.assert(
			fc.property(history, (list) => {
				expect(readKiroku(writeKiroku({ ...kiroku, events: list }), 'c')).toEqual({
					ok: true,
					value: { ...kiroku, events: list }
				});
			})
		);
	});

	it('can be read by a person: head indented, one event a line', () => {
		const lines = writeKiroku(kiroku).split('\n');
		expect(lines[0]).toBe('{');
		expect(lines).toContain('    "title": "課程「例」"');
		expect(lines.filter((line) => line.startsWith('    {"'))).toHaveLength(events.length);
	});

	it('is read with a byte order mark, which editors on Windows add', () => {
		expect(codeOf(`\uFEFF${writeKiroku(kiroku)}`)).toBe('ok');
	});

	it.each([
		['not-json', 'text that is no JSON', ''],
		['damaged', 'a file cut off in the middle', writeKiroku(kiroku).slice(0, -40)],
		['not-kiroku', 'other JSON', [1, 2]],
		['not-kiroku', 'null', null],
		['not-kiroku', 'another format', { ...file(), format: 'other' }],
		[
			'other-course',
			'the record of another course',
			{ ...file(), course: { id: 'd', revision: 1, title: 't' } }
		],
		[
			'newer',
			'a file of a newer tool, whatever else it holds',
			{ format: 'manabiya.kiroku', version: 2, events: 'x' }
		],
		['damaged', 'a version that is no number', { ...file(), version: 'one' }],
		['damaged', 'no events', { ...file(), events: undefined }],
		[
			'damaged',
			'one broken event among sound ones',
			{ ...file(), events: [...events, { ...events[0], at: 'noon' }] }
		],
		['damaged', 'a text over the size limit', ' '.repeat(20_000_001)]
	])('refuses as %s: %s', (code, _what, content) => {
		expect(codeOf(content)).toBe(code);
	});

	it('says where the damage is', () => {
		const read = readKiroku(
			JSON.stringify({ ...file(), events: [events[0], { ...events[1], earned: -1 }] }),
			'c'
		);
		expect(read.ok ? '' : read.error.detail).toMatch(/^events\.1\.earned: /);
	});

	it('cannot change prototypes', () => {
		const text = writeKiroku(kiroku)
			.replace('"chosen"', '"__proto__"')
			.replace('"course": {', '"__proto__": {"polluted": 1}, "course": {"__proto__": {"polluted": 1},');
		expect(codeOf(text)).toBe('damaged');
		const read = readKiroku(
			writeKiroku(kiroku).replace('"course": {', '"course": {"__proto__": {"polluted": 1},'),
			'c'
		);
		expect(read.ok && 'polluted' in read.value.course).toBe(false);
		expect('polluted' in {}).toBe(false);
	});

	it('never throws and never loses what was there, whatever was done to the file: 10,000 mutated files', () => {
		const text = writeKiroku(kiroku);
		const pieces = fc.constantFrom(
			'',
			'{',
			'}',
			'[',
			']',
			',',
			'"',
			'null',
			'-1',
			'1e999',
			'"__proto__":',
			'\u0000',
			'\uD800',
			'[[[['
		);
		const cut = fc.record({
			at: fc.nat(text.length),
			drop: fc.nat(12),
			put: fc.oneof(pieces, fc.string({ maxLength: 5 }))
		});
		const outcomes = new Set<string>();
		/** Reads a file in as the app does, beside a record that must stay. */
		const known = stamped([{ type: 'pageDone', page: 'p9' }], undefined, 'here');
		const readIn = (text: string) => {
			const read = readKiroku(text, 'c');
			outcomes.add(read.ok ? 'ok' : read.error.code);
			if (!read.ok) return;
			const { events: all } = mergeEvents(known, read.value.events);
			expect(all).toEqual(expect.arrayContaining(known));
			expect(fold('c', all).pages.p9?.done).toBe(known[0]?.at);
		};
		fc.assert(
			fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
				const mutated = cuts.reduce(
					(now, { at, drop, put }) => now.slice(0, at) + put + now.slice(at + drop),
					text
				);
				readIn(mutated);
			}),
			{ numRuns: 6_000 }
		);
		fc.assert(
			fc.property(fc.anything(), fc.constantFrom(...Object.keys(file())), (value, key) => {
				const text = JSON.stringify({ ...file(), [key]: value }, (_k, one: unknown) =>
					typeof one === 'bigint' ? 0 : one
				);
				readIn(text);
			}),
			{ numRuns: 2_000 }
		);
		// Sound JSON with something else in one event: the deepest way in.
		fc.assert(
			fc.property(
				fc.nat(events.length - 1),
				fc.constantFrom(...new Set(events.flatMap((event) => Object.keys(event)))),
				fc.anything(),
				(at, key, value) => {
					const changed = events.map((event, place) => (place === at ? { ...event, [key]: value } : event));
					readIn(
						JSON.stringify({ ...file(), events: changed }, (_k, one: unknown) =>
							typeof one === 'bigint' ? 0 : one
						)
					);
				}
			),
			{ numRuns: 2_000 }
		);
		expect([...outcomes]).toEqual(expect.arrayContaining(['ok', 'not-json', 'not-kiroku', 'damaged']));
		expect(codeOf('['.repeat(1_000_000))).toBe('not-json');
		expect(codeOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toBe('not-kiroku');
	});
});

describe('merging', () => {
	it('loses nothing, doubles nothing, and does not depend on the order of files', () => {
		fc.assert(
			fc.property(fc.array(happened), fc.array(happened), (a, b) => {
				const [one, two] = [stamped(a, undefined, 'a'), stamped(b, undefined, 'b')];
				const { events: all, added } = mergeEvents(one, two);
				expect(all).toHaveLength(one.length + two.length);
				expect(added).toHaveLength(two.length);
				expect(mergeEvents(two, one).events).toEqual(all);
				expect(mergeEvents(all, [...one, ...two]).added).toEqual([]);
			})
		);
	});

	it('keeps the known one of two events with the same id', () => {
		const [known] = stamped([{ type: 'pageDone', page: 'p1' }]);
		const [other] = stamped([{ type: 'pageDone', page: 'p2' }]);
		if (!known || !other) throw new Error('two events');
		expect(mergeEvents([known], [other, other])).toEqual({ events: [known], added: [] });
	});
});
