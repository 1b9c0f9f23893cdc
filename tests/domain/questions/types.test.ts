import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange, describeResponse, keysOf, partsOf, scoreQuestion } from '#questions/registry.ts';
import { isCorrect, own } from '#questions/types.ts';
import { example } from './examples.ts';

const seed = Number(process.env['SEED'] ?? 20260801);
const because = (n: number) => ({ reason: `これは${n}番目の、十分に長い理由の文です。`, cite: ['X-01'] });

describe('a multiple choice question', () => {
	const q = example('multiple');
	const score = (...ids: string[]) => scoreQuestion(q, ids);

	it('judges every option, so a missed right one and a chosen wrong one each cost one point', () => {
		expect(score('a', 'b')).toMatchObject({ earned: 4, total: 4 });
		expect(score('a', 'c')).toMatchObject({ earned: 2, parts: { a: true, b: false, c: false, d: true } });
		expect(score('a', 'b', 'c')).toMatchObject({ earned: 3 });
		expect(isCorrect(score('a', 'b', 'c'))).toBe(false);
	});

	it('asks for more when one option is chosen, since there are always two right ones', () => {
		expect(score('a')).toEqual({ status: 'incomplete', reason: 'choose-more' });
		expect(score('a', 'a', 'gone')).toEqual({ status: 'incomplete', reason: 'choose-more' });
		expect(score()).toEqual({ status: 'incomplete', reason: 'nothing-chosen' });
	});

	it('does not care in which order, or how often, options were chosen', () => {
		const chosen = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'gone'), { maxLength: 8 });
		fc.assert(
			fc.property(chosen, (ids) => {
				expect(score(...[...ids].reverse())).toEqual(score(...ids));
				expect(score(...new Set(ids))).toEqual(score(...ids));
			}),
			{ seed }
		);
	});
});

describe('a matching question', () => {
	const q = example('matching');

	it('gives a point for every pair with its own answer', () => {
		expect(scoreQuestion(q, { p1: 'a1', p2: 'a3', p3: 'a3' })).toMatchObject({
			earned: 2,
			total: 3,
			parts: { p1: true, p2: false, p3: true }
		});
	});

	it('is incomplete while a pair has no answer, or one that is gone', () => {
		for (const response of [{}, { p1: 'a1', p2: 'a2' }, { p1: 'a1', p2: 'a2', p3: 'gone' }])
			expect(scoreQuestion(q, response)).toEqual({ status: 'incomplete', reason: 'some-unmatched' });
	});

	it('explains an answer that belongs to no pair', () => {
		expect(partsOf(q).filter((p) => !p.right)).toMatchObject([{ id: 'a4', cite: ['X-11'] }]);
	});
});

describe('an ordering question', () => {
	const q = example('ordering');

	it('gives a point for every item in its own place', () => {
		expect(scoreQuestion(q, ['i1', 'i3', 'i2'])).toMatchObject({ earned: 1, parts: { i1: true, i2: false } });
		expect(scoreQuestion(q, ['i2', 'i3', 'i1'])).toMatchObject({ earned: 0, total: 3 });
	});

	it('is incomplete until an order is confirmed, and when an item is missing', () => {
		expect(scoreQuestion(q, undefined)).toEqual({ status: 'incomplete', reason: 'nothing-chosen' });
		expect(scoreQuestion(q, ['i1', 'i2', 'i2'])).toEqual({ status: 'incomplete', reason: 'some-unplaced' });
	});

	it('never starts in the right order', () => {
		fc.assert(
			fc.property(fc.string(), (s) => {
				expect(arrange(q, s).items).not.toEqual(['i1', 'i2', 'i3']);
			}),
			{ seed, numRuns: 500 }
		);
	});
});

