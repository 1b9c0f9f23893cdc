/**
 * Takes Kit's `beforeunload` listener out of the edition for an LMS: such a listener keeps pages out of the browser's
 * back/forward cache and may ask the learner something while the LMS closes the frame. What it also did, remembering the
 * scroll position, Kit does on `visibilitychange` as well.
 */
import type { Plugin } from 'vite';

const CLIENT = '/@sveltejs/kit/src/runtime/client/client.js';
/** The whole listener: from its call to the line that closes it at the same depth. */
const LISTENER = /^\taddEventListener\('beforeunload', \(e\) => \{\n(?:\t\t.*\n|\n)*\t\}\);\n/gmu;

/** The router's code without the listener. Throws when it is not there exactly once: Kit has changed, and so must this. */
export function withoutLeavePrompt(code: string): string {
	if (code.match(LISTENER)?.length !== 1) {
		throw new Error("Kit's beforeunload listener was not found: see src/cli/no-leave-prompt.ts");
	}
	const without = code.replace(LISTENER, '');
	if (/unload/u.test(without.replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//gu, ''))) {
		throw new Error('Kit listens to unload in another place as well');
	}
	return without;
}

export function noLeavePrompt(): Plugin {
	let done = false;
	return {
		name: 'no-leave-prompt',
		applyToEnvironment: (environment) => environment.name === 'client',
		transform(code, id) {
			if (!id.split('?')[0]?.endsWith(CLIENT)) return undefined;
			done = true;
			return { code: withoutLeavePrompt(code), map: null };
		},
		buildEnd(error) {
			if (!error && !done) this.error(`${CLIENT} was not part of the build: its listener may be elsewhere`);
		}
	};
}
