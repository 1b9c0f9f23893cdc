/** Puts a package together: what all targets have in common. A target adds its manifest and the names of its schema files. */
import { strToU8 } from 'fflate';
import { PAYLOAD_VERSION, type Payload, type Target } from '#record/payload.ts';
import { err, ok, type Result } from '#record/result.ts';
import { codebook } from './codebook.ts';
import type { Order } from './kit.ts';
import { ENTRY, idsOf, MANIFEST, type ManifestParts } from './manifest.ts';
import { importNotes } from './notes.ts';
import { fillPlayer, takesPayload } from './player.ts';
import { contradictions } from './rule.ts';
import type { PackError, Problem } from './problem.ts';
import type { Files } from './target.ts';
import { cleanTitle, titleProblems } from './title.ts';

const LICENCES = 'licenses.txt';
const CODEBOOK = 'codebook.csv';
const NOTES = 'import-notes.txt';

export type Assembly = {
	target: Target;
	/** The target's name, as the notes say it. */
	name: string;
	/** Schema files the manifest names, and those they need. */
	schemas: string[];
	manifest: (parts: ManifestParts) => string;
};

/** The files of a package, or everything that keeps it from being made. */
export function assemble(order: Order, assembly: Assembly): Result<Files, PackError> {
	const title = cleanTitle(order.title ?? order.course.index.title);
	const problems = [...problemsOf(order, assembly), ...titleProblems(title)];
	if (problems.length > 0) return err(problems);

	const schemas = Object.entries(order.kit.schemas[assembly.target]);
	const beside: [string, string][] = [
		...(order.rule.interactions ? [[CODEBOOK, codebook(order.course)] satisfies [string, string]] : []),
		[NOTES, importNotes(order, assembly, title)],
		...schemas
	];
	const run: [string, string][] = [
		[ENTRY, fillPlayer(order.kit.player, payloadOf(order, assembly.target))],
		[LICENCES, order.kit.licences]
	];
	const manifest = assembly.manifest({
		ids: idsOf(order.course.index.id),
		title,
		rule: order.rule,
		run: run.map(([name]) => name),
		beside: beside.map(([name]) => name)
	});
	return ok(
		new Map(
			[[MANIFEST, manifest] satisfies [string, string], ...run, ...beside].map(([k, t]) => [k, strToU8(t)])
		)
	);
}

/** What can be said before a package is made. */
function problemsOf({ kit, rule }: Order, { target, schemas }: Assembly): Problem[] {
	const problems = contradictions(rule);
	if (!takesPayload(kit.player))
		problems.push({
			code: 'player',
			fields: [],
			message: '受講者の画面の部品が正しくありません。まなびやを作り直してください。'
		});
	const missing = schemas.filter((name) => !Object.hasOwn(kit.schemas[target], name));
	if (missing.length > 0)
		problems.push({
			code: 'schemas',
			fields: [],
			message: `規格の定義ファイル（${missing.join('、')}）がありません。まなびやを作り直してください。`
		});
	return problems;
}

/** The learner's screens show the pass mark of the course: it has to be the rule's. */
function payloadOf({ course, rule, carried }: Order, target: Target): Payload {
	const { index, units, reference } = course;
	return {
		version: PAYLOAD_VERSION,
		target,
		rule,
		course: { index: { ...index, test: { ...index.test, pass: rule.pass } }, units, reference },
		...(carried ? { carried } : {})
	};
}
