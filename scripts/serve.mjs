/** A static server for the web edition, as plain as an intranet's. */
import { createServer } from 'node:http';
import sirv from 'sirv';

/**
 * @param {{ folder: string, port: number, host?: string, base?: string }} options base: a sub-folder such as `/kyodo`
 * @returns {Promise<import('node:http').Server>} listening; rejects when the port is taken
 */
export function serve({ folder, port, host = '127.0.0.1', base = '' }) {
	const files = sirv(folder, { dev: true, etag: true });
	const server = createServer((request, response) => {
		const url = request.url ?? '/';
		if (base) {
			if (!url.startsWith(`${base}/`)) {
				response.writeHead(404).end();
				return;
			}
			request.url = url.slice(base.length);
		}
		files(request, response, () => response.writeHead(404).end('Not found'));
	});
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => resolve(server));
	});
}
