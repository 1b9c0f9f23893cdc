/** What a long record costs, apart from any screen: reading its file, replaying it, merging two, and working out what is due. */
import type { Course } from '#course/schema.ts';
import type { ProgressEvent } from '#record/events.ts';
import { mergeEvents, readKiroku, writeKiroku } from '#record/kiroku.ts';
import { fold } from '#record/record.ts';
import { cardState } from '#record/review.ts';

export type RecordCost = {
	events: number;
	reading: number[];
	folding: number[];
	merging: number[];
	due: number[];
};

/** The same record in several lengths, `runs` times each and by turns. Times in ms. */
export function recordCosts(course: Course, lengths: readonly number[], runs: number): RecordCost[] {
	const arms = lengths.map((events) => ({
		cost: { events, reading: [], folding: [], merging: [], due: [] } as RecordCost,
		mine: history(course, events, 'a'),
		theirs: history(course, events, 'b'),
		text: file(course, history(course, events, 'a'))
	}));
	// The first round warms up.
	for (let round = -1; round < runs; round += 1) {
		for (const { cost, mine, theirs, text } of arms) {
			const reading = timed(() => {
				if (!readKiroku(text, course.id).ok) throw new Error('the file is sound');
			});
			const folding = timed(() => fold(course.id, mine));
			const merging = timed(() => {
				if (mergeEvents(mine, theirs).added.length !== theirs.length) throw new Error('nothing is known yet');
			});
			const record = fold(course.id, mine);
			const due = timed(() => Object.keys(record.items).map((id) => cardState(record, id, 'question')));
			if (round < 0) continue;
			cost.reading.push(reading);
			cost.folding.push(folding);
			cost.merging.push(merging);
			cost.due.push(due);
		}
	}
	return arms.map(({ cost }) => cost);
}

function timed(work: () => unknown): number {
	const before = performance.now();
	work();
	return performance.now() - before;
}

/** All questions by turns, over and over, an hour apart. */
function history({ revision, units }: Course, count: number, tag: string): ProgressEvent[] {
	const questions = units.flatMap((unit) => unit.questions);
	return Array.from({ length: count }, (_, n): ProgressEvent => {
		const stamp = {
			id: `${n.toString(36).padStart(6, '0')}-${tag}`,
			at: Date.UTC(2026, 3, 1) + n * 3_600_000
		};
		const question = questions[n % questions.length];
		if (n === 0 || !question) return { ...stamp, type: 'started', revision, seed: 'bench' };
		const { id: item, page } = question;
		return { ...stamp, type: 'answered', item, response: 'a', earned: n % 2, total: 1, page };
	});
}

function file({ id, revision, title }: Course, events: ProgressEvent[]): string {
	return writeKiroku({ course: { id, revision, title }, learner: { id: 'local' }, exportedAt: 0, events });
}
