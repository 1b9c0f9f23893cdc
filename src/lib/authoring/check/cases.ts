/** Rules on cases: every choice is judged and reasoned, the columns follow the rule, and what is turned moves something. */
import type { Case, DomainCase, DomainRule } from '#course/schema.ts';
import { branchesOf, placeOf, ruleMachine, switchOf } from '#scenario/rule.ts';
import { combinations } from '#scenario/enumerate.ts';
import { start } from '#scenario/replay.ts';
import { casesOf, caseworkOf, domainCasesOf } from './case-parts.ts';
import type { Rule, Subject } from './rule.ts';
import { isSound, wrongNames } from './sound.ts';

/** Every column has a cell. */
export const cellMissing: Rule = {
	name: 'cell-missing',
	*find({ course, locate }) {
		for (const { id, cells } of domainCasesOf(course)) {
			const absent = course.map.domains.filter((domain) => !Object.hasOwn(cells, domain.id));
			if (absent.length === 0) continue;
			const names = absent.map((domain) => `${domain.id}（${domain.name}）`).join('、');
			const message = `cells に ${names} がありません。band と reason を書き足してください。`;
			yield { place: locate(id, 'cells'), message };
		}
	}
};

/** Something is best; with nothing best there is nothing to learn. In a case about columns it is exactly one. */
export const bestMissing: Rule = {
	name: 'best-missing',
	*find({ course, locate }) {
		for (const item of casesOf(course)) {
			const count = bandsOf(item).filter((band) => band === 'best').length;
			if (item.type === 'conduct' ? count > 0 : count === 1) continue;
			const place = locate(item.id, item.type === 'conduct' ? 'options' : 'cells');
			const message =
				item.type === 'conduct'
					? 'band: best の選択肢がありません。1つ以上にしてください。'
					: `band: best の列が${count}つあります。1つにし、ほかは defensible にしてください。`;
			yield { place, message };
		}
	}
};

const bandsOf = (item: Case) =>
	item.type === 'conduct'
		? item.options.map(({ band }) => band)
		: [...Object.values(item.cells), ...(item.undecided ? [item.undecided] : [])].map(({ band }) => band);

/** The scene sets every switch the rule asks about, and every one that may be turned. */
export const setMissing: Rule = {
	name: 'set-missing',
	*find(subject) {
		for (const { item, rule } of ruled(subject)) {
			const asked = rule.steps.map((step) => step.switch);
			const turned = item.turn.filter((id) => switchOf(rule, id));
			const absent = [...new Set([...asked, ...turned])].filter((id) => !Object.hasOwn(item.set, id));
			if (absent.length === 0) continue;
			const message = `set に ${absent.join('、')} がありません。場面での値を書き足してください。`;
			yield { place: subject.locate(item.id, 'set'), message };
		}
	}
};

/** Options named in a case, or in a condition of a case in steps, exist. */
export const unknownOption: Rule = {
	name: 'unknown-option',
	*find({ course, locate }) {
		const optionsOf = (name: string) => course.rule?.switches.find(({ id }) => id === name)?.options;
		for (const { id, set, words } of domainCasesOf(course)) {
			const named = [
				...Object.entries(set).map(([name, option]) => ({ name, option, path: ['set', name] })),
				...Object.entries(words).flatMap(([name, { options }]) =>
					Object.keys(options).map((option) => ({ name, option, path: ['words', name, 'options', option] }))
				)
			];
			for (const { name, option, path } of named) {
				const known = optionsOf(name);
				if (!known || known.some((candidate) => candidate.id === option)) continue;
				const choices = known.map((candidate) => candidate.id).join('、');
				const message = `条件「${name}」に選択肢「${option}」はありません。${choices} のどれかにしてください。`;
				yield { place: locate(id, ...path), message };
			}
		}
		for (const work of caseworkOf(course)) {
			for (const { path, kind, name } of wrongNames(work)) {
				if (kind !== 'option') continue;
				const message = `その段に選択肢「${name}」はありません。綴りを直すか、足してください。`;
				yield { place: locate(work.id, ...path), message };
			}
		}
	}
};

