import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
	arrange,
	describeResponse,
	isQuestion,
	partsOf,
	questionTypes,
	rightResponse,
	scoreQuestion,
	spaceOf,
	toldOf,
	type Question
} from '#questions/registry.ts';
import { questionSchemas, schemaOf } from '#questions/schemas.ts';
import { decodeResponse, encodeResponse, sizeOf } from '#questions/space.ts';
import { isCorrect } from '#questions/types.ts';
import { example, exampleSource, folders } from './examples.ts';

const seed = Number(process.env['SEED'] ?? 20260801);
const runs = { seed, numRuns: 300 };
console.info(`property tests: SEED=${seed}`);

/** Ids of everything a response to this question may name. */
function known(q: Question): { items: string[]; targets: string[] } {
	return arrange(q, 'any');
}

/** Responses of the right shape, made of known ids, unknown ones and names that every object inherits. */
function responses(q: Question): fc.Arbitrary<unknown> {
	const { items, targets } = known(q);
	const id = fc.constantFrom(...items, ...targets, 'unknown', 'constructor', '__proto__', '');
	return fc.oneof(id, fc.array(id, { maxLength: 10 }), fc.dictionary(id, id, { maxKeys: 10 }));
}

/** A full response that cannot be all right: everything that could be told apart is told wrongly. */
function wrongResponse(q: Question): unknown {
	const { items, targets } = known(q);
	if (q.type === 'single') return items.find((id) => id !== rightResponse(q));
	if (q.type === 'multiple') return items;
	if (q.type === 'ordering') return items;
	const right = v.parse(v.record(v.string(), v.string()), rightResponse(q));
	return Object.fromEntries(items.map((id) => [id, targets.find((t) => t !== right[id])]));
}

it('has one registered type for every folder, each under its own name', () => {
	expect(Object.keys(questionTypes).sort()).toEqual(folders);
	expect(Object.keys(questionSchemas).sort()).toEqual(folders);
	for (const [name, type] of Object.entries(questionTypes)) expect(type.type).toBe(name);
});

it('knows a question of a newer product as unknown, whatever its type is called', () => {
	const q = example('single');
	expect(isQuestion(q)).toBe(true);
	for (const type of ['essay', 'constructor', 'toString']) {
		expect(isQuestion({ ...q, type })).toBe(false);
		expect(schemaOf(type)).toBeUndefined();
	}
});

