/**
 * Gives the app what packages are made with as `virtual:kit`. It is large and seldom wanted, so that no screen waits for it: on a web
 * server it is a file of its own; in the one file it is a text the browser does not read, unpacked when it is asked for.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zlibSync } from 'fflate';
import type { Plugin } from 'vite';
import type { Kit } from '#packages/kit.ts';
import { PLAYER } from '../../scripts/player.mjs';
import { root } from '../../scripts/steps.mjs';
import { readKit } from './kit.ts';

const ENTRY = 'virtual:kit';
const DATA = 'virtual:kit/data';
const RESOLVED = '\0';
/** Packed texts, each of which the build puts into an element of its name without the ending (scripts/build.mjs). */
const KIT_TEXT = 'kit.txt';
const AGAIN_TEXT = 'again.txt';

/** scorm-again for the check page, as `virtual:again`. */
const AGAIN = 'virtual:again';
const AGAIN_MODULES = ['scorm-again/scorm12/min', 'scorm-again/scorm2004/min'];

const LAZY = `export default () => import('${DATA}').then((m) => m.default);`;
const LAZY_AGAIN = `export default (version) => version === '1.2' ? import('${AGAIN_MODULES[0]}') : import('${AGAIN_MODULES[1]}');`;
/** In the one file: `text(id)` unpacks an inert element. */
const UNPACK = `
	import { strFromU8, unzlibSync } from 'fflate';
	function text(id) {
		const packed = document.getElementById(id)?.textContent;
		if (!packed) return undefined;
		return strFromU8(unzlibSync(Uint8Array.from(atob(packed.trim()), (letter) => letter.charCodeAt(0))));
	}`;
const INERT = `${UNPACK}
	export default async () => {
		const packed = text('kit');
		if (!packed) return undefined;
		const { texts, schemas, ...kit } = JSON.parse(packed);
		const unfolded = (files) => Object.fromEntries(Object.entries(files).map(([name, at]) => [name, texts[at]]));
		return { ...kit, schemas: Object.fromEntries(Object.entries(schemas).map(([target, files]) => [target, unfolded(files)])) };
	};`;
const INERT_AGAIN = `${UNPACK}
	export default async () => {
		if (!window.scormAgain) {
			const script = document.createElement('script');
			script.textContent = text('again');
			document.head.append(script);
		}
		return window.scormAgain;
	};`;

/**
 * @param options.edition `single` carries the kit in the page; every other loads it as a module
 * @param options.player the built player's file
 */
export function kit({ edition, player = PLAYER }: { edition: string; player?: string }): Plugin {
	const single = edition === 'single';
	return {
		name: 'kit',
		// Before the bundler finds the package itself.
		enforce: 'pre',
		resolveId: (id) =>
			id === ENTRY || id === DATA || id === AGAIN || (single && AGAIN_MODULES.includes(id))
				? RESOLVED + id
				: undefined,
		load(id) {
			if (id === RESOLVED + ENTRY) return single ? INERT : LAZY;
			if (id === RESOLVED + AGAIN) return single ? INERT_AGAIN : LAZY_AGAIN;
			if (AGAIN_MODULES.some((one) => id === RESOLVED + one)) return 'export {};';
			if (id !== RESOLVED + DATA) return undefined;
			if (existsSync(player)) return `export default JSON.parse(${JSON.stringify(json(player))});`;
			if (this.environment.mode !== 'dev') this.error(missing(player));
			return 'export default undefined;';
		},
		generateBundle() {
			if (!single || this.environment.name !== 'client') return;
			if (!existsSync(player)) this.error(missing(player));
			const emit = (fileName: string, text: string) => {
				const packed = zlibSync(strToU8(text), { level: 9 });
				this.emitFile({ type: 'asset', fileName, source: Buffer.from(packed).toString('base64') });
			};
			emit(KIT_TEXT, JSON.stringify(folded(readKit(player))));
			emit(AGAIN_TEXT, classicAgain());
		}
	};
}

function json(player: string): string {
	return JSON.stringify(readKit(player));
}

/**
 * The standards share schema files, and each has its own of others: every text once, those of one name side by side, which is what
 * packing makes small.
 */
function folded({ schemas, ...kit }: Kit) {
	const all = Object.values(schemas).flatMap((files) => Object.entries(files));
	const texts = [...new Set(all.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text))];
	const places = (files: Record<string, string>) =>
		Object.fromEntries(Object.entries(files).map(([name, text]) => [name, texts.indexOf(text)]));
	return {
		...kit,
		texts,
		schemas: Object.fromEntries(Object.entries(schemas).map(([target, files]) => [target, places(files)]))
	};
}

function missing(player: string): string {
	return `${player} is missing: node scripts/build.mjs lms`;
}

/** scorm-again as a classic script: modules cannot be loaded from a text where the page is a file. */
function classicAgain(): string {
	const code = readFileSync(join(root, 'node_modules/scorm-again/dist/esm/scorm-again.min.js'), 'utf8');
	const ends = /export\s*\{[^}]*\bScorm12API\b[^}]*\bScorm2004API\b[^}]*\};?/u;
	if (!ends.test(code)) throw new Error('scorm-again exports in another way: see src/cli/kit-plugin.ts');
	return `(() => {${code.replace(ends, 'window.scormAgain = { Scorm12API, Scorm2004API };')}\n})();`;
}
