/**
 * The static adapter, made to work in a sub-folder: with the hash router Kit writes absolute
 * `/_app/…` addresses, which are blank anywhere but at a domain's root.
 */
import { readFileSync, writeFileSync, rmSync, existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @param {string} out folder the adapter writes
 * @returns {import('@sveltejs/kit').Adapter}
 */
export function inSubFolders(adapter, out) {
	return {
		...adapter,
		name: 'manabiya-static',
		async adapt(builder) {
			await adapter.adapt(builder);
			const file = join(out, 'index.html');
			writeFileSync(file, relativeAddresses(readFileSync(file, 'utf8')));
			// Kit's version file is for polling a server; nothing here asks for it.
			const polled = join(out, '_app/version.json');
			if (existsSync(polled)) rmSync(polled);
		}
	};
}

/**
 * Rewrites the absolute addresses Kit writes into relative ones.
 * @param {string} html
 */
export function relativeAddresses(html) {
	return html.replaceAll('"/_app/', '"./_app/').replaceAll("'/_app/", "'./_app/");
}
