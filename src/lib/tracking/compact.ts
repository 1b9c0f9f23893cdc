/**
 * The record as far as a packed state keeps it. Nothing that a screen shows or that is derived from a record differs, but for this:
 *
 * - Times are whole minutes; a page's are the start, as is a first answer's when there are later ones. What happened in the first
 *   20 seconds may read one minute later.
 * - Of the answers to an item the first and the last are kept, how many there were, up to 16, and what is remembered after them.
 * - Of a board where it stands, the first check and the last; not how the cards got there, so there is less to undo. Rounds end at 8.
 * - Runs: the last place, the latest open test, the latest open practice, and five finished tests: the latest, the best, one that
 *   passed, and then the youngest. Other finished runs live on in their items alone. A practice shows
 *   its items' own answers, but for the one in view.
 * - Of the course's changes which have been learnt, and when the latest was.
 * - Of a statement before or after the course the first answer, and not when it was given. Of a learner's own thought that there is
 *   one.
 * - Half-made answers on pages and in open runs; marks in their order.
 * - A seed or a run's id of another form than today's is replaced, always by the same.
 * - Ids that no layout has are not kept, nor answers that fit no question; that such an answer was right or wrong is.
 */
import { fold, type LearnerRecord } from '#record/record.ts';
import { expand } from './expand.ts';
import { keep } from './keep.ts';
import type { Keeping } from './keeping.ts';

export function compact(record: LearnerRecord, keeping: Keeping): LearnerRecord {
	const kept = keep(record, keeping);
	return fold(record.course, kept ? expand(kept, keeping.layout, keeping.known) : []);
}
