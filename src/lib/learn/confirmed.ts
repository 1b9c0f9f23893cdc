/** Which entries of the map's table a learner has confirmed by a right answer or a rightly placed card. */
import type { CourseIndex } from '#course/parts.ts';
import { own } from '#record/json.ts';
import type { LearnerRecord } from '#record/record.ts';

export type ColumnProgress = { domain: string; confirmed: number; total: number };

/** Per column of the map, in its order. An entry is confirmed when a question that asks its statement was last answered rightly. */
export function confirmedEntries(index: CourseIndex, record: LearnerRecord): ColumnProgress[] {
	const known = new Set(
		index.units.flatMap((unit) =>
			unit.questions.flatMap((question) => (own(record.items, question.id)?.right ? question.asks : []))
		)
	);
	const entries = index.map.rows.flatMap((row) => row.entries);
	return index.map.domains.map((domain) => {
		const ofColumn = entries.filter((entry) => entry.domain === domain.id);
		return {
			domain: domain.id,
			confirmed: ofColumn.filter((entry) => entry.cite.some((id) => known.has(id))).length,
			total: ofColumn.length
		};
	});
}
