/**
 * Checks a package against what the standards' schemas do not say and LMSs stumble over. Whether it is valid by those schemas
 * is not looked at here.
 */
import { MANIFEST } from './manifest.ts';
import { fileRules } from './lint/files.ts';
import { readPackage, type Finding, type Rule } from './lint/package.ts';
import { scormRules } from './lint/scorm.ts';
import { structureRules } from './lint/structure.ts';
import type { Files } from './target.ts';

export type { Finding } from './lint/package.ts';

export const RULES: readonly Rule[] = [...fileRules, ...structureRules, ...scormRules];

/** Everything that is found; empty for a sound package. A place is a file, for the manifest with its line. */
export function lint(files: Files): Finding[] {
	const pack = readPackage(files);
	return RULES.flatMap(({ name, check }) =>
		[...check(pack)].map(([place, message]) => ({
			rule: name,
			place: typeof place === 'number' ? `${MANIFEST}:${place}` : place,
			message
		}))
	);
}
