/** npm run package -- COURSE --target TARGET [options]: makes a package for an LMS, as the page 「LMSへの書き出し」 does. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFiles } from '#authoring/check.ts';
import { splitCourse } from '#course/parts.ts';
import { describe } from '#course/problem.ts';
import { deliver, type Delivery } from '#packages/deliver.ts';
import type { CourseParts } from '#packages/kit.ts';
import { lint, RULES } from '#packages/lint.ts';
import { optionFields, type OptionField, type Written } from '#packages/options.ts';
import { targets } from '#packages/targets.ts';
import { readKiroku } from '#record/kiroku.ts';
import { TARGETS, type Carried, type Target } from '#record/payload.ts';
import { ensurePlayer } from '../../scripts/player.mjs';
import { readKit } from './kit.ts';
import { courseFolders, findCourse, readCourse } from './read-course.ts';

/** What was asked wrongly: said to the caller, with what is possible. */
class Refused extends Error {}

/** @returns the exit code: 0 made, 1 the course or the order has faults, 2 when called wrongly */
export default async function pack(args: string[]): Promise<number> {
	try {
		const { names, values } = read(args);
		const target = targetOf(values.target);
		const course = courseOf(names, values.dir);
		if (!course) return 1;
		const carried = values.record === undefined ? undefined : recordOf(values.record, course.index.id);
		if (values.player === undefined) ensurePlayer();
		const made = deliver({
			target,
			course,
			kit: readKit(values.player),
			written: writtenOf(values, target),
			...(carried ? { carried } : {})
		});
		if (!made.ok) {
			for (const { message, fields } of made.error)
				console.error([message, fields.map(flag).join(' ')].filter(Boolean).join('　'));
			return 1;
		}
		return report(made.value, values.out, carried);
	} catch (thrown) {
		if (!(thrown instanceof Refused)) throw thrown;
		console.error(thrown.message);
		return 2;
	}
}

/** Writes the file and says what it is. @returns the exit code */
function report({ name, bytes, files }: Delivery, out: string, carried: Carried | undefined): number {
	mkdirSync(out, { recursive: true });
	writeFileSync(join(out, name), bytes);
	console.log(`${join(out, name)}　${Math.ceil(bytes.length / 1024)} kB、${files.size}ファイル`);
	if (carried)
		console.log(
			`${carried.learner.name ?? '名前のない受講者'}の記録（${carried.events.length}件）が入っています。ほかの人には配らないでください。`
		);
	const found = lint(files);
	for (const { rule, place, message } of found) console.error(`${place} [${rule}] ${message}`);
	console.log(
		found.length === 0
			? `点検: ${RULES.length}の決まりで調べました。問題はありません。`
			: `点検: 直すところが ${found.length}件あります。`
	);
	return found.length === 0 ? 0 : 1;
}

function read(args: string[]) {
	const text = { type: 'string' } as const;
	const own = allFields().filter(({ name }) => name !== 'interactions');
	try {
		const { values, positionals } = parseArgs({
			args,
			allowPositionals: true,
			options: {
				...Object.fromEntries(own.map(({ name }) => [flag(name).slice(2), text])),
				'no-interactions': { type: 'boolean' },
				target: text,
				record: text,
				player: text,
				out: { ...text, default: 'dist' },
				dir: { ...text, default: 'courses' }
			}
		});
		return { names: positionals, values };
	} catch (thrown) {
		throw new Refused(`${thrown instanceof Error ? thrown.message : ''}\n\n${usage()}`);
	}
}

function targetOf(word: string | undefined): Target {
	const target = TARGETS.find((one) => one === word);
	if (target) return target;
	const which = word === undefined ? '--target で規格を選んでください。' : `規格「${word}」はありません。`;
	throw new Refused(`${which}\n\n${usage()}`);
}

/** The checked course; nothing when it has faults, which are printed. */
function courseOf(names: string[], dir: string): CourseParts | undefined {
	const [name, ...more] = names;
	if (name === undefined || more.length > 0) throw new Refused(`課程を1つ書いてください。\n\n${usage()}`);
	const folder = findCourse(name, dir);
	if (!folder)
		throw new Refused(
			`課程「${name}」が見つかりません。「${dir}」にあるのは ${courseFolders(dir).join('、')} です。`
		);
	const { course, problems } = checkFiles(readCourse(folder));
	if (course) return splitCourse(course);
	for (const problem of problems) console.error(`${folder}/${describe(problem)}`);
	console.error(`${folder}: 直すところが ${problems.length}件あるので、書き出しません。`);
	return undefined;
}

function recordOf(file: string, course: string): Carried {
	if (!existsSync(file)) throw new Refused(`学習記録のファイル「${file}」がありません。`);
	const read = readKiroku(readFileSync(file, 'utf8'), course);
	if (!read.ok)
		throw new Refused(
			`「${file}」は、この課程の学習記録として読めません（${read.error.code}: ${read.error.detail}）。`
		);
	const { learner, exportedAt, events } = read.value;
	return {
		learner: learner.name === undefined ? {} : { name: learner.name },
		exportedAt,
		revision: read.value.course.revision,
		events
	};
}

function writtenOf(values: Record<string, string | boolean | undefined>, target: Target): Written {
	const written: Written = values['no-interactions'] === true ? { interactions: 'false' } : {};
	for (const { name } of optionFields(targets[target].options)) {
		const value = values[flag(name).slice(2)];
		if (typeof value === 'string') written[name] = value;
	}
	return written;
}

/** `onComplete` → `--on-complete`; answers are sent unless they are switched off. */
function flag(name: OptionField['name']): string {
	if (name === 'interactions') return '--no-interactions';
	return `--${name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
}

function allFields(): OptionField[] {
	return optionFields(targets.scorm12.options);
}

function usage(): string {
	const names = TARGETS.map((target) => `  --target ${target}　${targets[target].name}`);
	const options = allFields().map((field) => {
		const values = field.choices.map(({ value }) => value).join('|');
		const sort = field.kind === 'choice' ? values : field.kind === 'number' ? '数' : '文字';
		const standard = field.standard === undefined ? '課程のとおり' : field.standard;
		if (field.name === 'interactions') return `  ${flag(field.name)}　${field.label}を送らない`;
		return `  ${flag(field.name)} ${sort}　${field.label}（書かないとき: ${standard}）`;
	});
	return [
		'npm run package -- 課程のフォルダー --target 規格 [--out dist] [--record 記録.kiroku.json] [--dir courses]',
		'',
		...names,
		...options,
		'  --record ファイル　1人の学習記録を含める',
		'  --player ファイル　すでに作った受講者の画面を使う'
	].join('\n');
}
