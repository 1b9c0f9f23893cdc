/** All export targets. A new one is a folder beside these, its name in record/payload.ts, and one line here. */
import type { Target } from '#record/payload.ts';
import * as scorm12 from './scorm12/index.ts';
import * as scorm2004_3 from './scorm2004-3/index.ts';
import * as scorm2004_4 from './scorm2004-4/index.ts';
import type { PackageTarget } from './target.ts';

/** In the order they are offered; the first is suggested. */
export const targets = {
	scorm12,
	'scorm2004-4': scorm2004_4,
	'scorm2004-3': scorm2004_3
} satisfies Record<Target, PackageTarget>;
