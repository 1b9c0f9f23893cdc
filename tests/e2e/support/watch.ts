/** What a page asks for and what goes wrong in it, from the first moment on. */
import { expect, type BrowserContext } from '@playwright/test';

export type Watch = {
	/** Addresses of all requests, those of data: and blob: left out. */
	readonly requests: string[];
	/** Errors of the console and exceptions nobody caught. */
	readonly errors: string[];
	expectQuiet(): void;
};

export function watch(context: BrowserContext): Watch {
	const requests: string[] = [];
	const errors: string[] = [];
	context.on('request', (request) => {
		if (!/^(data|blob):/u.test(request.url())) requests.push(request.url());
	});
	context.on('requestfailed', (request) => {
		const reason = request.failure()?.errorText ?? '';
		// Loading a page anew gives up what the old one still asked for.
		if (reason !== 'net::ERR_ABORTED') errors.push(`${request.url()} ${reason}`);
	});
	context.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
	});
	context.on('weberror', (error) => errors.push(String(error.error())));
	return { requests, errors, expectQuiet: () => expect(errors).toEqual([]) };
}
