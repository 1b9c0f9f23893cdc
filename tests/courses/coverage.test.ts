/** Every statement of the digest is taught, and every one is asked except six that cannot be asked fairly. */
import { expect, test } from 'vitest';
import { TEXT_BLOCKS } from '#course/schema.ts';
import { shipped } from './shipped.ts';

const ALL = Array.from({ length: 99 }, (_, index) => `D-${String(index + 1).padStart(2, '0')}`);
/** What is only seen, left open, or printed by mistake in the source. */
const NEVER_ASKED = ['D-16', 'D-45', 'D-46', 'D-57', 'D-60', 'D-95'];

test('the passages are D-01 to D-99, in order', () => {
	expect(shipped().passages.map((passage) => passage.id)).toEqual(ALL);
});

test('every statement is taught in a written block of a lesson', () => {
	const taught = new Set(
		shipped().units.flatMap((unit) =>
			unit.pages.flatMap((page) =>
				page.blocks.flatMap((block) => ('cite' in block && TEXT_BLOCKS.some((kind) => kind === block.kind) ? block.cite : []))
			)
		)
	);
	expect(ALL.filter((id) => !taught.has(id))).toEqual([]);
});

test('every statement is asked, except exactly the six that may not be', () => {
	const asked = new Set(shipped().units.flatMap((unit) => unit.questions.flatMap((q) => q.asks)));
	expect(ALL.filter((id) => !asked.has(id))).toEqual(NEVER_ASKED);
});

test('the six are shown by a notice', () => {
	const blocks = shipped().units.flatMap((unit) => unit.pages.flatMap((page) => page.blocks));
	const noticed = new Set(blocks.flatMap((block) => (block.kind === 'notice' ? block.cite : [])));
	expect(NEVER_ASKED.filter((id) => !noticed.has(id))).toEqual([]);
});
