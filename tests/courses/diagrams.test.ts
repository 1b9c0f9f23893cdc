/** The diagrams in docs/ are what the machines are. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { boardMachine } from '#scenario/board.ts';
import { mermaid } from '#scenario/mermaid.ts';
import { DIAGRAMS, diagrams } from '#authoring/diagrams.ts';
import { shipped } from './shipped.ts';

const course = shipped();

describe('the diagrams', () => {
	it('in docs/ are current: npm run course -- diagrams', () => {
		expect(readFileSync(DIAGRAMS, 'utf8')).toBe(diagrams([course]));
	});

	it('have an arrow for every option of every case in steps, and every column of the rule', () => {
		const text = diagrams([course]);
		for (const work of course.units.flatMap((unit) => unit.casework)) {
			const part = text.slice(text.indexOf(`(\`${work.id}\`)`)).split('\n## ')[0] ?? '';
			for (const step of work.steps)
				for (const option of step.options)
					expect(part, `${work.id} ${step.id}`).toMatch(
						new RegExp(`step_${step.id} --> .*[:,] ${option.id}(,|（|$)`, 'mu')
					);
			for (const end of work.ends) expect(part).toMatch(new RegExp(`--> end_${end.id}:`, 'u'));
		}
		for (const { id } of course.map.domains) expect(text).toMatch(new RegExp(`--> at_${id}: .+`, 'u'));
	});

	it('say which guard an event needs', () => {
		expect(mermaid(boardMachine)).toMatch(/ --> .*: CHECK \[\w+\]/u);
	});
});
