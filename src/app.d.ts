/// <reference types="@sveltejs/kit" />
declare global {
	/** Which edition this build is; replaced by the bundler. */
	const __EDITION__: 'web' | 'single' | 'lms';
	/** The product's version, from package.json. */
	const __VERSION__: string;
	/** A promise to be broken in a test run; nothing in every build. */
	const __MUTANT__: import('./lib/stores/lms/mutants.ts').Mutant | undefined;
}
export {};
