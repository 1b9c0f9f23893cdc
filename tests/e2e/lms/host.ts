/**
 * The LMS's page: one of the doubles with the strict recorder before it, and the package in a frame or a pop-up. What is committed
 * goes to the server, for a learner's state has to outlive the browser. Bundled once by the tests' setup.
 */
import { openAgain, type AgainLms, type CmiTree } from '#lmscheck/again.ts';
import type { Breach, Call } from '#lmscheck/call.ts';
import { hostile } from '#lmscheck/hostile.ts';
import { METHODS, record, type ApiObject, type Recorder } from '#lmscheck/recorder.ts';
import { commitBySync } from '#lmscheck/sync.ts';
import { VISIT, type Fault, type Visit } from './visit.ts';

declare global {
	interface Window {
		lms: { readonly calls: Call[]; breaches(): Breach[]; fault(next?: Fault): void };
	}
}

const visit = JSON.parse(document.getElementById(VISIT)?.textContent ?? '') as Visit;
const { version } = visit;
const [INITIALIZE = '', END = '', GET = '', SET = '', COMMIT = '', LAST_ERROR = ''] = METHODS[version];
const NAMES = { initialize: INITIALIZE, get: GET, set: SET, commit: COMMIT };
const API = version === '1.2' ? 'API' : 'API_1484_11';
const address = (what: string) => `/lms/${visit.id}/${what}`;

/** Every method through one function. */
function each(through: (method: string, args: unknown[]) => unknown): ApiObject {
	return Object.fromEntries(
		METHODS[version].map((method) => [method, (...args: unknown[]) => through(method, args)])
	);
}
const pass = (api: object, method: string, args: unknown[]): unknown =>
	Reflect.apply(Reflect.get(api, method), api, args);

/** As newer LMSs do it: a commit is a synchronous request, which a page on its way out is refused; the end leaves as a beacon. */
function commitByBeacon(lms: AgainLms): ApiObject {
	const inSession = commitBySync(lms, version, address('state'));
	return each((method, args) => {
		if (method !== END) return pass(inSession, method, args);
		const answer = pass(lms.api, method, args);
		if (String(answer) === 'true') navigator.sendBeacon(address('end'), JSON.stringify(lms.saved()));
		return answer;
	});
}

/** The LMS with one fault, which a test may change under way. */
function failing(lms: object): { api: ApiObject; fault(next?: Fault): void } {
	let fault: Fault | undefined;
	let hostileLms: ApiObject | undefined;
	let code: string | undefined;
	const api = each((method, args) => {
		if (hostileLms) return pass(hostileLms, method, args);
		if (method === LAST_ERROR) return code ?? pass(lms, method, args);
		code = undefined;
		if (fault?.kind !== 'refuses' || NAMES[fault.method] !== method) return pass(lms, method, args);
		if (!String(args[0]).startsWith(fault.element ?? '')) return pass(lms, method, args);
		if (fault.throws) throw new TypeError('the frame is gone');
		code = fault.code;
		return method === GET ? '' : 'false';
	});
	return {
		api,
		fault(next) {
			fault = next;
			code = undefined;
			hostileLms = next?.kind === 'hostile' ? hostile(lms, version, next) : undefined;
		}
	};
}

function show(): void {
	const [width, height] = visit.size ?? [];
	if (visit.window === 'popup') {
		const button = document.body.appendChild(document.createElement('button'));
		button.textContent = '教材を開く';
		button.onclick = () =>
			void window.open(visit.launch, 'sco', `popup,width=${width ?? 1_000},height=${height ?? 700}`);
		return;
	}
	const frame = document.body.appendChild(document.createElement('iframe'));
	frame.id = 'sco';
	if (width && height) Object.assign(frame.style, { width: `${width}px`, height: `${height}px` });
	const other = new URL(`/lms/${visit.id}/between.html`, location.href);
	other.hostname = 'localhost';
	frame.src = visit.window === 'nested' ? other.href : visit.launch;
}

let unsent: Call[] = [];
/** What was called must be known after the page has gone, too. */
function report(call: Call): void {
	unsent.push(call);
	const told = call.method === COMMIT || call.method === END;
	if (told && navigator.sendBeacon(address('calls'), JSON.stringify(unsent))) unsent = [];
}

/** What is not written stays: a review that writes nothing does not make the LMS forget that the attempt goes on. */
function unforgotten(saved: CmiTree | undefined): CmiTree | undefined {
	if (visit.mode !== 'review' || version === '1.2' || !saved || !visit.saved) return saved;
	return { ...saved, exit: saved.exit || visit.saved.exit };
}

/** One session, from its beginning to its end. */
async function begin(kept: CmiTree | undefined): Promise<{ recorder: Recorder; fault(next?: Fault): void }> {
	const opened = await openAgain({
		version,
		learner: visit.learner,
		mode: visit.mode,
		credit: visit.credit,
		...(visit.mastery === undefined ? {} : { mastery: visit.mastery }),
		...(kept ? { saved: kept } : {})
	});
	const again: AgainLms = { api: opened.api, saved: () => unforgotten(opened.saved()) };
	const lms = failing(
		visit.double === 'sync' ? commitBySync(again, version, address('state')) : commitByBeacon(again)
	);
	lms.fault(visit.fault);
	const recorder = record(lms.api, version, {
		told(call) {
			report(call);
			if (call.method === END && visit.reopens) void begin(again.saved()).then((next) => sessions.push(next));
		}
	});
	return { recorder, fault: lms.fault };
}

const sessions = [await begin(visit.saved)];
const now = () => sessions.at(-1);
window.lms = {
	get calls() {
		return sessions.flatMap(({ recorder }) => recorder.calls);
	},
	breaches: () => sessions.flatMap(({ recorder }) => recorder.breaches()),
	fault: (next) => now()?.fault(next)
};
const api = each((method, args) => pass(now()?.recorder.api ?? {}, method, args));
const attach = () => visit.fault?.kind !== 'no-api' && Reflect.set(window, API, api);
if (visit.late === undefined) attach();
else setTimeout(attach, visit.late);
show();
