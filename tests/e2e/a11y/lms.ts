/** Screens of a package in an LMS: what completes the course, what is and is not recorded, what is offered, and the end. */
import type { Happened } from '../../../src/lib/record/events.ts';
import { texts } from '../../../src/lib/learn/texts.ts';
import { press, type Screen } from './screen.ts';
import { finalItems, finishedRun, pagesDone } from './support.ts';

const passed: Happened[] = [...pagesDone, ...finishedRun('r1', 'final', finalItems, () => true)];

export const lmsScreens: Screen[] = [
	{ name: 'in an LMS: home, what completes the course', path: '', lms: {} },
	{ name: 'in an LMS: home, completed', path: '', lms: {}, record: passed, like: true },
	{ name: 'in an LMS: the self-check', path: 'lms', lms: {}, record: passed.slice(0, 4) },
	{ name: 'in an LMS: after the exit', path: '', lms: {}, act: press(texts.lms.exit) },
	{ name: 'in an LMS: review', path: '', lms: { mode: 'review' } },
	{ name: 'in an LMS: browsing', path: 'record', lms: { mode: 'browse' }, like: true },
	{ name: 'in an LMS: no credit', path: 'about', lms: { credit: false }, like: true },
	{ name: 'in an LMS: progress that came with the package', path: '', lms: { carried: true } },
	{ name: 'in an LMS: a state that cannot be read', path: '', lms: { state: 'unreadable' } },
	{ name: 'in an LMS: nothing is recorded', path: '', lms: { none: true } }
];
