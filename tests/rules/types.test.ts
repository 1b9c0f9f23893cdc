import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the type check looks into components: a planted type error fails it', () => {
	const folder = 'tests/rules/planted/types';
	const { status, stdout } = spawnSync(
		process.execPath,
		[
			'node_modules/svelte-check/bin/svelte-check',
			'--workspace',
			folder,
			'--tsconfig',
			'tsconfig.json',
			'--output',
			'machine'
		],
		{ encoding: 'utf8' }
	);
	expect(stdout).toMatch(/ERROR "Bad\.svelte" 3:\d+ "Type 'number' is not assignable to type 'string'/);
	expect(status).toBe(1);
});
