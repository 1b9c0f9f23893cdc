import { describe, expect, it } from 'vitest';
import { calibration, surenessIn } from '#record/calibration.ts';
import type { Confidence } from '#record/events.ts';
import type { RunStep } from '#record/record.ts';

const said = (item: string, correct: boolean, confidence?: Confidence): RunStep => ({
	type: 'ANSWERED',
	item,
	correct,
	response: null,
	...(confidence ? { confidence } : {})
});

describe('the sureness in a run', () => {
	it('is the one of the last answer to each item', () => {
		const moves: RunStep[] = [said('a', false, 'sure'), { type: 'NEXT' }, said('b', true, 'rather')];
		expect([...surenessIn([...moves, said('a', true, 'unsure')], ['a', 'b'])]).toEqual([
			['a', 'unsure'],
			['b', 'rather']
		]);
	});

	it('is not known of an answer without a word on it, nor of an item not asked in this round', () => {
		const moves = [said('a', true, 'sure'), said('b', false, 'sure'), said('b', false)];
		expect([...surenessIn(moves, ['b'])]).toEqual([]);
	});
});

describe('the match of sureness and truth', () => {
	it('counts how many of the answers of each sureness were right, the surest first', () => {
		const how = new Map<string, Confidence>([
			['a', 'unsure'],
			['b', 'sure'],
			['c', 'sure'],
			['d', 'unsure']
		]);
		expect(calibration(how, (item) => ['a', 'b', 'd'].includes(item))).toEqual([
			{ confidence: 'sure', right: 1, of: 2 },
			{ confidence: 'unsure', right: 2, of: 2 }
		]);
	});

	it('says nothing where nothing was said', () => {
		expect(calibration(new Map(), () => true)).toEqual([]);
	});
});
