/** The LMS's own computer: gives out its page and the packages, and keeps what was committed, whatever becomes of the browser. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import type { CmiTree } from '#lmscheck/again.ts';
import type { Call } from '#lmscheck/call.ts';
import { HOST, PACKAGES } from './packages.ts';
import { VISIT, type Visit } from './visit.ts';

/** Packages lie somewhere deep, as they do in real LMSs. */
export const SHELF = '/content/17/scorm';

/** One launch and what came of it. */
export type Kept = {
	visit: Visit;
	/** Whose state in which course this is. */
	key: string;
	/** Every state that arrived, the latest last. */
	states: CmiTree[];
	calls: Call[];
	/** The end has come by a beacon. */
	ended: boolean;
	/** Takes what a test has the page say. */
	heard?: (text: string) => void;
};

export type LmsServer = {
	origin: string;
	/** What the LMS has of a learner. */
	held: Map<string, CmiTree>;
	visits: Map<string, Kept>;
	/** States that came when the next launch had begun already: a test went on too early. */
	late: string[];
	/** Paths asked for since the last time. */
	requests: string[];
	/** From now on nothing can be reached. */
	down(yes: boolean): void;
	/** Resolves with true when something holds, asked again whenever something arrives; with false after milliseconds. */
	within(ms: number, holds: () => boolean): Promise<boolean>;
	close(): void;
};

export async function startServer(): Promise<LmsServer> {
	const held = new Map<string, CmiTree>();
	const visits = new Map<string, Kept>();
	const latest = new Map<string, string>();
	const late: string[] = [];
	const requests: string[] = [];
	const waits = new Set<() => void>();
	let unreachable = false;
	const packages = sirv(PACKAGES, { dev: true, etag: true });
	const host = sirv(HOST, { immutable: true, maxAge: 3_600 });

	function take(kept: Kept, what: string, text: string): void {
		const { id } = kept.visit;
		if (what === 'told') kept.heard?.(text);
		else if (what === 'calls') kept.calls.push(...(JSON.parse(text) as Call[]));
		else if (latest.get(kept.key) !== id) late.push(`${kept.key} ${id}`);
		else {
			const state = JSON.parse(text) as CmiTree;
			kept.states.push(state);
			kept.ended ||= what === 'end';
			held.set(kept.key, state);
		}
		for (const look of [...waits]) look();
	}

	const server: Server = createServer((request, response) => {
		const path = (request.url ?? '/').split('?')[0] ?? '/';
		requests.push(path);
		const html = (text: string) =>
			response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(text);
		const [, id = '', what = ''] = /^\/lms\/([^/]+)\/(.+)$/u.exec(path) ?? [];
		const kept = visits.get(id);
		if (request.method === 'POST' && kept) {
			void read(request).then((text) => {
				if (!unreachable) take(kept, what, text);
				response.writeHead(unreachable ? 503 : 200).end();
			});
		} else if (kept && what === 'page.html') {
			latest.set(kept.key, id);
			const saved = held.get(kept.key);
			html(lmsPage({ ...kept.visit, ...(saved ? { saved } : {}) }));
		} else if (kept && what === 'between.html') {
			// The package is asked for at the LMS's own name again: only the page between is elsewhere.
			html(`${HEAD}<iframe id="sco" src="http://127.0.0.1:${port()}${kept.visit.launch}"></iframe>`);
		} else if (path.startsWith(`${SHELF}/`)) {
			request.url = path.slice(SHELF.length);
			packages(request, response, () => void response.writeHead(404).end());
		} else if (path.startsWith('/host/')) {
			request.url = path.slice('/host'.length);
			host(request, response, () => void response.writeHead(404).end());
		} else if (path === '/elsewhere.html') html(`${HEAD}<p>ほかの画面</p>`);
		else response.writeHead(path === '/favicon.ico' ? 204 : 404).end();
	});
	const port = () => (server.address() as AddressInfo).port;
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));

	return {
		origin: `http://127.0.0.1:${port()}`,
		held,
		visits,
		late,
		requests,
		down: (yes) => (unreachable = yes),
		within: (ms, holds) =>
			new Promise((resolve) => {
				const end = (held: boolean) => {
					clearTimeout(patience);
					waits.delete(look);
					resolve(held);
				};
				const look = () => void (holds() && end(true));
				const patience = setTimeout(() => end(false), ms);
				waits.add(look);
				look();
			}),
		close() {
			server.closeAllConnections();
			server.close();
		}
	};
}

const HEAD = `<!doctype html><html lang="ja"><meta charset="utf-8"><title>LMS</title>
<style>html,body{height:100%;margin:0}iframe{display:block;border:0;width:100%;height:100%}</style>`;

function lmsPage(visit: Visit): string {
	const json = JSON.stringify(visit).replaceAll('<', '\\u003c');
	return `${HEAD}<body><script type="application/json" id="${VISIT}">${json}</script>
<script type="module" src="/host/host.js"></script>`;
}

async function read(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString('utf8');
}
