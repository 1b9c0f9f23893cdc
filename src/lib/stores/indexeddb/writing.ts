/** The transactions on one learner's events. Each resolves when it is complete on the disk. */
import { Dexie } from 'dexie';
import { readEvent, type ProgressEvent } from '#record/events.ts';
import type { Learner } from '#record/people.ts';
import { assertOurs, type Database, type Mark } from './database.ts';

/** Everything readable of a learner. Rows that are no events of this version are left where they are. */
export async function readAll(
	db: Database,
	learner: Learner
): Promise<{ mark?: Mark; events: ProgressEvent[] }> {
	return db.transaction('r', db.events, db.learners, async () => {
		const mark = await db.learners.get(learner.id);
		const rows = await ofLearner(db, learner).toArray();
		return { mark, events: rows.flatMap((row) => readEvent(row.event) ?? []) };
	});
}

/**
 * Adds events. The mark read in the same transaction tells whether the storage is still the known one; if it was
 * emptied, all that is known is written again. One read and one write, however long the record is.
 * @param known events that were complete on the disk before, asked for only when they must be written again
 * @param mark the mark they were written under
 * @returns the mark now valid; `cleared`: the learner deleted the record in another window since
 */
export async function append(
	db: Database,
	learner: Learner,
	events: readonly ProgressEvent[],
	known: () => Iterable<ProgressEvent>,
	mark: Mark | undefined,
	newBirth: () => string
): Promise<{ mark: Mark; cleared: boolean }> {
	assertOurs(db);
	return db.transaction('rw', db.events, db.learners, async () => {
		const stored = await db.learners.get(learner.id);
		const emptied = mark !== undefined && stored?.birth !== mark.birth;
		const cleared = mark !== undefined && !emptied && stored !== undefined && stored.cleared > mark.cleared;
		const now = stored ?? { learner: learner.id, birth: newBirth(), cleared: 0 };
		const named = now.name === learner.name ? now : { ...now, name: learner.name };
		if (named !== stored) await db.learners.put(named);
		const all = emptied ? [...known(), ...events] : events;
		// Put one by one: a bulk operation hides the reason of a failure.
		await Promise.all(all.map((event) => db.events.put({ learner: learner.id, id: event.id, event })));
		return { mark: named, cleared };
	});
}

/** Deletes a learner's events. What stays is the mark without a name, so that other windows do not write them again. */
export async function removeAll(db: Database, learner: Learner, newBirth: () => string): Promise<Mark> {
	assertOurs(db);
	return db.transaction('rw', db.events, db.learners, async () => {
		const stored = await db.learners.get(learner.id);
		await ofLearner(db, learner).delete();
		const mark = {
			learner: learner.id,
			birth: stored?.birth ?? newBirth(),
			cleared: (stored?.cleared ?? 0) + 1
		};
		await db.learners.put(mark);
		return mark;
	});
}

function ofLearner(db: Database, learner: Learner) {
	return db.events.where('[learner+id]').between([learner.id, Dexie.minKey], [learner.id, Dexie.maxKey]);
}
