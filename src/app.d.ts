/// <reference types="@sveltejs/kit" />
declare global {
	/** Which edition this build is; replaced by the bundler. */
	const __EDITION__: 'web' | 'single' | 'lms';
}
export {};
