/** Rules on the rule of the columns: it asks in turn, comes to an end on every way, and always says why. */
import type { Branch, DomainRule } from '#course/schema.ts';
import { branchesOf, placeOf } from '#scenario/rule.ts';
import { combinations } from '#scenario/enumerate.ts';
import { caseworkOf, domainCasesOf } from './case-parts.ts';
import type { Rule } from './rule.ts';
import { isSound, optionFaults, ringOf } from './sound.ts';

/** Cases about columns, and steps about forms, need the rule. */
export const ruleMissing: Rule = {
	name: 'rule-missing',
	whole: true,
	*find({ course, locate }) {
		const first =
			domainCasesOf(course)[0] ??
			caseworkOf(course).find(({ steps }) => steps.some(({ kind }) => kind === 'form'));
		if (course.rule || !first) return;
		const message = '列や形態を問う事例には cases/rule.yaml が要ります。作ってください。';
		yield { place: locate(first.id), message };
	}
};

/** A step leads on from every option of its switch, and from no other. */
export const ruleOptions: Rule = {
	name: 'rule-options',
	*find({ course: { rule }, locate }) {
		for (const { step, absent, spare } of rule ? optionFaults(rule) : []) {
			const place = locate(`rule:${step.id}`, 'to');
			if (absent.length > 0)
				yield { place, message: `to に ${absent.join('、')} の行き先がありません。書き足してください。` };
			if (spare.length > 0)
				yield {
					place,
					message: `${spare.join('、')} は「${step.switch}」の選択肢にありません。消すか、直してください。`
				};
		}
	}
};

/** No way comes back to a switch it has asked about. */
export const ruleRing: Rule = {
	name: 'rule-ring',
	*find({ course: { rule }, locate }) {
		const ring = rule && ringOf(rule);
		if (!ring) return;
		const message = `同じ条件を2回問う道があります（${ring.join(' → ')}）。go を直してください。`;
		yield { place: locate(`rule:${ring.at(-1) ?? ''}`), message };
	}
};

/** A switch is asked about somewhere, or says why it never moves a card; not both. */
export const switchIdle: Rule = {
	name: 'switch-idle',
	*find({ course: { rule }, locate }) {
		for (const { id, unmoved } of rule?.switches ?? []) {
			const isAsked = rule?.steps.some((step) => step.switch === id) ?? false;
			if (isAsked === (unmoved === undefined)) continue;
			const message = isAsked
				? `「${id}」は段で問われるので、unmoved は書けません。消してください。`
				: `「${id}」を問う段がありません。段を足すか、動かない理由を unmoved に書いてください。`;
			yield { place: locate(`rule:${id}`), message };
		}
	}
};

/** Where a way ends, it says of every switch it has not asked why that makes no difference; and of no other. */
export const ruleSilent: Rule = {
	name: 'rule-silent',
	*find({ course: { rule }, locate }) {
		if (!rule || ringOf(rule)) return;
		const moving = [...new Set(rule.steps.map((step) => step.switch))];
		for (const { step, option, branch, asked } of endsOf(rule)) {
			const wanted = branch.go === undefined ? moving.filter((id) => !asked.includes(id)) : [];
			const given = Object.keys(branch.ignores);
			const absent = wanted.filter((id) => !given.includes(id));
			const spare = given.filter((id) => !wanted.includes(id) && moving.includes(id));
			const place = locate(`rule:${step}`, 'to', option);
			if (absent.length > 0)
				yield {
					place,
					message: `${absent.join('、')} を変えても動かない理由がありません。ignores に書き足してください。`
				};
			if (spare.length > 0)
				yield {
					place,
					message: `ignores の ${spare.join('、')} は、ここまでに問われています。消してください。`
				};
		}
	}
};

/** Every branch that can be come to, once for each way, with the switches asked on that way. */
function* endsOf(
	rule: DomainRule
): Iterable<{ step: string; option: string; branch: Branch; asked: string[] }> {
	const open = [{ id: rule.first, asked: [] as string[] }];
	for (let next = open.pop(); next; next = open.pop()) {
		const { id, asked } = next;
		const step = rule.steps.find((candidate) => candidate.id === id);
		if (!step) continue;
		const here = [...asked, step.switch];
		for (const [option, branch] of Object.entries(step.to)) {
			yield { step: step.id, option, branch, asked: here };
			if (branch.go !== undefined) open.push({ id: branch.go, asked: here });
		}
	}
}

/** Every combination leads somewhere; every step and every column is come to. */
export const ruleUnreached: Rule = {
	name: 'rule-unreached',
	whole: true,
	*find(subject) {
		const { rule, map } = subject.course;
		if (!rule || !isSound(rule)) return;
		const values = Object.fromEntries(rule.switches.map(({ id, options }) => [id, options[0]?.id ?? '']));
		const moving = rule.switches.filter(({ unmoved }) => !unmoved).map(({ id }) => id);
		const all = combinations(rule, values, moving);
		const steps = new Set(all.flatMap(({ snapshot }) => branchesOf(rule, snapshot).map(({ step }) => step)));
		const places = new Set(
			all.map(({ snapshot }) => {
				const place = placeOf(snapshot);
				return typeof place === 'object' ? place.domain : '';
			})
		);
		for (const { id } of rule.steps)
			if (!steps.has(id))
				yield {
					place: subject.locate(`rule:${id}`),
					message: `段「${id}」に来る道がありません。どこかの go に書くか、消してください。`
				};
		for (const { id, name } of map.domains)
			if (!places.has(id))
				yield {
					place: subject.locate(`rule:${rule.first}`),
					message: `列「${name}」に着く条件の組がありません。どこかの段の domain に書いてください。`
				};
	}
};
