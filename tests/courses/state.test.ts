/** What an LMS has to hold of the shipped course. */
import { expect, test } from 'vitest';
import { stateLength } from '#authoring/check/state.ts';
import { shipped } from './shipped.ts';

test('the longest state of the shipped course, with its cases, statements, thoughts and memory, leaves an eighth of the 3,000 characters to what is to come', () => {
	const length = stateLength(shipped());
	console.info(`The longest state of the shipped course: ${length} characters`);
	expect(length).toBeLessThan(2_620);
});
