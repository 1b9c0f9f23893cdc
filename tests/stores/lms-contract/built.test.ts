/** The store goes into every package: small, and without a trace of the ways to break it. */
import { readFileSync } from 'node:fs';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { MUTANTS } from '#stores/lms/mutants.ts';

it('what is built for packages holds no way to break a promise, and is at most 22,000 characters', async () => {
	expect(readFileSync('vite.config.ts', 'utf8')).toContain("__MUTANT__: 'undefined'");
	const built = await build({
		configFile: false,
		logLevel: 'error',
		define: { __MUTANT__: 'undefined' },
		build: {
			write: false,
			minify: true,
			// Of library formats, this one loses its whitespace too.
			lib: { entry: ['src/lib/stores/lms/open.ts', 'src/lib/stores/lms/browser.ts'], formats: ['cjs'] },
			// The record is in the player anyway.
			rolldownOptions: { external: /^#record\// }
		}
	});
	const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
	const code = outputs.map((one) => ('code' in one ? one.code : '')).join('');
	console.log(`The store for an LMS: ${code.length} characters`);
	expect(code).toContain('LMSInitialize');
	expect(code).toContain('Terminate');
	expect(code.length).toBeLessThan(22_000);
	// Words of their own, found nowhere else.
	const names = Object.keys(MUTANTS).filter((name) => name.includes('-') && name !== 'no-credit');
	expect(names.length).toBeGreaterThan(5);
	expect(['__MUTANT__', ...names].filter((name) => code.includes(name))).toEqual([]);
});
