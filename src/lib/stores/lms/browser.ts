/** The page that a package really is in. */
import { randomTag } from '../random.ts';
import type { LmsSurroundings } from './open.ts';

export function browserSurroundings(): LmsSurroundings {
	return {
		window: globalThis,
		indexedDB: database(),
		now: () => Date.now(),
		later: (run, ms) => {
			const timer = setTimeout(run, ms);
			return () => clearTimeout(timer);
		},
		tag: randomTag,
		onHidden(run) {
			document.addEventListener('visibilitychange', () => {
				if (document.visibilityState === 'hidden') run();
			});
		},
		// The only event of leaving that is used: others do not come in every case, or keep pages out of the back button's store.
		onLeave: (run) => addEventListener('pagehide', (event) => run(event.persisted)),
		onReturn(run) {
			addEventListener('pageshow', (event) => {
				if (event.persisted) run();
			});
		},
		reload: () => location.reload(),
		address: location.origin
	};
}

/** A page without the right to store may throw at the mere mention. */
function database(): IDBFactory | undefined {
	try {
		return globalThis.indexedDB;
	} catch {
		return undefined;
	}
}
