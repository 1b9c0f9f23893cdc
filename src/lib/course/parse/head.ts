/** What the course's head says of its units and of unfair stems. */
import type { CourseMeta, UnitMeta } from '../schema.ts';
import { problem, type Problem } from '../problem.ts';
import { isRecord, list } from './references.ts';
import type { YamlFile } from './yaml.ts';

/** Teaching units that name a folder, even when the rest of the course's head is broken. */
export function foldersIn(head: unknown): (Pick<UnitMeta, 'id'> & { folder: string })[] {
	const folders = new Map<string, string>();
	for (const unit of list(isRecord(head) ? head.units : [])) {
		if (!isRecord(unit) || typeof unit.id !== 'string' || typeof unit.folder !== 'string') continue;
		if (!folders.has(unit.folder)) folders.set(unit.folder, unit.id);
	}
	return [...folders].map(([folder, id]) => ({ folder, id }));
}

/** Rules: `unit-folder`, `folder-twice`. */
export function checkFolders(meta: CourseMeta, yaml: YamlFile, problems: Problem[]): void {
	meta.units.forEach((unit, index) => {
		const fail = (rule: string, message: string) =>
			problems.push(problem(rule, yaml.at(['units', index]), message));
		if (unit.id === meta.test.unit && unit.folder) {
			fail('unit-folder', '最終テストの章に folder は書けません。消してください。');
		} else if (unit.folder && meta.units.findIndex((other) => other.folder === unit.folder) < index) {
			fail('folder-twice', `folder「${unit.folder}」は前の章が使っています。別のフォルダーにしてください。`);
		} else if (unit.id !== meta.test.unit && !unit.folder) {
			fail('unit-folder', 'この章には folder が要ります。lessons/ の下のフォルダー名を書いてください。');
		}
	});
}

/** The patterns that can be read; the others are problems (`bad-pattern`). */
export function readableStems(
	{ fairness }: CourseMeta,
	yaml: YamlFile,
	problems: Problem[]
): CourseMeta['fairness']['stems'] {
	return fairness.stems.filter(({ match }, index) => {
		try {
			return new RegExp(match, 'u') instanceof RegExp;
		} catch {
			const place = yaml.at(['fairness', 'stems', index, 'match']);
			const message = '正規表現として読めません。括弧などを直してください。';
			problems.push(problem('bad-pattern', place, message));
			return false;
		}
	});
}
