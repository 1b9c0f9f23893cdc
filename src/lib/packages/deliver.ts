/** From what was asked for to the zip file: the one way, for the page and for the command line. */
import type { CourseIndex } from '#course/parts.ts';
import type { Target } from '#record/payload.ts';
import { err, ok, type Result } from '#record/result.ts';
import type { Order } from './kit.ts';
import { zipName } from './names.ts';
import { readOptions, ruleOf, type Written } from './options.ts';
import { contradictions } from './rule.ts';
import type { PackError, Problem } from './problem.ts';
import type { Files, PackageTarget } from './target.ts';
import { targets } from './targets.ts';
import { cleanTitle, titleProblems } from './title.ts';
import { zip } from './zip.ts';

export type Request = Omit<Order, 'rule' | 'title'> & { target: Target; written: Written };
/** `name` is the file's; `files` is what is in it. */
export type Delivery = { name: string; bytes: Uint8Array; files: Files };

/** Packs and zips, or says what has to be changed first. */
export function deliver({ target, written, ...parts }: Request): Result<Delivery, PackError> {
	const to: PackageTarget = targets[target];
	const options = readOptions(to.options, written);
	if (!options.ok) return options;
	const { title } = options.value;
	const rule = ruleOf(options.value, parts.course.index);
	const files = to.pack({ ...parts, rule, ...(title === undefined ? {} : { title }) });
	if (!files.ok) return err(files.error);
	return ok({ name: zipName(parts, target), bytes: zip(files.value), files: files.value });
}

/** What is wrong with the options alone: can be said while they are being chosen. */
export function writtenProblems(target: Target, written: Written, index: CourseIndex): Problem[] {
	const options = readOptions(targets[target].options, written);
	if (!options.ok) return options.error;
	return [
		...titleProblems(cleanTitle(options.value.title ?? index.title)),
		...contradictions(ruleOf(options.value, index))
	];
}
