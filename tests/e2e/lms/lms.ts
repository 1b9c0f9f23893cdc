/** An LMS in the hands of a test: launches packages for learners and tells what it holds of them. */
import { expect, test as base, type BrowserContext, type Frame, type Page } from '@playwright/test';
import type { Breach, Call } from '#lmscheck/call.ts';
import { texts } from '#learn/texts.ts';
import type { Target } from '#record/payload.ts';
import { mini, shipped, type Taught } from '../support/course.ts';
import { mouse } from '../support/hands.ts';
import { Learner } from '../support/learner.ts';
import { folderOf, readManifest, type PackageName } from './packages.ts';
import { SHELF, startServer, type Kept, type LmsServer } from './server.ts';
import type { Fault, Visit } from './visit.ts';

const ENDS = ['LMSFinish', 'Terminate'];
export const HANAKO = { id: 'hanako', name: '山田 花子' };
export const TARO = { id: 'taro', name: '鈴木 太郎' };

export type Opening = Partial<Omit<Visit, 'id' | 'version' | 'launch' | 'saved' | 'mastery'>> & {
	target: Target;
	course?: PackageName;
};

const COURSES = { shipped: shipped(), mini: mini() };

/** Whoever works at a package: the same as anywhere else, only that the LMS opens it. */
class LmsLearner extends Learner {
	override async open(): Promise<void> {
		await this.ready();
	}
}

export class Launch {
	readonly kept: Kept;
	/** The LMS's page. */
	readonly host: Page;
	readonly learner: Learner;

	constructor(kept: Kept, host: Page, learner: Learner) {
		this.kept = kept;
		this.host = host;
		this.learner = learner;
	}
	/** Every call so far; the LMS's page must be there. */
	calls(): Promise<Call[]> {
		return this.host.evaluate(() => window.lms.calls.map((call) => ({ ...call })));
	}
	/** What was written and what was called, one a line, without what was only read. */
	async news(from = 0): Promise<string[]> {
		const calls = (await this.calls()).slice(from);
		return calls
			.filter(({ method }) => !/Get(Value|LastError|ErrorString|Diagnostic)$/u.test(method))
			.map(({ method, args }) => (method.endsWith('SetValue') ? `${args[0]} = ${args[1]}` : method));
	}
	async fault(next?: Fault): Promise<void> {
		await this.host.evaluate((fault) => window.lms.fault(fault), next);
	}
}

/** Through all tests of a worker: a page of an earlier one may still report. */
let launches = 0;

export class Lms {
	readonly server: LmsServer;
	/** Launches of this test. */
	readonly launches: Launch[] = [];
	#context: BrowserContext;

	constructor(server: LmsServer, context: BrowserContext) {
		this.server = server;
		this.#context = context;
	}

	/** Makes a launch known to the LMS's computer; gives the address of its page. */
	announce(opening: Opening): { kept: Kept; url: string } {
		const { target, course = 'mini', ...given } = opening;
		const folder = folderOf(course, target);
		const { launch, mastery } = readManifest(folder);
		const visit: Visit = {
			learner: HANAKO,
			mode: 'normal',
			credit: true,
			double: 'again',
			window: 'frame',
			...given,
			id: `v${process.pid}-${(launches += 1)}`,
			version: target === 'scorm12' ? '1.2' : '2004',
			launch: `${SHELF}/${folder}/${launch}`,
			...(mastery === undefined ? {} : { mastery })
		};
		const kept: Kept = { visit, key: keyOf(folder, visit.learner), states: [], calls: [], ended: false };
		this.server.visits.set(visit.id, kept);
		return { kept, url: `${this.server.origin}/lms/${visit.id}/page.html` };
	}

