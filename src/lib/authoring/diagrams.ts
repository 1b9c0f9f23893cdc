/**
 * npm run course -- diagrams: draws the machines into docs/machines.md (Mermaid), from the machines themselves. A test holds the file
 * to what this draws.
 */
import type { Course, DomainRule, Earlier } from '#course/schema.ts';
import { boardMachine } from '#scenario/board.ts';
import { caseworkMachine, type CaseworkMachine } from '#scenario/casework.ts';
import { mermaid, type Label } from '#scenario/mermaid.ts';
import { ruleMachine, type Turn } from '#scenario/rule.ts';
import { runMachine } from '#scenario/run.ts';

export const DIAGRAMS = 'docs/machines.md';

const paramsOf = <T>({ guard }: Parameters<Label>[0]): T | undefined =>
	typeof guard === 'object' && 'params' in guard ? (guard.params as T) : undefined;

function ruleDiagram(rule: DomainRule, course: Course): string {
	const names = new Map([
		...rule.steps.map(
			({ id, switch: asked }) =>
				[`ask_${id}`, rule.switches.find((one) => one.id === asked)?.ask ?? asked] as const
		),
		...course.map.domains.map(({ id, name }) => [`at_${id}`, name] as const),
		['undecided', rule.undecided.name] as const
	]);
	return mermaid(
		ruleMachine(rule),
		(transition) => {
			const params = paramsOf<Turn>(transition);
			return rule.switches
				.find(({ id }) => id === params?.switch)
				?.options.find(({ id }) => id === params?.option)?.label;
		},
		names
	);
}

function workDiagram(work: Course['units'][number]['casework'][number]): string {
	const names = new Map([
		...work.steps.map(({ id, title }) => [`step_${id}`, title] as const),
		...work.ends.map(({ id, title }) => [`end_${id}`, title] as const)
	]);
	const machine: CaseworkMachine = caseworkMachine(work);
	return mermaid(
		machine,
		(transition) => {
			const params = paramsOf<{ option: string; earlier?: Earlier }>(transition);
			const { eventType } = transition;
			if (eventType !== 'CHOOSE' || !params) return undefined;
			const earlier = Object.keys(params.earlier ?? {}).map((step) => names.get(`step_${step}`) ?? step);
			return earlier.length === 0 ? params.option : `${params.option}（「${earlier.join('」「')}」による）`;
		},
		names
	);
}

/** The whole file. */
export function diagrams(courses: readonly Course[]): string {
	const parts = [
		'# The machines',
		'Drawn from the machines by `npm run course -- diagrams`; not to be edited. RESET, RESTART and BACK are left out where every state takes them.',
		'## A board',
		mermaid(boardMachine),
		'## A run of questions',
		mermaid(runMachine)
	];
	for (const course of courses) {
		const { rule } = course;
		if (rule) parts.push(`## ${course.title}: ${rule.title}`, ruleDiagram(rule, course));
		for (const work of course.units.flatMap((unit) => unit.casework))
			parts.push(`## ${course.title}: ${work.title} (\`${work.id}\`)`, workDiagram(work));
	}
	return `${parts.join('\n\n')}\n`;
}
