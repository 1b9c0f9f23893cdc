/** From the page's choices to a file in the browser. */
import type { CourseSource, UnitContent } from '#course/parts.ts';
import { deliver } from '#packages/deliver.ts';
import type { CourseParts, Kit } from '#packages/kit.ts';
import { lint, RULES, type Finding } from '#packages/lint.ts';
import { optionFields, percent, type Written } from '#packages/options.ts';
import type { Problem } from '#packages/problem.ts';
import { targets } from '#packages/targets.ts';
import type { Question } from '#questions/registry.ts';
import type { Carried, Target } from '#record/payload.ts';
import { err, ok, type Result } from '#record/result.ts';
import { shelve } from './shelf.ts';

export type Made = {
	name: string;
	kB: number;
	files: number;
	/** Whose progress is in it; undefined: nobody's. */
	whose: string | undefined;
	found: Finding[];
	/** How many rules it was checked by. */
	rules: number;
	/** The file, until the page lets go of it. */
	url: string;
};

/** What a form shows at first: every option's default, and the course's own title and pass mark. */
export function written({ index }: CourseSource, target: Target): Written {
	const fields = optionFields(targets[target].options).flatMap(({ name, standard }) =>
		standard === undefined ? [] : [[name, standard] as const]
	);
	return { ...Object.fromEntries(fields), title: index.title, pass: String(percent(index.test.pass)) };
}

/** A course with all its content. The units were checked with the course when this edition was built. */
export async function whole(source: CourseSource): Promise<CourseParts> {
	const { index } = source;
	const [units, reference] = await Promise.all([
		Promise.all(index.units.map((unit) => source.unit(unit.id))),
		source.reference()
	]);
	return { index, units: units as UnitContent<Question>[], reference };
}

/** Makes the package. */
export async function make(
	source: CourseSource,
	kit: Kit,
	chosen: { target: Target; written: Written; carried?: Carried }
): Promise<Result<Made, Problem[]>> {
	const made = deliver({ ...chosen, course: await whole(source), kit });
	if (!made.ok) return err(made.error);
	const { name, bytes, files } = made.value;
	shelve({ course: source.index.id, target: chosen.target, name, bytes });
	// A copy of the bytes alone: what they are a view of may be larger.
	const blob = new Blob([new Uint8Array(bytes)], { type: 'application/zip' });
	return ok({
		name,
		kB: Math.ceil(bytes.length / 1024),
		files: files.size,
		whose: chosen.carried ? (chosen.carried.learner.name ?? '') : undefined,
		found: lint(files),
		rules: RULES.length,
		url: URL.createObjectURL(blob)
	});
}

/** A link works where the save picker does not: plain HTTP, file server, frames. */
export function save({ url, name }: Made): void {
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
}
