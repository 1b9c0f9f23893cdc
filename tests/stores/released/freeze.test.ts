/**
 * Records of released revisions are frozen: FREEZE=A npx vitest run tests/stores/released/freeze.test.ts writes those of the revision
 * that is released now (A: the version of the format in which the product packs), and nothing writes them again.
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { VERSIONS } from '#tracking/state.ts';
import { wholeCourse } from '../../domain/tracking/courses.ts';
import { freezeRecords, SUMS, sumsOf } from './freeze.ts';

const version = VERSIONS.find((one) => one === process.env['FREEZE']);

it.runIf(version)('freezes the records of the revision that is released now', async () => {
	if (version) await freezeRecords(wholeCourse('courses/kami-kyodo'), version);
});

it('what a released revision left behind is never edited', () => {
	expect(sumsOf()).not.toBe('');
	expect(readFileSync(SUMS, 'utf8')).toBe(sumsOf());
});
