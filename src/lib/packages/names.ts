/** Names of the files staff handle. ASCII: LMSs and zip tools of all ages keep them. */
import type { Target } from '#record/payload.ts';
import type { Order } from './kit.ts';

/** `waste_basics-scorm12-r1.zip`; a package with one person's progress is told apart by its name, which is not that person's. */
export function zipName({ course, carried }: Pick<Order, 'course' | 'carried'>, target: Target): string {
	const { id, revision } = course.index;
	return `${id}-${target}-r${revision}${carried ? '-personal' : ''}.zip`;
}
