/** What is put side by side when questions are mixed: neighbours that are about different things. */
import type { CourseIndex, QuestionMeta, UnitIndex } from '#course/parts.ts';

/** What a question is about: a column of the map, when it asks about one alone; else its chapter. */
export function topicsOf(index: CourseIndex): (question: QuestionMeta, unit: UnitIndex) => string {
	const columns = new Map<string, Set<string>>();
	for (const { cite, domain } of index.map.rows.flatMap((row) => row.entries)) {
		for (const id of cite) columns.set(id, new Set([...(columns.get(id) ?? []), domain]));
	}
	return (question, unit) => {
		const about = new Set(question.asks.flatMap((id) => [...(columns.get(id) ?? [])]));
		const [column] = about;
		return about.size === 1 && column !== undefined ? column : unit.id;
	};
}
