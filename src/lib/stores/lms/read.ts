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

export function readStart(api: Api, { elements, statuses }: Dialect): Start {
	const mode = api.get(elements.mode);
	const credit = api.get(elements.credit);
	const told = new Map<string, string>();
	for (const { element } of statuses) {
		const word = readText(api, element, 1);
		if (word !== undefined) told.set(element, word);
	}
	told.set(elements.score, api.get(elements.score) ?? '');
	return {
		// An LMS without modes leaves them out, and an unknown word is none of the two that restrict.
		mode:
			mode === 'browse' || mode === 'review'
				? mode
				: __MUTANT__ === 'no-mode' && mode !== 'normal'
					? 'browse'
					: 'normal',
		credit: credit !== 'no-credit',
		learner: api.get(elements.learner) ?? '',
		name: api.get(elements.name) ?? '',
		state: readText(api, elements.state, 3),
		told
	};
}

/** An empty answer that is really a failed call must not be taken for a beginning: what is there would be written over. */
function readText(api: Api, element: string, tries: number): string | undefined {
	for (let n = 0; n < tries; n += 1) {
		const text = api.get(element);
		if (text === undefined) continue;
		if (text !== '' || NO_VALUE.includes(api.lastError())) return text;
	}
	return undefined;
}
