/** The packages under test, made by the command line's own code and unpacked as an LMS does it; and the page that stands for the LMS. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { build } from 'vite';
import { writeKiroku } from '#record/kiroku.ts';
import { TARGETS, type Target } from '#record/payload.ts';
import pack from '../../../src/cli/package.ts';
import { carried } from './records.ts';

const FOLDER = 'build/e2e-lms';
const ZIPS = join(FOLDER, 'zips');
export const PACKAGES = join(FOLDER, 'packages');
export const HOST = join(FOLDER, 'host');
const RECORD = join(FOLDER, 'carried.kiroku.json');

/** What is packed, by name: the words of the command line. */
const ORDERS = {
	shipped: ['kami-kyodo'],
	mini: ['mini', '--dir', 'tests/fixtures/courses'],
	/** With one person's progress in it. */
	carried: ['mini', '--dir', 'tests/fixtures/courses', '--record', RECORD],
	/** Finished without the test. */
	units: ['mini', '--dir', 'tests/fixtures/courses', '--completes', 'units', '--on-complete', 'completed']
} satisfies Record<string, string[]>;
export type PackageName = keyof typeof ORDERS;

/** The folder that a package was unpacked into, as part of its address too. */
export const folderOf = (name: PackageName, target: Target) => `${name}-${target}`;

/** @param player another built player, such as a broken one */
export async function makePackages(player = process.env.LMS_PLAYER): Promise<void> {
	rmSync(FOLDER, { recursive: true, force: true });
	mkdirSync(FOLDER, { recursive: true });
	writeFileSync(RECORD, writeKiroku(carried()));
	for (const [name, words] of Object.entries(ORDERS)) {
		for (const target of TARGETS) {
			const out = join(ZIPS, `${name}-${target}`);
			const code = await pack([
				...words,
				...['--target', target, '--out', out],
				...(player === undefined ? [] : ['--player', player])
			]);
			if (code !== 0) throw new Error(`no package: ${name} ${target}`);
			for (const zip of readdirSync(out)) unpack(join(out, zip), join(PACKAGES, `${name}-${target}`));
		}
	}
	await build({
		configFile: false,
		logLevel: 'warn',
		publicDir: false,
		build: {
			outDir: HOST,
			target: 'es2022',
			modulePreload: false,
			rolldownOptions: {
				input: 'tests/e2e/lms/host.ts',
				output: { entryFileNames: 'host.js', chunkFileNames: '[name].js' }
			}
		}
	});
}

function unpack(zip: string, to: string): void {
	for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
		const file = join(to, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, bytes);
	}
}

export type Unpacked = {
	/** Path of the page that is launched, within the package. */
	launch: string;
	mastery?: number;
};

/** What an LMS takes from the manifest. */
export function readManifest(folder: string): Unpacked {
	const xml = readFileSync(join(PACKAGES, folder, 'imsmanifest.xml'), 'utf8');
	const launch = /<resource\b[^>]*\bhref="([^"]+)"/u.exec(xml)?.[1];
	if (launch === undefined) throw new Error(`${folder} has nothing to launch`);
	const mastery = /<adlcp:masteryscore>([^<]+)</u.exec(xml)?.[1] ?? undefined;
	const measure = /<imsss:minNormalizedMeasure>([^<]+)</u.exec(xml)?.[1];
	const pass = mastery ?? (measure === undefined ? undefined : String(Number(measure) * 100));
	return { launch, ...(pass === undefined ? {} : { mastery: Number(pass) }) };
}
