/** Who is who in a course: every id with its place, and every use of one. */
import { problem, type Locate, type Place, type Problem } from '../problem.ts';
import type { Path, YamlFile } from './yaml.ts';

/** The files a course is read from. */
export type Where =
	| 'course'
	| 'map'
	| 'passages'
	| 'glossary'
	| 'questions'
	| 'boards'
	| 'rule'
	| 'cases'
	| 'casework'
	| 'pretest'
	| 'revisions';

export type Kind =
	| 'course'
	| 'unit'
	| 'page'
	| 'block'
	| 'question'
	| 'board'
	| 'term'
	| 'passage'
	| 'map'
	| 'domain'
	| 'entry'
	| 'row'
	| 'switch'
	| 'step'
	| 'case'
	| 'casework'
	| 'pretest'
	| 'change';

/** What each file gives names to. */
export const NAMED_IN: Record<Where, Kind[]> = {
	/** Without it no lesson and no question is looked for, so they are not known either. */
	course: ['unit', 'page', 'question'],
	map: ['map', 'domain', 'entry', 'row'],
	passages: ['passage'],
	glossary: ['term'],
	questions: ['question'],
	boards: ['board'],
	rule: ['switch', 'step'],
	cases: ['case'],
	casework: ['casework'],
	pretest: ['pretest'],
	revisions: ['change']
};

const NAMES: Record<Kind, string> = {
	course: '課程',
	unit: '章',
	page: 'ページ',
	block: 'ブロック',
	question: '問題',
	board: '仕分け',
	term: '用語',
	passage: '出典番号',
	map: '表の id',
	domain: '列',
	entry: '表の項目',
	row: '表の行',
	switch: '条件',
	step: '段',
	case: '事例',
	casework: '続きものの事例',
	pretest: '学ぶ前の問い',
	change: '改定'
};

/** Kinds of which an id is looked for among several: a domain and an entry are also ids of the map. */
type Known = { kind: Kind; place: Place; yaml?: YamlFile; path: Path };

export class Register {
	readonly problems: Problem[];
	private readonly missing = new Set<Kind>();
	/** Passage ids, the map's ids and the rule's ids are spaces of their own; all other ids share one. */
	private readonly spaces = {
		course: new Map<string, Known>(),
		map: new Map<string, Known>(),
		rule: new Map<string, Known>(),
		passage: new Map<string, Known>()
	};

	constructor(problems: Problem[]) {
		this.problems = problems;
	}

	/** Notes an id read from a YAML record; `duplicate-id` when it is taken. */
	addRecord(kind: Kind, id: unknown, yaml: YamlFile, path: Path): void {
		if (typeof id === 'string') this.add({ kind, place: yaml.at([...path, 'id']), yaml, path }, id);
	}

	/** Notes an id read from a lesson. */
	addPlace(kind: 'page' | 'block', id: string, place: Place): void {
		this.add({ kind, place, path: [] }, id);
	}

	/** Says that a file could not be read: whatever it would have named counts as known, so that one fault is told once. */
	unread(...kinds: Kind[]): void {
		for (const kind of kinds) this.missing.add(kind);
	}

	has(kind: Kind, id: string): boolean {
		const known = this.space(kind).get(id);
		return known?.kind === kind || (kind === 'map' && known !== undefined);
	}

	/** `unknown-…` unless there is such a thing. */
	need(kind: Kind, id: string, place: Place): boolean {
		if (this.missing.has(kind) || this.has(kind, id)) return true;
		const other = this.space(kind).get(id);
		const hint = other ? `「${id}」は${NAMES[other.kind]}の id です。` : '';
		this.problems.push(
			problem(
				`unknown-${kind}`,
				place,
				`${NAMES[kind]}「${id}」がありません。${hint}綴りを直すか、足してください。`
			)
		);
		return false;
	}

	/** Finds a thing by its id; ids of the map and of the rule are written `map:id` and `rule:id`. */
	readonly locate: Locate = (id, ...path) => {
		const [space, inner = ''] = id.split(':');
		const known =
			space === 'map' || space === 'rule'
				? this.spaces[space].get(inner)
				: (this.spaces.course.get(id) ?? this.spaces.passage.get(id));
		if (!known) return { file: 'course.yaml', line: 1 };
		if (!known.yaml || path.length === 0) return known.place;
		return known.yaml.at([...known.path, ...path]);
	};

	private add(known: Known, id: string): void {
		const space = this.space(known.kind);
		const first = space.get(id);
		if (first) {
			const where = `${first.place.file} の ${first.place.line} 行目`;
			this.problems.push(
				problem(
					'duplicate-id',
					known.place,
					`id「${id}」は ${where} で使われています。別の id にしてください。`
				)
			);
		} else space.set(id, known);
	}

	private space(kind: Kind): Map<string, Known> {
		if (kind === 'passage') return this.spaces.passage;
		if (kind === 'switch' || kind === 'step') return this.spaces.rule;
		return ['map', 'domain', 'entry', 'row'].includes(kind) ? this.spaces.map : this.spaces.course;
	}
}
