/** Rules on cases in steps: every way comes to an end, none is too long, and forms are asked only where the source lists them. */
import type { Course, WorkStep } from '#course/schema.ts';
import { pathText } from '#scenario/enumerate.ts';
import { caseworkOf, waysThrough as ways } from './case-parts.ts';
import type { Rule } from './rule.ts';
import { squeezed } from './rule.ts';
import { wrongNames } from './sound.ts';

/** Steps and endings that are named exist. */
export const unknownStep: Rule = {
	name: 'unknown-step',
	*find({ course, locate }) {
		for (const work of caseworkOf(course)) {
			for (const { path, kind, name } of wrongNames(work)) {
				if (kind !== 'step') continue;
				const message = `段にも結末にも「${name}」はありません。綴りを直すか、足してください。`;
				yield { place: locate(work.id, ...path), message };
			}
		}
	}
};

const enumerable = (course: Pick<Course, 'units' | 'rule' | 'pretest'>) =>
	caseworkOf(course).filter((work) => wrongNames(work).length === 0);

/** Every option leads on, whatever was chosen before. */
export const caseworkDead: Rule = {
	name: 'casework-dead',
	*find({ course, locate }) {
		for (const work of enumerable(course)) {
			const seen = new Set<string>();
			for (const path of ways(work).dead) {
				const last = path.at(-1);
				const at = work.steps.findIndex(({ id }) => id === last?.step);
				const index = work.steps[at]?.options.findIndex(({ id }) => id === last?.option) ?? 0;
				// One line for an option, with the first path that shows it.
				if (!last || seen.has(`${last.step}:${last.option}`)) continue;
				seen.add(`${last.step}:${last.option}`);
				const message = `行き止まりです（${pathText(path)}）。go に、この道に当てはまる行き先を書き足してください。`;
				yield { place: locate(work.id, 'steps', at, 'options', index, 'go'), message };
			}
		}
	}
};

/** The longest way is as long as the case says. */
export const caseworkLength: Rule = {
	name: 'casework-length',
	*find({ course, locate }) {
		for (const work of enumerable(course)) {
			const { whole, long, dead } = ways(work);
			const place = locate(work.id, 'longest');
			const [first] = long;
			if (first) {
				const message = `${work.longest}段で終わらない道があります（${pathText(first)}）。道を短くするか、longest を直してください。`;
				yield { place, message };
				continue;
			}
			const most = Math.max(0, ...whole.map(({ path }) => path.length));
			if (dead.length > 0 || most === work.longest) continue;
			yield { place, message: `いちばん長い道は${most}段です。longest を ${most} にしてください。` };
		}
	}
};

/** No way is shorter than three steps: less is a question, not a case. */
export const caseworkShort: Rule = {
	name: 'casework-short',
	*find({ course, locate }) {
		for (const work of enumerable(course)) {
			const { whole, dead } = ways(work);
			const short = whole.find(({ path }) => path.length < 3);
			if (!short || dead.length > 0) continue;
			const message = `3段より短い道があります（${pathText(short.path)}）。段を足してください。`;
			yield { place: locate(work.id), message };
		}
	}
};

/** Every step and every ending is come to. */
export const caseworkUnreached: Rule = {
	name: 'casework-unreached',
	*find({ course, locate }) {
		for (const work of enumerable(course)) {
			const { unreached, long } = ways(work);
			if (long.length > 0) continue;
			for (const id of unreached) {
				const at = work.steps.findIndex((step) => step.id === id);
				const place =
					at >= 0
						? locate(work.id, 'steps', at)
						: locate(
								work.id,
								'ends',
								work.ends.findIndex((end) => end.id === id)
							);
				yield { place, message: `「${id}」に来る道がありません。どこかの go に書くか、消してください。` };
			}
		}
	}
};

/** In every step something can be chosen with a good conscience. */
export const stepHopeless: Rule = {
	name: 'step-hopeless',
	*find({ course, locate }) {
		for (const work of caseworkOf(course)) {
			for (const [at, step] of work.steps.entries()) {
				if (step.options.some(({ band }) => band === 'best')) continue;
				const message = `段「${step.id}」に band: best の選択肢がありません。1つ以上にしてください。`;
				yield { place: locate(work.id, 'steps', at, 'options'), message };
			}
		}
	}
};

/** A form step offers every form the source lists in its column, calls them best, and no other. */
export const formOptions: Rule = {
	name: 'form-options',
	*find({ course, locate }) {
		if (!course.rule) return;
		for (const work of caseworkOf(course)) {
			for (const [at, step] of work.steps.entries()) {
				if (step.kind !== 'form') continue;
				const place = locate(work.id, 'steps', at, 'options');
				const fault = formFault(course, step);
				if (fault) yield { place, message: fault };
			}
		}
	}
};

function formFault(course: Pick<Course, 'map' | 'rule'>, step: WorkStep): string | undefined {
	const row = course.map.rows.find(({ id }) => id === course.rule?.forms);
	if (!row) return '形態の段には、cases/rule.yaml の forms が要ります。形態の行の id を書いてください。';
	const forms = row.entries.filter(({ domain }) => !Object.hasOwn(row.instead, domain));
	const listed = forms.filter(({ domain }) => domain === step.domain);
	if (listed.length === 0) return `列 ${step.domain} には形態がありません。domain を直してください。`;
	const absent = listed.filter(({ id }) => !step.options.some(({ entry }) => entry === id));
	if (absent.length > 0)
		return `この列の形態 ${absent.map(({ id }) => id).join('、')} がありません。選択肢に足してください。`;
	for (const { id, entry, band } of step.options) {
		const form = forms.find((candidate) => candidate.id === entry);
		if (!form) return `選択肢「${id}」の entry は形態ではありません。形態の項目にしてください。`;
		const isListed = form.domain === step.domain;
		if (!isListed && listed.some(({ text }) => text === form.text))
			return `選択肢「${id}」の「${form.text}」は、この列にもあります。この列の項目にしてください。`;
		if (isListed !== (band === 'best'))
			return `選択肢「${id}」の「${form.text}」は、この列に${isListed ? 'あるので best に' : 'ないので best 以外に'}してください。`;
	}
	return undefined;
}

/** The source gives no form for the projects it lists: a form is asked for invented projects only. */
export const formListed: Rule = {
	name: 'form-listed',
	*find({ course, locate }) {
		const forms = course.rule?.forms;
		if (forms === undefined) return;
		const listed = course.map.rows
			.filter(({ id }) => id !== forms)
			.flatMap(({ entries }) => entries.map(({ text }) => text));
		for (const work of caseworkOf(course)) {
			const at = work.steps.findIndex(({ kind }) => kind === 'form');
			if (at < 0) continue;
			const told = squeezed([work.title, work.scene, ...work.steps.map(({ text }) => text)].join('|'));
			const named = listed.find((text) => told.includes(squeezed(text)));
			if (named === undefined) continue;
			const message = `表にある「${named}」の形態は、表から決められません。架空の事業にするか、形態の段をやめてください。`;
			yield { place: locate(work.id, 'steps', at), message };
		}
	}
};
