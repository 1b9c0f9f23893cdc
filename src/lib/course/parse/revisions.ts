/** Which files tell of revisions, and that there is one for every revision after the first. */
import { problem, type Problem } from '../problem.ts';
import type { CourseMeta } from '../schema.ts';
import type { YamlFile } from './yaml.ts';

export const revisionFile = (revision: number): string => `revisions/${revision}.yaml`;

/** Numbers of the revisions that have a file, lowest first. */
export function revisionsIn(files: ReadonlyMap<string, string>): number[] {
	return [...files.keys()]
		.flatMap((file) => {
			const [, number] = /^revisions\/(\d+)\.yaml$/u.exec(file) ?? [];
			return number === undefined ? [] : [Number(number)];
		})
		.sort((a, b) => a - b);
}

/** Rules: `revision-missing`, `revision-stray`. */
export function checkRevisions(
	meta: CourseMeta,
	course: YamlFile,
	files: ReadonlyMap<string, string>,
	problems: Problem[]
): void {
	const there = revisionsIn(files);
	for (let revision = 2; revision <= meta.revision; revision += 1) {
		if (there.includes(revision)) continue;
		problems.push(
			problem(
				'revision-missing',
				course.at(['revision']),
				`第${revision}版で何を変えたかを書いたファイルがありません。「${revisionFile(revision)}」を作ってください。`
			)
		);
	}
	for (const revision of there) {
		if (revision >= 2 && revision <= meta.revision) continue;
		problems.push(
			problem(
				'revision-stray',
				{ file: revisionFile(revision), line: 1 },
				`この課程は第${meta.revision}版です。course.yaml の revision を上げるか、このファイルを消してください。`
			)
		);
	}
}
