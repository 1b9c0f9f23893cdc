/**
 * Reads a whole course from the texts of its files: pure, with every error at once.
 * Only tools that read courses import this; the shipped player gets the finished parts.
 */
import * as v from 'valibot';
import {
	BoardFile,
	Case,
	Casework,
	CourseMeta,
	DomainMap,
	DomainRule,
	GlossaryEntry,
	Passage,
	PretestItem,
	RevisionFile,
	type AnyQuestion,
	type Board,
	type Course,
	type Revision,
	type Unit
} from './schema.ts';
import { problem, tidy, type Locate, type Place, type Problem } from './problem.ts';
import { expandBoards } from './parse/boards.ts';
import { checkFolders, foldersIn, readableStems } from './parse/head.ts';
import { readLesson, type Lesson, type Reference } from './parse/lesson.ts';
import { checkCycles, checkReferences, isRecord, list } from './parse/references.ts';
import { NAMED_IN, Register, type Kind, type Where } from './parse/register.ts';
import { checkRevisions, revisionFile, revisionsIn } from './parse/revisions.ts';
import { valid } from './parse/valid.ts';
import { readYaml, type YamlFile } from './parse/yaml.ts';

/** One schema per question type, by its name. */
export type QuestionTypes<Q extends AnyQuestion> = Record<string, v.GenericSchema<unknown, Q>>;

export type Reading<Q extends AnyQuestion> = {
	/** The course; only when nothing at all is wrong. */
	course?: Course<Q>;
	/** As much of the course as could be read, for checks that need no more; broken parts are left out. */
	draft?: Course<Q>;
	problems: Problem[];
	/** Where a thing stands, by its id. */
	locate: Locate;
};

/** Files a course may do without. */
const BOARDS = 'cases/boards.yaml';
const RULE = 'cases/rule.yaml';
const CASES = 'cases/cases.yaml';
const CASEWORK = 'cases/casework.yaml';
const PRETEST = 'pretest.yaml';

/**
 * Reads a course.
 * @param files text by path within the course's folder, with forward slashes
 * @param questionTypes the schema of every question type the course may use
 */
export function parseCourse<Q extends AnyQuestion>(
	files: ReadonlyMap<string, string>,
	questionTypes: QuestionTypes<Q>
): Reading<Q> {
	return new CourseReader(files, questionTypes).read();
}

class CourseReader<Q extends AnyQuestion> {
	private readonly problems: Problem[] = [];
	private readonly register = new Register(this.problems);
	private readonly references: Reference[] = [];
	private readonly yamls: [Where, YamlFile][] = [];
	private readonly files: ReadonlyMap<string, string>;
	private readonly questionTypes: QuestionTypes<Q>;

	constructor(files: ReadonlyMap<string, string>, questionTypes: QuestionTypes<Q>) {
		this.files = files;
		this.questionTypes = questionTypes;
	}

	read(): Reading<Q> {
		const meta = this.meta();
		const map = this.map();
		const passages = this.records('passages.yaml', 'passages', 'passage', Passage);
		const glossary = this.records('glossary.yaml', 'glossary', 'term', GlossaryEntry);
		if (!this.files.has('source.txt')) this.missing('source.txt');
		const folders = foldersIn(this.yamls.find(([where]) => where === 'course')?.[1].value);
		const lessons = new Map(
			folders.map((unit) => [unit.id, this.lesson(`lessons/${unit.folder}/lesson.md`)])
		);
		const questions = new Map(folders.map((unit) => [unit.id, this.questions(unit)]));
		const boards = this.boards();
		const rule = this.rule();
		const cases = this.records(CASES, 'cases', 'case', Case, true);
		const casework = this.records(CASEWORK, 'casework', 'casework', Casework, true);
		const pretest = this.records(PRETEST, 'pretest', 'pretest', PretestItem, true);
		const revisions = this.revisions();
		this.strayFiles(folders);
		this.checkUses();
		const problems = tidy(this.problems);
		const reading = { problems, locate: this.register.locate };
		if (!meta || !map) return reading;
		const units = meta.units.map((unit): Unit<Q> => ({
			...unit,
			pages: lessons.get(unit.id)?.pages ?? [],
			questions: questions.get(unit.id) ?? [],
			boards: boards.filter((board) => board.unit === unit.id),
			cases: cases.filter((item) => item.unit === unit.id),
			casework: casework.filter((item) => item.unit === unit.id)
		}));
		const draft: Course<Q> = {
			...meta,
			map,
			...(rule ? { rule } : {}),
			passages,
			glossary,
			pretest,
			revisions,
			units
		};
		return problems.length === 0 ? { ...reading, course: draft, draft } : { ...reading, draft };
	}

