/**
 * Gives the app what packages are made with as `virtual:kit`. It is large and seldom wanted, so that no screen waits for it: on a web
 * server it is a file of its own; in the one file it is a text the browser does not read, unpacked when it is asked for.
 */
import { existsSync } from 'node:fs';
import { strToU8, zlibSync } from 'fflate';
import type { Plugin } from 'vite';
import { PLAYER } from '../../scripts/player.mjs';
import { readKit } from './kit.ts';

const ENTRY = 'virtual:kit';
const DATA = 'virtual:kit/data';
const RESOLVED = '\0';
/** The packed text, which the build puts into an element of this id (scripts/build.mjs). */
const TEXT_FILE = 'kit.txt';
const TEXT_ID = 'kit';

const LAZY = `export default () => import('${DATA}').then((m) => m.default);`;
const INERT = `
	import { strFromU8, unzlibSync } from 'fflate';
	export default async () => {
		const text = document.getElementById('${TEXT_ID}')?.textContent;
		if (!text) return undefined;
		const bytes = Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
		return JSON.parse(strFromU8(unzlibSync(bytes)));
	};`;

/**
 * @param options.edition `single` carries the kit in the page; every other loads it as a module
 * @param options.player the built player's file
 */
export function kit({ edition, player = PLAYER }: { edition: string; player?: string }): Plugin {
	const single = edition === 'single';
	return {
		name: 'kit',
		resolveId: (id) => (id === ENTRY || id === DATA ? RESOLVED + id : undefined),
		load(id) {
			if (id === RESOLVED + ENTRY) return single ? INERT : LAZY;
			if (id !== RESOLVED + DATA) return undefined;
			if (existsSync(player)) return `export default JSON.parse(${JSON.stringify(json(player))});`;
			if (this.environment.mode !== 'dev') this.error(missing(player));
			return 'export default undefined;';
		},
		generateBundle() {
			if (!single || this.environment.name !== 'client') return;
			if (!existsSync(player)) this.error(missing(player));
			const packed = zlibSync(strToU8(json(player)), { level: 9 });
			this.emitFile({ type: 'asset', fileName: TEXT_FILE, source: Buffer.from(packed).toString('base64') });
		}
	};
}

function json(player: string): string {
	return JSON.stringify(readKit(player));
}

function missing(player: string): string {
	return `${player} is missing: node scripts/build.mjs lms`;
}
