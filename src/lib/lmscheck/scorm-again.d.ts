/** The package's own types name exports that its sub-paths do not have; these are what they do have. */
import type { Scorm12API as Api12, Scorm2004API as Api2004 } from 'scorm-again';

declare module 'scorm-again/scorm12/min' {
	export const Scorm12API: typeof Api12;
}
declare module 'scorm-again/scorm2004/min' {
	export const Scorm2004API: typeof Api2004;
}
