/** What tests of learners' own thoughts say and look at. */
import type { Target } from '#record/payload.ts';
import type { Launch, LmsBench } from './bench.ts';
import { NO_COMMENTS } from './faults.ts';

export const thought = (text: string, item = 'k1') => ({ type: 'commented' as const, item, text });
/** What was told of thoughts since the last look. */
export const told = (launch: Launch) => launch.news().filter((line) => /^cmi\.comments.* = /.test(line));
export const part = (n: number, name: string) => `cmi.comments_from_learner.${n}.${name}`;
/** Thoughts in the copy on this computer. */
export const kept = async (bench: LmsBench) =>
	(await bench.journal()).flatMap(({ event }) => (event.type === 'commented' ? [event.text] : []));
/** A launch in an LMS that takes no comments. */
export function refusing(bench: LmsBench, target: Target): Promise<Launch> {
	const it = NO_COMMENTS(target === 'scorm12' ? '1.2' : '2004');
	it.on = true;
	return bench.launch({ around: (api) => it.around(api) });
}