/** The column that the rule gives for the scene is the best one: the case and the rule say the same. */
export const caseDiffers: Rule = {
	name: 'case-differs',
	*find(subject) {
		for (const { item, rule } of runnable(subject)) {
			const place = placeOf(start(ruleMachine(rule), { values: item.set }));
			const cell = typeof place === 'object' ? item.cells[place.domain] : item.undecided;
			if (cell?.band === 'best' || !bandsOf(item).includes('best')) continue;
			const where =
				typeof place === 'object' ? `列 ${place.domain}` : `「${rule.undecided.name}」（undecided）`;
			const message = `set の条件では ${where} になりますが、best ではありません。set か band を直してください。`;
			yield { place: subject.locate(item.id, 'set'), message };
		}
	}
};

/** Turning the switches of a case moves its card at least once. */
export const turnStill: Rule = {
	name: 'turn-still',
	*find(subject) {
		for (const { item, rule } of runnable(subject)) {
			const places = combinations(rule, item.set, item.turn).map(({ snapshot }) => placeOf(snapshot));
			if (new Set(places.map((place) => JSON.stringify(place))).size > 1) continue;
			const message = 'turn の条件をどう変えても、カードが動きません。動く条件を1つは入れてください。';
			yield { place: subject.locate(item.id, 'turn'), message };
		}
	}
};

/** A worked or half worked case says how the scene tells each answer. */
export const readsMissing: Rule = {
	name: 'reads-missing',
	*find(subject) {
		for (const { item, rule } of runnable(subject)) {
			if (item.teach === 'own') continue;
			const trail = branchesOf(rule, start(ruleMachine(rule), { values: item.set }));
			const absent = trail.map((answered) => answered.switch).filter((id) => !Object.hasOwn(item.reads, id));
			if (absent.length === 0) continue;
			const message = `reads に ${absent.join('、')} がありません。場面のどこから分かるかを書き足してください。`;
			yield { place: subject.locate(item.id, 'reads'), message };
		}
	}
};

/** Every column has a case that is reasoned in full. */
export const workedMissing: Rule = {
	name: 'worked-missing',
	whole: true,
	*find({ course, locate }) {
		const cases = domainCasesOf(course);
		const first = cases[0];
		if (!first) return;
		const worked = cases.filter(({ teach }) => teach === 'worked');
		for (const { id, name } of course.map.domains) {
			if (worked.some(({ cells }) => cells[id]?.band === 'best')) continue;
			const message = `列「${name}」が best で teach: worked の事例がありません。1つ作ってください。`;
			yield { place: locate(first.id), message };
		}
	}
};

/** In half of the cases at least, another column can be argued for: otherwise a key would do. */
export const neighbourRare: Rule = {
	name: 'neighbour-rare',
	whole: true,
	*find({ course, locate }) {
		const cases = domainCasesOf(course);
		const argued = cases.filter(({ cells }) =>
			Object.values(cells).some(({ band }) => band === 'defensible')
		);
		const first = cases.find((item) => !argued.includes(item));
		if (!first || argued.length * 2 >= cases.length) return;
		const message = `領域の事例${cases.length}件のうち、defensible の列があるのは${argued.length}件です。半分以上にしてください。`;
		yield { place: locate(first.id, 'cells'), message };
	}
};

/** Cases about columns, with the rule. */
function ruled({ course }: Subject): { item: DomainCase; rule: DomainRule }[] {
	const { rule } = course;
	return rule ? domainCasesOf(course).map((item) => ({ item, rule })) : [];
}

/** Those of them whose scene is told in full, so that they can be run. */
function runnable(subject: Subject): { item: DomainCase; rule: DomainRule }[] {
	const faulty = new Set(
		[...setMissing.find(subject), ...unknownOption.find(subject)].map(({ place }) => JSON.stringify(place))
	);
	if (faulty.size > 0 || (subject.course.rule && !isSound(subject.course.rule))) return [];
	return ruled(subject);
}
