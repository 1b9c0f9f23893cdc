/** What answer codes mean for cases, cases in steps and the statements before and after the course. */
import type { Case, Casework, PretestItem } from '#course/schema.ts';
import {
	answersOf,
	cellOf,
	FULL,
	POINTS,
	statementId,
	UNDECIDED,
	type Time,
	VERDICTS
} from '#scenario/judge.ts';
import { code, columnName, type Groups, type Item } from './codebook-rows.ts';
import type { CourseParts } from './kit.ts';

/** What an answer is worth: full points are right. */
const worth = (band: keyof typeof POINTS): string =>
	POINTS[band] === FULL ? '正' : `${FULL}点中${POINTS[band]}点`;

export function caseItem(it: Case, { index, reference }: CourseParts): Item {
	const { map } = index;
	const answers = answersOf(
		it,
		map.domains.map(({ id }) => id)
	);
	const textOf = (id: string) => {
		if (it.type === 'conduct') return it.options.find((option) => option.id === id)?.text;
		return id === UNDECIDED ? reference.rule?.undecided.name : columnName(map, id);
	};
	const options = answers.map((id) => {
		const cell = cellOf(it, id);
		return {
			part: it.type === 'conduct' ? '選択肢' : '列',
			text: textOf(id) ?? id,
			right: cell ? worth(cell.band) : ''
		};
	});
	return {
		id: it.id,
		use: '事例',
		kind: '単一選択',
		stem: [it.title, it.scene, it.question].join(' '),
		groups: [options]
	};
}

export function workItem({ id, title, scene, steps }: Casework): Item {
	const options = steps.map((step, at) =>
		step.options.map(({ text, band }) => ({ part: `段${code(at)}の選択肢`, text, right: worth(band) }))
	);
	const list = steps.map((step) => ({ part: '段', text: `${step.title} ${step.ask}`, right: '' }));
	return {
		id,
		use: '段階のある事例',
		kind: '組み合わせ',
		stem: `${title} ${scene}`,
		groups: [list, ...options]
	};
}

const USES: Record<Time, string> = { before: '学ぶ前', after: '学んだ後' };
const SAID: Record<(typeof VERDICTS)[number], string> = { yes: 'そう思う', no: 'そう思わない' };

export function statementItem(it: PretestItem, time: Time): Item {
	const options: Groups[number] = VERDICTS.map((verdict) => ({
		part: '選択肢',
		text: SAID[verdict],
		right: (verdict === 'yes') === it.right ? '正' : ''
	}));
	return {
		id: statementId(it.id, time),
		use: USES[time],
		kind: '単一選択',
		stem: it[time],
		groups: [options]
	};
}
