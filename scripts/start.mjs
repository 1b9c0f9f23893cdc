/**
 * npm start: installs what is missing, builds, and serves the web edition.
 * npm start -- --port 8080, or PORT=8080 npm start.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { install, requireNode, root, run } from './steps.mjs';

requireNode();
const { values } = parseArgs({ options: { port: { type: 'string', short: 'p' } } });
const port = Number(values.port ?? process.env.PORT ?? 4173);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
	console.error('--port takes a number from 1 to 65535.');
	process.exit(1);
}

install();
run(process.execPath, [join(root, 'scripts/build.mjs'), 'web', 'single']);

const { serve } = await import('./serve.mjs');
try {
	await serve({ folder: join(root, 'build/web'), port, host: 'localhost' });
} catch (error) {
	const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
	console.error(taken ? `Port ${port} is in use. Choose another: npm start -- --port ${port + 1}` : error);
	process.exit(1);
}
console.log(
	`\nまなびや  http://localhost:${port}/\n(Ctrl+C ends it. One file for offline use: build/single/manabiya.html)`
);
