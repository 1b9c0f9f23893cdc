/** What is read from the LMS when the course is opened: everything the store needs to know, once. */
import type { LmsMode } from '#record/lms.ts';
import type { Api } from './api.ts';
import type { Dialect } from './dialect.ts';

export type Start = {
	mode: LmsMode;
	credit: boolean;
	/** Empty when the LMS does not say. */
	learner: string;
	name: string;
	/** The packed state; empty when there is none, undefined when it could not be read. */
	state: string | undefined;
	/** Status words and score as the LMS has them; an element that could not be read is absent. */
	told: Map<string, string>;
};

/** Says that nothing was ever written there; 1.2 says it with no error. */
const NO_VALUE = ['0', '403'];
const TRIES = 3;

export function readStart(api: Api, { elements, statuses }: Dialect): Start {
	const mode = api.get(elements.mode);
	const credit = api.get(elements.credit);
	const told = new Map<string, string>();
	for (const element of [...statuses.map((one) => one.element), elements.score]) {
		const value = api.get(element);
		if (value !== undefined) told.set(element, value);
	}
	return {
		// An LMS without modes leaves them out, and an unknown word is none of the two that restrict.
		mode: mode === 'browse' || mode === 'review' ? mode : 'normal',
		credit: credit !== 'no-credit',
		learner: api.get(elements.learner) ?? '',
		name: api.get(elements.name) ?? '',
		state: readState(api, elements.state),
		told
	};
}

/** An empty answer that is really a failed call must not be taken for a first launch: it would be written over. */
function readState(api: Api, element: string): string | undefined {
	for (let tries = 0; tries < TRIES; tries += 1) {
		const text = api.get(element);
		if (text === undefined) continue;
		if (text !== '' || NO_VALUE.includes(api.lastError())) return text;
	}
	return undefined;
}
