/** Rows for Excel: every field quoted, lines ended as Windows ends them, and nothing that a spreadsheet would take for a formula. */

/** Excel takes a file for UTF-8 only when it begins with this. */
export const UTF8_MARK = '\uFEFF';
/** How a formula begins, also in full width: Japanese Excel takes these, too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

/** CSV without a mark. A field that a spreadsheet would take for a formula begins with `'`. */
export function csv(rows: readonly (readonly string[])[]): string {
	return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
}

function field(text: string): string {
	const safe = FORMULA.test(text) ? `'${text}` : text;
	return `"${safe.replaceAll('"', '""')}"`;
}
