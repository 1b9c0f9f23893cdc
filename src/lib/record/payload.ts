/**
 * What a package carries in the player's one HTML file: the course as it was checked and compiled, the rule, and perhaps one
 * learner's progress. The player reads it from an inert script element.
 */
import type { CourseIndex, Reference, UnitContent } from '#course/parts.ts';
import type { ProgressEvent } from './events.ts';
import type { Rule } from './rule.ts';

export const PAYLOAD_VERSION = 1;
/** Id of the element, which the built player holds empty. */
export const PAYLOAD_ID = 'payload';

export const TARGETS = ['scorm12', 'scorm2004-3', 'scorm2004-4'] as const;
export type Target = (typeof TARGETS)[number];

/** Progress put into a package for one person. */
export type Carried = {
	learner: { name?: string };
	/** Epoch milliseconds. */
	exportedAt: number;
	/** Revision of the course it was made with. */
	revision: number;
	events: ProgressEvent[];
};

export type Payload = {
	version: typeof PAYLOAD_VERSION;
	target: Target;
	rule: Rule;
	course: { index: CourseIndex; units: UnitContent[]; reference: Reference };
	carried?: Carried;
};
