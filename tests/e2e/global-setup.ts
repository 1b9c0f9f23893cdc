/** Serves the built editions and the packages to the tests; builds the second course's, and packs both courses. */
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { ensurePlayer } from '../../scripts/player.mjs';
import { serve } from '../../scripts/serve.mjs';
import { makePackages, PACKAGES } from './lms/packages.ts';

const MINI = 'build/mini';

export default async function setup() {
	for (const file of ['build/web/index.html', 'build/single/manabiya.html']) {
		if (!existsSync(file)) throw new Error(`${file} is missing: npm run build`);
	}
	// Every time: a build of yesterday's program would be tested otherwise.
	// Both want it.
	ensurePlayer();
	const building = spawn(process.execPath, ['scripts/build.mjs', 'web'], {
		stdio: 'inherit',
		env: { ...process.env, COURSES_DIR: 'tests/fixtures/courses', OUT_DIR: MINI }
	});
	// Packing takes as long.
	const [[code]] = await Promise.all([once(building, 'exit'), makePackages()]);
	if (code !== 0) throw new Error('the second course did not build');
	const servers = [
		await serve({ folder: 'build/web', port: 0, host: '127.0.0.1' }),
		await serve({ folder: 'build/web', port: 0, host: '127.0.0.1', base: '/kenshu/kyodo' }),
		await serve({ folder: `${MINI}/web`, port: 0, host: '127.0.0.1' }),
		await serve({ folder: PACKAGES, port: 0, host: '127.0.0.1' })
	];
	const ports = servers.map((server) => (server.address() as AddressInfo).port);
	process.env.WEB_PORT = String(ports[0]);
	process.env.SUB_FOLDER_PORT = String(ports[1]);
	process.env.MINI_PORT = String(ports[2]);
	process.env.PACKAGES_PORT = String(ports[3]);
	return () => servers.forEach((server) => server.close());
}
