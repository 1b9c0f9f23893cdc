import { expect, test } from 'vitest';
import { relativeAddresses } from '../../scripts/adapter.mjs';

test('the start page asks for its files next to itself, so that a sub-folder works', () => {
	const html = `<link href="/_app/immutable/a.js" rel="modulepreload"><script>import("/_app/immutable/b.js"); import('/_app/c.js')</script>`;
	expect(relativeAddresses(html)).not.toMatch(/["']\/_app\//);
	expect(relativeAddresses(html).match(/\.\/_app\//g)).toHaveLength(3);
});
