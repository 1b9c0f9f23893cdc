/** An LMS in the page itself: scorm-again with nothing behind it, its state handed out as JSON after every commit. */
import type { Version } from './formats.ts';

/** A `cmi` tree as scorm-again renders it. */
export type CmiTree = Record<string, unknown>;

export type AgainOptions = {
	version: Version;
	learner?: { id: string; name: string };
	mode?: 'normal' | 'browse' | 'review';
	credit?: boolean;
	/** Pass mark as the manifest has it, 0 to 100; 1.2 then decides the status at the end. */
	mastery?: number;
	/** Objectives that the LMS fills in from the manifest. */
	objectives?: readonly string[];
	/** What an earlier launch left; absent for a first launch. */
	saved?: CmiTree;
	/** Told whenever the LMS has taken a commit or an end. */
	keep?: (saved: CmiTree) => void;
};

export type AgainLms = {
	/** The API object: to be wrapped, or put where the course looks. */
	api: object;
	/** As last committed; undefined before. */
	saved(): CmiTree | undefined;
};

const SETTINGS = { autocommit: false, lmsCommitUrl: false, logLevel: 5 } as const;

/** scorm-again's own classes. */
export type Classes = {
	Scorm12API: typeof import('scorm-again').Scorm12API;
	Scorm2004API: typeof import('scorm-again').Scorm2004API;
};
/** Gives the class of a version; the one-file edition has a way of its own (virtual:again). */
export type LoadAgain = (version: Version) => Promise<Partial<Classes>>;

/** The package is loaded here, so that what imports this file does not carry it. */
const imported: LoadAgain = (version) =>
	version === '1.2' ? import('scorm-again/scorm12/min') : import('scorm-again/scorm2004/min');

/** Starts a launch. */
export async function openAgain(options: AgainOptions, load: LoadAgain = imported): Promise<AgainLms> {
	const { version, keep } = options;
	const is12 = version === '1.2';
	const { Scorm12API, Scorm2004API } = await load(version);
	const Api = is12 ? Scorm12API : Scorm2004API;
	if (!Api) throw new Error(`scorm-again has no API of ${version}`);
	const api = new Api(SETTINGS);
	api.loadFromJSON(is12 ? tree12(options) : tree2004(options), 'cmi');

	let saved: CmiTree | undefined;
	const take = () => {
		saved = treeOf(structuredClone(api.renderCMIToJSONObject()), 'cmi');
		keep?.(saved);
	};
	for (const event of is12 ? ['LMSCommit', 'LMSFinish'] : ['Commit', 'Terminate']) api.on(event, take);
	return { api, saved: () => saved };
}

function tree12({
	learner,
	mode = 'normal',
	credit = true,
	mastery,
	objectives,
	saved
}: AgainOptions): CmiTree {
	const core = treeOf(saved, 'core');
	return {
		...saved,
		...(saved ? {} : prefilled(objectives)),
		core: {
			...core,
			...(learner ? { student_id: learner.id, student_name: learner.name } : {}),
			entry: saved ? (core.exit === 'suspend' ? 'resume' : '') : 'ab-initio',
			lesson_mode: mode,
			credit: credit ? 'credit' : 'no-credit',
			exit: '',
			session_time: '00:00:00'
		},
		...(mastery === undefined ? {} : { student_data: { mastery_score: String(mastery) } })
	};
}

/** The attempt goes on only if it was suspended; otherwise the next launch begins an empty one (RTE 4.2.8). */
function tree2004({
	learner,
	mode = 'normal',
	credit = true,
	mastery,
	objectives,
	saved
}: AgainOptions): CmiTree {
	const kept = saved?.exit === 'suspend' ? saved : undefined;
	return {
		...kept,
		...(kept ? {} : prefilled(objectives)),
		...(learner ? { learner_id: learner.id, learner_name: learner.name } : {}),
		entry: kept ? 'resume' : 'ab-initio',
		mode,
		credit: credit ? 'credit' : 'no-credit',
		exit: '',
		session_time: 'PT0S',
		...(mastery === undefined ? {} : { scaled_passing_score: String(mastery / 100) })
	};
}

function prefilled(objectives: readonly string[] = []): CmiTree {
	return { objectives: Object.fromEntries(objectives.map((id, n) => [String(n), { id }])) };
}

function treeOf(tree: CmiTree | undefined, key: string): CmiTree {
	const found = tree?.[key];
	return typeof found === 'object' && found !== null ? (found as CmiTree) : {};
}
