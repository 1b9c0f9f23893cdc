/** A package at work in an LMS that is this page: opened, left, opened again, and broken on purpose. Nothing leaves the computer. */
import { openAgain, type AgainOptions, type CmiTree, type LoadAgain } from '#lmscheck/again.ts';
import type { Call } from '#lmscheck/call.ts';
import { record } from '#lmscheck/recorder.ts';
import type { Target } from '#record/payload.ts';
import { withFault, type Fault } from './faults.ts';

export const OPENINGS = ['normal', 'review', 'browse', 'no-credit'] as const;
export type Opening = (typeof OPENINGS)[number];

export type Launch = { target: Target; opening: Opening; fault: Fault };

/** Not a name that a learner could have: what the package keeps on this computer is this page's alone. */
const LEARNER = { id: 'lms-check', name: '動作確認' };

export class Play {
	/** Every call since the beginning or the last `forget`, all launches together. */
	calls: Call[] = $state.raw([]);
	/** How many times the package was opened. */
	launches = $state(0);
	running = $state(false);
	/** The LMS holds something of an earlier launch. */
	kept = $state(false);
	#saved: CmiTree | undefined;
	#now: () => number;
	#seed: () => number;
	#load: LoadAgain;

	/** @param now epoch milliseconds @param seed a whole number, different each time @param load gives scorm-again */
	constructor(now: () => number, seed: () => number, load: LoadAgain) {
		this.#now = now;
		this.#seed = seed;
		this.#load = load;
	}

	/** Puts the LMS where a package looks for it: on this window. The frame is to be filled after this. */
	async open({ target, opening, fault }: Launch): Promise<void> {
		this.leave();
		const version = target === 'scorm12' ? '1.2' : '2004';
		const launch: AgainOptions = {
			version,
			learner: LEARNER,
			mode: opening === 'no-credit' ? 'normal' : opening,
			credit: opening === 'normal',
			...(this.#saved ? { saved: this.#saved } : {}),
			keep: (saved) => {
				this.#saved = saved;
				this.kept = true;
			}
		};
		const lms = await openAgain(launch, this.#load);
		const recorder = record(withFault(lms.api, version, fault, this.#seed()), version, {
			now: this.#now,
			told: (call) => {
				this.calls = [...this.calls, { ...call, n: this.calls.length + 1 }];
			}
		});
		Reflect.set(window, version === '1.2' ? 'API' : 'API_1484_11', recorder.api);
		this.launches += 1;
		this.running = true;
	}

	/** The frame is taken away, as when a learner closes the window. */
	leave(): void {
		this.running = false;
	}

	/** After the frame is gone: nothing may find the LMS of before. */
	gone(): void {
		Reflect.deleteProperty(window, 'API');
		Reflect.deleteProperty(window, 'API_1484_11');
	}

	/** Begins anew, as a learner who has never opened the package. */
	forget(): void {
		this.leave();
		this.#saved = undefined;
		this.kept = false;
		this.calls = [];
		this.launches = 0;
	}
}
