/** An LMS like the older ones: it sends its state by synchronous requests alone, and says no when one does not get through. */
import type { CmiTree } from './again.ts';
import type { Version } from './formats.ts';
import { METHODS, type ApiObject } from './recorder.ts';

/** As much of XMLHttpRequest as is used. */
export type SyncRequest = {
	open(method: string, url: string, async: boolean): void;
	setRequestHeader(name: string, value: string): void;
	send(body: string): void;
	readonly status: number;
};

const FAILED: Record<Version, string> = { '1.2': '101', '2004': '391' };

/**
 * @param lms an API and what it holds after a commit, such as `openAgain` gives
 * @param url takes the state by POST as JSON; any answer but 200 is a failure
 */
export function commitBySync(
	lms: { api: object; saved(): CmiTree | undefined },
	version: Version,
	url: string,
	request: () => SyncRequest = () => new XMLHttpRequest()
): ApiObject {
	const [, end = '', , , commit = '', lastError = ''] = METHODS[version];
	let failed = false;

	function send(): boolean {
		try {
			const made = request();
			made.open('POST', url, false);
			made.setRequestHeader('content-type', 'application/json');
			made.send(JSON.stringify(lms.saved()));
			return made.status === 200;
		} catch {
			return false;
		}
	}

	const api: ApiObject = {};
	for (const method of METHODS[version]) {
		api[method] = (...args) => {
			if (method === lastError && failed) return FAILED[version];
			const answer: unknown = Reflect.apply(Reflect.get(lms.api, method), lms.api, args);
			failed = (method === commit || method === end) && String(answer) === 'true' && !send();
			return failed ? 'false' : answer;
		};
	}
	return api;
}