	private open(file: string, where: Where, optional = false): YamlFile | undefined {
		const text = this.files.get(file);
		if (text === undefined && optional) return undefined;
		const yaml = text === undefined ? this.missing(file) : readYaml(file, text, this.problems);
		if (yaml) this.yamls.push([where, yaml]);
		else this.register.unread(...NAMED_IN[where]);
		return yaml;
	}

	private missing(file: string): undefined {
		this.fail('file-missing', { file, line: 1 }, `「${file}」がありません。作ってください。`);
	}

	private meta(): CourseMeta | undefined {
		const yaml = this.open('course.yaml', 'course');
		if (!yaml) return undefined;
		const raw = isRecord(yaml.value) ? yaml.value : {};
		this.register.addRecord('course', raw.id, yaml, []);
		list(raw.units).forEach((unit, index) => {
			if (isRecord(unit)) this.register.addRecord('unit', unit.id, yaml, ['units', index]);
		});
		checkCycles(yaml, this.problems);
		const meta = valid(CourseMeta, yaml.value, yaml, [], this.problems);
		if (!meta) return undefined;
		checkFolders(meta, yaml, this.problems);
		checkRevisions(meta, yaml, this.files, this.problems);
		return { ...meta, fairness: { ...meta.fairness, stems: readableStems(meta, yaml, this.problems) } };
	}

	private map(): DomainMap | undefined {
		const yaml = this.open('map.yaml', 'map');
		if (!yaml) return undefined;
		const raw = isRecord(yaml.value) ? yaml.value : {};
		this.name('domain', raw.domains, yaml, 'domains');
		this.name('map', raw.spans, yaml, 'spans');
		this.name('row', raw.rows, yaml, 'rows');
		list(raw.rows).forEach((row, index) =>
			this.name('entry', isRecord(row) ? row.entries : [], yaml, 'rows', index, 'entries')
		);
		return valid(DomainMap, yaml.value, yaml, [], this.problems);
	}

	private rule(): DomainRule | undefined {
		const yaml = this.open(RULE, 'rule', true);
		if (!yaml) {
			this.register.unread(...NAMED_IN.rule);
			return undefined;
		}
		const raw = isRecord(yaml.value) ? yaml.value : {};
		this.name('switch', raw.switches, yaml, 'switches');
		this.name('step', raw.steps, yaml, 'steps');
		return valid(DomainRule, yaml.value, yaml, [], this.problems);
	}

	/** Notes the ids of records within a file. */
	private name(kind: Kind, items: unknown, yaml: YamlFile, ...path: (string | number)[]): void {
		list(items).forEach((item, index) => {
			if (isRecord(item)) this.register.addRecord(kind, item.id, yaml, [...path, index]);
		});
	}

	private records<T>(
		file: string,
		where: Where,
		kind: Kind,
		schema: v.GenericSchema<unknown, T>,
		optional = false
	): T[] {
		const yaml = this.open(file, where, optional);
		return yaml ? this.each(yaml, kind, (item, path) => valid(schema, item, yaml, path, this.problems)) : [];
	}

