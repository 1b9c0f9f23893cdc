/// <reference types="@sveltejs/kit" />
declare global {
	/** Which edition this build is; replaced by the bundler. */
	const __EDITION__: 'web' | 'single' | 'lms';
	/** The product's version, from package.json. */
	const __VERSION__: string;
}
export {};
