/**
 * npm run course -- check [FOLDER …] [--dir DIR]: prints what is wrong with courses. Without a folder, all of them.
 * npm run course -- diagrams: draws the machines into docs/machines.md.
 * npm run course -- freeze FOLDER: writes down what a revision that is handed out says, for the next one to be compared with.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFiles } from '#authoring/check.ts';
import { stateLine } from '#authoring/check/state.ts';
import { describe } from '#course/problem.ts';
import type { Course } from '#course/schema.ts';
import type { Question } from '#questions/registry.ts';
import { freeze, frozenFile, writeFrozen } from '#authoring/frozen.ts';
import { DIAGRAMS, diagrams } from '#authoring/diagrams.ts';
import { courseFolders, findCourse, readCourse } from './read-course.ts';

const USAGE = `npm run course -- check [フォルダー …] [--dir courses]
npm run course -- diagrams
npm run course -- freeze フォルダー

check は課程のファイルを調べ、直すところを「ファイル:行 [規則] 内容」の形で示します。
フォルダーを省くと、--dir の下の課程をすべて調べます。
diagrams は、判断の順序とつづきの事例の図を ${DIAGRAMS} に書きます。
freeze は、いまの版の内容の控えを、課程の revisions/ に書きます。配る版を決めたときに一度だけ使います。`;

/** @returns the exit code: 0 without problems, 1 with problems, 2 when called wrongly */
export default async function course(args: string[]): Promise<number> {
	const options = read(args);
	if (!options) return 2;
	if (options.names.length === 0) {
		console.error(`「${options.dir}」に課程がありません。--dir で場所を指定してください。`);
		return 2;
	}
	let found = 0;
	const courses: Course[] = [];
	const frozen: [folder: string, course: Course<Question>][] = [];
	for (const name of options.names) {
		const folder = findCourse(name, options.dir);
		if (!folder) {
			console.error(
				`課程「${name}」が見つかりません。「${options.dir}」にあるのは ${courseFolders(options.dir).join('、')} です。`
			);
			return 2;
		}
		const { course: read, problems } = checkFiles(readCourse(folder));
		for (const p of problems) console.log(`${folder}/${describe(p)}`);
		found += problems.length;
		if (read) {
			courses.push(read);
			frozen.push([folder, read]);
			const questions = read.units.flatMap((unit) => unit.questions).length;
			console.log(
				`${folder}: 問題はありません（${read.units.length}章、${questions}問）。${stateLine(read)}`
			);
		} else console.log(`${folder}: 直すところが ${problems.length}件あります。`);
	}
	if (found === 0 && options.freezes) return freezeAll(frozen);
	if (found === 0 && options.draws) {
		writeFileSync(DIAGRAMS, diagrams(courses));
		console.log(`${DIAGRAMS} に図を書きました。`);
	}
	return found > 0 ? 1 : 0;
}

/** A copy is made once: a revision that was handed out does not change any more. */
function freezeAll(courses: readonly [string, Course<Question>][]): number {
	let refused = 0;
	for (const [folder, course] of courses) {
		const file = join(folder, frozenFile(course.revision));
		const text = writeFrozen(freeze(course));
		if (existsSync(file) && readFileSync(file, 'utf8') !== text) {
			console.error(
				`${file} はもうあり、いまの内容と違います。配った版の控えは直せません。course.yaml の revision を上げて、新しい版にしてください。`
			);
			refused += 1;
			continue;
		}
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, text);
		console.log(`${file} に第${course.revision}版の控えを書きました。`);
	}
	return refused > 0 ? 1 : 0;
}

type Options = { names: string[]; dir: string; draws?: boolean; freezes?: boolean };

function read(args: string[]): Options | undefined {
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: { dir: { type: 'string', default: 'courses' } }
		});
		const [command, ...names] = positionals;
		if (command === 'check')
			return { names: names.length > 0 ? names : courseFolders(values.dir), dir: values.dir };
		if (command === 'diagrams' && names.length === 0)
			return { names: courseFolders(values.dir), dir: values.dir, draws: true };
		if (command === 'freeze' && names.length > 0) return { names, dir: values.dir, freezes: true };
	} catch {
		// An unknown option: the usage says what there is.
	}
	console.error(USAGE);
	return undefined;
}
