/** The columns in file order, whether the map's or the question's own. */
export function columnIds(q: { columns: (string | { id: string })[] }): string[] {
	return q.columns.map((c) => (typeof c === 'string' ? c : c.id));
}
