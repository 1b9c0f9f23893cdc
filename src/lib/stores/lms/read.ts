/** What is read from the LMS when the course is opened: everything the store needs to know, once. */
import type { LmsMode } from '#record/lms.ts';
import { NO_VALUE, type Api } from './api.ts';
import type { Dialect } from './dialect.ts';

export type Start = {
	mode: LmsMode;
	credit: boolean;
	/** Empty when the LMS does not say, undefined when it could not be asked. */
	learner: string | undefined;
	name: string;
	/** The packed state; empty when there is none, undefined when it could not be read. */
	state: string | undefined;
	/** Status words and score as the LMS has them; an element that could not be read is absent. */
	told: Map<string, string>;
};

const TRIES = 3;

export function readStart(api: Api, { elements, statuses }: Dialect): Start {
	const mode = api.get(elements.mode);
	const credit = api.get(elements.credit);
	const told = new Map<string, string>();
	for (const { element } of statuses) {
		const word = readText(api, element);
		if (word !== undefined) told.set(element, word);
	}
	const score = tried(() => api.get(elements.score));
	if (score !== undefined) told.set(elements.score, score);
	return {
		// An LMS without modes leaves them out, and an unknown word is none of the two that restrict.
		mode:
			mode === 'browse' || mode === 'review'
				? mode
				: __MUTANT__ === 'no-mode' && mode !== 'normal'
					? 'browse'
					: 'normal',
		credit: credit !== 'no-credit',
		learner: readText(api, elements.learner),
		name: api.get(elements.name) ?? '',
		state: readText(api, elements.state),
		told
	};
}

/** An empty answer that is really a failed call must not be taken for a beginning: what is there would be written over. */
function readText(api: Api, element: string): string | undefined {
	return tried(() => {
		const text = api.get(element);
		return text === '' && !NO_VALUE.includes(api.lastError()) ? undefined : text;
	});
}

function tried(read: () => string | undefined): string | undefined {
	for (let n = 0; n < TRIES; n += 1) {
		const text = read();
		if (text !== undefined) return text;
	}
	return undefined;
}
