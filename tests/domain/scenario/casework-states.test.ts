/** Cases in steps, on every way through; tests/courses walks those of the shipped course. */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '#authoring/check.ts';
import { caseworkMachine, fits, standOf, walked } from '#scenario/casework.ts';
import { ways } from '#scenario/enumerate.ts';
import { can, next, start } from '#scenario/replay.ts';
import { readCourse } from '../../../src/cli/read-course.ts';
import { MINI } from '../course/courses.ts';
import { checkCasework } from './walk-casework.ts';

const { draft } = checkFiles(readCourse(MINI));
const work = draft?.units.flatMap((unit) => unit.casework)[0];
if (!work) throw new Error('the fixture has no case in steps');

describe('a case in steps', () => {
	it('is sound on every way', () => checkCasework(work));

	it('has the ways one can count by hand', () => {
		const { whole } = ways(work);
		const before = 1 + 2;
		const forms = 3;
		// From 「町が集める」 those who sorted first come to the forms as well, the two others to the other ending.
		expect(whole).toHaveLength(before * forms + forms + 2);
		expect(whole.filter(({ end }) => end === 'oso').map(({ path }) => path[0]?.option)).toEqual([
			'tsumeru',
			'tsumeru'
		]);
	});

	it('takes no choice of another step, and none at an ending', () => {
		const machine = caseworkMachine(work);
		const first = start(machine, undefined);
		expect(can(first, { type: 'CHOOSE', option: 'mochikomi' })).toBe(false);
		expect(next(machine, first, { type: 'CHOOSE', option: 'nothing' }).context).toEqual(first.context);
		const { whole } = ways(work);
		for (const { path } of whole) {
			const end = path.reduce(
				(state, { option }) => next(machine, state, { type: 'CHOOSE', option }),
				start(machine, undefined)
			);
			for (const { option } of path) expect(can(end, { type: 'CHOOSE', option })).toBe(false);
			expect(standOf(work, end).end).toBeDefined();
		}
	});

	it('begins anew when asked', () => {
		const machine = caseworkMachine(work);
		for (const state of ways(work).states) {
			const again = next(machine, state, { type: 'RESTART' });
			expect(again.context.path).toEqual([]);
			expect(standOf(work, again).step?.id).toBe(work.first);
		}
	});

	it('knows which earlier choices are asked for', () => {
		const path = [{ step: 'a', option: 'x' }];
		expect(fits(undefined, path)).toBe(true);
		expect(fits({ a: 'x' }, path)).toBe(true);
		expect(fits({ a: ['y', 'x'] }, path)).toBe(true);
		expect(fits({ a: 'y' }, path)).toBe(false);
		expect(fits({ b: 'x' }, path)).toBe(false);
		expect(fits({ a: 'x', b: 'x' }, path)).toBe(false);
	});

	it('leaves out of a walk what no longer exists', () => {
		expect(
			walked(work, [
				{ step: 'mae', option: 'gone' },
				{ step: 'gone', option: 'x' }
			])
		).toEqual([]);
	});
});
