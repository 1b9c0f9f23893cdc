/** Whether the rule of the columns, or a case in steps, can be run at all: an enumeration of a faulty one would mislead. */
import type { Casework, DomainRule, RuleStep } from '#course/schema.ts';
import { waysOf } from '#scenario/casework.ts';

/** Steps that do not lead on from every option of their switch, or from others. A step of an unknown switch is told elsewhere. */
export function optionFaults(rule: DomainRule): { step: RuleStep; absent: string[]; spare: string[] }[] {
	return rule.steps.flatMap((step) => {
		const asked = rule.switches.find(({ id }) => id === step.switch);
		if (!asked) return [];
		const wanted = asked.options.map(({ id }) => id);
		const given = Object.keys(step.to);
		const absent = wanted.filter((id) => !given.includes(id));
		const spare = given.filter((id) => !wanted.includes(id));
		return absent.length + spare.length > 0 ? [{ step, absent, spare }] : [];
	});
}

/** The first way, step by step, that asks one switch twice. */
export function ringOf(rule: DomainRule): string[] | undefined {
	const visit = (id: string, way: string[], asked: string[]): string[] | undefined => {
		const step = rule.steps.find((candidate) => candidate.id === id);
		if (!step) return undefined;
		const here = [...way, id];
		if (asked.includes(step.switch)) return here;
		for (const { go } of Object.values(step.to)) {
			const found = go === undefined ? undefined : visit(go, here, [...asked, step.switch]);
			if (found) return found;
		}
		return undefined;
	};
	return visit(rule.first, [], []);
}

/** Whether every combination of the rule can be followed. */
export function isSound(rule: DomainRule): boolean {
	const steps = new Set(rule.steps.map(({ id }) => id));
	const goes = rule.steps.flatMap(({ to }) => Object.values(to).flatMap(({ go }) => go ?? []));
	return (
		optionFaults(rule).length === 0 && !ringOf(rule) && [rule.first, ...goes].every((id) => steps.has(id))
	);
}

export type WrongName = { path: (string | number)[]; kind: 'step' | 'option'; name: string };

/** Names of steps, endings and options in a case in steps that lead nowhere, each with its path in the file. */
export function wrongNames(work: Casework): WrongName[] {
	const steps = new Map(work.steps.map(({ id, options }) => [id, options.map((option) => option.id)]));
	const places = new Set([...steps.keys(), ...work.ends.map(({ id }) => id)]);
	const out: WrongName[] = steps.has(work.first) ? [] : [{ path: ['first'], kind: 'step', name: work.first }];
	const earlier = (wanted: Record<string, string | string[]> | undefined, path: (string | number)[]) => {
		for (const [step, options] of Object.entries(wanted ?? {})) {
			const known = steps.get(step);
			const at = [...path, 'if', step];
			if (!known) out.push({ path: at, kind: 'step', name: step });
			for (const name of known ? [options].flat() : [])
				if (!known?.includes(name)) out.push({ path: at, kind: 'option', name });
		}
	};
	work.steps.forEach((step, at) => {
		step.recalls.forEach((recall, index) => earlier(recall.if, ['steps', at, 'recalls', index]));
		step.options.forEach((option, index) => {
			const path = ['steps', at, 'options', index, 'go'];
			waysOf(option).forEach((way, nth) => {
				const here = typeof option.go === 'string' ? path : [...path, nth];
				if (!places.has(way.go)) out.push({ path: here, kind: 'step', name: way.go });
				earlier(way.if, here);
			});
		});
	});
	return out;
}
