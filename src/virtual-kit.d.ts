/** The built player and the schema files of the standards, loaded when a package is made; made by src/cli/kit-plugin.ts. */
declare module 'virtual:kit' {
	import type { Kit } from '#packages/kit.ts';

	/** Undefined where the player has not been built: only while developing. */
	const loadKit: () => Promise<Kit | undefined>;
	export default loadKit;
}

/** scorm-again for the check page, loaded when it is opened; made by src/cli/kit-plugin.ts. */
declare module 'virtual:again' {
	import type { LoadAgain } from '#lmscheck/again.ts';

	const loadAgain: LoadAgain;
	export default loadAgain;
}