describe.each(folders)('a %s question', (type) => {
	const q = example(type);

	it('refuses a field it does not know', () => {
		expect(() => example(type, { hint: 'x' })).toThrow();
		expect(exampleSource(type)['type']).toBe(type);
	});

	it('gives all points for the right answer, in every part', () => {
		const score = scoreQuestion(q, rightResponse(q));
		expect(score).toMatchObject({ status: 'scored' });
		if (score.status !== 'scored') return;
		expect(score.earned).toBe(score.total);
		expect(Object.values(score.parts)).not.toContain(false);
		expect(isCorrect(score)).toBe(true);
	});

	it.each([[undefined], [null], [''], [[]], [{}], [7], [{ a: 1 }], [[null]]])(
		'is incomplete, not wrong, for %j',
		(response) => {
			const score = scoreQuestion(q, response);
			expect(score.status).toBe('incomplete');
			expect(isCorrect(score)).toBe(false);
			if (score.status === 'incomplete') expect(score.reason).toMatch(/^(nothing|choose|some)-/);
		}
	);

	it('gives less than all points for a wrong answer', () => {
		const score = scoreQuestion(q, wrongResponse(q));
		expect(score.status).toBe('scored');
		if (score.status === 'scored') expect(score.earned).toBeLessThan(score.total);
		expect(isCorrect(score)).toBe(false);
	});

	it('has a reason and a passage for every part, and no two alike', () => {
		const parts = partsOf(q);
		expect(parts.length).toBeGreaterThan(1);
		for (const part of parts) {
			expect(part.reason.length, part.id).toBeGreaterThanOrEqual(15);
			expect(part.cite.length, part.id).toBeGreaterThan(0);
		}
		expect(new Set(parts.map((p) => p.id)).size).toBe(parts.length);
		expect(new Set(parts.map((p) => p.reason)).size).toBe(parts.length);
		expect(parts.some((p) => p.right)).toBe(true);
	});

	it('has feedback for every part that a score judges', () => {
		const score = scoreQuestion(q, rightResponse(q));
		const ids = partsOf(q).map((p) => p.id);
		if (score.status === 'scored') for (const id of Object.keys(score.parts)) expect(ids).toContain(id);
	});

	it('shows the same things in the same order for the same seed, and in several orders over seeds', () => {
		const first = arrange(q, 'seed 0');
		expect(arrange(q, 'seed 0')).toEqual(first);
		const orders = new Set<string>();
		fc.assert(
			fc.property(fc.string(), (s) => {
				const order = arrange(q, s);
				orders.add(order.items.join());
				expect([...order.items].sort()).toEqual([...first.items].sort());
				expect([...order.targets].sort()).toEqual([...first.targets].sort());
				expect(new Set(order.items).size).toBe(order.items.length);
			}),
			runs
		);
		expect(orders.size).toBeGreaterThan(2);
	});

	it('never scores more than the total, less than nothing, or anything else than its parts say', () => {
		fc.assert(
			fc.property(responses(q), (response) => {
				const score = scoreQuestion(q, response);
				if (score.status === 'incomplete') return;
				const verdicts = Object.values(score.parts);
				expect(score.total).toBe(verdicts.length);
				expect(score.earned).toBe(verdicts.filter(Boolean).length);
			}),
			runs
		);
	});

	it('ignores ids it does not have', () => {
		const stray = (response: unknown): unknown =>
			Array.isArray(response)
				? ['gone', ...response, 'constructor']
				: typeof response === 'object' && response !== null
					? { gone: 'gone', ...response, constructor: 'gone' }
					: response;
		for (const response of [rightResponse(q), wrongResponse(q)])
			expect(scoreQuestion(q, stray(response))).toEqual(scoreQuestion(q, response));
	});

	it('says a right and a wrong answer in different words, and no answer in none', () => {
		const right = describeResponse(q, rightResponse(q));
		expect(right).not.toBe('');
		expect(describeResponse(q, wrongResponse(q))).not.toBe(right);
		expect(describeResponse(q, undefined)).toBe('');
		expect(describeResponse(q, 5)).toBe('');
	});

	it('numbers every response: each number gives one response, and that the number again', () => {
		const space = spaceOf(q);
		const seen = new Set<string>();
		for (let code = 0; code < sizeOf(space); code += 1) {
			const response = decodeResponse(space, code);
			expect(encodeResponse(space, response)).toBe(code);
			seen.add(JSON.stringify(response));
		}
		expect(seen.size).toBe(sizeOf(space));
		expect(() => decodeResponse(space, sizeOf(space))).toThrow(RangeError);
	});

	it('keeps in a number what a response is worth and says, and takes nothing else for one', () => {
		const space = spaceOf(q);
		fc.assert(
			fc.property(responses(q), (response) => {
				const code = encodeResponse(space, response);
				if (code === undefined) {
					expect(scoreQuestion(q, response).status).toBe('incomplete');
					return;
				}
				const kept = decodeResponse(space, code);
				expect(scoreQuestion(q, kept)).toEqual(scoreQuestion(q, response));
			}),
			runs
		);
		for (const whole of [rightResponse(q), wrongResponse(q)]) {
			const kept = decodeResponse(space, encodeResponse(space, whole) ?? -1);
			expect(describeResponse(q, kept)).toBe(describeResponse(q, whole));
		}
		for (const wrong of [undefined, null, 7, { a: 1 }, [null], ['unknown'], { unknown: 'unknown' }])
			expect(encodeResponse(space, wrong)).toBeUndefined();
	});

	it('tells an LMS a right answer in a pattern that is listed as right, a wrong one in another, half of one in none', () => {
		const right = toldOf(q, rightResponse(q));
		const patterns = right?.type === 'matching' ? right.correct : [right?.correct];
		expect(patterns).toContainEqual(right?.response);
		const wrong = toldOf(q, wrongResponse(q));
		expect(wrong?.correct).toEqual(right?.correct);
		expect(patterns).not.toContainEqual(wrong?.response);
		for (const none of [undefined, null, '', [], {}, 7]) expect(toldOf(q, none)).toBeUndefined();
	});
});