	/** Every record of a file that is one list; broken ones are left out, but their ids are known. */
	private each<T>(yaml: YamlFile, kind: Kind, read: (item: unknown, path: [number]) => T | undefined): T[] {
		if (yaml.value === null) return [];
		if (!Array.isArray(yaml.value)) {
			this.fail('wrong-type', yaml.at([]), 'このファイルは一覧です。それぞれを「- id: …」で始めてください。');
			return [];
		}
		return yaml.value.flatMap((item: unknown, index) => {
			if (isRecord(item)) this.register.addRecord(kind, item.id, yaml, [index]);
			const made = read(item, [index]);
			return made === undefined ? [] : [made];
		});
	}

	private lesson(file: string): Lesson | undefined {
		const text = this.files.get(file);
		const lesson = text === undefined ? this.missing(file) : readLesson(file, text, this.problems);
		if (!lesson) this.register.unread('page');
		for (const { id, line, part } of lesson?.lines ?? []) this.register.addPlace(part, id, { file, line });
		this.references.push(...(lesson?.references ?? []));
		return lesson;
	}

	private questions(unit: { id: string; folder: string }): Q[] {
		const yaml = this.open(`questions/${unit.folder}.yaml`, 'questions');
		if (!yaml) return [];
		return this.each(yaml, 'question', (item, path) => {
			if (!isRecord(item)) {
				this.fail('wrong-type', yaml.at(path), '問題は項目の組（名前: 値）にしてください。');
				return undefined;
			}
			const types = Object.keys(this.questionTypes);
			const schema =
				typeof item.type === 'string' && types.includes(item.type)
					? this.questionTypes[item.type]
					: undefined;
			if (!schema) {
				const given =
					item.type === undefined ? 'type がありません' : `type「${String(item.type)}」はありません`;
				this.fail(
					'question-type',
					yaml.at([...path, 'type']),
					`${given}。${types.join('、')} のどれかにしてください。`
				);
				return undefined;
			}
			if ('unit' in item) {
				this.fail(
					'unknown-key',
					yaml.at([...path, 'unit']),
					'「unit」はファイルから決まります。消してください。'
				);
				return undefined;
			}
			return valid(schema, { ...item, unit: unit.id }, yaml, path, this.problems);
		});
	}

	private boards(): Board[] {
		const yaml = this.open(BOARDS, 'boards', true);
		if (!yaml) return [];
		const read = this.each(yaml, 'board', (item, [index]) => {
			const board = valid(BoardFile, item, yaml, [index], this.problems);
			return board && { board, index };
		});
		return expandBoards(read, yaml, this.problems);
	}

	private revisions(): Revision[] {
		return revisionsIn(this.files).flatMap((revision) => {
			const yaml = this.open(revisionFile(revision), 'revisions');
			if (!yaml) return [];
			const raw = isRecord(yaml.value) ? yaml.value : {};
			this.name('change', raw.changes, yaml, 'changes');
			const read = valid(RevisionFile, yaml.value, yaml, [], this.problems);
			return read ? [{ revision, ...read }] : [];
		});
	}

	/** A file the course does not use is a mistake in its name more often than not. */
	private strayFiles(folders: readonly { folder: string }[]): void {
		if (!this.yamls.some(([where]) => where === 'course')) return;
		const used = new Set(
			folders.flatMap(({ folder }) => [`lessons/${folder}/lesson.md`, `questions/${folder}.yaml`])
		);
		for (const file of this.files.keys()) {
			if (/^(?:lessons|questions)\/.*\.(?:md|ya?ml)$/u.test(file) && !used.has(file)) {
				this.fail(
					'file-unused',
					{ file, line: 1 },
					'どの章もこのファイルを使いません。名前を直すか、消してください。'
				);
			}
		}
	}

	private checkUses(): void {
		for (const [where, yaml] of this.yamls) checkReferences(where, yaml, this.register, this.problems);
		for (const { kind, id, place } of this.references) this.register.need(kind, id, place);
	}

	private fail(rule: string, place: Place, message: string): void {
		this.problems.push(problem(rule, place, message));
	}
}