describe('a placement question', () => {
	const q = example('placement');
	const onMap = example('placement', {
		columns: ['left', 'right'],
		cards: [
			{
				id: 'c1',
				text: '甲',
				column: 'left',
				...because(1),
				elsewhere: { right: '右にありそうですが、左に置きます。' }
			},
			{ id: 'c2', text: '乙', column: ['left', 'right'], ...because(2), elsewhere: {} },
			{
				id: 'c3',
				text: '丙',
				column: 'right',
				...because(3),
				elsewhere: { left: '左にありそうですが、右に置きます。' }
			}
		]
	});

	it('takes any of the columns of a card that has several', () => {
		for (const c3 of ['shelf', 'floor'])
			expect(isCorrect(scoreQuestion(q, { c1: 'shelf', c2: 'floor', c3 }))).toBe(true);
		expect(scoreQuestion(q, { c1: 'floor', c2: 'floor', c3: 'shelf' })).toMatchObject({
			earned: 2,
			total: 3
		});
	});

	it('is incomplete while a card is not placed, or lies in a column that is gone', () => {
		for (const response of [{}, { c1: 'shelf' }, { c1: 'shelf', c2: 'floor', c3: 'gone' }])
			expect(scoreQuestion(q, response)).toEqual({ status: 'incomplete', reason: 'some-unplaced' });
	});

	it('explains every wrong column of every card, with the passage of the card', () => {
		expect(partsOf(q).filter((p) => !p.right)).toMatchObject([
			{ id: 'c1>floor', cite: ['X-13'] },
			{ id: 'c2>shelf', cite: ['X-14'] }
		]);
	});

	it('does not explain a right column as a wrong one, even if a reason is written for it', () => {
		const [card] = onMap.type === 'placement' ? onMap.cards : [];
		const cards = ['c1', 'c2', 'c3'].map((id, n) => ({
			...card,
			id,
			...because(n),
			elsewhere: {
				left: '左に置くのが、そのまま正しい置き方です。',
				right: `右にありそうですが、${n}番は左に置きます。`
			}
		}));
		const q = example('placement', { columns: ['left', 'right'], cards });
		expect(partsOf(q).map((p) => p.id)).toEqual(['c1', 'c1>right', 'c2', 'c2>right', 'c3', 'c3>right']);
	});

	it('refuses a card without a reason for a wrong column', () => {
		expect(() => example('placement', { columns: ['shelf', 'floor', 'constructor'] })).toThrow(/elsewhere/);
	});

	it('never shuffles the columns', () => {
		fc.assert(
			fc.property(fc.string(), (s) => {
				expect(arrange(onMap, s).targets).toEqual(['left', 'right']);
			}),
			{ seed, numRuns: 50 }
		);
	});

	it('names columns of the map by the names it is given', () => {
		const names = (id: string) => ({ left: '左', right: '右' })[id] ?? id;
		expect(describeResponse(onMap, { c1: 'left', c2: 'right' }, names)).toBe('甲：左／乙：右／丙：（なし）');
		expect(describeResponse(q, { c1: 'shelf', c2: 'floor', c3: 'floor' })).toContain('軽い紙の束：棚／');
	});

	it('claims the map columns of its cards, and nothing about columns of its own', () => {
		expect(keysOf(onMap)).toEqual([
			{ text: '甲', domains: ['left'] },
			{ text: '乙', domains: ['left', 'right'] },
			{ text: '丙', domains: ['right'] }
		]);
		expect(keysOf(q)).toEqual([]);
	});
});

it('finds under an id only what was put there, not what every object inherits', () => {
	expect(own<unknown>({}, 'constructor')).toBeUndefined();
	expect(own({ constructor: 'here' }, 'constructor')).toBe('here');
});

describe('the claims that a text belongs to columns', () => {
	const option = (id: string, right: boolean, n: number) => ({
		id,
		text: id,
		right,
		domain: id,
		...because(n)
	});

	it('come from the right option of a single choice, with scene and stem', () => {
		const options = [option('left', true, 1), option('right', false, 2)];
		expect(keysOf(example('single', { scene: '場面。', options }))).toMatchObject([{ domains: ['left'] }]);
		expect(keysOf(example('single', { scene: '場面。', options }))[0]?.text).toMatch(/^場面。青い箱/);
		expect(keysOf(example('single'))).toEqual([]);
	});

	it('come from all right options of a multiple choice at once', () => {
		const options = [option('left', true, 1), option('middle', true, 2), option('right', false, 3)];
		expect(keysOf(example('multiple', { options }))).toMatchObject([{ domains: ['left', 'middle'] }]);
	});

	it('come from every pair whose answer names a column', () => {
		const answers = ['a1', 'a2', 'a3'].map((id) => ({
			id,
			text: id,
			...(id === 'a2' ? {} : { domain: `d_${id}` })
		}));
		expect(keysOf(example('matching', { answers }))).toEqual([
			{ text: '鐘が1回鳴る', domains: ['d_a1'] },
			{ text: '鐘が3回鳴る', domains: ['d_a3'] }
		]);
	});
});
