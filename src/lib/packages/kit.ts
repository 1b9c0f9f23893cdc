/** What packing needs besides the course: made once by the build, carried by every edition that exports, used by the command line. */
import type { CourseIndex, Reference, UnitContent } from '#course/parts.ts';
import type { Question } from '#questions/registry.ts';
import type { Carried, Target } from '#record/payload.ts';
import type { Rule } from '#record/rule.ts';

export type Kit = {
	/** The built player: one HTML page whose payload element is empty. */
	player: string;
	/** Schema files of each standard, by file name. */
	schemas: Record<Target, Record<string, string>>;
	/** Licences of the code in the player and of the schema files. */
	licences: string;
};

/** A whole course as the app holds it. */
export type CourseParts = { index: CourseIndex; units: UnitContent<Question>[]; reference: Reference };

/** What is put into one package. */
export type Order = {
	course: CourseParts;
	kit: Kit;
	rule: Rule;
	/** Shown in the LMS's list; the course's own title otherwise. At most 200 characters. */
	title?: string;
	/** One person's progress. */
	carried?: Carried;
};
