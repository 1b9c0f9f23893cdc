/** One launch of a package as the page around it is told: by whom, in which LMS, in what kind of window, and what goes wrong. */
import type { CmiTree } from '#lmscheck/again.ts';
import type { Version } from '#lmscheck/formats.ts';

export type Fault =
	/** There is no LMS. */
	| { kind: 'no-api' }
	/** One call, for one element or any that begins so, is answered with no or throws. */
	| {
			kind: 'refuses';
			method: 'initialize' | 'get' | 'set' | 'commit';
			element?: string;
			throws?: true;
			code: string;
	  }
	/** By a seed; see the hostile double. */
	| { kind: 'hostile'; seed: number; share?: number; vanishesAfter?: number; expiresAfter?: number };

export type Visit = {
	id: string;
	version: Version;
	/** Address of the package's first page. */
	launch: string;
	learner: { id: string; name: string };
	mode: 'normal' | 'browse' | 'review';
	credit: boolean;
	/** Pass mark of the package's manifest, 0 to 100. */
	mastery?: number;
	/** How what is committed reaches the server: `again` as newer LMSs do it, `sync` by synchronous requests alone. */
	double: 'again' | 'sync';
	/** `nested`: in a frame of another site within the LMS's page. */
	window: 'frame' | 'nested' | 'popup';
	/** Of the frame or the pop-up, in px; otherwise as large as can be. */
	size?: [width: number, height: number];
	/** Milliseconds before the API is there. */
	late?: number;
	fault?: Fault;
	/** After the end the same page takes another beginning, as when the frame is loaded anew; not every LMS does. */
	reopens?: true;
	/** What the LMS has kept of this learner. */
	saved?: CmiTree;
};

/** Id of the element that carries the visit in the LMS's page. */
export const VISIT = 'visit';