	/** Opens a package and waits until its first control works. */
	async open(opening: Opening, page?: Page): Promise<Launch> {
		const { kept, url } = this.announce(opening);
		const host = page ?? (await this.#context.newPage());
		await host.goto(url);
		const view = await viewOf(kept.visit, host);
		const owner = 'page' in view ? view.page() : view;
		const course = COURSES[opening.course === 'shipped' ? 'shipped' : 'mini'];
		const learner = new LmsLearner(mouse(owner), course, SITE(course), view);
		const launch = new Launch(kept, host, learner);
		this.launches.push(launch);
		await learner.ready();
		// As when somebody has clicked into the frame.
		await view.evaluate(() => window.focus());
		return launch;
	}

	/** Presses the exit, and waits until the LMS's computer knows. */
	async exit(launch: Launch): Promise<void> {
		const { learner } = launch;
		await learner.press(texts.lms.exit, learner.view.getByRole('banner'));
		await learner.arrived(texts.lms.ended.title);
		await this.ended(launch);
	}

	/** The LMS's computer has everything of a launch that was ended. */
	async ended({ kept }: { kept: Kept }): Promise<void> {
		const held = await this.server.within(20_000, () => hasEnd(kept));
		expect(held, 'the LMS is told of the end').toBe(true);
	}

	/**
	 * The window was closed. A browser that has too much to do does not let it finish, and then no end will come; what was
	 * on its way has arrived.
	 */
	async gone({ kept }: { kept: Kept }): Promise<void> {
		await this.server.within(3_000, () => hasEnd(kept));
	}

	/** What the LMS has of a learner, by element; undefined for nothing. */
	held(launch: { kept: Kept }, element: string): string | undefined {
		let at: unknown = this.server.held.get(launch.kept.key);
		for (const part of element.split('.').slice(1)) {
			at = typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[part] : undefined;
		}
		return at === undefined ? undefined : String(at);
	}

	/** All that the recorder found in the launches of this test, also of pages that are gone. */
	async breaches(): Promise<Breach[]> {
		const found: Breach[] = [];
		for (const { kept, host } of this.launches) {
			const living = host.isClosed()
				? []
				: await host.evaluate(() => ('lms' in window ? window.lms.breaches() : [])).catch(() => []);
			found.push(...living, ...kept.calls.flatMap((call) => [...call.breaches]));
		}
		return found;
	}
}

const SITE = (course: Taught) => ({ name: 'LMS', url: '', course: course.id });
const hasEnd = ({ ended, calls, visit }: Kept): boolean =>
	(ended || visit.double === 'sync') && calls.some(({ method }) => ENDS.includes(method));
export const keyOf = (folder: string, learner: { id: string }) => `${folder}|${learner.id}`;

/** Where the course is: the frame, the frame in the frame, or the pop-up. */
async function viewOf(visit: Visit, host: Page): Promise<Page | Frame> {
	if (visit.window === 'popup') {
		const opened = host.waitForEvent('popup');
		await host.getByRole('button', { name: '教材を開く' }).click();
		return opened;
	}
	const handle = await host.waitForSelector('#sco');
	const frame = await handle.contentFrame();
	if (!frame) throw new Error('no frame');
	if (visit.window !== 'nested') return frame;
	const inner = await (await frame.waitForSelector('#sco')).contentFrame();
	if (!inner) throw new Error('no frame in the frame');
	return inner;
}

type Fixtures = { lms: Lms; expectStrict: boolean };

/** `expectStrict`: the recorder must have found nothing; off where the LMS is broken on purpose. */
export const test = base.extend<Fixtures, { server: LmsServer }>({
	expectStrict: [true, { option: true }],
	server: [
		// eslint-disable-next-line no-empty-pattern
		async ({}, use) => {
			const server = await startServer();
			await use(server);
			server.close();
		},
		{ scope: 'worker' }
	],
	lms: async ({ server, context, expectStrict }, use) => {
		// A page of an earlier test may still be on its way out: its launch is not known any more.
		server.visits.clear();
		server.held.clear();
		server.late.length = 0;
		const lms = new Lms(server, context);
		await use(lms);
		if (expectStrict) expect(await lms.breaches(), 'the strict recorder finds nothing').toEqual([]);
		expect(server.late, 'every state arrived before the next launch').toEqual([]);
	}
});
export { expect };
