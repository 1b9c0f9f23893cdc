/** A place for the contract of all stores: an LMS that knows several learners, with time running a hundred times as fast. */
import { IDBFactory } from 'fake-indexeddb';
import { openAgain, type CmiTree } from '#lmscheck/again.ts';
import { record } from '#lmscheck/recorder.ts';
import type { Target } from '#record/payload.ts';
import { openLmsStore } from '#stores/lms/open.ts';
import type { Place } from '../contract.ts';
import { fakeTracking } from './tracking.ts';

export function lmsPlace(target: Target): Place {
	const version = target === 'scorm12' ? '1.2' : '2004';
	const indexedDB = new IDBFactory();
	const saved = new Map<string, CmiTree>();
	let launches = 0;
	return {
		async open(learner = 'local') {
			launches += 1;
			const tag = `l${String(launches).padStart(3, '0')}`;
			const before = saved.get(learner);
			const { api } = await openAgain({
				version,
				learner: { id: learner, name: '' },
				...(before ? { saved: before } : {}),
				keep: (tree) => saved.set(learner, tree)
			});
			return openLmsStore({
				target,
				tracking: fakeTracking(),
				patience: 0,
				surroundings: {
					window: { [version === '1.2' ? 'API' : 'API_1484_11']: record(api, version).api },
					indexedDB,
					now: () => Date.now(),
					later(run, ms) {
						const timer = setTimeout(run, ms / 100);
						return () => clearTimeout(timer);
					},
					tag: () => tag,
					onHidden: () => {},
					onLeave: () => {},
					onReturn: () => {},
					reload: () => {},
					address: 'https://lms.example'
				}
			});
		}
	};
}
