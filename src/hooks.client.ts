/** Runs before the router reads the address. */
import { pathsOf } from '#learn/paths.ts';
import { list } from 'virtual:courses';
import { openSession } from './routes/(learner)/open.ts';

// One course needs no list to choose from: its first screen is the first screen, without a step between.
const only = list.length === 1 ? list[0] : undefined;
if (only && /^#?\/?$/u.test(location.hash)) history.replaceState(history.state, '', pathsOf(only.id).home);

// The record is read while the router starts. What goes wrong here is shown by the layout, which waits for the same session.
// A training session and what is printed for it are no learner's: nothing of anybody is opened there.
const [, course, screen] = location.hash.split('/');
if (course && screen !== 'training' && screen !== 'materials') openSession(course).catch(() => {});
